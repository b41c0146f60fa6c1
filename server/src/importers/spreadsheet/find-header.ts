import { proposeColumns, type ChosenColumns, type ColumnsProposal } from './columns.ts';
import { isBlank, type Table, type TableRow } from './table.ts';

/** Where the titles of a table are and what they say. */
export interface FoundHeader {
  /** The row of the titles; of two rows of titles the lower. */
  readonly row: number;
  /** As many cells as that row has. */
  readonly width: number;
  readonly titles: readonly string[];
  readonly proposal: ColumnsProposal;
}

/** How many rows that are not blank are tried. */
const tried = 30;

/**
 * Returns the row whose titles say most, the first of equals: titles and dates often stand above it. Where a row of groups stands
 * above (`Source`, `Destination`, with `System` under both), the two are read together if that says more. `undefined` when no row
 * names systems or the two ends of flows.
 */
export const findHeader = (
  { head, sheet }: Pick<Table, 'head' | 'sheet'>,
  chosen: ChosenColumns = {},
): FoundHeader | undefined => {
  let best: FoundHeader | undefined;
  let most = 0;
  let widest = 0;
  const rows = head.filter((row) => !isBlank(row)).slice(0, tried);
  for (const [index, row] of rows.entries()) {
    const above = rows[index - 1];
    const filled = filledIn(row);
    // Titles stand above their values: a row below a fuller one is a row of values, whatever words are in it.
    const isBelow = widest >= 3 && filled <= widest;
    const looksLikeValues = isBelow || row.cells.some(isValue);
    if (!row.cells.some(isValue)) widest = Math.max(widest, filled);
    for (const titles of [row.cells, ...(above === undefined ? [] : grouped(above, row))]) {
      const proposal = proposeColumns(titles, chosen, sheet);
      if (looksLikeValues && !proposal.columns.some(({ isChosen, target }) => isChosen && target !== '')) continue;
      const score = scoreOf(proposal, most === 0);
      if (score <= most) continue;
      most = score;
      best = { row: row.row, width: row.cells.length, titles, proposal };
    }
  }
  return best;
};

const filledIn = ({ cells }: TableRow): number => cells.filter((cell) => cell.trim() !== '').length;

/** Nobody titles a column with a number (a year apart), a date, a truth, an address or a long text: what has one is no row of titles. */
const isValue = (cell: string): boolean => {
  const text = cell.trim();
  return (
    text.length > 120 ||
    (/^[\d.,:/ +-]*\d[\d.,:/ +-]*$/.test(text) && !/^(?:19|20)\d\d$/.test(text)) ||
    /^(?:true|false|yes|y|n)$/i.test(text) ||
    /@\w|:\/\//.test(text)
  );
};

/** Only the first titles tell what a table is not: cells of a list may well say "date of birth" or "table". */
const scoreOf = ({ kind, columns, isEnough, isDictionary, isOfPeople }: ColumnsProposal, isFirst: boolean): number => {
  if (isDictionary || isOfPeople) return isFirst ? 500 : 0;
  if (kind === undefined) return 0;
  return columns.filter(({ target }) => target !== '').length + (isEnough ? 1_000 : 0);
};

/** The titles with their groups before them, when the row above could be one of groups: fewer cells than titles, and more than one. */
const grouped = (above: TableRow, row: TableRow): readonly (readonly string[])[] => {
  const groups = filledIn(above);
  const titles = filledIn(row);
  if (above.row !== row.row - 1 || groups < 2 || groups >= titles) return [];
  let group = '';
  return [
    row.cells.map((title, index) => {
      const cell = above.cells[index]?.trim() ?? '';
      if (cell !== '') group = cell;
      return title.trim() === '' || group === '' ? title || cell : `${group} ${title}`;
    }),
  ];
};

/**
 * Returns the row that looks most like titles in a table whose titles are not known, so that a person can say what they are; `undefined`
 * when there is none. It must not be taken for titles lightly: what it holds is shown. So every cell is short, says something of its
 * own, and has no digits, addresses or dates; and a row that is much shorter than those below it is a heading, such as who made the list.
 */
export const guessTitles = ({ head }: Pick<Table, 'head'>): TableRow | undefined => {
  const rows = head.filter((row) => !isBlank(row)).slice(0, tried);
  const usual = median(rows.map(filledIn));
  return rows.find((row) => {
    const titles = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    return (
      titles.length >= 2 &&
      titles.length * 2 > usual &&
      new Set(titles).size === titles.length &&
      titles.every(couldBeTitle) &&
      titles.some((title) => title !== '#')
    );
  });
};

/** A slash joins two words, as in `Vendor / Mfr`; in a date or an address it does not stand between letters alone. */
const couldBeTitle = (title: string): boolean =>
  title === '#' ||
  (title.length <= 60 &&
    !/[\d@\\:]/.test(title) &&
    !/\//.test(title.replaceAll(/(?<=\p{L}[.)]?) ?\/ ?(?=\p{L})/gu, ' ')) &&
    /\p{L}/u.test(title));

/** Returns whether a text is plainly a table although its titles say nothing: three titles or more, and two rows or more that are as wide. */
export const isPlainTable = (table: Pick<Table, 'head'>): boolean => {
  const titles = guessTitles(table);
  if (titles === undefined || filledIn(titles) < 3) return false;
  const rows = table.head.filter((row) => row.row > titles.row && !isBlank(row));
  const even = rows.filter(({ cells }) => cells.length === titles.cells.length).length;
  return even >= 2 && even >= rows.length * 0.8;
};

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
