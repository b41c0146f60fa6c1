import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import { addElements } from './add-elements.ts';
import { addRestrictions } from './add-restrictions.ts';
import { addFlow, addSystem, emptyDraft, toGraph, type Draft, type DraftSystem } from './draft.ts';
import { plantDefects, type PlantedDefect } from './plant-defects.ts';
import { createRandom, type Random } from './random.ts';
import type { Size } from './size.ts';

/** A made inventory, and every defect that was planted in it: the findings of the planted rules are these and no others. */
export interface GeneratedInventory {
  readonly graph: EhiGraph;
  readonly planted: readonly PlantedDefect[];
}

/** The systems that most flows touch. */
export interface Hubs {
  readonly ehr: DraftSystem;
  readonly engines: readonly DraftSystem[];
  readonly warehouse: DraftSystem;
  readonly portal: DraftSystem;
}

/** As many classes as one interface carries at most. */
const mostCarried = 12;

/** As many flows as one system that is no hub has at most. */
const mostFlows = 40;

/** Kinds of system that pass EHI on rather than keep it, as the catalogue has them in the lane INTEGRATION. */
const integrationKinds: ReadonlySet<string> = new Set(['SYS-IE']);

const departmentKinds = ['SYS-LIS', 'SYS-RIS', 'SYS-PACS', 'SYS-PHARM', 'SYS-OB', 'SYS-ED', 'SYS-BB', 'SYS-CVIS'];

const audiences = ['PATIENT', 'PROXY', 'PROVIDER_TREAT', 'PAYER', 'PUBLIC_HEALTH', 'APP_DEV', 'RESEARCHER', 'HIN'];

/** Channels that only some audiences have, and of which nobody expects every class. */
const partialChannels = ['CH-DIRECT', 'CH-ADT', 'CH-HIE', 'CH-PH', 'CH-RES', 'CH-QM', 'CH-CLAIMS', 'CH-EXT-CLIN'];

/**
 * Returns an inventory of a size: the same for the same seed. It has hubs (an EHR, engines, a warehouse, a portal), departments that hang on
 * them, loops back, restrictions with and without a claim, and planted defects.
 */
export const generateInventory = (size: Size, seed: number): GeneratedInventory => {
  const random = createRandom(seed);
  const draft = emptyDraft();
  draft.audiences.push(...audiences);
  const hubs = addHubs(draft, size);
  const classes = addClasses(draft, size);
  const departments = addDepartments(draft, size, random);
  giveOrigins(classes, hubs, departments, random);
  connect(draft, hubs, departments);
  addInterfaces(draft, size, hubs, departments, random);
  addChannels(draft, size, hubs, departments, random);
  addRestrictions(draft, size, random);
  addElements(draft, size, random);
  const planted = plantDefects(draft, size, hubs, random);
  return { graph: toGraph(draft, integrationKinds), planted };
};

const numbered = (name: string, number: number): string => `${name}-${String(number).padStart(4, '0')}`;

const addHubs = (draft: Draft, { systems }: Size): Hubs => ({
  ehr: addSystem(draft, 'ehr', 'SYS-EHR', 'EHR'),
  engines: Array.from({ length: systems > 100 ? 2 : 1 }, (_, at) =>
    addSystem(draft, `engine-${at + 1}`, 'SYS-IE', `Interface engine ${at + 1}`),
  ),
  warehouse: addSystem(draft, 'warehouse', 'SYS-EDW', 'Warehouse'),
  portal: addSystem(draft, 'portal', 'SYS-PORTAL', 'Patient portal'),
});

/** The first are those that most interfaces carry. */
const addClasses = (draft: Draft, { classes }: Size): readonly string[] => {
  const ids = Array.from({ length: classes }, (_, at) => numbered('class', at + 1));
  for (const [at, id] of ids.entries())
    draft.classes.push({
      id,
      name: `Class ${at + 1}`,
      level: 'CLASS',
      drsStatus: 'YES',
      uscdi: at % 5 < 3 ? 'v1' : 'v4',
      fhirResources: [],
      overlays: [],
    });
  return ids;
};

const addDepartments = (draft: Draft, { systems }: Size, random: Random): readonly DraftSystem[] =>
  Array.from({ length: systems - draft.systems.length }, (_, at) =>
    addSystem(draft, numbered('system', at + 1), random.pick(departmentKinds), `Department system ${at + 1}`),
  );

