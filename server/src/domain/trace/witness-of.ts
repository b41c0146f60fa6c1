import { stopsRelease, type Restriction } from '../model/concepts.ts';
import type { CalendarDate, Id } from '../model/entity.ts';
import type { TracePath, TracedRestriction } from './answer.ts';
import { namesOf } from './answer-part.ts';
import { createClassGraph } from './class-graph.ts';
import { numberOfId } from './edits.ts';
import { describePath, restrictionsOn } from './describe-path.ts';
import { lineageOf } from './parts.ts';
import { reachFrom } from './reach.ts';
import { findStarts } from './starts.ts';
import type { TraceIndex } from './trace-index.ts';
import { shortestWay } from './witness.ts';

/** What is to be shown of a class: that it leaves by a channel for an audience. */
export interface WayOut {
  readonly dataClass: Id;
  readonly asOf: CalendarDate;
  readonly channel: Id;
  readonly audience: Id;
}

/**
 * A shortest path by which a class leaves by a channel for an audience, as `tracePaths` gives it for that class; `undefined` where none does.
 * Linear in the part of the inventory that bears on the class. Pure.
 */
export const shortestPathOut = (
  index: TraceIndex,
  { dataClass, asOf, channel, audience }: WayOut,
): TracePath | undefined => {
  const lineage = lineageOf(index, dataClass);
  const graph = createClassGraph(index, { lineage, asOf, audiences: [audience] });
  const number = graph.channels.findIndex(({ id }) => id === channel);
  const system = graph.channelSystem[number] ?? -1;
  const starts = [...findStarts(graph).kinds.keys()];
  const reached = ((reachFrom(graph, starts).any[system] ?? 0) & 1) !== 0;
  const stopped = (((graph.onSystem[system]?.stops ?? 0) | (graph.onChannel[number]?.stops ?? 0)) & 1) !== 0;
  if (!reached || stopped || graph.channelOffer[number] !== 'OFFERED' || graph.channelFor[number] !== 1) {
    return undefined;
  }
  const way = shortestWay(graph, starts, system, 1, false);
  const ids = [graph.systems[way.systems[0] ?? -1]?.id, ...way.flows.map((flow) => graph.flows[flow]?.id)];
  const path = { ...way, channel: number, key: `${ids.join('~')}~>${channel}` };
  const status = restrictionsOn(graph, { ...path, status: 'RELEASED' }, 1).length === 0 ? 'RELEASED' : 'LIMITED';
  return describePath(graph, namesOf(index.graph.Audience), 0, { ...path, status });
};

/** A way that is to be walked: from a system by these flows, out by a channel, for an audience. */
export interface AskedWay extends WayOut {
  readonly start: Id;
  readonly flows: readonly Id[];
}

/**
 * The path along a way, as `tracePaths` gives it for that class; `undefined` where the class does not begin at its start, or does not get along
 * it: something is not there, does not carry or release it, or stops it. Pure.
 */
export const pathAlong = (
  index: TraceIndex,
  { dataClass, asOf, channel, audience, start, flows }: AskedWay,
): TracePath | undefined => {
  const lineage = lineageOf(index, dataClass);
  const graph = createClassGraph(index, { lineage, asOf, audiences: [audience] });
  const stops = (place: { readonly stops: number } | undefined): boolean => ((place?.stops ?? 0) & 1) !== 0;
  const systems = [numberOfId(graph.systems, start)];
  if (!findStarts(graph).kinds.has(systems[0] ?? -1)) return undefined;
  const numbers: number[] = [];
  for (const id of flows) {
    const flow = numberOfId(graph.flows, id);
    const from = systems.at(-1) ?? -1;
    if (flow === -1 || graph.flowFrom[flow] !== from || stops(graph.onSystem[from]) || stops(graph.onFlow[flow]))
      return undefined;
    numbers.push(flow);
    systems.push(graph.flowTo[flow] ?? -1);
  }
  const out = numberOfId(graph.channels, channel);
  const last = systems.at(-1) ?? -1;
  const leaves =
    graph.channelSystem[out] === last && graph.channelOffer[out] === 'OFFERED' && graph.channelFor[out] === 1;
  if (!leaves || stops(graph.onSystem[last]) || stops(graph.onChannel[out])) return undefined;
  const path = { systems, flows: numbers, channel: out, key: `${[start, ...flows].join('~')}~>${channel}` };
  const status = restrictionsOn(graph, { ...path, status: 'RELEASED' }, 1).length === 0 ? 'RELEASED' : 'LIMITED';
  return describePath(graph, namesOf(index.graph.Audience), 0, { ...path, status });
};

/**
 * The id under which `tracePaths` gives the path that shows a restriction; `undefined` where no path ends at it: it lies behind another, or lets
 * pass what comes to a system or by a flow. Pure.
 */
export const pathIdOf = (
  { place, witness }: Pick<TracedRestriction, 'place' | 'witness'>,
  { appliesTo, effect }: Restriction,
): string | undefined => {
  if (place === 'BEHIND') return undefined;
  const steps = witness.id.split('~').slice(0, -1);
  if (appliesTo.kind === 'CHANNEL') return [...steps, `>${appliesTo.id}`].join('~');
  if (!stopsRelease(effect)) return undefined;
  return appliesTo.kind === 'SYSTEM'
    ? [...steps, '='].join('~')
    : [...steps.slice(0, -1), `|${appliesTo.id}`].join('~');
};
