import { restrict } from './add-restrictions.ts';
import { addFlow, addSystem, type Draft, type DraftSystem } from './draft.ts';
import type { Hubs } from './generate-inventory.ts';
import type { Random } from './random.ts';
import type { Size } from './size.ts';

/** A defect that was put in: the rule that has to find it, and what it has to point at, as `kind:id`, sorted. */
export interface PlantedDefect {
  readonly rule: string;
  readonly entities: readonly string[];
}

/** The rules of which every finding was planted. */
export const plantedRules = [
  'undocumented-restriction',
  'stranded-ehi',
  'channel-mismatch',
  'no-origin',
  'origin-unknown',
  'unexplained-copy',
  'channel-without-audience',
  'system-without-custodian',
  'undeclared-holding',
  'drs-undecided',
  'silent-filter',
  'uninventoried',
] as const;

/** Plants defects of each kind (changes the draft) and returns what has to be found. */
export const plantDefects = (draft: Draft, { defects }: Size, hubs: Hubs, random: Random): readonly PlantedDefect[] => {
  const context = { draft, hubs, random };
  addRun(draft);
  return Array.from({ length: defects }, (_, at) =>
    [
      undocumented,
      stranded,
      missingInApi,
      withoutOrigin,
      unexplainedCopy,
      channelForNobody,
      withoutCustodian,
      undeclaredHolding,
      undecided,
      switchedOff,
      unknownSystem,
    ].flatMap((plant) => plant(context, at + 1)),
  ).flat();
};

interface Planting {
  readonly draft: Draft;
  readonly hubs: Hubs;
  readonly random: Random;
}

type Plant = (planting: Planting, number: number) => readonly PlantedDefect[];

const defect = (rule: (typeof plantedRules)[number], ...entities: readonly string[]): PlantedDefect => ({
  rule,
  entities: entities.toSorted(),
});

const newClass = (
  draft: Draft,
  id: string,
  more: { readonly uscdi?: string; readonly drsStatus?: 'YES' | 'UNDECIDED' } = {},
): string => {
  draft.classes.push({ id, name: id, level: 'CLASS', drsStatus: 'YES', fhirResources: [], overlays: [], ...more });
  return id;
};

const newSystem = (draft: Draft, id: string): DraftSystem => addSystem(draft, id, 'SYS-LIS', id);

/** Brings a class from the EHR to every channel for individuals. */
const releaseEverywhere = ({ draft, hubs }: Planting, dataClass: string, without = ''): void => {
  addFlow(draft, hubs.ehr, hubs.portal, [dataClass]);
  for (const { id, releases } of draft.channels.slice(0, 3)) if (id !== without) releases.add(dataClass);
};

const startIn = (system: DraftSystem, dataClass: string): void => {
  system.origins.add(dataClass);
  system.has.add(dataClass);
};

const undocumented: Plant = ({ draft, random }) => [
  defect(
    'undocumented-restriction',
    `restriction:${restrict(draft, { kind: 'FLOW', id: random.pick(draft.flows).id }, random, false)}`,
  ),
];

/** A class that is held and goes nowhere. */
const stranded: Plant = ({ draft }, number) => {
  const dataClass = newClass(draft, `stranded-class-${number}`);
  const system = newSystem(draft, `stranded-system-${number}`);
  startIn(system, dataClass);
  return [defect('stranded-ehi', `dataClass:${dataClass}`, `system:${system.id}`)];
};

/** A class in the portal and in the export that the API does not have. */
const missingInApi: Plant = (planting, number) => {
  const dataClass = newClass(planting.draft, `portal-only-class-${number}`, { uscdi: 'v1' });
  startIn(planting.hubs.ehr, dataClass);
  releaseEverywhere(planting, dataClass, 'patient-api');
  return [
    defect('channel-mismatch', 'channel:patient-api', `dataClass:${dataClass}`, 'audience:PATIENT', 'audience:PROXY'),
  ];
};

