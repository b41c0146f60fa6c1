import type { AccessChannel, Flow, HoldRole, System } from '../model/concepts.ts';
import { isLiveOn, type CalendarDate, type Id } from '../model/entity.ts';
import type { TraceIndex } from './trace-index.ts';

/** Whether a channel offers a class; UNKNOWN where nobody recorded what it releases. */
export type Offer = 'OFFERED' | 'NOT_OFFERED' | 'UNKNOWN';

/** What mentions one class on one day, by number. */
interface Mentions {
  readonly flows: number[];
  /** Systems and, beside each, how it is recorded to hold the class. */
  readonly holders: number[];
  readonly roles: HoldRole[];
  readonly channels: number[];
}

/**
 * What of an inventory counts on one day, numbered from 0 in id order. A system that has ended is still there, and holds nothing: a flow or
 * channel that was not ended with it still leads there, dates speak for themselves.
 */
export interface DayIndex {
  readonly systems: readonly System[];
  readonly systemNumbers: ReadonlyMap<Id, number>;
  readonly flows: readonly Flow[];
  readonly flowNumbers: ReadonlyMap<Id, number>;
  readonly flowFrom: Int32Array;
  readonly flowTo: Int32Array;
  readonly channels: readonly AccessChannel[];
  readonly channelNumbers: ReadonlyMap<Id, number>;
  readonly channelSystem: Int32Array;
  /** The shape of the part that bears on a class, given with everything above it. */
  readonly shapeOf: (lineage: readonly Id[]) => ClassShape;
}

/**
 * The part of a day that bears on one class, whoever asks for whatever purpose: the systems, flows and channels that hold, carry or release
 * it or a class above it, numbered anew from 0 in id order. `systemNumbers` and `flowNumbers` give their numbers in the day, in order.
 */
