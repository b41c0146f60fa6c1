import { createRandom } from '../generators/random.ts';

/** A made database schema as a SQL script, and what is in it. */
export interface LargeSchema {
  readonly sql: string;
  readonly tables: number;
  readonly columns: number;
}

const types = ['VARCHAR(60)', 'VARCHAR(254)', 'NUMERIC(18)', 'DATE', 'TIMESTAMP', 'CHAR(1)', 'INTEGER'] as const;

const subjects = [
  'pat',
  'enc',
  'order',
  'result',
  'med',
  'allergy',
  'claim',
  'note',
  'appt',
  'image',
  'dose',
  'coverage',
];
const parts = ['hdr', 'line', 'hx', 'status', 'audit', 'ref', 'detail', 'comment', 'xref', 'event'];
const fields = [
  'code',
  'name',
  'date',
  'user_id',
  'reason',
  'value',
  'unit',
  'flag',
  'source',
  'text',
  'rank',
  'category',
];

/** Returns the export schema of an EHR as its maker would publish it: tables with a key, columns, and keys into other tables. The same each time. */
export const largeSchema = (tables: number, columns: number): LargeSchema => {
  const random = createRandom(1);
  const names = Array.from(
    { length: tables },
    (_, at) => `${random.pick(subjects)}_${random.pick(parts)}_${String(at + 1).padStart(4, '0')}`,
  );
  let written = 0;
  const statements = names.map((name, at) => {
    const count = Math.round(((at + 1) * columns) / tables) - written;
    written += count;
    const lines = Array.from({ length: count }, (_, column) =>
      column === 0
        ? `  ${name}_id NUMERIC(18) NOT NULL PRIMARY KEY`
        : `  ${random.pick(fields)}_${column} ${random.pick(types)}`,
    );
    const other = names[random.below(at + 1)] ?? name;
    return `CREATE TABLE ${name} (\n${[...lines, `  FOREIGN KEY (${name}_id) REFERENCES ${other} (${other}_id)`].join(',\n')}\n);\n`;
  });
  return { sql: statements.join('\n'), tables, columns: written };
};
