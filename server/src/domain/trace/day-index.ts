import type { AccessChannel, ClassLink, Flow, HoldRole, System } from '../model/concepts.ts';
import { compareIds, isLiveOn, type CalendarDate, type Id } from '../model/entity.ts';
import { groupByEach, numberOfId, onlyWhere, patchGroups, patchSorted, type Edit } from './edits.ts';

/** Whether a channel offers a class; UNKNOWN where nobody recorded what it releases. */
export type Offer = 'OFFERED' | 'NOT_OFFERED' | 'UNKNOWN';

/** The systems, flows and channels of a revision, each in id order. */
export interface Structure {
  readonly systems: readonly System[];
  readonly flows: readonly Flow[];
  readonly channels: readonly AccessChannel[];
}

/** That a system holds a class; `id` is the system's. */
interface Holder {
  readonly id: Id;
  readonly system: System;
  readonly dataClass: Id;
  readonly role: HoldRole;
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
  readonly flowsOut: readonly (readonly number[])[];
  readonly flowsIn: readonly (readonly number[])[];
  readonly channels: readonly AccessChannel[];
  readonly channelSystem: Int32Array;
  readonly channelOffer: readonly Offer[];
  readonly channelsOf: readonly (readonly number[])[];
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

type StructureEdits = readonly [
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
    renumbered: moved.size > 0,
  };
  daysByStructure.set(after, new Map([...days].map(([asOf, day]) => [asOf, patchDay(day, after, asOf, edits)])));
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
  readonly systems: readonly System[];
  readonly systemNumbers: ReadonlyMap<Id, number>;
  readonly channels: readonly AccessChannel[];
  readonly holders: ByClass<Holder>;
  readonly flows: ByClass<Flow>;
  readonly releasing: ByClass<AccessChannel>;
}

interface Day extends DayIndex {
  readonly parts: DayParts;
  readonly shapes: ReadonlyMap<string, KeptShape>;
}

const createDay = ({ systems, flows, channels }: Structure, asOf: CalendarDate): Day => {
  const systemNumbers = numbersOf(systems);
  const live = channels.filter(countsChannel(systemNumbers, asOf));
  return withShapes({
    systems,
    systemNumbers,
    channels: live,
    holders: groupByEach(
      systems.flatMap((system) => holdersIn(system, asOf)),
      heldClass,
    ),
    flows: groupByEach(flows.filter(countsFlow(systemNumbers, asOf)), carriedOn(asOf)),
    releasing: groupByEach(live, releasedOn(asOf)),
  });
};

interface DayEdits {
  readonly systems: readonly Edit<System>[];
  readonly flows: readonly Edit<Flow>[];
  readonly channels: readonly Edit<AccessChannel>[];
  /** Whether a system came or went. */
  readonly renumbered: boolean;
}

