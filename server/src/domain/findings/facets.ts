import type { FindingState } from '../model/concepts.ts';
import { findingStates } from '../model/concepts.ts';
import { compareIds, type Id } from '../model/entity.ts';
import { bearingOf } from './bearing.ts';
import { findingLevels, type FindingLevel } from './finding.ts';
import { isDueWithin, narrowFindings, type FindingsFilter, type FindingsList } from './narrow-findings.ts';
import { isOverdue, type ReviewedFinding } from './reviewed.ts';

/** One choice and how many findings there are of it. */
export interface Counted<T> {
  readonly value: T;
  readonly count: number;
}

/**
 * How many findings fit a filter, and how many would for each choice of each condition, the others kept. Owners: `undefined` is nobody, who
 * comes first; systems and channels by id.
 */
export interface FindingFacets {
  readonly total: number;
  readonly rules: readonly Counted<string>[];
  readonly levels: readonly Counted<FindingLevel>[];
  readonly states: readonly Counted<FindingState>[];
  readonly owners: readonly Counted<string | undefined>[];
  readonly due: { readonly overdue: number; readonly week: number; readonly none: number };
  readonly systems: readonly Counted<Id>[];
  readonly channels: readonly Counted<Id>[];
}

/** The counts of a list under a filter; `rules` are those to be told, in their order. Pure. */
export const findingFacets = (list: FindingsList, filter: FindingsFilter, rules: readonly string[]): FindingFacets => {
  const without = (condition: keyof FindingsFilter): readonly ReviewedFinding[] =>
    narrowFindings(list, filter, condition);
  const due = without('due');
  const owners = tally(without('owner'), ({ review }) => [review?.owner]);
  return {
    total: narrowFindings(list, filter).length,
    rules: each(
      rules,
      tally(without('rules'), ({ rule }) => [rule]),
    ),
    levels: each(
      findingLevels,
      tally(without('levels'), ({ level }) => [level]),
    ),
    states: each(
      findingStates,
      tally(without('states'), ({ state }) => [state]),
    ),
    owners: [...owners]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => Number(a.value !== undefined) - Number(b.value !== undefined) || byName(a.value, b.value)),
    due: {
      overdue: due.filter((finding) => isOverdue(finding, list.asOf)).length,
      week: due.filter((finding) => isDueWithin(finding, list.asOf, 7)).length,
      none: due.filter(({ review }) => review?.dueOn === undefined).length,
    },
    systems: byId(tally(without('system'), (finding) => bearingOf(list.graph, finding).systems)),
    channels: byId(tally(without('channel'), (finding) => bearingOf(list.graph, finding).channels)),
  };
};

const tally = <T>(
  findings: readonly ReviewedFinding[],
  valuesOf: (finding: ReviewedFinding) => Iterable<T>,
): ReadonlyMap<T, number> => {
  const counts = new Map<T, number>();
  for (const finding of findings)
    for (const value of valuesOf(finding)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};

const each = <T>(values: readonly T[], counts: ReadonlyMap<T, number>): readonly Counted<T>[] =>
  values.map((value) => ({ value, count: counts.get(value) ?? 0 }));

const byId = (counts: ReadonlyMap<Id, number>): readonly Counted<Id>[] =>
  [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => compareIds(a.value, b.value));

const byName = (a = '', b = ''): number => compareIds(a.toLowerCase(), b.toLowerCase()) || compareIds(a, b);
