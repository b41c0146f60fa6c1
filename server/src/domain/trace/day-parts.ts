import type { AccessChannel, ClassLink, Flow, HoldRole, System } from '../model/concepts.ts';
import { isLiveOn, type CalendarDate, type Id } from '../model/entity.ts';
import { groupByEach, onlyWhere, patchGroups, patchSorted, type Edit } from './edits.ts';

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

/** What mentions each class, in id order. */
export type ByClass<T> = ReadonlyMap<Id, readonly T[]>;

/** What a day is made of. */
export interface DayParts {
  /** In id order. */
  readonly systems: readonly NumberedSystem[];
  readonly numbers: ReadonlyMap<Id, number>;
  readonly channels: readonly AccessChannel[];
  readonly holders: Readonly<Record<HoldRole, ByClass<NumberedSystem>>>;
  readonly flows: ByClass<NumberedFlow>;
  readonly releasing: ByClass<AccessChannel>;
}

/** Weakest first: an origin counts before a copy before transit. */
export const holdRoles: readonly HoldRole[] = ['TRANSIT', 'COPY', 'ORIGIN'];

/** What is live on a day, from nothing. */
export const createDayParts = ({ systems, flows, channels }: Structure, asOf: CalendarDate): DayParts => {
  const numbered = systems.map((system, number) => ({ id: system.id, system, number }));
  const numbers = new Map(numbered.map(({ id, number }) => [id, number]));
  const live = channels.filter(countsChannel(numbers, asOf));
  const held = (role: HoldRole): ByClass<NumberedSystem> => groupByEach(numbered, heldOn(asOf, role));
  return {
    systems: numbered,
    numbers,
    channels: live,
    holders: { ORIGIN: held('ORIGIN'), COPY: held('COPY'), TRANSIT: held('TRANSIT') },
    flows: groupByEach(flows.filter(countsFlow(numbers, asOf)).map(withEnds(numbers)), carriedOn(asOf)),
    releasing: groupByEach(live, releasedOn(asOf)),
  };
};

/** What differs between two structures. A flow or channel is named too where a system at its end came or went. */
export interface DayEdits {
  readonly systems: readonly Edit<System>[];
  readonly flows: readonly Edit<Flow>[];
  readonly channels: readonly Edit<AccessChannel>[];
}

/** What is live on a day after edits; what they do not bear on is the same. */
export const patchDayParts = (parts: DayParts, asOf: CalendarDate, edits: DayEdits): DayParts => {
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
  return {
    systems: patchSorted(parts.systems, systems),
    numbers,
    channels: patchSorted(parts.channels, channels),
    holders: { ORIGIN: held('ORIGIN'), COPY: held('COPY'), TRANSIT: held('TRANSIT') },
    flows: patchGroups(parts.flows, flows, carriedOn(asOf)),
    releasing: patchGroups(parts.releasing, channels, releasedOn(asOf)),
  };
};

/** The systems that there are. */
type Known = Pick<ReadonlyMap<Id, unknown>, 'has'>;

/** Whether a flow counts on a day: it is live, and both its ends are known. */
export const countsFlow =
  (systems: Known, asOf: CalendarDate) =>
  (flow: Flow): boolean =>
    isLiveOn(flow, asOf) && systems.has(flow.from) && systems.has(flow.to);

/** Whether a channel counts on a day: it is live, and its system is known. */
export const countsChannel =
  (systems: Known, asOf: CalendarDate) =>
  (channel: AccessChannel): boolean =>
    isLiveOn(channel, asOf) && systems.has(channel.system);

/** The classes that live links name, in their order. */
export const liveClasses = (links: readonly ClassLink[], asOf: CalendarDate): readonly Id[] => {
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

const heldOn =
  (asOf: CalendarDate, role: HoldRole) =>
  ({ system }: NumberedSystem): readonly Id[] =>
    isLiveOn(system, asOf)
      ? liveClasses(
          system.holds.filter((hold) => hold.role === role),
          asOf,
        )
      : [];
