import type { FilterFact, FlowFact } from '../facts/facts.ts';
import { withoutRepeats } from '../signs/dataset-signs.ts';
import type { TableSigns } from '../signs/table-signs.ts';
import { some } from '../tables/in-words.ts';
import { columnKey, type Dataset } from './dataset.ts';
import { isProof, type Lineage, type Run } from './lineage.ts';

/** What a job carries from one system to another, all its runs together. */
export interface Movement {
  readonly job: string;
  readonly from: string;
  readonly to: string;
  readonly pointer: string;
  readonly description: string;
  readonly inputs: Set<Dataset>;
  readonly outputs: Set<Dataset>;
  certainty: FlowFact['certainty'];
}

/** How many flows are kept of one file. */
export const mostFlows = 20_000;

/** Returns what jobs carry between systems, in the order of the file, and how many more there were than are kept. */
export const movements = ({
  runs,
  datasets,
  jobs,
}: Lineage): { readonly moved: readonly Movement[]; readonly more: number } => {
  const found = new Map<string, Movement>();
  let more = 0;
  for (const run of runs.values()) {
    if (!isProof(run)) continue;
    const [inputs, outputs] = [bySystem(run.inputs, datasets), bySystem(run.outputs, datasets)];
    for (const [from, read] of inputs)
      for (const [to, written] of outputs) {
        if (from === to) continue;
        const key = JSON.stringify([run.job, from, to]);
        const before = found.get(key);
        if (before === undefined && found.size >= mostFlows) {
          more += 1;
          continue;
        }
        const known = before ?? {
          job: run.job,
          from,
          to,
          pointer: run.pointer,
          description: jobs.get(run.job)?.description ?? '',
          inputs: new Set<Dataset>(),
          outputs: new Set<Dataset>(),
          certainty: certaintyOf(run),
        };
        for (const each of read) known.inputs.add(each);
        for (const each of written) known.outputs.add(each);
        if (certaintyOf(run) === 'CERTAIN' || known.certainty === 'POSSIBLE') known.certainty = certaintyOf(run);
        found.set(key, known);
      }
  }
  return { moved: [...found.values()], more };
};

/** Who saw a run end well knows that it moved something; who saw one begin does not. */
const certaintyOf = ({ hasCompleted, isDesign }: Run): FlowFact['certainty'] =>
  hasCompleted ? 'CERTAIN' : isDesign ? 'LIKELY' : 'POSSIBLE';

const bySystem = (
  keys: ReadonlySet<string>,
  datasets: ReadonlyMap<string, Dataset>,
): ReadonlyMap<string, readonly Dataset[]> => {
  const systems = new Map<string, Dataset[]>();
  for (const key of keys) {
    const dataset = datasets.get(key);
    if (dataset === undefined) continue;
    const list = systems.get(dataset.system) ?? [];
    list.push(dataset);
    systems.set(dataset.system, list);
  }
  return systems;
};

const flowKey = ({ job, from, to }: Movement): string => `${job} ${from}>${to}`;

const certainties = { CERTAIN: 'was seen to end', LIKELY: 'is declared', POSSIBLE: 'was seen to begin' } as const;

/** Returns what a job moves as a flow. It carries what it reads, and what is written that nothing read explains. */
export const toFlow = (
  movement: Movement,
  signs: ReadonlyMap<string, TableSigns>,
  scopeOfJob: (job: string) => string,
): FlowFact => {
  const { job, from, to, pointer, inputs, outputs, certainty, description } = movement;
  const signsOf = (dataset: Dataset, verb: string) =>
    (signs.get(dataset.key)?.classes ?? []).map((sign) => ({
      ...sign,
      reason: `it ${verb} ${dataset.name.slice(0, 120)}: ${sign.reason}`.slice(0, 300),
    }));
  const [read, written] = [[...inputs], [...outputs]].map((list) => list.map(({ name }) => name));
  return {
    key: flowKey(movement),
    scope: scopeOfJob(job),
    name: job,
    pointer,
    description: [
      `From ${some(read ?? [], 12)} to ${some(written ?? [], 12)}.`,
      `The job ${certainties[certainty]}.`,
      description,
    ]
      .filter((each) => each !== '')
      .join(' ')
      .slice(0, 900),
    from: `namespace:${from}`,
    to: `namespace:${to}`,
    trigger: 'job',
    engineRef: job,
    carries: withoutRepeats([
      ...[...inputs].flatMap((each) => signsOf(each, 'reads')),
      ...[...outputs].flatMap((each) => signsOf(each, 'writes')),
    ]),
    isComplete: false,
    certainty,
  };
};

/**
 * Returns a filter for each dataset that a job reads and of whose columns some are in nothing it writes. Only where the columns of the
 * dataset and those of everything written are both known.
 */
export const toFilters = (
  movement: Movement,
  { columns }: Pick<Lineage, 'columns'>,
  signs: ReadonlyMap<string, TableSigns>,
  scopeOfJob: (job: string) => string,
): readonly FilterFact[] => {
  const { job, inputs, outputs, pointer } = movement;
  const written = [...outputs].map(({ key }) => columns.get(key));
  if (written.some((each) => each === undefined)) return [];
  const used = new Set(written.flatMap((each) => [...(each?.values() ?? [])].flat()));
  return [...inputs].flatMap((input): readonly FilterFact[] => {
    const gone = input.fields.filter(({ name }) => !used.has(columnKey(input.key, name))).map(({ name }) => name);
    // A dataset none of whose columns is named may be read as a whole, or only to look something up.
    if (gone.length === 0 || gone.length === input.fields.length) return [];
    return [
      {
        key: `${flowKey(movement)} ${input.key}`,
        scope: scopeOfJob(job),
        name: `${gone.length} of ${input.fields.length} columns of ${input.name} are not taken`,
        pointer,
        at: { kind: 'FLOW', key: flowKey(movement) },
        nature: 'PROJECTION',
        effect: 'FILTERS',
        classes: signs.get(input.key)?.classes ?? [],
        expression: `Nothing that is written is made of ${some(gone, 20)}`,
        certainty: 'POSSIBLE',
      },
    ];
  });
};