/** The day after edits, with the shapes that they leave alone. */
const patchDay = ({ parts, shapes }: Day, { systems }: Structure, asOf: CalendarDate, edits: DayEdits): Day => {
  const systemNumbers = edits.renumbered ? numbersOf(systems) : parts.systemNumbers;
  const [flowBefore, flowAfter] = [countsFlow(parts.systemNumbers, asOf), countsFlow(systemNumbers, asOf)];
  const [before, after] = [countsChannel(parts.systemNumbers, asOf), countsChannel(systemNumbers, asOf)];
  const channels = edits.channels.flatMap(onlyWhere(before, after));
  const next: DayParts = {
    systems,
    systemNumbers,
    channels: patchSorted(parts.channels, channels),
    holders: patchGroups(
      parts.holders,
      edits.systems.flatMap((edit) => holderEdits(edit, asOf)),
      heldClass,
    ),
    flows: patchGroups(parts.flows, edits.flows.flatMap(onlyWhere(flowBefore, flowAfter)), carriedOn(asOf)),
    releasing: patchGroups(parts.releasing, channels, releasedOn(asOf)),
  };
  const changed = edits.systems.flatMap(({ before: was, after: is }) => (is ?? was)?.id ?? []);
  const isSame = ({ lineage, shape }: KeptShape): boolean =>
    parts.channels === next.channels &&
    lineage.every(
      (id) => parts.flows.get(id) === next.flows.get(id) && parts.holders.get(id) === next.holders.get(id),
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

const liveClasses = (links: readonly ClassLink[], asOf: CalendarDate): readonly Id[] =>
  links.flatMap((link) => (isLiveOn(link, asOf) ? [link.dataClass] : []));

const carriedOn =
  (asOf: CalendarDate) =>
  ({ carries }: Flow): readonly Id[] =>
    liveClasses(carries, asOf);

const releasedOn =
  (asOf: CalendarDate) =>
  ({ releases }: AccessChannel): readonly Id[] =>
    liveClasses(releases, asOf);

const heldClass = ({ dataClass }: Holder): readonly Id[] => [dataClass];

const strength: Readonly<Record<HoldRole, number>> = { ORIGIN: 3, COPY: 2, TRANSIT: 1 };

/** What a system holds on a day, each class once: an origin before a copy before transit. */
const holdersIn = (system: System, asOf: CalendarDate): readonly Holder[] => {
  if (!isLiveOn(system, asOf)) return [];
  const byClass = new Map<Id, Holder>();
  for (const { dataClass, role } of system.holds.filter((hold) => isLiveOn(hold, asOf))) {
    const known = byClass.get(dataClass);
    if (known === undefined || strength[role] > strength[known.role])
      byClass.set(dataClass, { id: system.id, system, dataClass, role });
  }
  return [...byClass.values()];
};

const holderEdits = ({ before, after }: Edit<System>, asOf: CalendarDate): readonly Edit<Holder>[] => {
  const was = before === undefined ? [] : holdersIn(before, asOf);
  const is = after === undefined ? [] : holdersIn(after, asOf);
  const still = new Set(is.map(({ dataClass }) => dataClass));
  return [
    ...was.filter(({ dataClass }) => !still.has(dataClass)).map((each) => ({ before: each, after: undefined })),
    // Whether it was there before makes no difference to where it goes.
    ...is.map((each) => ({ before: undefined, after: each })),
  ];
};

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

const numbersOf = (things: readonly { readonly id: Id }[]): ReadonlyMap<Id, number> =>
  new Map(things.map(({ id }, number) => [id, number]));

const createShape = (
  { systems, systemNumbers, channels, holders, flows: carrying, releasing }: DayParts,
  lineage: readonly Id[],
): ClassShape => {
  const flows = merged(lineage.flatMap((id) => (carrying.get(id) === undefined ? [] : [carrying.get(id) ?? []])));
  const number = (id: Id): number => systemNumbers.get(id) ?? -1;
  // The place of each system of the day among those of the shape, and -1 for the others.
  const places = new Int32Array(systems.length).fill(-1);
  const roleOf = new Map<Id, HoldRole>();
  for (const id of lineage)
    for (const { id: system, role } of holders.get(id) ?? []) {
      const known = roleOf.get(system);
      if (known === undefined || strength[role] > strength[known]) roleOf.set(system, role);
      places[number(system)] = 0;
    }
  const flowFrom = Int32Array.from(flows, ({ from }) => number(from));
  const flowTo = Int32Array.from(flows, ({ to }) => number(to));
  const channelSystem = Int32Array.from(channels, ({ system }) => number(system));
  for (const ends of [flowFrom, flowTo, channelSystem]) for (const system of ends) places[system] = 0;
  const own: System[] = [];
  systems.forEach((system, at) => {
    if (places[at] === 0) places[at] = own.push(system) - 1;
  });
  for (const ends of [flowFrom, flowTo, channelSystem])
    ends.forEach((system, at) => {
      ends[at] = places[system] ?? -1;
    });
  const offered = new Set(lineage.flatMap((id) => releasing.get(id) ?? []));
  return {
    systems: own,
    roles: own.map(({ id }) => roleOf.get(id)),
    flows,
    flowFrom,
    flowTo,
    flowsOut: groupNumbers(own.length, flowFrom),
    flowsIn: groupNumbers(own.length, flowTo),
    channels,
    channelSystem,
    channelOffer: channels.map((channel) =>
      channel.releases.length === 0 ? 'UNKNOWN' : offered.has(channel) ? 'OFFERED' : 'NOT_OFFERED',
    ),
    channelsOf: groupNumbers(own.length, channelSystem),
  };
};

/** The things of several lists in id order, each once, in that order. */
const merged = <T extends { readonly id: Id }>(lists: readonly (readonly T[])[]): readonly T[] => {
  const [only, ...others] = lists;
  if (others.length === 0) return only ?? [];
  return [...new Set(lists.flat())].sort((a, b) => compareIds(a.id, b.id));
};

const none: readonly number[] = [];

/** For each group number, the positions that belong to it, in order. */
export const groupNumbers = (groups: number, groupOf: ArrayLike<number>): readonly (readonly number[])[] => {
  const members = Array.from<number[] | undefined>({ length: groups });
  for (let position = 0; position < groupOf.length; position += 1) {
    const group = groupOf[position] ?? -1;
    const there = members[group];
    if (there === undefined) members[group] = [position];
    else there.push(position);
  }
  return members.map((each) => each ?? none);
};
