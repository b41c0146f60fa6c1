import type { Ask, Expected, ExpectedPart, Inventory } from './inventory.ts';

/** One simple path as the oracle lists it. `at` is the flow or channel it ends at, or the system that stops it. */
export interface OraclePath {
  readonly systems: readonly string[];
  readonly flows: readonly string[];
  readonly at: string;
  readonly status: 'RELEASED' | 'LIMITED' | 'STOPPED';
}

type Flow = Inventory['flows'][number];
type Channel = Inventory['channels'][number];
type Restriction = Inventory['restrictions'][number];

/**
 * The answer of design.md 4.1 by brute force: transitive closures by repeated joining, and every path listed. Shares nothing with
 * the product's trace; good for graphs of a dozen systems.
 */
export const oracle = (inventory: Inventory, ask: Ask): Expected => {
  const parts = partsOf(inventory, ask);
  const answers = [ask.class, ...parts].map((part) => oraclePart(inventory, part, ask));
  const [own] = answers;
  if (own === undefined) throw new Error('no answer');
  if (parts.length === 0) return own;
  const outcomes = own.outcomes.map((entry, position) => ({
    ...entry,
    outcome: answers.every((answer) => answer.outcomes[position]?.outcome === entry.outcome)
      ? entry.outcome
      : 'PARTIAL',
  }));
  return { class: ask.class, outcomes, parts: answers };
};

/** Every part below a class that is live on the day, at any depth, by id. */
const partsOf = (inventory: Inventory, ask: Ask): readonly string[] =>
  inventory.classes
    .filter((item) => item.id !== ask.class && isLive(item, ask.on) && above(inventory, item.id).includes(ask.class))
    .map(({ id }) => id)
    .sort();

const isLive = (item: { readonly startedOn?: string; readonly endedOn?: string }, on: string): boolean =>
  !(item.startedOn !== undefined && item.startedOn > on) && !(item.endedOn !== undefined && item.endedOn <= on);

const above = (inventory: Inventory, id: string): readonly string[] => {
  const parent = inventory.classes.find((item) => item.id === id)?.partOf;
  return parent === undefined ? [id] : [id, ...above(inventory, parent)];
};

const oraclePart = (inventory: Inventory, part: string, ask: Ask): ExpectedPart => {
  const world = worldOf(inventory, part, ask);
  const audiences = audiencesOf(inventory, ask);
  const starts = startsOf(world);
  const could = closure(
    world,
    starts.map(({ system }) => system),
  );
  const paths = new Map(audiences.map((audience) => [audience, oraclePaths(inventory, part, ask, audience)]));
  const bearing = world.restrictions.filter(({ appliesTo }) => isOnTheWay(world, appliesTo, ask));
  const met = bearing.filter((item) =>
    audiences.some(
      (audience) => applies(item, audience) && isMet(world, item, audience, there(world, starts, audience)),
    ),
  );
  const behind = bearing.filter(
    (item) =>
      !met.includes(item) &&
      audiences.some(
        (audience) => applies(item, audience) && isMet({ ...world, restrictions: [] }, item, audience, could),
      ),
  );
  const outcomes = [...world.channels]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((channel) =>
      [...(asksAbout(channel.id, ask) ? channel.for : [])]
        .sort()
        .filter((audience) => audiences.includes(audience))
        .map((audience) => {
          const ends = (paths.get(audience) ?? []).filter(({ at }) => at === channel.id);
          return { channel: channel.id, audience, outcome: outcomeOf(world, channel, could, ends) };
        }),
    );
  return {
    class: part,
    starts,
    originUnknown: starts.some(({ kind }) => kind === 'HOLDER'),
    outcomes,
    restrictionsMet: met.map(({ id }) => id).sort(),
    restrictionsBehind: behind.map(({ id }) => id).sort(),
    stranded: [...could]
      .filter(
        (system) =>
          ![
            ...closure(
              world,
              [{ system }].map((item) => item.system),
            ),
          ].some((reached) => world.channels.some((channel) => channel.system === reached && offers(world, channel))),
      )
      .sort(),
    releasePaths: audiences.map((audience) => ({
      audience,
      count: (paths.get(audience) ?? []).filter(({ status }) => status !== 'STOPPED').length,
    })),
    restrictedPaths: audiences.map((audience) => ({
      audience,
      count: (paths.get(audience) ?? []).filter(({ status }) => status === 'STOPPED').length,
    })),
  };
};

const asksAbout = (channel: string, ask: Ask): boolean => ask.channel === undefined || ask.channel === channel;

/** Whether a place is on the way to the channel asked about: from it, or from where it leads, the channel's system can be reached. */
const isOnTheWay = (world: World, place: string, ask: Ask): boolean => {
  if (ask.channel === undefined || place === ask.channel) return true;
  const asked = world.channels.find(({ id }) => id === ask.channel);
  const system = world.flows.find(({ id }) => id === place)?.to ?? place;
  return asked !== undefined && closure(world, [system]).has(asked.system);
};

/** What is live on the day and bears on the class. */
interface World {
  readonly covers: readonly string[];
  readonly holders: readonly { readonly system: string; readonly origin: boolean }[];
  readonly flows: readonly Flow[];
  readonly channels: readonly Channel[];
  readonly restrictions: readonly Restriction[];
}

