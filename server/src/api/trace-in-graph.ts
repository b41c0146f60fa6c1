import type { ConceptName, Concepts } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { Id } from '../domain/model/entity.ts';
import { once } from '../domain/once.ts';
import type { Trace, TraceAnswer } from '../domain/trace/index.ts';
import type { RequestReads, Soon } from './request-reads.ts';

/** Something that names things by id. `graph`: the inventory they are of, where it is another than that of the request. */
export interface InGraph {
  readonly graph?: EhiGraph;
}

/** An answer of a trace, all of whose things are of one inventory. */
export type TraceAnswerInGraph = Omit<TraceAnswer, ThingLists> & {
  readonly [K in ThingLists]: readonly (TraceAnswer[K][number] & InGraph)[];
} & InGraph;

type ThingLists = 'starts' | 'outcomes' | 'systems' | 'flows' | 'channels' | 'restrictions';

/** A trace, all of whose things are of one inventory. */
export type TraceInGraph = Omit<Trace, 'outcomes' | 'answers'> & {
  readonly outcomes: readonly (Trace['outcomes'][number] & InGraph)[];
  readonly answers: readonly TraceAnswerInGraph[];
} & InGraph;

/** The trace as one of an inventory that is not the request's. What it works out when it is read is still worked out then. */
export const traceInGraph = (graph: EhiGraph, trace: Trace): TraceInGraph => ({
  dataClass: trace.dataClass,
  asOf: trace.asOf,
  revision: trace.revision,
  audiences: trace.audiences,
  graph,
  outcomes: inGraph(graph, trace.outcomes),
  answers: trace.answers.map((answer) => answerInGraph(graph, answer)),
  get sentence() {
    return trace.sentence;
  },
  get completeness() {
    return trace.completeness;
  },
});

const answerInGraph = (graph: EhiGraph, answer: TraceAnswer): TraceAnswerInGraph => {
  const systems = once(() => inGraph(graph, answer.systems));
  const flows = once(() => inGraph(graph, answer.flows));
  const restrictions = once(() =>
    answer.restrictions.map((each) => ({
      restriction: each.restriction,
      place: each.place,
      audiences: each.audiences,
      documentation: each.documentation,
      ...(each.judged === undefined ? {} : { judged: each.judged }),
      graph,
      get witness() {
        return each.witness;
      },
    })),
  );
  return {
    id: answer.id,
    parts: answer.parts,
    isRest: answer.isRest,
    originUnknown: answer.originUnknown,
    graph,
    starts: inGraph(graph, answer.starts),
    outcomes: inGraph(graph, answer.outcomes),
    channels: inGraph(graph, answer.channels),
    get sentence() {
      return answer.sentence;
    },
    get systems() {
      return systems();
    },
    get flows() {
      return flows();
    },
    get restrictions() {
      return restrictions();
    },
    get stranded() {
      return answer.stranded;
    },
    get pathCounts() {
      return answer.pathCounts;
    },
  };
};

const inGraph = <T extends object>(graph: EhiGraph, all: readonly T[]): readonly (T & InGraph)[] =>
  all.map((each) => ({ ...each, graph }));

/** The thing that something refers to: of its own inventory where it has one, of the request's otherwise. */
export const referFrom = <C extends ConceptName>(
  { graph }: InGraph,
  reads: RequestReads,
  concept: C,
  id: Id,
): Soon<Concepts[C]> => (graph?.[concept].get(id) as Concepts[C] | undefined) ?? reads.refer(concept, id);
