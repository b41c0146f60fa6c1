import type {
  AccessChannel,
  ClassLink,
  DataClass,
  Flow,
  Hold,
  Restriction,
  System,
} from '../../server/src/domain/model/concepts.ts';
import { emptyGraph, type EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import { link, stamp } from './draft.ts';
import { createRandom } from './random.ts';

/** How large the largest inventory is: beyond what anybody has, in memory only. */
export const hugeSize = {
  systems: 20_000,
  flows: 500_000,
  classes: 2_000,
  carried: 10_000_000,
  channels: 200,
  restrictions: 5_000,
} as const;

const audiences = ['PATIENT', 'PROXY', 'PROVIDER_TREAT', 'PAYER', 'PUBLIC_HEALTH', 'APP_DEV', 'RESEARCHER', 'HIN'];

const id = (kind: string, number: number): string => `${kind}-${String(number).padStart(6, '0')}`;

/**
 * Returns an inventory of 20,000 systems, 500,000 flows and some ten million carried classes: the same for the same seed. Two hundred hubs have
 * most of the flows; a quarter of them go back, so that there are loops; some classes are carried by very many flows, most by few. The facts that
 * a class is carried share one object for each class: the links of a real inventory differ in what they say of themselves, not in their shape.
 */
export const generateHugeInventory = (
  seed: number,
  size: Readonly<Record<keyof typeof hugeSize, number>> = hugeSize,
): EhiGraph => {
  const random = createRandom(seed);
  const classes = Array.from({ length: size.classes }, (_, number): DataClass => ({
    ...stamp,
    id: id('class', number),
    name: `Class ${number}`,
    level: 'CLASS',
    drsStatus: 'YES',
    uscdi: number % 5 < 3 ? 'v1' : 'v4',
    fhirResources: [],
    overlays: [],
  }));
  const links = classes.map((each): ClassLink => ({ ...link, dataClass: each.id }));
  const linkOf = (number: number): ClassLink => links[number] ?? (links[0] as ClassLink);
  const [origins, copies] = (['ORIGIN', 'COPY'] as const).map((role) =>
    links.map((each): Hold => ({ ...each, role })),
  ) as [Hold[], Hold[]];
  const holds = Array.from({ length: size.systems }, (): Hold[] => []);
  // The classes of each system by number, and whether it has one: a bit for each.
  const classesOf = Array.from({ length: size.systems }, (): number[] => []);
  const has = new Uint8Array(Math.ceil((size.systems * size.classes) / 8));
  const give = (system: number, dataClass: number, hold: Hold | undefined): void => {
    const at = system * size.classes + dataClass;
    const byte = has[at >> 3] ?? 0;
    if (hold === undefined || (byte & (1 << (at & 7))) !== 0) return;
    has[at >> 3] = byte | (1 << (at & 7));
    holds[system]?.push(hold);
    classesOf[system]?.push(dataClass);
  };
  // Most classes begin in one system, some in several.
  for (const [number, hold] of origins.entries())
    for (let count = random.chance(0.1) ? 3 : 1; count > 0; count -= 1) give(random.below(size.systems), number, hold);
  const flows: Flow[] = [];
  const send = (from: number, to: number, carried: readonly number[]): void => {
    for (const dataClass of carried) give(to, dataClass, copies[dataClass]);
    flows.push({
      ...stamp,
      id: id('flow', flows.length),
      name: id('flow', flows.length),
      from: id('system', from),
      to: id('system', to),
      carries: carried.map(linkOf),
    });
  };
  // What begins anywhere comes to the first hub, and from there to the others: every hub has every class.
  const hubs = Math.max(2, Math.floor(size.systems / 100));
  const perFlow = Math.ceil((size.carried / size.flows) * 1.15);
  for (let system = 1; system < size.systems; system += 1) {
    const begun = [...(classesOf[system] ?? [])];
    if (begun.length > 0) send(system, 0, begun);
  }
  for (let hub = 1; hub < hubs; hub += 1)
    for (let first = 0; first < size.classes; first += perFlow)
      send(
        0,
        hub,
        Array.from({ length: Math.min(perFlow, size.classes - first) }, (_, at) => first + at),
      );
  while (flows.length < size.flows) {
    const hub = random.zipf(hubs);
    const other = random.chance(0.2) ? random.below(hubs) : random.below(size.systems);
    const own = classesOf[other] ?? [];
    const carried = new Set<number>();
    if (random.chance(0.25) && own.length > 0) {
      for (let draw = 0; draw < perFlow; draw += 1) carried.add(own[random.below(own.length)] ?? 0);
      send(other, hub, [...carried]);
    } else {
      while (carried.size < perFlow)
        carried.add(random.chance(0.5) ? random.zipf(size.classes) : random.below(size.classes));
      send(hub, other, [...carried]);
    }
  }
  const systems = holds.map((own, number): System => ({
    ...stamp,
    id: id('system', number),
    name: `System ${number}`,
    kind: number < hubs ? 'SYS-IE' : 'SYS-LIS',
    custodian: 'Office',
    identifiers: [],
    holds: own,
  }));
  const channels = Array.from({ length: size.channels }, (_, number): AccessChannel => ({
    ...stamp,
    id: id('channel', number),
    name: id('channel', number),
    kind: 'CH-DIRECT',
    standards: [],
    identifiers: [],
    system: id('system', number % 2 === 0 ? random.below(hubs) : random.below(size.systems)),
    releases: random.some(links, Math.floor(size.classes / 4)),
    audiences: random.some(audiences, 1 + random.below(3)),
  }));
  const restrictions = Array.from({ length: size.restrictions }, (_, number): Restriction => {
    const kind = random.pick(['SYSTEM', 'FLOW', 'CHANNEL'] as const);
    const target = {
      SYSTEM: ['system', size.systems],
      FLOW: ['flow', size.flows],
      CHANNEL: ['channel', size.channels],
    } as const;
    const [name, count] = target[kind];
    return {
      ...stamp,
      id: id('restriction', number),
      name: id('restriction', number),
      practice: 'PR-TECH',
      effect: random.pick(['WITHHOLDS', 'FILTERS', 'DELAYS'] as const),
      basis: 'UNKNOWN',
      automated: true,
      appliesTo: { kind, id: id(name, random.below(count)) },
      limits: random.some(classes, 1 + random.below(20)).map((each) => each.id),
      audiences: random.chance(0.5) ? [] : random.some(audiences, 2),
      purposes: [],
    };
  });
  const byId = <T extends { readonly id: string }>(things: readonly T[]): ReadonlyMap<string, T> =>
    new Map(things.map((each) => [each.id, each]));
  return {
    ...emptyGraph,
    revision: 1,
    DataClass: byId(classes),
    System: byId(systems),
    Flow: byId(flows),
    AccessChannel: byId(channels),
    Restriction: byId(restrictions),
    Audience: byId(audiences.map((each) => ({ ...stamp, id: each, name: each }))),
  };
};