const worldOf = (inventory: Inventory, part: string, ask: Ask): World => {
  const live = (item: { readonly startedOn?: string; readonly endedOn?: string }): boolean => isLive(item, ask.on);
  const covers = above(inventory, part);
  return {
    covers,
    holders: inventory.systems.filter(live).flatMap(({ id, holds }) => {
      const here = holds.filter((hold) => covers.includes(hold.class));
      return here.length === 0 ? [] : [{ system: id, origin: here.some(({ role }) => role === 'ORIGIN') }];
    }),
    flows: inventory.flows.filter((flow) => live(flow) && flow.carries.some((id) => covers.includes(id))),
    channels: inventory.channels.filter(live),
    restrictions: inventory.restrictions.filter(
      (item) => live(item) && (item.limits.length === 0 || item.limits.some((id) => covers.includes(id))),
    ),
  };
};

const audiencesOf = (inventory: Inventory, ask: Ask): readonly string[] =>
  ask.audience === undefined
    ? [...new Set(inventory.channels.flatMap((channel) => channel.for))].sort()
    : [ask.audience];

/** The systems and everything flows lead to from them, restrictions ignored, by joining until nothing is new. */
const closure = (world: World, from: readonly string[]): ReadonlySet<string> => {
  let reached = new Set(from);
  for (;;) {
    const next = new Set([...reached, ...world.flows.filter((flow) => reached.has(flow.from)).map((flow) => flow.to)]);
    if (next.size === reached.size) return reached;
    reached = next;
  }
};

const startsOf = (world: World): readonly { readonly system: string; readonly kind: string }[] => {
  const origins = world.holders.filter(({ origin }) => origin).map(({ system }) => system);
  const all = world.holders.map(({ system }) => system);
  if (origins.length === 0) return all.sort().map((system) => ({ system, kind: 'HOLDER' }));
  const supplied = closure(world, origins);
  const loose = all.filter((system) => !supplied.has(system));
  const unexplained = loose.filter((system) =>
    loose.every((other) => !closure(world, [other]).has(system) || closure(world, [system]).has(other)),
  );
  return [
    ...origins.map((system) => ({ system, kind: 'ORIGIN' })),
    ...unexplained.map((system) => ({ system, kind: 'UNEXPLAINED_COPY' })),
  ].sort((a, b) => (a.system < b.system ? -1 : 1));
};

const applies = (item: Restriction, audience: string): boolean =>
  item.audiences.length === 0 || item.audiences.includes(audience);

const at = (world: World, place: string, audience: string): readonly Restriction[] =>
  world.restrictions.filter((item) => item.appliesTo === place && applies(item, audience));

const stopped = (world: World, place: string, audience: string): boolean =>
  at(world, place, audience).some(({ effect }) => effect === 'WITHHOLDS' || effect === 'FILTERS');

const offers = (world: World, channel: Channel): boolean => channel.releases.some((id) => world.covers.includes(id));

/** The systems where the class is, for an audience, by joining until nothing is new. */
const there = (world: World, starts: readonly { readonly system: string }[], audience: string): ReadonlySet<string> =>
  closure(
    {
      ...world,
      flows: world.flows.filter((flow) => !stopped(world, flow.from, audience) && !stopped(world, flow.id, audience)),
    },
    starts.map(({ system }) => system),
  );

/** Whether a restriction is met where the class is in the systems `present`. */
const isMet = (world: World, item: Restriction, audience: string, present: ReadonlySet<string>): boolean => {
  if (present.has(item.appliesTo)) return true;
  const out = (system: string): boolean => present.has(system) && !stopped(world, system, audience);
  return (
    world.flows.some((flow) => flow.id === item.appliesTo && out(flow.from)) ||
    world.channels.some(
      (channel) =>
        channel.id === item.appliesTo &&
        channel.for.includes(audience) &&
        offers(world, channel) &&
        out(channel.system),
    )
  );
};

const outcomeOf = (world: World, channel: Channel, could: ReadonlySet<string>, ends: readonly OraclePath[]): string => {
  if (!could.has(channel.system)) return 'UNREACHED';
  if (channel.releases.length === 0) return 'UNKNOWN';
  if (!offers(world, channel)) return 'NOT_OFFERED';
  if (ends.some(({ status }) => status === 'RELEASED')) return 'RELEASED';
  return ends.some(({ status }) => status === 'LIMITED') ? 'LIMITED' : 'WITHHELD';
};

/** Every release and restricted path of one part for one audience, each listed. */
export const oraclePaths = (inventory: Inventory, part: string, ask: Ask, audience: string): readonly OraclePath[] => {
  const world = worldOf(inventory, part, ask);
  const paths: OraclePath[] = [];
  const limits = (place: string): boolean => at(world, place, audience).length > 0;
  const walk = (systems: readonly string[], flows: readonly string[], limited: boolean): void => {
    const here = systems.at(-1) ?? '';
    const end = (place: string, status: OraclePath['status'], by: readonly string[] = flows): void =>
      void paths.push({ systems, flows: by, at: place, status });
    if (stopped(world, here, audience)) return end(here, 'STOPPED');
    const soFar = limited || limits(here);
    for (const channel of world.channels) {
      if (channel.system !== here || !channel.for.includes(audience) || !offers(world, channel)) continue;
      if (!asksAbout(channel.id, ask)) continue;
      end(
        channel.id,
        stopped(world, channel.id, audience) ? 'STOPPED' : soFar || limits(channel.id) ? 'LIMITED' : 'RELEASED',
      );
    }
    for (const flow of world.flows) {
      if (flow.from !== here || systems.includes(flow.to) || !isOnTheWay(world, flow.to, ask)) continue;
      if (stopped(world, flow.id, audience)) end(flow.id, 'STOPPED', [...flows, flow.id]);
      else walk([...systems, flow.to], [...flows, flow.id], soFar || limits(flow.id));
    }
  };
  for (const { system } of startsOf(world)) if (isOnTheWay(world, system, ask)) walk([system], [], false);
  return paths;
};
