import { changedAt, type ReviewedFinding } from './reviewed.ts';
import type { FindingsList } from './narrow-findings.ts';

export const findingSorts = ['LEVEL', 'DUE', 'NEWEST'] as const;
/** What findings are sorted by: as they come (level, rule, id), by due date, or by when something of them was last written. */
export type FindingSort = (typeof findingSorts)[number];

/** The findings in an order; those that are equal in it stay as they came. Pure. */
export const sortFindings = ({ graph, findings }: FindingsList, sort: FindingSort): readonly ReviewedFinding[] => {
  switch (sort) {
    case 'LEVEL':
      return findings;
    case 'DUE':
      // After every day: what has none comes last.
      return byKey(findings, ({ review }) => review?.dueOn ?? '~', 1);
    case 'NEWEST':
      return byKey(findings, (finding) => changedAt(graph, finding) ?? '', -1);
  }
};

const byKey = (
  findings: readonly ReviewedFinding[],
  keyOf: (finding: ReviewedFinding) => string,
  way: 1 | -1,
): readonly ReviewedFinding[] =>
  findings
    .map((finding) => ({ finding, key: keyOf(finding) }))
    .sort((a, b) => (a.key < b.key ? -way : a.key > b.key ? way : 0))
    .map(({ finding }) => finding);
