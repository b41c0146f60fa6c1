import type { HoldingFact, PartFact } from '../facts/facts.ts';
import type { TableSigns } from '../signs/table-signs.ts';
import type { DescribedTable } from './described-table.ts';

/** Returns a table as a holding. `key` is what it is known by in every later file; `remark` stands behind the comment. */
export const tableHolding = (
  table: DescribedTable,
  { classes, columns, remark }: TableSigns,
  {
    key,
    scope,
    format,
    extra,
  }: { readonly key: string; readonly scope: string; readonly format: string; readonly extra?: string },
): HoldingFact => ({
  key: `table:${key}`.slice(0, 300),
  scope,
  name: table.name,
  pointer: table.pointer,
  system: 'self',
  format,
  description: [table.comment, extra, remark]
    .filter((text) => text !== undefined)
    .map(sentence)
    .join(' '),
  parts: table.columns.map((column, index): PartFact => ({ ...column, classes: columns[index] ?? [] })),
  classes,
});

const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
