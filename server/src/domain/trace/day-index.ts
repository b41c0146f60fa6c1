import type { AccessChannel, ClassLink, Flow, HoldRole, System } from '../model/concepts.ts';
import { compareIds, isLiveOn, type CalendarDate, type Id } from '../model/entity.ts';
import { groupByEach, numberOfId, onlyWhere, patchGroups, patchSorted, type Edit } from './edits.ts';
import { createRows, type Rows } from './rows.ts';

/** Whether a channel offers a class; UNKNOWN where nobody recorded what it releases. */
export type Offer = 'OFFERED' | 'NOT_OFFERED' | 'UNKNOWN';

/** The systems, flows and channels of a revision, each in id order. */
export interface Structure {
  readonly systems: readonly System[];
  readonly flows: readonly Flow[];
  readonly channels: readonly AccessChannel[];
}

/** A system with its number on a day: the numbers of systems that come later go on behind, whatever their ids. */
interface NumberedSystem {
  readonly id: Id;
  readonly system: System;
  readonly number: number;
}

/** A flow with the numbers of its ends. */
interface NumberedFlow {
  readonly id: Id;
  readonly flow: Flow;
  readonly from: number;
  readonly to: number;
}

/**
 * What of an inventory counts on one day. A system that has ended is still there, and holds nothing: a flow or channel that was not ended
 * with it still leads there, dates speak for themselves.
 */
export interface DayIndex {
  /** The shape of the part that bears on a class, given with everything above it. */
  readonly shapeOf: (lineage: readonly Id[]) => ClassShape;
}

/**
 * The part of a day that bears on one class, whoever asks for whatever purpose: the systems, flows and channels that hold, carry or release
 * it or a class above it, numbered from 0 in id order. The same object for as long as all of these are the same.
 */
export interface ClassShape {
  readonly systems: readonly System[];
  readonly roles: readonly (HoldRole | undefined)[];
  readonly flows: readonly Flow[];
  readonly flowFrom: Int32Array;
  readonly flowTo: Int32Array;
  readonly flowsOut: Rows;
  readonly flowsIn: Rows;
  readonly channels: readonly AccessChannel[];
  readonly channelSystem: Int32Array;
  readonly channelOffer: readonly Offer[];
  readonly channelsOf: Rows;
}

/** How many days of one revision are kept, and how many systems, flows and channels the kept shapes of one day have together. */
const daysKept = 4;
const mostKept = 2_000_000;

const daysByStructure = new WeakMap<Structure, Map<CalendarDate, Day>>();

/** The day of an index, made when first asked for. Linear in the inventory then, unless it was carried over from an earlier revision. */
export const dayOf = ({ structure }: { readonly structure: Structure }, asOf: CalendarDate): DayIndex => {
  const days = daysByStructure.get(structure) ?? new Map<CalendarDate, Day>();
  daysByStructure.set(structure, days);
  const day = days.get(asOf) ?? createDay(structure, asOf);
  days.delete(asOf);
  days.set(asOf, day);
  const [oldest] = days.keys();
  if (days.size > daysKept && oldest !== undefined) days.delete(oldest);
  return day;
};

/** What differs from the structure before; `undefined` where that is not known. */
export type StructureEdits = readonly [
  systems: readonly Edit<System>[] | undefined,
  flows: readonly Edit<Flow>[] | undefined,
  channels: readonly Edit<AccessChannel>[] | undefined,
];

/**
 * The structure of the next revision: the one before where nothing of it was edited. Its days are carried over from those of the one before,
 * with every shape that the edits leave alone, where the edits are known.
 */
export const nextStructure = (
  before: Structure | undefined,
  after: Structure,
  [systems, flows, channels]: StructureEdits,
): Structure => {
  if (before === undefined) return after;
  if (before.systems === after.systems && before.flows === after.flows && before.channels === after.channels)
    return before;
  const days = daysByStructure.get(before);
  if (days === undefined || systems === undefined || flows === undefined || channels === undefined) return after;
  // A system that comes or goes may be what a flow or channel was waiting for: those are looked at again.
  const moved = new Set(
    systems.flatMap(({ before: was, after: is }) => (was === undefined || is === undefined ? [(is ?? was)?.id] : [])),
  );
  const touching = <T extends Flow | AccessChannel>(
    all: readonly T[],
    edited: readonly Edit<T>[],
    ends: (one: T) => readonly Id[],
  ) => {
    if (moved.size === 0) return edited;
    const known = new Set(edited.map((edit) => (edit.after ?? edit.before)?.id));
    return [
      ...edited,
      ...all
        .filter((one) => !known.has(one.id) && ends(one).some((id) => moved.has(id)))
        .map((one): Edit<T> => ({ before: one, after: one })),
    ];
  };
  const edits = {
    systems,
    flows: touching(after.flows, flows, ({ from, to }) => [from, to]),
    channels: touching(after.channels, channels, ({ system }) => [system]),
  };
  daysByStructure.set(after, new Map([...days].map(([asOf, day]) => [asOf, patchDay(day, asOf, edits)])));
  return after;
};

