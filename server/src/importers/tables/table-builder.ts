import type { DescribedTable } from './described-table.ts';
import {
  columnComment,
  mostColumns,
  mostColumnsOfTable,
  mostTables,
  nameText,
  tableComment,
} from './described-table.ts';
import { counted, some } from './in-words.ts';
import { bareName, tableKey } from './table-name.ts';

/** What is said of a column, in one place or bit by bit. */
export interface ColumnNews {
  readonly name: string;
  readonly type?: string | undefined;
  readonly comment?: string | undefined;
  readonly isPrimary?: boolean | undefined;
  /** The table it points to, and the column when it is said. */
  readonly references?: { readonly table: string; readonly column?: string | undefined } | undefined;
}

interface Building {
  readonly name: string;
  readonly pointer: string;
  readonly columns: Map<string, ColumnNews>;
  /** Whether its columns were given, and not only keys or comments. */
  isDefined: boolean;
  comment?: string;
  readonly parents: Set<string>;
}

/** Puts tables together from statements in any order. Names are the same in any case of letters; what is said twice counts once. */
export interface TableBuilder {
  readonly define: (name: string, pointer: string) => void;
  readonly column: (table: string, news: ColumnNews, pointer: string) => void;
  readonly key: (
    table: string,
    key: {
      readonly columns: readonly string[];
      readonly references?: { readonly table: string; readonly columns: readonly string[] };
    },
    pointer: string,
  ) => void;
  readonly comment: (table: string, text: string, pointer: string) => void;
  /** The table has the columns of another as well. */
  readonly inherit: (table: string, parent: string) => void;
  readonly drop: (table: string) => void;
  readonly dropColumn: (table: string, column: string) => void;
  readonly rename: (table: string, to: string) => void;
  readonly build: () => BuiltTables;
}

/** The tables of a schema in the order of the file, and what it does not have. */
export interface BuiltTables {
  readonly tables: readonly DescribedTable[];
  /** How many of them have columns, and not only keys or comments. */
  readonly defined: number;
  readonly primaryKeys: number;
  readonly foreignKeys: number;
  /** Tables that others point to or inherit from and that the file does not have. */
  readonly missing: readonly string[];
  /** Tables whose columns are in part those of a table that the file does not have. */
  readonly orphans: readonly string[];
  /** How many tables and columns were too many. */
  readonly left: number;
}

/** Returns a builder without tables. */
export const createTableBuilder = (): TableBuilder => {
  const tables = new Map<string, Building>();
  let columns = 0;
  let left = 0;
  const building = (name: string, pointer: string): Building | undefined => {
    const clean = nameText(name);
    if (clean === undefined) return undefined;
    const key = tableKey(clean);
    const known = tables.get(key);
    if (known !== undefined) return known;
    if (tables.size >= mostTables) {
      left += 1;
      return undefined;
    }
    const made: Building = { name: clean, pointer, columns: new Map(), isDefined: false, parents: new Set() };
    tables.set(key, made);
    return made;
  };
  const column = (table: Building, news: ColumnNews): void => {
    const name = nameText(news.name);
    if (name === undefined) return;
    const key = name.toLowerCase();
    const known = table.columns.get(key);
    if (known === undefined && (columns >= mostColumns || table.columns.size >= mostColumnsOfTable)) {
      left += 1;
      return;
    }
    if (known === undefined) columns += 1;
    table.columns.set(key, {
      name: known?.name ?? name,
      type: known?.type ?? news.type,
      comment: known?.comment ?? columnComment(news.comment),
      isPrimary: known?.isPrimary === true || news.isPrimary === true,
      references: known?.references ?? news.references,
    });
  };

  return {
    define: (name, pointer) => {
      const table = building(name, pointer);
      if (table !== undefined) table.isDefined = true;
    },
    column: (name, news, pointer) => {
      const table = building(name, pointer);
      if (table === undefined) return;
      column(table, news);
      if (news.type !== undefined) table.isDefined = true;
    },
    key: (name, { columns: names, references }, pointer) => {
      const table = building(name, pointer);
      if (table === undefined) return;
      for (const [index, each] of names.entries())
        column(
          table,
          references === undefined
            ? { name: each, isPrimary: true }
            : { name: each, references: { table: references.table, column: references.columns[index] } },
        );
    },
    comment: (name, text, pointer) => {
      const table = building(name, pointer);
      const comment = tableComment(text);
      if (table !== undefined && comment !== undefined) table.comment ??= comment;
    },
    inherit: (name, parent) => tables.get(tableKey(name))?.parents.add(parent),
    drop: (name) => {
      columns -= tables.get(tableKey(name))?.columns.size ?? 0;
      tables.delete(tableKey(name));
    },
    dropColumn: (name, gone) => {
      if (tables.get(tableKey(name))?.columns.delete(gone.toLowerCase()) === true) columns -= 1;
    },
    rename: (name, to) => {
      const table = tables.get(tableKey(name));
      if (table === undefined || tables.has(tableKey(to))) return;
      tables.delete(tableKey(name));
      tables.set(tableKey(to), { ...table, name: to });
    },
    build: () => buildTables(tables, left),
  };
};

