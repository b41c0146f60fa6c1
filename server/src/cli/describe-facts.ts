import type { ImportReport } from '../app/import-artefact.ts';
import { toTable } from './output.ts';

/** How many facts of one kind are written out; `--json` gives all. */
const mostShown = 40;

const words: Readonly<Record<string, string>> = {
  holdings: 'tables or documents',
  cannotTell: 'things it does not tell',
};

/** Returns the import of a file whose facts are observed, as people read it: what it is, what it shows, what is new, and what to decide. */
export const describeFacts = (report: ImportReport): string => {
  const { file, title, dryRun, factCounts, seen, cannotTell, warnings, run, revision, origin } = report;
  const would = dryRun ? ' (dry run, nothing was written)' : '';
  if (report.alreadyImported !== undefined)
    return [`${file}: ${title}${would}`, ...warnings.map((warning) => `Note: ${warning}`)].join('\n');
  const { appeared = 0, changed = 0, unchanged = 0, vanished = 0, classes = 0, parts = 0, ...kinds } = factCounts;
  const shown = Object.entries(kinds).filter(([, count]) => count > 0);
  const open = seen.filter(({ status, change }) => change !== 'VANISHED' && status !== 'MATCHED' && status !== 'NOTED');
  return [
    `${file}: ${title}${would}`,
    `It shows ${shown.map(([name, count]) => `${count} ${words[name] ?? name}${name === 'holdings' && parts > 0 ? ` with ${parts} columns or fields` : ''}`).join(', ') || 'nothing'}${classes === 0 ? '' : `; it points at ${classes} data classes`}.`,
    `Since the last file of "${origin ?? ''}": ${appeared} appeared, ${changed} changed, ${unchanged} are the same, ${vanished} vanished.`,
    ...table('Not in the inventory as it is seen here:', [
      ['STATUS', 'FACT', 'NAME', 'WHERE'],
      ...open
        .slice(0, mostShown)
        .map(({ status, fact, name, pointer }) => [statusWords[status], fact, name.slice(0, 80), pointer]),
      ...(open.length > mostShown ? [['', '', `and ${open.length - mostShown} more`, '']] : []),
    ]),
    ...table('What changed since the last file:', [
      ['FACT', 'NAME', 'FIELD', 'BEFORE', 'NOW'],
      ...bounded(
        seen.flatMap(({ fact, name, changes }) =>
          changes.map(({ field, before, after }) => [
            fact,
            name.slice(0, 80),
            field,
            shortened(before),
            shortened(after),
          ]),
        ),
      ),
    ]),
    ...table('With what of the inventory it is matched:', [
      ['STATUS', 'FACT', 'NAME', 'STANDS FOR', 'WHY'],
      ...bounded(
        seen.flatMap(({ status, fact, name, match, differences }) =>
          match === undefined
            ? []
            : [
                [
                  statusWords[status],
                  fact,
                  name.slice(0, 80),
                  `${match.name} (${match.concept} ${match.id})`,
                  [
                    ...match.reasons.slice(0, 1),
                    ...differences.map(
                      ({ field, declared, observed }) =>
                        `${field}: ${shortened(declared) || 'nothing'} there, ${shortened(observed) || 'nothing'} in the file`,
                    ),
                  ].join('; '),
                ],
              ],
        ),
      ),
    ]),
    ...table('It does not tell:', [
      ['WHAT', 'WHY'],
      ...cannotTell.slice(0, mostShown).map(({ subject, reason }) => [subject.slice(0, 60), reason]),
    ]),
    ...warnings.map((warning) => `Note: ${warning}`),
    dryRun ? '' : `Run ${run}. The inventory is at revision ${revision}. Decide with: atlas reconcile --run ${run}`,
  ]
    .filter((line, at, all) => line !== '' || at < all.length - 1)
    .join('\n')
    .trimEnd();
};

const bounded = (rows: readonly (readonly string[])[]): readonly (readonly string[])[] => [
  ...rows.slice(0, mostShown),
  ...(rows.length > mostShown ? [['', `and ${rows.length - mostShown} more`]] : []),
];

const shortened = (text: string): string => (text.length > 100 ? `${text.slice(0, 100)} …` : text);

/** How something stands to the inventory, in words. */
export const statusWords = {
  MATCHED: 'matched',
  CONFLICTING: 'conflicting',
  AMBIGUOUS: 'ambiguous',
  OBSERVED_ONLY: 'observed only',
  UNMAPPED: 'class unknown',
  NOTED: 'noted',
} as const;

const table = (heading: string, rows: readonly (readonly string[])[]): readonly string[] =>
  rows.length <= 1 ? [] : ['', heading, toTable(rows), ''];
