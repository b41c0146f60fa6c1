import type { DescribedColumn, DescribedTable } from '../tables/described-table.ts';
import { familyKey } from '../tables/table-name.ts';

/** A logical table: tables that continue each other because one cannot have so many columns. */
export interface TableFamily {
  readonly key: string;
  /** One table with the columns of all; columns that several have, such as their key, come once. */
  readonly table: DescribedTable;
  /** The names of the tables, in the order of their numbers. */
  readonly members: readonly string[];
}

/** Returns tables put together by their families, in the order of their first tables. PATIENT and PATIENT_2 are one. Pure. */
export const familiesOf = (tables: readonly DescribedTable[]): readonly TableFamily[] => {
  const byKey = new Map<string, DescribedTable[]>();
  for (const table of tables) {
    const key = familyKey(table.name);
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [table]);
    else known.push(table);
  }
  return [...byKey].map(([key, group]) => {
    const sorted = group.toSorted((a, b) => numberOf(a.name, key) - numberOf(b.name, key));
    const [head = { name: key, columns: [], pointer: 'the file' }] = sorted;
    const columns = new Map<string, DescribedColumn>();
    for (const column of sorted.flatMap((each) => each.columns))
      if (!columns.has(column.name.toLowerCase())) columns.set(column.name.toLowerCase(), column);
    return { key, table: { ...head, columns: [...columns.values()] }, members: sorted.map(({ name }) => name) };
  });
};

/** Returns in words which tables a family is made of; `undefined` for one table that stands alone. */
export const familyWords = ({ members, key }: TableFamily): string | undefined => {
  const [only = ''] = members;
  if (members.length > 1) return `One logical table in ${members.length} parts: ${members.slice(0, 20).join(', ')}`;
  return numberOf(only, key) > 1
    ? `By its name it continues ${only.replace(/_\d+$/, '')}, which is not there`
    : undefined;
};

const numberOf = (name: string, key: string): number =>
  familyKey(name) === key ? Number(/_([2-9]|1\d)$/.exec(name)?.[1] ?? 1) : 1;