/** Returns what of a file could not be kept or is not in it, for people. */
export const builtWarnings = ({ left, missing, orphans, defined }: BuiltTables): readonly string[] => [
  ...(left === 0
    ? []
    : [
        `${left} tables or columns are left out: at most ${mostTables} tables and ${mostColumns} columns of one file are kept.`,
      ]),
  ...(defined === 0 || missing.length === 0
    ? []
    : [
        `${counted(missing.length, 'table')} that others point to ${missing.length === 1 ? 'is' : 'are'} not in the file: ${some(missing)}. Import the file that describes ${missing.length === 1 ? 'it' : 'them'} too.`,
      ]),
  ...(orphans.length === 0
    ? []
    : [
        `${counted(orphans.length, 'table')} also ${orphans.length === 1 ? 'has' : 'have'} the columns of a table that is not in the file: ${some(orphans)}.`,
      ]),
];

const buildTables = (tables: ReadonlyMap<string, Building>, left: number): BuiltTables => {
  const find = finder(tables);
  const missing = new Map<string, string>();
  const orphans: string[] = [];
  let primaryKeys = 0;
  let foreignKeys = 0;
  const note = (name: string): void => {
    if (find(name) === undefined) missing.set(tableKey(name), name);
  };
  const described = [...tables.values()].map((table): DescribedTable => {
    const { columns, isOrphan } = withParents(table, find, note);
    if (isOrphan) orphans.push(table.name);
    return {
      name: table.name,
      pointer: table.pointer,
      ...(table.comment === undefined ? {} : { comment: table.comment }),
      columns: columns.map(({ name, type, comment, isPrimary, references }) => {
        if (isPrimary === true) primaryKeys += 1;
        if (references !== undefined) {
          foreignKeys += 1;
          note(references.table);
        }
        return {
          name,
          ...(type === undefined ? {} : { type }),
          ...(isPrimary === true
            ? { key: 'PRIMARY' as const }
            : references === undefined
              ? {}
              : { key: 'FOREIGN' as const }),
          ...(references === undefined ? {} : { references: pointsTo(references, find) }),
          ...(comment === undefined ? {} : { comment }),
        };
      }),
    };
  });
  const defined = [...tables.values()].filter(({ isDefined }) => isDefined).length;
  return { tables: described, defined, primaryKeys, foreignKeys, missing: [...missing.values()], orphans, left };
};

type Find = (name: string) => Building | undefined;

/** Finds a table by its name, with or without a schema. */
const finder = (tables: ReadonlyMap<string, Building>): Find => {
  const byBareName = new Map<string, Building | null>();
  for (const [key, table] of tables) byBareName.set(bareName(key), byBareName.has(bareName(key)) ? null : table);
  return (name) => tables.get(tableKey(name)) ?? byBareName.get(bareName(tableKey(name))) ?? undefined;
};

/** A table that names itself as its parent, or in a ring, ends. */
const deepest = 20;

const withParents = (
  table: Building,
  find: Find,
  note: (name: string) => void,
): { readonly columns: readonly ColumnNews[]; readonly isOrphan: boolean } => {
  const columns = new Map(table.columns);
  const seen = new Set([table]);
  let isOrphan = false;
  let parents = [...table.parents];
  for (let level = 0; parents.length > 0 && level < deepest; level += 1) {
    const next: string[] = [];
    for (const name of parents) {
      note(name);
      const parent = find(name);
      if (parent === undefined) isOrphan = true;
      if (parent === undefined || seen.has(parent)) continue;
      seen.add(parent);
      // The key of a parent is not one of its child; what it points to is kept, as it says what the child is about.
      for (const [key, column] of parent.columns)
        if (!columns.has(key)) columns.set(key, { ...column, isPrimary: false });
      next.push(...parent.parents);
    }
    parents = next;
  }
  return { columns: [...columns.values()].slice(0, mostColumnsOfTable), isOrphan };
};

const pointsTo = ({ table, column }: NonNullable<ColumnNews['references']>, find: Find): string => {
  const target = find(table);
  const only = [...(target?.columns.values() ?? [])].filter(({ isPrimary }) => isPrimary === true);
  const at = column ?? (only.length === 1 ? only[0]?.name : undefined);
  const own = at === undefined ? undefined : (target?.columns.get(at.toLowerCase())?.name ?? at);
  return [target?.name ?? table, ...(own === undefined ? [] : [own])].join('.').slice(0, 260);
};
