import { field, items, textField, type Located } from '../json-value.ts';
import {
  columnSources,
  describeDataset,
  emptyDataset,
  isPlaceholder,
  jobName,
  nameOf,
  type Dataset,
} from './dataset.ts';
import { tablesOfSql } from './sql-tables.ts';

/** A run of a job, or a job whose design somebody declared. */
export interface Run {
  readonly job: string;
  readonly pointer: string;
  /** Keys of datasets. */
  readonly inputs: Set<string>;
  readonly outputs: Set<string>;
  hasCompleted: boolean;
  hasFailed: boolean;
  /** It was not seen running: what it should do is declared. */
  readonly isDesign: boolean;
}

/** What is known of a job whichever run said it. */
export interface Job {
  readonly name: string;
  readonly pointer: string;
  readonly sqlTables: Set<string>;
  description: string;
}

/** What events of jobs and datasets come to (`add` mutates it). */
export interface Lineage {
  readonly add: (event: unknown, pointer: string) => void;
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly runs: ReadonlyMap<string, Run>;
  readonly jobs: ReadonlyMap<string, Job>;
  /** For each output, which columns of which datasets its columns are made of. */
  readonly columns: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
  readonly counts: () => {
    readonly events: number;
    readonly failed: number;
    readonly left: number;
    readonly unnamed: number;
    readonly last: string;
  };
}

const mostDatasets = 25_000;
const mostRuns = 200_000;
const mostColumns = 300_000;
/** How many datasets of one run are kept on each side. */
const mostEnds = 1_000;

/** Returns an empty lineage. */
export const createLineage = (): Lineage => {
  const datasets = new Map<string, Dataset>();
  const runs = new Map<string, Run>();
  const jobs = new Map<string, Job>();
  const columns = new Map<string, ReadonlyMap<string, readonly string[]>>();
  let [events, failed, left, unnamed, kept] = [0, 0, 0, 0, 0];
  let last = '';

  const datasetOf = (at: Located): string | undefined => {
    const names = nameOf(at.value);
    if (names === undefined) {
      unnamed += 1;
      return undefined;
    }
    const known = datasets.get(names.key);
    if (known === undefined && datasets.size >= mostDatasets) {
      left += 1;
      return undefined;
    }
    const dataset = known ?? emptyDataset(names, at.pointer);
    const before = dataset.fields.length;
    if (kept < mostColumns) describeDataset(dataset, at);
    kept += dataset.fields.length - before;
    datasets.set(dataset.key, dataset);
    return dataset.key;
  };

  const endsOf = (at: Located, side: 'inputs' | 'outputs', ends: Set<string>): void => {
    const list = items(at, side);
    left += Math.max(0, list.length - mostEnds);
    for (const each of list.slice(0, mostEnds)) {
      const key = datasetOf(each);
      if (key === undefined) continue;
      if (ends.size < mostEnds) ends.add(key);
      const sources = side === 'outputs' ? columnSources(each.value) : undefined;
      if (sources !== undefined && sources.size > 0) columns.set(key, sources);
    }
  };

  const jobOf = (job: unknown, pointer: string): Job => {
    const name = jobName(job);
    const known = jobs.get(name) ?? { name, pointer, sqlTables: new Set<string>(), description: '' };
    jobs.set(name, known);
    const facets = field(job, 'facets');
    known.description ||= textField(field(facets, 'documentation'), 'description') ?? '';
    const sql = field(field(facets, 'sql'), 'query');
    if (typeof sql === 'string' && !isPlaceholder(sql) && known.sqlTables.size < mostEnds)
      for (const table of tablesOfSql(sql)) known.sqlTables.add(table);
    return known;
  };

  return {
    datasets,
    runs,
    jobs,
    columns,
    counts: () => ({ events, failed, left, unnamed, last }),
    add: (event, pointer) => {
      const single = field(event, 'dataset');
      if (single === undefined && field(event, 'job') === undefined) return;
      events += 1;
      const time = textField(event, 'eventTime') ?? '';
      if (/^\d{4}-\d\d-\d\dT/.test(time) && time > last) last = time.slice(0, 30);
      if (single !== undefined) {
        datasetOf({ value: single, pointer: `${pointer}.dataset` });
        return;
      }
      const at = { value: event, pointer };
      const said = textField(field(event, 'run'), 'runId') ?? '';
      const id = said === '' || isPlaceholder(said) ? `job ${jobName(field(event, 'job'))}` : `run ${said}`;
      if (!runs.has(id) && runs.size >= mostRuns) {
        left += 1;
        return;
      }
      const { name } = jobOf(field(event, 'job'), pointer);
      const run = runs.get(id) ?? {
        job: name,
        pointer,
        inputs: new Set<string>(),
        outputs: new Set<string>(),
        hasCompleted: false,
        hasFailed: false,
        isDesign: field(event, 'run') === undefined && field(event, 'eventType') === undefined,
      };
      runs.set(id, run);
      const type = textField(event, 'eventType')?.toUpperCase() ?? '';
      const isFailure = type === 'FAIL' || type === 'ABORT';
      if (isFailure) {
        failed += 1;
        run.hasFailed = true;
      }
      run.hasCompleted ||= type === 'COMPLETE';
      // What a failed run was to read and write is known by name, and proves no flow.
      endsOf(at, 'inputs', isFailure ? new Set() : run.inputs);
      endsOf(at, 'outputs', isFailure ? new Set() : run.outputs);
    },
  };
};

/** Returns whether a run is a sign that data moves: it ended well, or did not fail as far as the file tells. */
export const isProof = ({ hasCompleted, hasFailed }: Run): boolean => hasCompleted || !hasFailed;
