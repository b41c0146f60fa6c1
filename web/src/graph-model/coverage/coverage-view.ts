import type { Outcome } from '../answer-input.ts';
import { counted, outcomeWords } from '../words.ts';
import { coverageOutcomes, type CoverageClassInput, type CoverageInput, type StateInput } from './coverage-input.ts';

/** How the rows can be grouped. */
export const coverageGroupings = ['branch', 'uscdi', 'domain', 'none'] as const;
export type CoverageGrouping = (typeof coverageGroupings)[number];

/** What each grouping is called. */
export const groupingWords: Readonly<Record<CoverageGrouping, string>> = {
  branch: 'Branch of the record set',
  uscdi: 'USCDI version',
  domain: 'Domain',
  none: 'Not grouped',
};

/** A line of the matrix: the heading of a group, or a class with its cells. */
export type CoverageLine =
  | { readonly kind: 'group'; readonly id: string; readonly name: string; readonly detail: string }
  | {
      readonly kind: 'row';
      readonly id: string;
      readonly name: string;
      readonly detail: string;
      /** The name of its group; empty where nothing is grouped. */
      readonly group: string;
      readonly states: readonly StateInput[];
    };

/** The matrix as lines, in the order in which they are shown: by group, then by name. */
export interface CoverageView {
  readonly columns: CoverageInput['columns'];
  readonly lines: readonly CoverageLine[];
  readonly grouping: CoverageGrouping;
}

/** Builds the lines. `branchNames`: names of branches by code; codes are shown where there is none. Pure and total. */
export const buildCoverageView = (
  { columns, rows, states }: CoverageInput,
  grouping: CoverageGrouping,
  branchNames: ReadonlyMap<string, string>,
): CoverageView => {
  const groups = new Map<string, { name: string; sort: string; rows: Extract<CoverageLine, { kind: 'row' }>[] }>();
  for (const { dataClass, states: numbers } of rows) {
    const { name, sort } = groupOf(dataClass, grouping, branchNames);
    const group = groups.get(sort) ?? { name, sort, rows: [] };
    groups.set(sort, group);
    group.rows.push({
      kind: 'row',
      id: dataClass.id,
      name: dataClass.name,
      detail: detailOf(dataClass, grouping),
      group: name,
      states: numbers.flatMap((number) => states[number] ?? []),
    });
  }
  const lines = [...groups.values()]
    .toSorted((a, b) => a.sort.localeCompare(b.sort, 'en', { numeric: true }))
    .flatMap(({ name, sort, rows: members }): readonly CoverageLine[] => {
      const sorted = members.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
      if (grouping === 'none') return sorted;
      const detail = `${counted(members.length, 'class', 'classes')}: ${countsOf(members)}`;
      return [{ kind: 'group', id: `group ${sort}`, name, detail }, ...sorted];
    });
  return { columns, lines, grouping };
};

/** `sort` keeps what belongs to no group last. */
const groupOf = (
  { drsBranch, drsStatus, uscdi, partOf }: CoverageClassInput,
  grouping: CoverageGrouping,
  branchNames: ReadonlyMap<string, string>,
): { readonly name: string; readonly sort: string } => {
  switch (grouping) {
    case 'branch': {
      if (drsBranch) return { name: branchNames.get(drsBranch) ?? drsBranch, sort: `a ${drsBranch}` };
      const outside = drsStatus === 'NO' || drsStatus === 'EXCLUDED';
      return outside
        ? { name: 'Outside the designated record set', sort: 'z outside' }
        : { name: 'No branch recorded', sort: 'y none' };
    }
    case 'uscdi':
      return uscdi ? { name: `USCDI ${uscdi}`, sort: `a ${uscdi}` } : { name: 'Not in USCDI', sort: 'z' };
    case 'domain':
      return partOf
        ? { name: partOf.name, sort: `a ${partOf.name} ${partOf.id}` }
        : { name: 'Of no domain', sort: 'z' };
    case 'none':
      return { name: '', sort: '' };
  }
};

const statusWords: Readonly<Record<string, string>> = {
  UNDECIDED: 'record set undecided',
  EXCLUDED: 'excluded',
  NO: 'not in the record set',
};

/** What stands below a class's name: what the grouping does not say already. */
const detailOf = ({ drsStatus, uscdi }: CoverageClassInput, grouping: CoverageGrouping): string =>
  [grouping === 'uscdi' || !uscdi ? '' : `USCDI ${uscdi}`, statusWords[drsStatus] ?? '']
    .filter((each) => each !== '')
    .join(' · ');

const countsOf = (rows: readonly { readonly states: readonly StateInput[] }[]): string => {
  const counts = new Map<Outcome, number>();
  for (const { states } of rows) for (const { outcome } of states) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return coverageOutcomes
    .flatMap((outcome) => {
      const count = counts.get(outcome) ?? 0;
      return count === 0 ? [] : [`${count} ${outcomeWords[outcome]}`];
    })
    .join('; ');
};
