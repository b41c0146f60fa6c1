import type { ListRecordSetQuery } from '../../gql/graphql.ts';
import { effectWords, sentenceCase } from '../../graph-model/words.ts';

/** A link of a row. */
export interface RowLink {
  readonly href: string;
  readonly words: string;
  /** What it leads to, where that is not what the row is called. */
  readonly about?: string;
}

/** One thing of a list: what each column says, in words, and where it can be looked at; the first link is that of its name. */
export interface ListRow {
  readonly id: string;
  readonly cells: readonly string[];
  readonly links: readonly RowLink[];
}

/** Which classes of the catalogues are listed: by group, and by how they stand. */
export const standings = ['MAPPED', 'MISSING', 'ORIGIN', 'NO_ORIGIN', 'RELEASED', 'NOT_RELEASED', 'UNDECIDED'] as const;
export type Standing = (typeof standings)[number];

/** What each standing is called. */
export const standingNames: Readonly<Record<Standing, string>> = {
  MAPPED: 'In the inventory',
  MISSING: 'Not in the inventory',
  ORIGIN: 'With an origin',
  NO_ORIGIN: 'In the inventory, without an origin',
  RELEASED: 'Released by some channel',
  NOT_RELEASED: 'In the inventory, released by no channel',
  UNDECIDED: 'Undecided',
};

type Line = ListRecordSetQuery['recordSet']['lines'][number];

/** Whether a class stands so. Pure. */
export const standsSo = (line: Line, standing: Standing | undefined): boolean => {
  const mapped = line.dataClasses.length > 0;
  switch (standing) {
    case undefined:
      return true;
    case 'MAPPED':
      return mapped;
    case 'MISSING':
      return !mapped;
    case 'ORIGIN':
      return line.withOrigin;
    case 'NO_ORIGIN':
      return mapped && !line.withOrigin;
    case 'RELEASED':
      return line.released;
    case 'NOT_RELEASED':
      return mapped && !line.released;
    case 'UNDECIDED':
      return line.undecided;
  }
};

/** A class of the catalogues as a row: it leads to the trace of what stands for it. Pure. */
export const recordSetRow = (line: Line): ListRow => ({
  id: line.id,
  cells: [
    line.name,
    line.groups.join(', '),
    line.dataClasses.map(({ name }) => name).join(', ') || 'missing',
    yesNo(line.withOrigin),
    yesNo(line.released),
    line.undecided ? 'undecided' : '',
    line.unverified ? 'to be confirmed' : '',
  ],
  links: line.dataClasses.map(({ id, name }) => ({ href: traceHref(id), words: 'Trace', about: name })),
});

/** The address of the trace of a class. */
export const traceHref = (id: string): string => `/trace?class=${encodeURIComponent(id)}`;

/** The address of the record of a thing. */
export const recordHref = (concept: string, id: string): string =>
  `/record?concept=${concept}&id=${encodeURIComponent(id)}`;

/** The address of the page of a restriction. */
export const restrictionHref = (id: string): string => `/restriction?id=${encodeURIComponent(id)}`;

/** A code in plain letters: `VENDOR_DEFAULT` is `vendor default`. */
export const plainCode = (code: string | null | undefined): string => (code ?? '').toLowerCase().replaceAll('_', ' ');

/** What an effect does, with a capital. */
export const effectName = (effect: string): string => sentenceCase(effectWords(effect));

const yesNo = (value: boolean): string => (value ? 'yes' : 'no');

/** Rows that hold every word, in any column; upper and lower case are the same. Pure. */
export const rowsWith = (rows: readonly ListRow[], text: string | undefined): readonly ListRow[] => {
  const words = (text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const all = `${row.cells.join('\n')}\n${row.id}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
};

/** Rows sorted by a column, numbers in texts as numbers, what is empty last; what is equal stays as it was. Pure. */
export const rowsSorted = (rows: readonly ListRow[], column: number, descending: boolean): readonly ListRow[] => {
  const compare = new Intl.Collator('en', { numeric: true, sensitivity: 'base' }).compare;
  return rows.toSorted((a, b) => {
    const [x, y] = [a.cells[column] ?? '', b.cells[column] ?? ''];
    if (x === '' || y === '') return Number(x === '') - Number(y === '');
    return descending ? compare(y, x) : compare(x, y);
  });
};