/** A twentieth of the departments has nothing and exchanges nothing: systems that nobody switched off. */
const isIdle = (at: number): boolean => at % 20 === 19;

const giveOrigins = (
  classes: readonly string[],
  { ehr }: Hubs,
  departments: readonly DraftSystem[],
  random: Random,
): void => {
  const active = departments.filter((_, at) => !isIdle(at));
  for (const id of classes) {
    const origins = random.chance(0.4) ? [ehr] : random.some(active, random.chance(0.1) ? 2 : 1);
    for (const origin of origins) {
      origin.origins.add(id);
      origin.has.add(id);
    }
  }
};

const inParts = (classes: Iterable<string>): readonly (readonly string[])[] => {
  const all = [...classes];
  return Array.from({ length: Math.ceil(all.length / mostCarried) }, (_, at) =>
    all.slice(at * mostCarried, (at + 1) * mostCarried),
  );
};

/** What starts in a department gets to the EHR by way of an engine, and from there to the portal and, in part, to the warehouse. */
const connect = (
  draft: Draft,
  { ehr, engines, warehouse, portal }: Hubs,
  departments: readonly DraftSystem[],
): void => {
  for (const [at, department] of departments.entries())
    for (const part of inParts(department.origins)) {
      const engine = engines[at % engines.length] ?? ehr;
      addFlow(draft, department, engine, part);
      addFlow(draft, engine, ehr, part);
    }
  for (const part of inParts(ehr.has)) {
    addFlow(draft, ehr, portal, part);
    addFlow(draft, ehr, warehouse, part);
    // Orders and results go back through the engine: loops.
    addFlow(draft, ehr, engines[0] ?? warehouse, part);
  }
};

/** The rest of the flows: each between a hub and a department, those with many of them the more likely to get another. */
const addInterfaces = (
  draft: Draft,
  { flows }: Size,
  { ehr, engines, warehouse }: Hubs,
  departments: readonly DraftSystem[],
  random: Random,
): void => {
  const active = departments.filter((_, at) => !isIdle(at));
  const counts = new Map(active.map((each) => [each.id, 0]));
  const drawn: DraftSystem[] = active.flatMap((each) => Array<DraftSystem>(1 + random.poisson(1.5)).fill(each));
  while (draft.flows.length < flows) {
    const department = random.pick(drawn);
    const count = counts.get(department.id) ?? 0;
    if (count >= mostFlows) continue;
    const chance = random.next();
    const hub = chance < 0.6 ? random.pick(engines) : chance < 0.75 ? warehouse : ehr;
    // A warehouse takes more than it gives.
    const isOutward = hub !== warehouse && (department.has.size === 0 || random.chance(0.75));
    const [from, to] = isOutward ? [hub, department] : [department, hub];
    const has = [...from.has].toSorted();
    if (has.length === 0) continue;
    const carries = new Set<string>();
    const wanted = 1 + random.below(mostCarried);
    for (let draw = 0; draw < wanted; draw += 1) carries.add(has[random.zipf(has.length)] ?? '');
    addFlow(draft, from, to, [...carries]);
    counts.set(department.id, count + 1);
    drawn.push(department);
  }
};

/** Channels for individuals release everything; the others some of what their system has, to some. */
const addChannels = (
  draft: Draft,
  { channels }: Size,
  { ehr, portal }: Hubs,
  departments: readonly DraftSystem[],
  random: Random,
): void => {
  const own = { audiences: ['PATIENT', 'PROXY'] } as const;
  draft.channels.push(
    { id: 'portal', kind: 'CH-PORTAL', system: portal, releases: new Set(portal.has), ...own },
    { id: 'patient-api', kind: 'CH-G10-PAT', system: ehr, releases: new Set(ehr.has), ...own },
    { id: 'export', kind: 'CH-B10-SP', system: ehr, releases: new Set(ehr.has), ...own },
  );
  const others = audiences.slice(2);
  const holders = [ehr, ...departments.filter(({ has }) => has.size > 0)];
  while (draft.channels.length < channels) {
    const system = random.chance(0.3) ? ehr : random.pick(holders);
    const has = [...system.has];
    draft.channels.push({
      id: numbered('channel', draft.channels.length + 1),
      kind: random.pick(partialChannels),
      system,
      releases: new Set(random.some(has, 1 + random.below(has.length))),
      audiences: random.some(others, 1 + random.geometric(0.4, others.length - 1)),
    });
  }
};