interface KeptShape {
  readonly lineage: readonly Id[];
  readonly shape: ClassShape;
}

/** What mentions each class, in id order. */
type ByClass<T> = ReadonlyMap<Id, readonly T[]>;

/** What a day is made of. */
interface DayParts {
  /** In id order. */
  readonly systems: readonly NumberedSystem[];
  readonly numbers: ReadonlyMap<Id, number>;
  readonly channels: readonly AccessChannel[];
  readonly holders: Readonly<Record<HoldRole, ByClass<NumberedSystem>>>;
  readonly flows: ByClass<NumberedFlow>;
  readonly releasing: ByClass<AccessChannel>;
}

interface Day extends DayIndex {
  readonly parts: DayParts;
  readonly shapes: ReadonlyMap<string, KeptShape>;
}

const createDay = ({ systems, flows, channels }: Structure, asOf: CalendarDate): Day => {
  const numbered = systems.map((system, number) => ({ id: system.id, system, number }));
  const numbers = new Map(numbered.map(({ id, number }) => [id, number]));
  const live = channels.filter(countsChannel(numbers, asOf));
  const held = (role: HoldRole): ByClass<NumberedSystem> => groupByEach(numbered, heldOn(asOf, role));
  return withShapes({
    systems: numbered,
    numbers,
    channels: live,
    holders: { ORIGIN: held('ORIGIN'), COPY: held('COPY'), TRANSIT: held('TRANSIT') },
    flows: groupByEach(flows.filter(countsFlow(numbers, asOf)).map(withEnds(numbers)), carriedOn(asOf)),
    releasing: groupByEach(live, releasedOn(asOf)),
  });
};

interface DayEdits {
  readonly systems: readonly Edit<System>[];
  readonly flows: readonly Edit<Flow>[];
  readonly channels: readonly Edit<AccessChannel>[];
}

/** The day after edits, with the shapes that they leave alone. */
const patchDay = ({ parts, shapes }: Day, asOf: CalendarDate, edits: DayEdits): Day => {
  const numbers = new Map(parts.numbers);
  const systems = edits.systems.map(({ before, after }): Edit<NumberedSystem> => {
    const number = (id: Id): number => {
      const known = numbers.get(id) ?? numbers.size;
      numbers.set(id, known);
      return known;
    };
    const numbered = (system: System | undefined) =>
      system === undefined ? undefined : { id: system.id, system, number: number(system.id) };
    return { before: numbered(before), after: numbered(after) };
  });
  const flows = edits.flows
    .flatMap(onlyWhere(countsFlow(parts.numbers, asOf), countsFlow(numbers, asOf)))
    .map(({ before, after }): Edit<NumberedFlow> => ({
      before: before === undefined ? undefined : withEnds(numbers)(before),
      after: after === undefined ? undefined : withEnds(numbers)(after),
    }));
  const channels = edits.channels.flatMap(onlyWhere(countsChannel(parts.numbers, asOf), countsChannel(numbers, asOf)));
  const held = (role: HoldRole): ByClass<NumberedSystem> =>
    patchGroups(parts.holders[role], systems, heldOn(asOf, role));
  const next: DayParts = {
    systems: patchSorted(parts.systems, systems),
    numbers,
    channels: patchSorted(parts.channels, channels),
    holders: { ORIGIN: held('ORIGIN'), COPY: held('COPY'), TRANSIT: held('TRANSIT') },
    flows: patchGroups(parts.flows, flows, carriedOn(asOf)),
    releasing: patchGroups(parts.releasing, channels, releasedOn(asOf)),
  };
  const changed = edits.systems.flatMap(({ before, after }) => (after ?? before)?.id ?? []);
  const isSame = ({ lineage, shape }: KeptShape): boolean =>
    parts.channels === next.channels &&
    lineage.every(
      (id) =>
        parts.flows.get(id) === next.flows.get(id) &&
        roles.every((role) => parts.holders[role].get(id) === next.holders[role].get(id)),
    ) &&
    !changed.some((id) => numberOfId(shape.systems, id) !== -1);
  return withShapes(
    next,
    [...shapes].filter(([, kept]) => isSame(kept)),
  );
};

const countsFlow =
  (systems: ReadonlyMap<Id, number>, asOf: CalendarDate) =>
  (flow: Flow): boolean =>
    isLiveOn(flow, asOf) && systems.has(flow.from) && systems.has(flow.to);

const countsChannel =
  (systems: ReadonlyMap<Id, number>, asOf: CalendarDate) =>
  (channel: AccessChannel): boolean =>
    isLiveOn(channel, asOf) && systems.has(channel.system);

