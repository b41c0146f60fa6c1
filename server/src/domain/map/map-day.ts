import type { AccessChannel, ClassLink, Flow, System } from '../model/concepts.ts';
import { isLiveOn, type CalendarDate, type Id } from '../model/entity.ts';
import { oncePer } from '../once.ts';
import { countsChannel, countsFlow, createRows, liveClasses, type Rows, type Structure } from '../trace/index.ts';

/** A system or a channel, by what it is and its id. */
export interface ThingRef {
  readonly concept: 'System' | 'AccessChannel';
  readonly id: Id;
}

/** A system or a channel that is there on a day. `isLive` false: it is there because a live flow or channel names it. */
export type Thing =
  | { readonly concept: 'System'; readonly entity: System; readonly isLive: boolean }
  | { readonly concept: 'AccessChannel'; readonly entity: AccessChannel; readonly isLive: boolean };

/** What runs from one thing to another, by their numbers: the flows by id, or that a system serves a channel. */
export interface Line {
  readonly from: number;
  readonly to: number;
  readonly kind: 'FLOW' | 'SERVES';
  readonly flows: readonly Flow[];
}

/**
 * What of an inventory can be seen on one day, whatever class it is about. The things are numbered from 0, systems before channels and each
 * by id. A system that is not live and that a live flow or channel names is there, as it is for a trace.
 */
export interface MapDay {
  readonly asOf: CalendarDate;
  readonly things: readonly Thing[];
  /** By the numbers of their ends: one for each pair and direction. */
  readonly lines: readonly Line[];
  readonly linesOut: Rows;
  readonly linesIn: Rows;
  /** How many classes live links of a thing or flow name; counted once. */
  readonly classesOf: (links: readonly ClassLink[]) => number;
  /** The number of a thing, -1 for one that is not there that day. */
  readonly numberOf: (ref: ThingRef) => number;
}

/** How many days of one revision are kept. */
const daysKept = 4;

const daysByStructure = new WeakMap<Structure, Map<CalendarDate, MapDay>>();

/** What can be seen of a revision on a day, made when first asked for: linear in the inventory then, and nothing afterwards. */
export const mapDayOf = (structure: Structure, asOf: CalendarDate): MapDay => {
  const days = daysByStructure.get(structure) ?? new Map<CalendarDate, MapDay>();
  daysByStructure.set(structure, days);
  const day = days.get(asOf) ?? createMapDay(structure, asOf);
  days.delete(asOf);
  days.set(asOf, day);
  const [oldest] = days.keys();
  if (days.size > daysKept && oldest !== undefined) days.delete(oldest);
  return day;
};

const createMapDay = ({ systems, flows, channels }: Structure, asOf: CalendarDate): MapDay => {
  const known = new Set(systems.map(({ id }) => id));
  const live = { flows: flows.filter(countsFlow(known, asOf)), channels: channels.filter(countsChannel(known, asOf)) };
  const named = new Set([
    ...live.flows.flatMap(({ from, to }) => [from, to]),
    ...live.channels.map(({ system }) => system),
  ]);
  const things: Thing[] = [];
  const numbers = { System: new Map<Id, number>(), AccessChannel: new Map<Id, number>() };
  const put = (thing: Thing): void => {
    numbers[thing.concept].set(thing.entity.id, things.push(thing) - 1);
  };
  for (const entity of systems) {
    const isLive = isLiveOn(entity, asOf);
    if (isLive || named.has(entity.id)) put({ concept: 'System', entity, isLive });
  }
  for (const entity of live.channels) put({ concept: 'AccessChannel', entity, isLive: true });
  const lines = linesBetween(numbers, live.flows, live.channels);
  return {
    asOf,
    things,
    lines,
    linesOut: createRows(
      things.length,
      lines.map(({ from }) => from),
    ),
    linesIn: createRows(
      things.length,
      lines.map(({ to }) => to),
    ),
    classesOf: oncePer((links: readonly ClassLink[]) => new Set(liveClasses(links, asOf)).size),
    numberOf: ({ concept, id }) => numbers[concept].get(id) ?? -1,
  };
};

type Numbers = Readonly<Record<ThingRef['concept'], ReadonlyMap<Id, number>>>;

/** Flows of one pair and direction stand together; they come in id order and stay in it. */
const linesBetween = (
  numbers: Numbers,
  flows: readonly Flow[],
  channels: readonly AccessChannel[],
): readonly Line[] => {
  const byPair = new Map<string, { from: number; to: number; flows: Flow[] }>();
  for (const flow of flows) {
    const from = numbers.System.get(flow.from) ?? -1;
    const to = numbers.System.get(flow.to) ?? -1;
    const there = byPair.get(`${from} ${to}`);
    if (there === undefined) byPair.set(`${from} ${to}`, { from, to, flows: [flow] });
    else there.flows.push(flow);
  }
  const lines: Line[] = [...byPair.values()].map((line) => ({ ...line, kind: 'FLOW' }));
  for (const { id, system } of channels)
    lines.push({
      from: numbers.System.get(system) ?? -1,
      to: numbers.AccessChannel.get(id) ?? -1,
      kind: 'SERVES',
      flows: [],
    });
  return lines.sort((a, b) => a.from - b.from || a.to - b.to);
};
