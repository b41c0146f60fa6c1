import type { AnswerInput } from './answer-input.ts';
import { buildChannelNodes } from './build-channel-nodes.ts';
import { buildAudienceNodes } from './build-audience-nodes.ts';
import { buildFlowEdges, buildOutcomeEdges, buildServesEdges } from './build-edges.ts';
import { buildSystemNodes } from './build-system-nodes.ts';
import { createContext } from './view-context.ts';
import { lanes, type TraceView } from './trace-view.ts';

/**
 * The picture of an answer: every system, flow, channel and audience it speaks of, by lane. Flows between things that are not on the
 * picture are left out, which a well-formed answer never has. Pure and total; linear in the answer.
 */
export const buildTraceView = (answer: AnswerInput): TraceView => {
  const context = createContext(answer);
  const nodes = [
    ...buildSystemNodes(answer, context),
    ...buildChannelNodes(answer, context),
    ...buildAudienceNodes(answer),
  ];
  const drawn = new Set(nodes.map((node) => node.id));
  const edges = [
    ...buildFlowEdges(answer, context),
    ...buildServesEdges(answer, context),
    ...buildOutcomeEdges(answer, context),
  ];
  return {
    nodes: lanes.flatMap((lane) => nodes.filter((node) => node.lane === lane)),
    edges: edges.filter((edge) => drawn.has(edge.source) && drawn.has(edge.target)),
  };
};
