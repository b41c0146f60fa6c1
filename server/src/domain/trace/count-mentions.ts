import type { AccessChannel, ClassLink, Flow, System } from '../model/concepts.ts';
import type { Id } from '../model/entity.ts';
import type { StructureEdits } from './day-index.ts';
import type { Structure } from './day-parts.ts';
import type { Edit } from './edits.ts';

/** How many things name a class. `counted` is there once somebody asked. */
export interface Counts {
  readonly of: (dataClass: Id) => number;
  readonly counted: () => ReadonlyMap<Id, number> | undefined;
}

/** The counts of a structure: those of the one before after the edits, where they are known; else from nothing, when first asked for. */
export const countMentions = (
  { systems, flows, channels }: Structure,
  previous: Counts | undefined,
  [systemEdits, flowEdits, channelEdits]: StructureEdits,
): Counts => {
  const edits =
    (systemEdits?.length ?? Infinity) + (flowEdits?.length ?? Infinity) + (channelEdits?.length ?? Infinity);
  if (previous !== undefined && edits === 0) return previous;
  const before = previous?.counted();
  let counts: Map<Id, number> | undefined;
  const add = (links: readonly ClassLink[], by: number): void => {
    if (counts === undefined) return;
    // A class that a thing names twice is counted once.
    for (const id of new Set(links.map(({ dataClass }) => dataClass))) counts.set(id, (counts.get(id) ?? 0) + by);
  };
  const addEdits = <T>(edits: readonly Edit<T>[], linksOf: (thing: T) => readonly ClassLink[]): void => {
    for (const edit of edits) {
      if (edit.before !== undefined) add(linksOf(edit.before), -1);
      if (edit.after !== undefined) add(linksOf(edit.after), 1);
    }
  };
  if (before !== undefined && systemEdits !== undefined && flowEdits !== undefined && channelEdits !== undefined) {
    counts = new Map(before);
    addEdits(systemEdits, holdsOf);
    addEdits(flowEdits, carriesOf);
    addEdits(channelEdits, releasesOf);
  }
  const count = (): Map<Id, number> => {
    if (counts !== undefined) return counts;
    counts = new Map();
    for (const system of systems) add(holdsOf(system), 1);
    for (const flow of flows) add(carriesOf(flow), 1);
    for (const channel of channels) add(releasesOf(channel), 1);
    return counts;
  };
  return { of: (dataClass) => count().get(dataClass) ?? 0, counted: () => counts };
};

const holdsOf = ({ holds }: System): readonly ClassLink[] => holds;
const carriesOf = ({ carries }: Flow): readonly ClassLink[] => carries;
const releasesOf = ({ releases }: AccessChannel): readonly ClassLink[] => releases;
