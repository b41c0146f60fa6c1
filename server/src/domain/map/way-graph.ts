import type { Flow } from '../model/concepts.ts';
import { compareIds } from '../model/entity.ts';
import { forEachIn } from '../trace/index.ts';
import type { AskedClass } from './asked-class.ts';
import type { MapDay } from './map-day.ts';

/** A flow that a way can take, and the system it leads to, by number. */
export interface Hop {
  readonly flow: Flow;
  readonly to: number;
}

/**
 * What ways from one system to another can take: the systems that lie on some walk between the two, by their numbers of the day. No hop leads
 * back to where the ways start, or on from where they end.
 */
export interface WayGraph {
  readonly day: MapDay;
  readonly start: number;
  /** The system the ways come to: where a channel is asked about, the one that serves it. */
  readonly goal: number;
  /** The channel at the end, if one is asked about. */
  readonly channel?: number;
  /** The systems that have to lie between, each once. */
  readonly via: readonly number[];
  /** The hops out of each system, by the id of their flows. */
  readonly hops: ReadonlyMap<number, readonly Hop[]>;
  /** How many hops it is at least to the goal; absent for a system that is on no walk to it. */
  readonly toGoal: ReadonlyMap<number, number>;
  /** Whether there can be a way at all. */
  readonly isOpen: boolean;
}

/** What ways are asked for, by the numbers of the day. */
export interface WayEnds {
  readonly start: number;
  readonly end: number;
  readonly via: readonly number[];
}

/** The graph of the ways asked for; of a class, along what carries and releases it. Linear in the lines that can be reached. */
export const createWayGraph = (day: MapDay, { start, end, via }: WayEnds, asked?: AskedClass): WayGraph => {
  const isChannel = day.things[end]?.concept === 'AccessChannel';
  const goal = isChannel ? servedBy(day, end) : end;
  const takes = (flow: Flow): boolean => asked === undefined || asked.bearingOf(flow.carries) === 'WHOLE';
  const reached = new Map<number, readonly Hop[]>();
  const senders = new Map<number, number[]>();
  const queue = [start];
  for (let system = queue.pop(); system !== undefined; system = queue.pop()) {
    if (reached.has(system)) continue;
    const hops = system === goal ? [] : hopsOut(day, system, takes).filter(({ to }) => to !== start);
    reached.set(system, hops);
    for (const { to } of hops) {
      const known = senders.get(to);
      if (known === undefined) senders.set(to, [system]);
      else known.push(system);
      queue.push(to);
    }
  }
  const toGoal = stepsBack(senders, reached.has(goal) ? [goal] : []);
  const between = new Set(via.filter((each) => each !== start && each !== goal));
  return {
    day,
    start,
    goal,
    ...(isChannel ? { channel: end } : {}),
    via: [...between],
    hops: new Map(
      [...reached].flatMap(([system, hops]) =>
        toGoal.has(system) ? [[system, hops.filter(({ to }) => toGoal.has(to))] as const] : [],
      ),
    ),
    toGoal,
    isOpen:
      toGoal.has(start) && [...between].every((each) => toGoal.has(each)) && (!isChannel || releases(day, end, asked)),
  };
};

const servedBy = ({ lines, linesIn }: MapDay, channel: number): number => {
  let system = -1;
  forEachIn(linesIn, channel, (line) => {
    system = lines[line]?.from ?? -1;
  });
  return system;
};

const releases = ({ things }: MapDay, channel: number, asked: AskedClass | undefined): boolean => {
  const thing = things[channel];
  if (asked === undefined || thing?.concept !== 'AccessChannel') return asked === undefined;
  return asked.bearingOf(thing.entity.releases) === 'WHOLE';
};

const hopsOut = (day: MapDay, system: number, takes: (flow: Flow) => boolean): readonly Hop[] => {
  const hops: Hop[] = [];
  forEachIn(day.linesOut, system, (at) => {
    const line = day.lines[at];
    if (line === undefined || line.to === system) return;
    for (const flow of line.flows) if (takes(flow)) hops.push({ flow, to: line.to });
  });
  return hops.sort((a, b) => compareIds(a.flow.id, b.flow.id));
};

/** How many steps it is from each system to one of `from`, backwards over the senders. */
const stepsBack = (
  senders: ReadonlyMap<number, readonly number[]>,
  from: readonly number[],
): ReadonlyMap<number, number> => {
  const steps = new Map(from.map((system) => [system, 0]));
  let rim = from;
  for (let step = 1; rim.length > 0; step += 1) {
    const next: number[] = [];
    for (const system of rim)
      for (const sender of senders.get(system) ?? []) {
        if (steps.has(sender)) continue;
        steps.set(sender, step);
        next.push(sender);
      }
    rim = next;
  }
  return steps;
};