/** A class of which there are copies only. */
const withoutOrigin: Plant = (planting, number) => {
  const dataClass = newClass(planting.draft, `copied-class-${number}`);
  planting.hubs.ehr.copies.add(dataClass);
  releaseEverywhere(planting, dataClass);
  return [defect('no-origin', `dataClass:${dataClass}`), defect('origin-unknown', `dataClass:${dataClass}`)];
};

/** A copy that no interface brings. */
const unexplainedCopy: Plant = ({ draft, hubs, random }, number) => {
  const dataClass = random.pick([...hubs.ehr.origins].filter((id) => id.startsWith('class-')));
  const system = newSystem(draft, `copying-system-${number}`);
  system.copies.add(dataClass);
  addFlow(draft, system, hubs.ehr, [dataClass]);
  return [defect('unexplained-copy', `dataClass:${dataClass}`, `system:${system.id}`)];
};

const channelForNobody: Plant = ({ draft, hubs, random }, number) => {
  const id = `channel-for-nobody-${number}`;
  const releases = new Set([random.pick([...hubs.ehr.has])]);
  draft.channels.push({ id, kind: 'CH-HIE', system: hubs.ehr, releases, audiences: [] });
  return [defect('channel-without-audience', `channel:${id}`)];
};

const withoutCustodian: Plant = ({ draft }, number) => {
  const system = newSystem(draft, `orphaned-system-${number}`);
  system.custodian = undefined;
  return [defect('system-without-custodian', `system:${system.id}`)];
};

/** A flow that brings a class to a system which does not list it. */
const undeclaredHolding: Plant = ({ draft, hubs, random }, number) => {
  const dataClass = random.pick([...hubs.ehr.has].filter((id) => id.startsWith('class-')));
  const system = newSystem(draft, `receiving-system-${number}`);
  const { id } = addFlow(draft, hubs.ehr, system, [dataClass]);
  system.copies.delete(dataClass);
  return [defect('undeclared-holding', `dataClass:${dataClass}`, `flow:${id}`, `system:${system.id}`)];
};

const undecided: Plant = (planting, number) => {
  const dataClass = newClass(planting.draft, `undecided-class-${number}`, { drsStatus: 'UNDECIDED' });
  startIn(planting.hubs.ehr, dataClass);
  releaseEverywhere(planting, dataClass);
  return [defect('drs-undecided', `dataClass:${dataClass}`)];
};

const run = 'engine-export';

const addRun = (draft: Draft): void => {
  draft.runs.push({
    id: run,
    name: 'Engine export',
    kind: 'mirth',
    file: 'engine.xml',
    sha256: '0'.repeat(64),
    startedAt: '2026-01-05T08:00:00.000Z',
    finishedAt: '2026-01-05T08:00:01.000Z',
    status: 'DONE',
    warnings: [],
  });
};

/** A destination that an engine has switched off, and no restriction is recorded there. */
const switchedOff: Plant = ({ draft, random }, number) => {
  const restricted = new Set(draft.restrictions.map(({ appliesTo }) => appliesTo.id));
  const flow = random.pick(draft.flows.filter(({ id }) => !restricted.has(id)));
  const id = `switched-off-${number}`;
  draft.observations.push({
    id,
    name: `Destination of ${flow.id}`,
    run,
    fact: 'disabled-destination',
    pointer: `line ${number}`,
    matches: { concept: 'Flow', id: flow.id },
    outcome: 'MATCHED',
  });
  return [defect('silent-filter', `flow:${flow.id}`, `observation:${id}`)];
};

/** A system that a file shows and nobody declared. */
const unknownSystem: Plant = ({ draft }, number) => {
  const id = `unknown-system-${number}`;
  draft.observations.push({
    id,
    name: `Unknown ${number}`,
    run,
    fact: 'system',
    pointer: `line ${number}`,
    outcome: 'NOTED',
  });
  return [defect('uninventoried', `observation:${id}`)];
};
