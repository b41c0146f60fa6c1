import { noFacts, type ArtefactFacts, type HoldingFact, type SystemFact } from '../facts/facts.ts';
import type { Reading } from '../importer.ts';
import { datasetSigns } from '../signs/dataset-signs.ts';
import type { TableSigns } from '../signs/table-signs.ts';
import { counted } from '../tables/in-words.ts';
import { unknownSystem, type Dataset } from './dataset.ts';
import { lineageNotes } from './lineage-notes.ts';
import type { Lineage } from './lineage.ts';
import { mostFlows, movements, toFilters, toFlow } from './movements.ts';

/** How many notes are kept of one file. */
const mostNotes = 50_000;

/** Returns the facts of a lineage: each namespace is a system, what jobs carry from one to another is a flow, within one it is a note. Pure. */
export const lineageFacts = (lineage: Lineage, { vocabulary, options }: Reading): ArtefactFacts => {
  const datasets = [...lineage.datasets.values()];
  const signs = signsByKey(datasets, vocabulary);
  const { moved, more } = movements(lineage);
  const notes = lineageNotes(lineage, scopeOfJob);
  const { events, failed, left, unnamed, last } = lineage.counts();
  const origin = options.origin ?? 'openlineage';
  return {
    ...noFacts,
    kind: 'openlineage',
    title: `OpenLineage, ${counted(events, 'event')} of ${counted(lineage.jobs.size, 'job')}`,
    grade: 'OBSERVED',
    origin,
    ...(last === '' ? {} : { date: last }),
    describes: {
      events,
      runs: lineage.runs.size,
      jobs: lineage.jobs.size,
      datasets: datasets.length,
      'events of failed runs': failed,
    },
    systems: systemsOf(datasets),
    flows: moved.map((each) => toFlow(each, signs, scopeOfJob)),
    holdings: datasets.filter(({ isDropped }) => !isDropped).map((each) => toHolding(each, signs.get(each.key))),
    filters: moved.flatMap((each) => toFilters(each, lineage, signs, scopeOfJob)),
    notes: notes.slice(0, mostNotes),
    cannotTell: [
      {
        subject: 'rows',
        reason: 'events name datasets and columns; which rows a job leaves out is in its code, which is not read',
        candidates: [],
      },
      {
        subject: 'other jobs',
        reason: 'only jobs that report events are seen, and only while they were recorded',
        candidates: [],
      },
    ],
    warnings: [
      ...(failed === 0 ? [] : [`${counted(failed, 'event')} tell of runs that failed: no flow is taken from those.`]),
      ...(unnamed === 0
        ? []
        : [
            `${counted(unnamed, 'mention')} of datasets have no name, or only a placeholder for one, and are left out. Record the events of a real run.`,
          ]),
      ...(left === 0
        ? []
        : [
            `${left} datasets, runs or mentions were too many and are left out: import the events of fewer jobs at once.`,
          ]),
      ...(more === 0 ? [] : [`Flows between more systems than are kept: ${mostFlows} are, and ${more} are left out.`]),
      ...(notes.length <= mostNotes ? [] : [`Of ${notes.length} notes on lineage, the first ${mostNotes} are kept.`]),
    ],
  };
};

const scopeOfJob = (job: string): string => `job:${job}`.slice(0, 300);

const signsByKey = (
  datasets: readonly Dataset[],
  vocabulary: Reading['vocabulary'],
): ReadonlyMap<string, TableSigns> => {
  const all = datasetSigns(
    datasets.map(({ name, description, fields, pointer }) => ({
      name,
      ...(description === '' ? {} : { comment: description }),
      columns: fields,
      pointer,
    })),
    vocabulary,
  );
  return new Map(datasets.flatMap(({ key }, index) => (all[index] === undefined ? [] : [[key, all[index]]])));
};

const systemsOf = (datasets: readonly Dataset[]): readonly SystemFact[] => {
  const systems = new Map<string, { readonly pointer: string; readonly addresses: Set<string> }>();
  for (const { system, pointer, addresses } of datasets) {
    const known = systems.get(system) ?? { pointer, addresses: new Set<string>() };
    for (const each of addresses) if (known.addresses.size < 20) known.addresses.add(each);
    systems.set(system, known);
  }
  return [...systems].map(([name, { pointer, addresses }]) => ({
    key: `namespace:${name}`,
    scope: `namespace:${name}`,
    name: name === unknownSystem ? 'a store without a name' : name,
    pointer,
    isSelf: false,
    // A namespace is an address, or a word of whoever set the job up.
    isUnresolved: true,
    identifiers: [name, ...addresses].filter((each, at, all) => isAddress(each) && all.indexOf(each) === at),
    certainty: name === unknownSystem ? 'POSSIBLE' : 'CERTAIN',
  }));
};

/** What every machine calls itself tells none apart. */
const isAddress = (text: string): boolean =>
  text.includes('://') && !/:\/\/(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0)/.test(text);

const toHolding = (
  { key, system, name, pointer, description, fields, remarks }: Dataset,
  signs: TableSigns | undefined,
): HoldingFact => {
  const words = [description, ...remarks, signs?.remark ?? ''].filter((each) => each !== '').map(sentence);
  return {
    key,
    scope: `namespace:${system}`,
    name,
    pointer,
    ...(words.length === 0 ? {} : { description: words.join(' ').slice(0, 900) }),
    system: `namespace:${system}`,
    format: 'dataset',
    parts: fields.map((each, index) => ({ ...each, classes: signs?.columns[index] ?? [] })),
    classes: signs?.classes ?? [],
  };
};

const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
