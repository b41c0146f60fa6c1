import type { SeenView } from './use-view.ts';

/** What was looked at instead of the inventory as it is now, in words for a saved file; `[]` for the inventory as it is now. Pure. */
export const viewFacts = ({
  at,
  scenario,
  namesHidden,
}: Pick<SeenView, 'at' | 'scenario' | 'namesHidden'>): readonly string[] => [
  ...(at === undefined ? [] : [`Frozen at revision ${at}`]),
  ...(scenario === undefined ? [] : [`What if: ${scenario}`]),
  ...(namesHidden ? ['Names hidden'] : []),
];

/** What a saved table is of. `revisions`: the inventory's before and after it was read. `narrowedTo`: what was filtered, in words. */
export interface SavedTable {
  readonly asOf: string;
  readonly revisions: readonly [number, number];
  readonly narrowedTo: readonly string[];
}

/** What a saved table says of itself: its day, the revision, what it is narrowed to, and what was looked at. Pure. */
export const aboutTable = (
  { asOf, revisions: [before, after], narrowedTo }: SavedTable,
  view: Pick<SeenView, 'at' | 'scenario' | 'namesHidden'>,
): string => {
  const revision =
    before === after ? `inventory revision ${after}` : `between inventory revisions ${before} and ${after}`;
  const facts = viewFacts(view).map((fact) => ` ${fact}.`);
  return `As of ${asOf}, ${revision}. ${narrowedTo.length === 0 ? 'Everything.' : `Narrowed to: ${narrowedTo.join('; ')}.`}${facts.join('')}`;
};

/** A table of texts without the columns of ids, which may be names; the rows above its heading stay as they are. Pure. */
export const withoutIds = <C extends string | number>(
  rows: readonly (readonly C[])[],
  heading: number,
  isId: (title: C) => boolean,
): readonly (readonly C[])[] => {
  const titles = rows[heading] ?? [];
  return rows.map((row, at) =>
    at < heading ? row : row.filter((_, column) => titles[column] === undefined || !isId(titles[column])),
  );
};
