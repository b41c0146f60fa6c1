import type { Artefact } from '../artefact/artefact.ts';
import type { ArtefactFacts, CannotTellFact } from '../facts/facts.ts';
import type { TitledTable } from './describe-columns.ts';
import { maxFacts, type ListFacts, type ReadCounts } from './list-facts.ts';
import { listNames, type ListKind } from './targets.ts';

/** What there is to say about a list that was read. */
export interface ListReading {
  readonly artefact: Artefact;
  readonly format: string;
  readonly lists: readonly TitledTable[];
  readonly kinds: readonly ListKind[];
  readonly facts: ListFacts;
  readonly counts: ReadCounts;
  readonly isWhole: boolean;
  readonly headers: string;
  /** What opening the file had to say. */
  readonly warnings: readonly string[];
}

/** Returns what a list says of itself, what was not understood in it, and what it cannot show. */
export const describeList = (
  reading: ListReading,
): Pick<ArtefactFacts, 'title' | 'describes' | 'cannotTell' | 'warnings'> => {
  const { artefact, format, lists, kinds, facts, counts, headers } = reading;
  const name = kinds.map((kind) => listNames[kind]).join(' and ');
  return {
    title: `${name.charAt(0).toUpperCase()}${name.slice(1)} (${format})`,
    describes: {
      format,
      ...(format === 'XLSX'
        ? {
            sheets: lists
              .map(({ table }) => table.sheet ?? '')
              .join(', ')
              .slice(0, 300),
          }
        : { encoding: artefact.encoding }),
      list: name,
      rows: counts.rows,
      rowsLeftOut: facts.warnings.leftOut(),
      ...(facts.joined === 0 ? {} : { rowsJoined: facts.joined }),
      headers,
      ...mappingOf(lists),
    },
    cannotTell: [...missing(reading), ...facts.cannotTell],
    warnings: warningsOf(reading),
  };
};

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

/**
 * What each column was read as, under `column: <title>`, or under `column: <sheet>!<title>` where two sheets use a title for different
 * things. Given back as the choice for a later file with the same titles, it gives the same reading.
 */
const mappingOf = (lists: readonly TitledTable[]): Readonly<Record<string, string>> => {
  const byTitle = new Map<string, Set<string>>();
  for (const { proposal } of lists)
    for (const { title, target } of proposal.columns) byTitle.set(title, (byTitle.get(title) ?? new Set()).add(target));
  const mapping = new Map<string, string>();
  for (const { table, proposal } of lists)
    for (const { title, target } of proposal.columns) {
      if (title === '') continue;
      const isTwofold = lists.length > 1 && (byTitle.get(title)?.size ?? 0) > 1;
      const key = isTwofold && table.sheet !== undefined ? `column: ${table.sheet}!${title}` : `column: ${title}`;
      // Of two columns with one title the first is read.
      if (!mapping.has(key) || mapping.get(key) === '') mapping.set(key, target);
    }
  return Object.fromEntries(mapping);
};

const missing = ({ kinds, lists, facts }: ListReading): readonly CannotTellFact[] => {
  const has = (target: string): boolean =>
    lists.some(({ proposal }) => proposal.columns.some((column) => column.target === target));
  const flowList = kinds.find((kind) => kind !== 'SYSTEMS');
  const subject = flowList === undefined ? '' : listNames[flowList];
  const flows = flowList !== undefined;
  return [
    ...(kinds.includes('SYSTEMS') && !has('system.classes')
      ? [{ subject: listNames.SYSTEMS, reason: 'it has no column that says what data a system holds', candidates: [] }]
      : []),
    ...(flows && !has('flow.classes')
      ? [{ subject, reason: 'it has no column that says what is carried', candidates: [] }]
      : []),
    ...(flows && !has('flow.active')
      ? [
          {
            subject,
            reason: 'it has no column that says what is in use',
            candidates: [],
          },
        ]
      : []),
    ...(flows && facts.filters.size === 0
      ? [
          {
            subject,
            reason: 'it says nothing about filters; that does not mean that there are none',
            candidates: [],
          },
        ]
      : []),
  ];
};

const warningsOf = ({ lists, facts, counts, isWhole, warnings }: ListReading): readonly string[] => {
  const unread = lists.flatMap(({ proposal }) =>
    proposal.columns.filter(({ target, title, isChosen }) => target === '' && title !== '' && !isChosen),
  );
  const wide = lists.some(({ width, proposal }) => width > proposal.columns.length);
  return [
    ...warnings,
    ...lists.flatMap(({ proposal }) => proposal.problems),
    ...(unread.length === 0
      ? []
      : [
          `${count(unread.length, 'column')} not read: ${unread
            .slice(0, 20)
            .map(({ title, reason }) => `"${title.slice(0, 60)}" (${reason})`)
            .join(
              ', ',
            )}. Choose what ${unread.length === 1 ? 'it is' : 'they are'} if ${unread.length === 1 ? 'it matters' : 'they matter'}.`,
        ]),
    ...(wide ? ['Only the first 500 columns were read.'] : []),
    ...(facts.cut === 0
      ? []
      : [`${count(facts.cut, 'cell')} with more than 300 characters: the first 300 of each are kept.`]),
    ...(counts.isCut
      ? [
          `The list is longer than what is read of one file (1,000,000 rows, ${maxFacts.toLocaleString('en-US')} facts of a kind); the rest was not read. Divide it into several files.`,
        ]
      : []),
    ...(counts.isCutOff
      ? ['The last row has fewer cells than the one above and no line break: the file may have been cut off.']
      : []),
    ...(isWhole
      ? []
      : [
          'Because not every row was read, nothing that an earlier list had is taken to be gone. Mend the rows and import again.',
        ]),
    ...facts.warnings.all(),
  ];
};
