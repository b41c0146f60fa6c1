import type { CalendarDate, Id } from '../model/entity.ts';
import type { TraceStart } from './answer.ts';
import { createClassGraph } from './class-graph.ts';
import { numberOfId } from './edits.ts';
import { lineageOf } from './parts.ts';
import { reachFrom } from './reach.ts';
import { findStarts } from './starts.ts';
import type { TraceIndex } from './trace-index.ts';

/** Where a class, its parts left out, begins and is, and what passes it on, for one audience. */
export interface ClassAt {
  readonly starts: readonly TraceStart[];
  /** Systems that it is in for the audience, by id. */
  readonly has: readonly Id[];
  readonly carries: (flow: Id) => boolean;
  readonly offers: (channel: Id) => boolean;
}

/** Where a class is on a day for an audience. Linear in the part of the inventory that bears on it. Pure. */
export const classAt = (
  index: TraceIndex,
  { dataClass, asOf, audience }: { readonly dataClass: Id; readonly asOf: CalendarDate; readonly audience: Id },
): ClassAt => {
  const lineage = lineageOf(index, dataClass);
  const graph = createClassGraph(index, { lineage, asOf, audiences: [audience] });
  const { kinds } = findStarts(graph);
  const { any } = reachFrom(graph, [...kinds.keys()]);
  return {
    starts: [...kinds].map(([system, kind]) => ({ system: graph.systems[system]?.id ?? '', kind })),
    has: graph.systems.flatMap(({ id }, system) => (((any[system] ?? 0) & 1) === 0 ? [] : [id])),
    carries: (flow) => numberOfId(graph.flows, flow) !== -1,
    offers: (channel) => graph.channelOffer[numberOfId(graph.channels, channel)] === 'OFFERED',
  };
};
