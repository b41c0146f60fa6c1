import type { ImportRunRowFragment } from '../../gql/graphql.ts';
import { toCsv } from '../../graph-model/csv.ts';
import { statement } from '../../graph-model/statement.ts';
import { withoutIds } from '../../view/saved-about.ts';
import { contentWords, statusWords } from './words.ts';

/** One import there was. */
export type RunData = ImportRunRowFragment;

/** The imports by when they began, newest first. Pure. */
export const newestFirst = (runs: readonly RunData[]): readonly RunData[] =>
  runs.toSorted((a, b) => (a.startedAt === b.startedAt ? 0 : a.startedAt < b.startedAt ? 1 : -1));

/** Who imported it: the first entry of its log; empty when the log has more than was fetched. */
export const importedBy = ({ history }: RunData): string => history.at(-1)?.actor ?? '';

const titles = [
  'file',
  'what it is',
  'kind',
  'kept under',
  'dated',
  'began',
  'ended',
  'by',
  'state',
  'has',
  'appeared',
  'changed',
  'vanished',
  'stayed the same',
  'added to the inventory',
  'changed in the inventory',
  'warnings',
  'taken back by',
  'taken back at',
  'taken back because',
  'id',
] as const;

/** The imports as CSV, ending with what the file is of and what the product says of itself. Without ids where names are hidden. Pure. */
export const runsAsCsv = (runs: readonly RunData[], about: string, namesHidden: boolean): string => {
  const below = [about, statement].map((words) => ['about', words, ...titles.slice(2).map(() => '')]);
  const rows = [titles, ...runs.map(rowOf), ...below];
  return toCsv(namesHidden ? withoutIds<string | number>(rows, 0, (title) => title === 'id') : rows);
};

const rowOf = (run: RunData): readonly (string | number)[] => {
  // Not every kind of file is counted the same way: what was not counted is not 0.
  const count = (name: string): number | string => run.counts.find((each) => each.name === name)?.count ?? '';
  return [
    run.file,
    run.title ?? '',
    run.kind,
    run.origin ?? '',
    run.dated ?? '',
    run.startedAt,
    run.finishedAt ?? '',
    importedBy(run),
    statusWords[run.status],
    contentWords(run.counts),
    count('appeared'),
    count('changed'),
    count('vanished'),
    count('unchanged'),
    count('created'),
    count('updated'),
    run.warnings.join('; '),
    run.undoneBy ?? '',
    run.undoneAt ?? '',
    run.undoReason ?? '',
    run.id,
  ];
};
