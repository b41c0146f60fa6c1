import type { ClassLink } from '../model/concepts.ts';
import { isLiveOn, type CalendarDate, type Id } from '../model/entity.ts';
import { lineageOf, type TraceIndex } from '../trace/index.ts';

/** How links of a thing bear on a class: WHOLE where one names it or a class above it, PART where one names a part of it. */
export type Bearing = 'WHOLE' | 'PART' | 'NONE';

/** A class that is asked about on a day. */
export interface AskedClass {
  readonly name: string;
  readonly lineage: readonly Id[];
  /** How live links, of one thing or several, bear on it (design.md 4.1 item 1). */
  readonly bearingOf: (...lists: readonly (readonly ClassLink[])[]) => Bearing;
}

/** The class as the links of a day bear on it; `undefined` where there is no such class. */
export const askedClass = (index: TraceIndex, dataClass: Id, asOf: CalendarDate): AskedClass | undefined => {
  const asked = index.graph.DataClass.get(dataClass);
  if (asked === undefined) return undefined;
  const lineage = lineageOf(index, dataClass);
  const whole = new Set(lineage);
  const parts = partsBelow(index, dataClass, asOf);
  return {
    name: asked.name,
    lineage,
    bearingOf: (...lists) => {
      let bearing: Bearing = 'NONE';
      for (const links of lists)
        for (const link of links) {
          const isWhole = whole.has(link.dataClass);
          if ((isWhole || parts.has(link.dataClass)) && isLiveOn(link, asOf)) {
            if (isWhole) return 'WHOLE';
            bearing = 'PART';
          }
        }
      return bearing;
    },
  };
};

/** Every live part below a class. One that has ended is no part, but what is below it may go on. */
const partsBelow = (index: TraceIndex, dataClass: Id, asOf: CalendarDate): ReadonlySet<Id> => {
  const live = new Set<Id>();
  const seen = new Set([dataClass]);
  const queue = [dataClass];
  for (let id = queue.pop(); id !== undefined; id = queue.pop())
    for (const part of index.partsByClass.get(id) ?? []) {
      if (seen.has(part.id)) continue;
      seen.add(part.id);
      if (isLiveOn(part, asOf)) live.add(part.id);
      queue.push(part.id);
    }
  return live;
};
