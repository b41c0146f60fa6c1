import type { AccessChannel, Restriction, TargetKind } from '../model/concepts.ts';
import type { Id } from '../model/entity.ts';
import type { PathCount, TraceIndex } from '../trace/index.ts';
import { judgedFor, type DocumentationState } from '../verdict/index.ts';
import type { AskedClass } from './asked-class.ts';
import type { Thing } from './map-day.ts';
import type { RawWay } from './search-ways.ts';
import { restrictionsAt, standingOf, type JudgeWhole, type Standing, type Standings } from './standing.ts';
import { toMapFlow } from './to-map-flow.ts';
import type { WayGraph } from './way-graph.ts';
import type { Way, WayStep } from './ways.ts';
import { counted, listedWords } from './words.ts';

/** What ways are described with. */
export interface WayContext {
  readonly index: TraceIndex;
  readonly graph: WayGraph;
  readonly asked: AskedClass | undefined;
  readonly judge: JudgeWhole;
  readonly standings: Standings;
}

/** A way as an answer gives it. */
export const toWay = (context: WayContext, hops: RawWay): Way => {
  const { day, start } = context.graph;
  const systems = [start, ...hops.map(({ to }) => to)].flatMap((number) => day.things[number] ?? []);
  const channel = channelOf(context.graph);
  const steps = systems.map(({ entity: { id, name } }, at): WayStep => {
    const flow = hops[at]?.flow;
    return {
      concept: 'System',
      id,
      name,
      ...(flow === undefined ? {} : { flow: toMapFlow(flow, day, context.standings) }),
    };
  });
  const { status, verdict, restrictions } = standingAlong(context, systems, hops, channel);
  const standing = {
    restrictions,
    ...(status === undefined ? {} : { status }),
    ...(verdict === undefined ? {} : { verdict }),
  };
  return {
    steps: channel === undefined ? steps : [...steps, { concept: 'AccessChannel', id: channel.id, name: channel.name }],
    ...standing,
    sentence: `${journey(steps, context.asked)}${serving(steps, channel)}. ${standingWords(standing)}`,
  };
};

const channelOf = ({ day, channel }: WayGraph): AccessChannel | undefined => {
  const thing = channel === undefined ? undefined : day.things[channel];
  return thing?.concept === 'AccessChannel' ? thing.entity : undefined;
};

/** How what sits on a way stands: on its systems, its flows and its channel. Of a class, what limits it, judged for it. */
const standingAlong = (
  { index, graph, asked, judge }: WayContext,
  systems: readonly Thing[],
  hops: RawWay,
  channel: AccessChannel | undefined,
): Standing => {
  const at = (kind: TargetKind, id: Id): readonly Restriction[] =>
    restrictionsAt(index.graph, kind, id, graph.day.asOf).filter(
      ({ limits }) => asked === undefined || limits.length === 0 || limits.some((each) => asked.lineage.includes(each)),
    );
  const restrictions = [
    ...systems.flatMap(({ entity }) => at('SYSTEM', entity.id)),
    ...hops.flatMap(({ flow }) => at('FLOW', flow.id)),
    ...(channel === undefined ? [] : at('CHANNEL', channel.id)),
  ];
  return standingOf(
    restrictions.map(({ id }) => (asked === undefined ? judge(id) : judgedFor(judge(id), asked.lineage, []))),
  );
};

/** "A sends laboratory results by HL7 v2 to B, which sends it to C". */
const journey = (steps: readonly WayStep[], asked: AskedClass | undefined): string => {
  const hops = steps.flatMap(({ flow }, at) => {
    const to = steps[at + 1];
    if (flow === undefined || to === undefined) return [];
    const what = asked === undefined ? '' : at === 0 ? ` ${asked.name}` : ' it';
    return [`sends${what}${flow.protocol === undefined ? '' : ` by ${flow.protocol}`} to ${to.name}`];
  });
  return [steps[0]?.name ?? '', ...(hops.length === 0 ? [] : [` ${hops.join(', which ')}`])].join('');
};

const serving = (steps: readonly WayStep[], channel: AccessChannel | undefined): string => {
  if (channel === undefined) return '';
  return `${steps.length === 1 ? '' : ', which'} serves the channel ${channel.name}`;
};

const standingWords = ({ status, restrictions }: Pick<Standing, 'status' | 'restrictions'>): string => {
  if (status === undefined) return 'No restriction is recorded on this way.';
  const [all, least] =
    restrictions === 1
      ? ['One restriction is', 'it has']
      : [`${restrictions} restrictions are`, 'the least documented has'];
  return `${all} recorded on this way; ${least} ${stateWords[status]}.`;
};

const stateWords: Readonly<Record<DocumentationState, string>> = {
  NONE: 'no documented exception',
  INCOMPLETE: 'incomplete documentation',
  LATE: 'some evidence that came late',
  COMPLETE: 'complete documentation',
};

/** How many ways there are, and between what. */
export const describeWays = (graph: WayGraph, { value, exact }: PathCount, asked: AskedClass | undefined): string => {
  const { day, start, goal, channel, via } = graph;
  const name = (number: number): string => day.things[number]?.entity.name ?? '';
  const through = via.length === 0 ? '' : ` through ${listedWords(via.map(name))}`;
  const of = asked === undefined ? '' : ` for ${asked.name}`;
  const between = `from ${name(start)} to ${name(channel ?? goal)}${through}${of} on ${day.asOf}`;
  if (exact && value === 0) return `There is no way ${between}.`;
  if (exact) return `There ${value === 1 ? 'is' : 'are'} ${counted(value, 'way', 'ways')} ${between}.`;
  if (value === 0) return `No way ${between} was found so far, and not everything was looked at.`;
  return `There are at least ${counted(value, 'way', 'ways')} ${between}; loops make it too long to count them all.`;
};
