import {
  noFacts,
  type ArtefactFacts,
  type ClassSign,
  type FlowFact,
  type HoldingFact,
  type NoteFact,
  type PartFact,
  type SystemFact,
} from '../facts/facts.ts';
import type { Reading } from '../importer.ts';
import { field, items, textField, type Located } from '../json-value.ts';
import { redactAddress } from '../redact.ts';
import { createWordMatcher } from '../signs/class-signs.ts';

/** What events of jobs and datasets come to (`add` mutates it). */
export interface Lineage {
  readonly add: (event: unknown, pointer: string) => void;
  readonly facts: () => ArtefactFacts;
}

interface Dataset {
  readonly key: string;
  readonly system: string;
  readonly name: string;
  readonly pointer: string;
  description: string;
  fields: readonly PartFact[];
}

interface Run {
  readonly job: string;
  readonly pointer: string;
  readonly inputs: Set<string>;
  readonly outputs: Set<string>;
  readonly columns: Set<string>;
  hasFailed: boolean;
}

/** Test recordings stand for a value with `${…}` or `{{ … }}`: nobody knows it. */
const isPlaceholder = (text: string): boolean => /^\s*(?:\$\{|\{\{)/.test(text);

const mostDatasets = 100_000;
const mostRuns = 200_000;

/** Returns an empty lineage. */
export const createLineage = ({ vocabulary, options }: Reading): Lineage => {
  const matcher = createWordMatcher(vocabulary);
  const datasets = new Map<string, Dataset>();
  const runs = new Map<string, Run>();
  let [events, failed, left] = [0, 0, 0];
  let last = '';

  const datasetOf = (at: Located): string | undefined => {
    const name = textField(at.value, 'name');
    const namespace = textField(at.value, 'namespace');
    if (name === undefined || isPlaceholder(name)) return undefined;
    const system = namespace === undefined || isPlaceholder(namespace) ? 'unknown' : redactAddress(namespace);
    const key = `${system} ${name}`;
    const known = datasets.get(key);
    if (known === undefined && datasets.size >= mostDatasets) {
      left += 1;
      return undefined;
    }
    const dataset = known ?? { key, system, name, pointer: at.pointer, description: '', fields: [] };
    const facets = field(at.value, 'facets');
    dataset.description ||= textField(field(facets, 'documentation'), 'description') ?? '';
    const fields = items({ value: field(facets, 'schema'), pointer: at.pointer }, 'fields');
    if (dataset.fields.length === 0) dataset.fields = fields.slice(0, 2_000).flatMap(toPart);
    datasets.set(key, dataset);
    return key;
  };

  return {
    add: (event, pointer) => {
      const type = textField(event, 'eventType')?.toUpperCase() ?? '';
      const at = { value: event, pointer };
      const job = field(event, 'job');
      const name = textField(job, 'name');
      const single = field(event, 'dataset');
      if (single !== undefined) {
        events += 1;
        datasetOf({ value: single, pointer: `${pointer}.dataset` });
        return;
      }
      if (job === undefined) return;
      events += 1;
      const time = textField(event, 'eventTime') ?? '';
      if (/^\d{4}-/.test(time) && time > last) last = time.slice(0, 30);
      const jobName =
        [textField(job, 'namespace'), name].filter((each) => each !== undefined && !isPlaceholder(each)).join('.') ||
        'a job without a name';
      const said = textField(field(event, 'run'), 'runId') ?? '';
      const id = said === '' || isPlaceholder(said) ? jobName : said;
      if (!runs.has(id) && runs.size >= mostRuns) {
        left += 1;
        return;
      }
      const run = runs.get(id) ?? {
        job: jobName,
        pointer,
        inputs: new Set<string>(),
        outputs: new Set<string>(),
        columns: new Set<string>(),
        hasFailed: false,
      };
      runs.set(id, run);
      if (type === 'FAIL' || type === 'ABORT') {
        run.hasFailed = true;
        failed += 1;
      }
      for (const input of items(at, 'inputs')) addTo(run.inputs, datasetOf(input));
      for (const output of items(at, 'outputs')) {
        addTo(run.outputs, datasetOf(output));
        const columns = field(field(field(output.value, 'facets'), 'columnLineage'), 'fields');
        for (const column of Object.keys(columns ?? {}).slice(0, 200)) run.columns.add(column);
      }
    },
    facts: () => {
      const systems = new Map<string, SystemFact>();
      for (const { system, pointer } of datasets.values())
        if (!systems.has(system)) systems.set(system, toSystem(system, pointer));
      const flows = new Map<string, FlowFact>();
      const notes = new Map<string, NoteFact>();
      for (const run of runs.values())
        if (!run.hasFailed)
          addRun(run, datasets, flows, notes, (name, pointer) => signsOf(matcher.signsIn(name), pointer));
      return {
        kind: 'openlineage',
        title: `OpenLineage, ${events} events of ${new Set([...runs.values()].map(({ job }) => job)).size} jobs`,
        grade: 'OBSERVED',
        origin: options.origin ?? 'openlineage',
        ...(last === '' ? {} : { date: last }),
        describes: { events, runs: runs.size, datasets: datasets.size },
        ...noFacts,
        systems: [...systems.values()],
        flows: [...flows.values()],
        holdings: [...datasets.values()].map((dataset) =>
          toHolding(dataset, (name) => signsOf(matcher.signsIn(name), dataset.pointer)),
        ),
        notes: [...notes.values()],
        warnings: [
          ...(failed > 0 ? [`${failed} events tell of runs that failed: no flow is taken from those.`] : []),
          ...(left > 0 ? [`The file has more datasets or runs than are kept; ${left} were passed over.`] : []),
        ],
      };
    },
  };
};

const addTo = (set: Set<string>, key: string | undefined): void => {
  if (key !== undefined) set.add(key);
};

const toPart = ({ value }: Located): readonly PartFact[] => {
  const name = textField(value, 'name');
  if (name === undefined) return [];
  const type = textField(value, 'type');
  const comment = textField(value, 'description');
  return [
    {
      name,
      ...(type === undefined ? {} : { type }),
      ...(comment === undefined ? {} : { comment: comment.slice(0, 200) }),
      classes: [],
    },
  ];
};

const signsOf = (
  hits: readonly { readonly sign: { readonly classes: readonly string[] }; readonly phrase: string }[],
  pointer: string,
): readonly ClassSign[] =>
  hits.map(({ sign, phrase }) => ({
    classes: sign.classes,
    certainty: sign.classes.length === 1 ? 'LIKELY' : 'POSSIBLE',
    reason: `"${phrase}" stands in its name`,
    pointer,
  }));

const toSystem = (name: string, pointer: string): SystemFact => ({
  key: `namespace:${name}`,
  scope: `namespace:${name}`,
  name: name === 'unknown' ? 'a store without a name' : name,
  pointer,
  isSelf: false,
  isUnresolved: true,
  identifiers: /:\/\//.test(name) && !/(?:localhost|127\.0\.0\.1)/.test(name) ? [name] : [],
  certainty: 'CERTAIN',
});

const toHolding = (dataset: Dataset, signs: (name: string) => readonly ClassSign[]): HoldingFact => ({
  key: dataset.key,
  scope: `namespace:${dataset.system}`,
  name: dataset.name,
  pointer: dataset.pointer,
  ...(dataset.description === '' ? {} : { description: dataset.description }),
  system: `namespace:${dataset.system}`,
  parts: dataset.fields,
  classes: signs(`${dataset.name} . ${dataset.description}`),
});

/** A job that reads at one place and writes at another moves data; within one place it is lineage. */
const addRun = (
  { job, pointer, inputs, outputs, columns }: Run,
  datasets: ReadonlyMap<string, Dataset>,
  flows: Map<string, FlowFact>,
  notes: Map<string, NoteFact>,
  signs: (name: string, pointer: string) => readonly ClassSign[],
): void => {
  const [from, to] = [inputs, outputs].map((keys) => [...keys].flatMap((key) => datasets.get(key) ?? []));
  for (const output of to ?? []) {
    const outside = (from ?? []).filter(({ system }) => system !== output.system);
    for (const input of outside) {
      const key = `${job} ${input.system}>${output.system}`;
      const carried = signs(`${input.name} . ${output.name}`, pointer);
      const known = flows.get(key);
      const carries = [...(known?.carries ?? []), ...carried];
      flows.set(key, {
        key,
        scope: `job:${job}`,
        name: job,
        pointer: known?.pointer ?? pointer,
        from: `namespace:${input.system}`,
        to: `namespace:${output.system}`,
        trigger: 'job',
        carries: carries.filter(
          ({ classes }, at) => carries.findIndex((each) => each.classes.join() === classes.join()) === at,
        ),
        isComplete: false,
        certainty: 'CERTAIN',
      });
    }
    if ((from ?? []).length === 0) continue;
    const key = `${job} ${output.key}`;
    notes.set(key, {
      key,
      scope: `job:${job}`,
      name: `${job} makes ${output.name}`,
      pointer,
      description: `From ${(from ?? [])
        .map(({ name }) => name)
        .slice(0, 20)
        .join(', ')}${columns.size === 0 ? '' : `; columns ${[...columns].slice(0, 40).join(', ')}`}`,
      code: 'lineage',
      about: { kind: 'SYSTEM', key: `namespace:${output.system}` },
    });
  }
};
