import type { CoverageBasis } from './basis.ts';
import type { Coverage, CoverageCell, CoverageRow } from './coverage.ts';
import type { CoverageFamily } from './family.ts';
import type { Outcome } from '../trace/index.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import type { Id } from '../model/entity.ts';

/** What a coverage is narrowed to. Several conditions: all of them. */
export interface CoverageFilter {
  /** Columns of this audience. */
  readonly audience?: Id;
  /** Columns of channels of these families, in this order. */
  readonly families?: readonly CoverageFamily[];
  /** Rows whose class has this in its name or id, upper and lower case alike. */
  readonly text?: string;
  /** Rows where some cell that is left has this outcome … */
  readonly outcome?: Outcome;
  /** … and this basis, where both are given: in the same cell. */
  readonly basis?: CoverageBasis;
  /** Rows where the channels that are left do not all do the same for the same audience. */
  readonly differing?: boolean;
}

/** The columns and rows that fit; a column of which no row is left stays. Pure and total. */
export const narrowCoverage = (
  { DataClass }: Pick<EhiGraph, 'DataClass'>,
  coverage: Coverage,
  filter: CoverageFilter,
): Coverage => {
  const { audience, families, text, outcome, basis, differing } = filter;
  if (Object.values(filter).every((each) => each === undefined)) return coverage;
  const all = coverage.columns.map((column, place) => ({ column, place }));
  const ofAudience = all.filter(({ column }) => audience === undefined || column.audience === audience);
  const kept =
    families === undefined
      ? ofAudience
      : families.flatMap((family) => ofAudience.filter(({ column }) => column.family === family));
  const columns = kept.map(({ column }) => column);
  const fits = (cell: CoverageCell): boolean =>
    (outcome === undefined || cell.outcome === outcome) && (basis === undefined || cell.basis === basis);
  const wanted = text?.trim().toLowerCase() ?? '';
  const isNamed = (id: Id): boolean => `${DataClass.get(id)?.name ?? ''}\n${id}`.toLowerCase().includes(wanted);
  const isAsked = outcome !== undefined || basis !== undefined;
  const rows = coverage.rows
    .filter(({ dataClass }) => wanted === '' || isNamed(dataClass))
    .map(({ dataClass, cells }): CoverageRow => ({
      dataClass,
      cells: kept.flatMap(({ place }) => cells[place] ?? []),
    }))
    .filter((row) => (!isAsked || row.cells.some(fits)) && (differing !== true || differs(row, columns)));
  return { ...coverage, columns, rows };
};

/** Whether channels do not all do the same with a class for the same audience. Pure and total. */
const differs = ({ cells }: CoverageRow, columns: Coverage['columns']): boolean => {
  const outcomeFor = new Map<Id, Outcome>();
  return columns.some(({ audience }, place) => {
    const outcome = cells[place]?.outcome;
    const known = outcomeFor.get(audience);
    if (outcome !== undefined && known === undefined) outcomeFor.set(audience, outcome);
    return outcome !== undefined && known !== undefined && known !== outcome;
  });
};
