import type { AccessChannel, Flow, HoldRole, System } from '../model/concepts.ts';
import { compareIds, type Id } from '../model/entity.ts';
import { holdRoles, type ByClass, type DayParts } from './day-parts.ts';
import { numberOfId } from './edits.ts';
import { createRows, type Rows } from './rows.ts';

/** Whether a channel offers a class; UNKNOWN where nobody recorded what it releases. */
export type Offer = 'OFFERED' | 'NOT_OFFERED' | 'UNKNOWN';

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

/** The shape of the part of a day that bears on a class, given with everything above it. Linear in that part, and in the systems of the day. */
export const createShape = (
  { systems, numbers, channels, holders, flows: carrying, releasing }: DayParts,
  lineage: readonly Id[],
): ClassShape => {
  const entries = merged(lineage.flatMap((id) => listsAt(carrying, id)));
  // Of each number of the day, the place among the systems of the shape; -1 for those that are none of them.
  const places = new Int32Array(numbers.size).fill(-1);
  // One more than the place of the role in `holdRoles`; 0 for systems that hold nothing of it.
  const roleOf = new Uint8Array(numbers.size);
  holdRoles.forEach((role, at) => {
    for (const id of lineage)
      for (const { number } of holders[role].get(id) ?? []) {
        roleOf[number] = at + 1;
        places[number] = 0;
      }
  });
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
      ownRoles.push(holdRoles[(roleOf[number] ?? 0) - 1]);
    }
  for (const ends of [flowFrom, flowTo, channelSystem])
    for (let at = 0; at < ends.length; at += 1) ends[at] = places[ends[at] ?? -1] ?? -1;
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
    channelOffer: offersOf(channels, releasing, lineage),
    channelsOf: createRows(own.length, channelSystem),
  };
};

/**
 * The shape of a day of which nothing but channels differs from the day of `shape`, where both bear on the same class; `undefined` where a
 * channel is served by a system that is not in it. What served a channel then stays in it, and bears on nothing. Linear in the channels.
 */
export const withChannels = (
  shape: ClassShape,
  { channels, releasing }: DayParts,
  lineage: readonly Id[],
): ClassShape | undefined => {
  const channelSystem = new Int32Array(channels.length);
  let old = 0;
  for (const [at, channel] of channels.entries()) {
    // Both lists are in id order.
    while (compareIds(shape.channels[old]?.id ?? channel.id, channel.id) < 0) old += 1;
    const before = shape.channels[old];
    const isSame = before?.id === channel.id && before.system === channel.system;
    const number = isSame ? (shape.channelSystem[old] ?? -1) : numberOfId(shape.systems, channel.system);
    if (number === -1) return undefined;
    channelSystem[at] = number;
  }
  return {
    ...shape,
    channels,
    channelSystem,
    channelOffer: offersOf(channels, releasing, lineage),
    channelsOf: createRows(shape.systems.length, channelSystem),
  };
};

const offersOf = (
  channels: readonly AccessChannel[],
  releasing: DayParts['releasing'],
  lineage: readonly Id[],
): readonly Offer[] => {
  const offered = new Set(lineage.flatMap((id) => releasing.get(id) ?? []));
  return channels.map((channel) =>
    channel.releases.length === 0 ? 'UNKNOWN' : offered.has(channel) ? 'OFFERED' : 'NOT_OFFERED',
  );
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
