import { catalogueSource, type RecordSetEntry } from './record-set-entries.ts';
import type { Catalogues } from '../catalogue/index.ts';
import type { DataClass } from '../model/concepts.ts';
import { compareIds, isLiveOn, type CalendarDate, type Id, type Revision } from '../model/entity.ts';
import { traceRestRemembered, type TraceIndex } from '../trace/index.ts';
import type { Coverage } from './coverage.ts';

/** One class that the catalogues put into the record set, and what the inventory has of it. */
export interface RecordSetLine extends RecordSetEntry {
  /** The data classes that stand for it, by id. */
  readonly dataClasses: readonly Id[];
  /** Whether a system of origin is recorded for one of them. */
  readonly withOrigin: boolean;
  /** Whether one of them, or a part of one, is released, limited or not, on some channel for some audience. */
  readonly released: boolean;
  /** Whether of one of them nobody decided if it belongs to the set. */
  readonly undecided: boolean;
}

/** How many classes of the catalogues stand how. All but `named` and `missing` are of those in the inventory. */
export interface RecordSetCounts {
  readonly named: number;
  readonly mapped: number;
  readonly missing: number;
  readonly withOrigin: number;
  readonly released: number;
  readonly undecided: number;
}

/** How much of the designated record set is mapped. Lines by name; a class of two branches counts in both groups, once in the total. */
export interface RecordSet {
  readonly asOf: CalendarDate;
  readonly revision: Revision;
  readonly lines: readonly RecordSetLine[];
  readonly groups: readonly { readonly id: string; readonly name: string; readonly counts: RecordSetCounts }[];
  readonly total: RecordSetCounts;
}

/** What a record set is read from: `coverage` is that of the whole inventory, of the same revision and day. */
export interface RecordSetQuestion {
  readonly index: TraceIndex;
  readonly catalogues: Catalogues;
  readonly coverage: Coverage;
}

/**
 * What the inventory has of the classes that the catalogues put into the designated record set. One is in the inventory when a live data class
 * of the level CLASS names its entry, or has its slug as id and names no other entry. Pure.
 */
export const recordSetOf = ({ index, catalogues, coverage }: RecordSetQuestion): RecordSet => {
  const { asOf } = coverage;
  const { groups, entries } = catalogueSource(catalogues);
  const standing = standingFor(index.classes.filter((each) => isLiveOn(each, asOf)));
  const released = new Set(
    coverage.rows
      .filter(({ cells }) => cells.some(({ someReleased }) => someReleased))
      .map(({ dataClass }) => dataClass),
  );
  const lines = entries.map((entry): RecordSetLine => {
    const found = [...(standing.get(entry.id) ?? []), ...(standing.get(`slug ${entry.slug}`) ?? [])];
    const ids = found.map(({ id }) => id).sort(compareIds);
    return {
      ...entry,
      dataClasses: ids,
      withOrigin: ids.some((id) => hasOrigin(index, id, asOf)),
      released: ids.some((id) => released.has(id)),
      undecided: found.some(({ drsStatus }) => drsStatus === 'UNDECIDED'),
    };
  });
  return {
    asOf,
    revision: coverage.revision,
    lines,
    groups: groups.map(({ id, name }) => ({
      id,
      name,
      counts: countLines(lines.filter((line) => line.groups.includes(id))),
    })),
    total: countLines(lines),
  };
};

/** Returns the classes that the catalogues put into the record set and no live data class stands for, as `recordSetOf` says it; by name. Pure. */
export const unmappedEntries = (
  index: Pick<TraceIndex, 'classes'>,
  catalogues: Catalogues,
  asOf: CalendarDate,
): readonly RecordSetEntry[] => {
  const standing = standingFor(index.classes.filter((each) => isLiveOn(each, asOf)));
  return catalogueSource(catalogues).entries.filter(
    ({ id, slug }) => !standing.has(id) && !standing.has(`slug ${slug}`),
  );
};

/** The classes by the entry they name; those that name none by their id, as a slug. */
const standingFor = (classes: readonly DataClass[]): ReadonlyMap<string, readonly DataClass[]> => {
  const found = new Map<string, DataClass[]>();
  for (const each of classes) {
    const key = each.catalogue ?? `slug ${each.id}`;
    const there = found.get(key);
    if (there === undefined) found.set(key, [each]);
    else there.push(each);
  }
  return found;
};

const hasOrigin = (index: TraceIndex, id: Id, asOf: CalendarDate): boolean => {
  const answer = traceRestRemembered(index, id, asOf);
  return answer.ok && answer.value.starts.some(({ kind }) => kind === 'ORIGIN');
};

const countLines = (lines: readonly RecordSetLine[]): RecordSetCounts => {
  const count = (fits: (line: RecordSetLine) => boolean): number => lines.filter(fits).length;
  const mapped = count(({ dataClasses }) => dataClasses.length > 0);
  return {
    named: lines.length,
    mapped,
    missing: lines.length - mapped,
    withOrigin: count(({ withOrigin }) => withOrigin),
    released: count(({ released }) => released),
    undecided: count(({ undecided }) => undecided),
  };
};

/** A record set in one sentence. */
export const describeRecordSet = ({ total }: RecordSet): string =>
  total.named === 0
    ? 'The catalogues name no class of the designated record set.'
    : `${total.mapped} of the ${total.named} classes that the catalogues name are in the inventory: ${total.withOrigin} with an origin, ${total.released} released by some channel, ${total.undecided} undecided.`;