const liveClasses = (links: readonly ClassLink[], asOf: CalendarDate): readonly Id[] => {
  const classes: Id[] = [];
  for (const link of links) if (isLiveOn(link, asOf)) classes.push(link.dataClass);
  return classes;
};

const withEnds =
  (numbers: ReadonlyMap<Id, number>) =>
  (flow: Flow): NumberedFlow => ({
    id: flow.id,
    flow,
    from: numbers.get(flow.from) ?? -1,
    to: numbers.get(flow.to) ?? -1,
  });

const carriedOn =
  (asOf: CalendarDate) =>
  ({ flow }: NumberedFlow): readonly Id[] =>
    liveClasses(flow.carries, asOf);

const releasedOn =
  (asOf: CalendarDate) =>
  ({ releases }: AccessChannel): readonly Id[] =>
    liveClasses(releases, asOf);

/** Weakest first: an origin counts before a copy before transit. */
const roles: readonly HoldRole[] = ['TRANSIT', 'COPY', 'ORIGIN'];

const heldOn =
  (asOf: CalendarDate, role: HoldRole) =>
  ({ system }: NumberedSystem): readonly Id[] =>
    isLiveOn(system, asOf)
      ? liveClasses(
          system.holds.filter((hold) => hold.role === role),
          asOf,
        )
      : [];

const withShapes = (parts: DayParts, known: Iterable<readonly [string, KeptShape]> = []): Day => {
  const shapes = new Map(known);
  let size = 0;
  for (const { shape } of shapes.values()) size += sizeOf(shape);
  return {
    parts,
    shapes,
    shapeOf: (lineage) => {
      const key = lineage.join('\n');
      const there = shapes.get(key);
      if (there !== undefined) return there.shape;
      const shape = createShape(parts, lineage);
      shapes.set(key, { lineage, shape });
      size += sizeOf(shape);
      for (const [old, other] of shapes) {
        if (size <= mostKept || old === key) break;
        shapes.delete(old);
        size -= sizeOf(other.shape);
      }
      return shape;
    },
  };
};

const sizeOf = ({ systems, flows, channels }: ClassShape): number => systems.length + flows.length + channels.length;

const createShape = (
  { systems, numbers, channels, holders, flows: carrying, releasing }: DayParts,
  lineage: readonly Id[],
): ClassShape => {
  const entries = merged(lineage.flatMap((id) => listsAt(carrying, id)));
  // Of each number of the day, the place among the systems of the shape; -1 for those that are none of them.
  const places = new Int32Array(numbers.size).fill(-1);
  const roleOf = Array.from<HoldRole | undefined>({ length: numbers.size });
  for (const role of roles)
    for (const id of lineage)
      for (const { number } of holders[role].get(id) ?? []) {
        roleOf[number] = role;
        places[number] = 0;
      }
  const flowFrom = new Int32Array(entries.length);
  const flowTo = new Int32Array(entries.length);
  entries.forEach(({ from, to }, at) => {
    flowFrom[at] = from;
    flowTo[at] = to;
    places[from] = 0;
    places[to] = 0;
  });
  const channelSystem = Int32Array.from(channels, ({ system }) => numbers.get(system) ?? -1);
  for (const system of channelSystem) places[system] = 0;
  const own: System[] = [];
  const ownRoles: (HoldRole | undefined)[] = [];
  for (const { system, number } of systems)
    if (places[number] === 0) {
      places[number] = own.push(system) - 1;
      ownRoles.push(roleOf[number]);
    }
  for (const ends of [flowFrom, flowTo, channelSystem])
    for (let at = 0; at < ends.length; at += 1) ends[at] = places[ends[at] ?? -1] ?? -1;
  const offered = new Set(lineage.flatMap((id) => releasing.get(id) ?? []));
  return {
    systems: own,
    roles: ownRoles,
    flows: entries.map(({ flow }) => flow),
    flowFrom,
    flowTo,
    flowsOut: createRows(own.length, flowFrom),
    flowsIn: createRows(own.length, flowTo),
    channels,
    channelSystem,
    channelOffer: channels.map((channel) =>
      channel.releases.length === 0 ? 'UNKNOWN' : offered.has(channel) ? 'OFFERED' : 'NOT_OFFERED',
    ),
    channelsOf: createRows(own.length, channelSystem),
  };
};

const listsAt = <T>(groups: ByClass<T>, id: Id): readonly (readonly T[])[] => {
  const list = groups.get(id);
  return list === undefined ? [] : [list];
};

/** The things of several lists in id order, each once, in that order. */
const merged = <T extends { readonly id: Id }>(lists: readonly (readonly T[])[]): readonly T[] => {
  const [only, ...others] = lists;
  if (others.length === 0) return only ?? [];
  return [...new Set(lists.flat())].sort((a, b) => compareIds(a.id, b.id));
};
