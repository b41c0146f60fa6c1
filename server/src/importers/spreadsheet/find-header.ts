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
 * own, and has no digits, addresses or dates.
 */
export const guessTitles = ({ head }: Pick<Table, 'head'>): TableRow | undefined =>
  head
    .filter((row) => !isBlank(row))
    .slice(0, tried)
    .find(({ cells }) => {
      const titles = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
      return (
        titles.length >= 2 &&
        new Set(titles).size === titles.length &&
        titles.every((title) => title.length <= 60 && !/[\d@/\\:]/.test(title) && /\p{L}/u.test(title))
      );
    });
