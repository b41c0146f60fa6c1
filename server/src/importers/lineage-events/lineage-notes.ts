import type { FilterPlace, NoteFact } from '../facts/facts.ts';
import { some } from '../tables/in-words.ts';
import { bareName, tableKey } from '../tables/table-name.ts';
import type { Dataset } from './dataset.ts';
import { isProof, type Lineage } from './lineage.ts';

/** Returns which job makes which dataset of which, what columns are made of, and what tables the SQL of a job names. */
export const lineageNotes = (lineage: Lineage, scopeOfJob: (job: string) => string): readonly NoteFact[] => [
  ...jobNotes(lineage, scopeOfJob),
  ...columnNotes(lineage),
  ...sqlNotes(lineage, scopeOfJob),
];

const aboutOf = ({ system }: Dataset): FilterPlace => ({ kind: 'SYSTEM', key: `namespace:${system}` });

const jobNotes = ({ runs, datasets }: Lineage, scopeOfJob: (job: string) => string): readonly NoteFact[] => {
  const notes = new Map<string, NoteFact>();
  for (const run of runs.values()) {
    if (!isProof(run)) continue;
    const { job, pointer } = run;
    const [inputs, outputs] = [run.inputs, run.outputs].map((keys) =>
      [...keys].flatMap((key) => datasets.get(key) ?? []),
    );
    const read = (inputs ?? []).map(({ name }) => name);
    for (const output of outputs ?? [])
      notes.set(`${job} ${output.key}`, {
        key: `${job} ${output.key}`,
        scope: scopeOfJob(job),
        name: `${job} makes ${output.name}`,
        pointer,
        description: read.length === 0 ? 'The file does not show of what' : `From ${some(read, 20)}`,
        code: 'lineage',
        about: aboutOf(output),
      });
    if ((outputs ?? []).length > 0) continue;
    for (const input of inputs ?? [])
      notes.set(`${job} reads ${input.key}`, {
        key: `${job} reads ${input.key}`,
        scope: scopeOfJob(job),
        name: `${job} reads ${input.name}`,
        pointer,
        description: 'The file does not show where it goes from there',
        code: 'lineage',
        about: aboutOf(input),
      });
  }
  return [...notes.values()];
};

const columnNotes = ({ columns, datasets }: Lineage): readonly NoteFact[] =>
  [...columns].flatMap(([key, sources]): readonly NoteFact[] => {
    const dataset = datasets.get(key);
    if (dataset === undefined) return [];
    const lines = [...sources].map(([column, from]) =>
      from.length === 0
        ? column
        : `${column} from ${some(
            from.map((each) => inWords(each, datasets)),
            4,
          )}`,
    );
    return [
      {
        key: `columns ${key}`,
        scope: `namespace:${dataset.system}`,
        name: `What the columns of ${dataset.name} are made of`,
        pointer: dataset.pointer,
        description: bounded(lines),
        code: 'column-lineage',
        about: aboutOf(dataset),
      },
    ];
  });

const inWords = (key: string, datasets: ReadonlyMap<string, Dataset>): string => {
  const [dataset = '', column = ''] = key.split('\n');
  return `${datasets.get(dataset)?.name ?? dataset}.${column}`;
};

/** As many lines as a note holds, and how many more there are. */
const bounded = (lines: readonly string[]): string => {
  const kept: string[] = [];
  let length = 0;
  for (const line of lines) {
    length += line.length + 2;
    if (length > 850) return `${kept.join('; ')} and ${lines.length - kept.length} more`;
    kept.push(line);
  }
  return kept.join('; ');
};

/** Tables that a statement names and no event does: what a job reads besides what it reports. */
const sqlNotes = ({ jobs, datasets }: Lineage, scopeOfJob: (job: string) => string): readonly NoteFact[] => {
  const known = new Set([...datasets.values()].map(({ name }) => bareName(tableKey(name))));
  return [...jobs.values()].flatMap(({ name, pointer, sqlTables }): readonly NoteFact[] => {
    const others = [...sqlTables].filter(
      (table) => !known.has(bareName(tableKey(table))) && !/__dbt_(?:tmp|backup)/i.test(table),
    );
    if (others.length === 0) return [];
    return [
      {
        key: `sql ${name}`,
        scope: scopeOfJob(name),
        name: `${name} names tables in its SQL that no event reports`,
        pointer,
        description: some(others, 20),
        code: 'sql-tables',
      },
    ];
  });
};