export interface ClassShape {
  readonly systems: readonly System[];
  readonly systemNumbers: Int32Array;
  readonly roles: readonly (HoldRole | undefined)[];
  readonly flows: readonly Flow[];
  readonly flowNumbers: Int32Array;
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

/** By the structure of an index: an edit of a restriction or a claim leaves the days as they are. */
const daysByStructure = new WeakMap<object, Map<CalendarDate, DayIndex>>();

/** The day of an index, made when first asked for. Linear in the inventory then. */
export const dayOf = (index: TraceIndex, asOf: CalendarDate): DayIndex => {
  const days = daysByStructure.get(index.structure) ?? new Map<CalendarDate, DayIndex>();
  daysByStructure.set(index.structure, days);
  const day = days.get(asOf) ?? createDayIndex(index, asOf);
  days.delete(asOf);
  days.set(asOf, day);
  const [oldest] = days.keys();
  if (days.size > daysKept && oldest !== undefined) days.delete(oldest);
  return day;
};

const createDayIndex = (index: TraceIndex, asOf: CalendarDate): DayIndex => {
  const { systems } = index;
  const systemNumbers = numbersOf(systems);
  const number = (id: Id): number => systemNumbers.get(id) ?? -1;
  const flows = index.flows.filter(
    (flow) => isLiveOn(flow, asOf) && systemNumbers.has(flow.from) && systemNumbers.has(flow.to),
  );
  const channels = index.channels.filter((channel) => isLiveOn(channel, asOf) && systemNumbers.has(channel.system));
  const byClass = new Map<Id, Mentions>();
  const mentions = (dataClass: Id): Mentions => {
    const known = byClass.get(dataClass);
    if (known !== undefined) return known;
    const made: Mentions = { flows: [], holders: [], roles: [], channels: [] };
    byClass.set(dataClass, made);
    return made;
  };
  systems.forEach((system, at) => {
    if (!isLiveOn(system, asOf)) return;
    for (const hold of system.holds) {
      if (!isLiveOn(hold, asOf)) continue;
      const { holders, roles } = mentions(hold.dataClass);
      holders.push(at);
      roles.push(hold.role);
    }
  });
  flows.forEach((flow, at) => {
    for (const carry of flow.carries) if (isLiveOn(carry, asOf)) mentions(carry.dataClass).flows.push(at);
  });
  channels.forEach((channel, at) => {
    for (const link of channel.releases) if (isLiveOn(link, asOf)) mentions(link.dataClass).channels.push(at);
  });
  const day: Omit<DayIndex, 'shapeOf'> = {
    systems,
    systemNumbers,
    flows,
    flowNumbers: numbersOf(flows),
    flowFrom: Int32Array.from(flows, (flow) => number(flow.from)),
    flowTo: Int32Array.from(flows, (flow) => number(flow.to)),
    channels,
    channelNumbers: numbersOf(channels),
    channelSystem: Int32Array.from(channels, (channel) => number(channel.system)),
  };
  const shapes = new Map<string, ClassShape>();
  let kept = 0;
  return {
    ...day,
    shapeOf: (lineage) => {
      const key = lineage.join('\n');
      const known = shapes.get(key);
      if (known !== undefined) return known;
      const shape = createShape(
        day,
        lineage.flatMap((id) => byClass.get(id) ?? []),
      );
      kept += sizeOf(shape);
      shapes.set(key, shape);
      for (const [old, other] of shapes) {
        if (kept <= mostKept || old === key) break;
        shapes.delete(old);
        kept -= sizeOf(other);
      }
      return shape;
    },
  };
};

const sizeOf = ({ systems, flows, channels }: ClassShape): number => systems.length + flows.length + channels.length;

const numbersOf = (things: readonly { readonly id: Id }[]): ReadonlyMap<Id, number> =>
  new Map(things.map(({ id }, number) => [id, number]));

const strength: Readonly<Record<HoldRole, number>> = { ORIGIN: 3, COPY: 2, TRANSIT: 1 };

/** `mentioned`: what mentions the class, and what mentions each above it. */
const createShape = (day: Omit<DayIndex, 'shapeOf'>, mentioned: readonly Mentions[]): ClassShape => {
  const flowNumbers = Int32Array.from(new Set(mentioned.flatMap(({ flows }) => flows))).sort();
  const roleOf = new Map<number, HoldRole>();
  for (const { holders, roles } of mentioned)
    holders.forEach((system, at) => {
      const [role, known] = [roles[at], roleOf.get(system)];
      // An origin before a copy before transit.
      if (role !== undefined && (known === undefined || strength[role] > strength[known])) roleOf.set(system, role);
    });
  // The place of each system of the day among those of the shape, and -1 for the others.
  const places = new Int32Array(day.systems.length).fill(-1);
  for (const system of roleOf.keys()) places[system] = 0;
  for (const flow of flowNumbers) {
    places[day.flowFrom[flow] ?? -1] = 0;
    places[day.flowTo[flow] ?? -1] = 0;
  }
  for (const system of day.channelSystem) places[system] = 0;
  const systemNumbers = Int32Array.from(numbersWhere(places));
  systemNumbers.forEach((system, at) => {
    places[system] = at;
  });
  const placeOf = (system: number | undefined): number => places[system ?? -1] ?? -1;
  const flowFrom = Int32Array.from(flowNumbers, (flow) => placeOf(day.flowFrom[flow]));
  const flowTo = Int32Array.from(flowNumbers, (flow) => placeOf(day.flowTo[flow]));
  const channelSystem = Int32Array.from(day.channelSystem, placeOf);
  const offered = new Set(mentioned.flatMap(({ channels }) => channels));
  return {
    systems: Array.from(systemNumbers, (system) => at(day.systems, system)),
    systemNumbers,
    roles: Array.from(systemNumbers, (system) => roleOf.get(system)),
    flows: Array.from(flowNumbers, (flow) => at(day.flows, flow)),
    flowNumbers,
    flowFrom,
    flowTo,
    flowsOut: groupNumbers(systemNumbers.length, flowFrom),
    flowsIn: groupNumbers(systemNumbers.length, flowTo),
    channels: day.channels,
    channelSystem,
    channelOffer: day.channels.map((channel, number) =>
      channel.releases.length === 0 ? 'UNKNOWN' : offered.has(number) ? 'OFFERED' : 'NOT_OFFERED',
    ),
    channelsOf: groupNumbers(systemNumbers.length, channelSystem),
  };
};

const at = <T>(list: readonly T[], number: number): T => {
  const found = list[number];
  if (found === undefined) throw new Error(`nothing has the number ${number}`);
  return found;
};

function* numbersWhere(places: Int32Array): Generator<number> {
  for (let number = 0; number < places.length; number += 1) if (places[number] !== -1) yield number;
}

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
