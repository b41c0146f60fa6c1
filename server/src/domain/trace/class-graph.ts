import { stopsRelease, type AccessChannel, type Restriction, type TargetKind } from '../model/concepts.ts';
import { isLiveOn, type CalendarDate, type Id } from '../model/entity.ts';
import type { RestrictionJudged } from '../verdict/index.ts';
import type { Documentation } from './answer.ts';
import type { ClassShape } from './class-shape.ts';
import { dayOf } from './day-index.ts';
import { documentationOf } from './documentation.ts';
import { numberOfId } from './edits.ts';
import type { RestrictionJudge } from './question.ts';
import { forEachIn } from './rows.ts';
import { compareIds, type TraceIndex } from './trace-index.ts';

/**
 * What bears on one class on one day: the systems, flows, channels and restrictions that hold, carry, release or limit it
 * or a class above it. Everything is numbered from 0 in id order; an audience is one bit, by its place in `audiences`.
 */
export interface ClassGraph extends ClassShape {
  readonly dataClass: Id;
  readonly audiences: readonly Id[];
  readonly everyone: number;
  /** Audiences asked about that each channel is for. */
  readonly channelFor: Int32Array;
  /** Whether the answer speaks of the channel: it is for an audience asked about, or nobody recorded for whom. */
  readonly channelAsked: readonly boolean[];
  /** Whether a system is on the way to the channel asked about: from it the channel's system can be reached, restrictions ignored. All are when no channel is asked about. */
  readonly onTheWay: Uint8Array;
  readonly onSystem: readonly Place[];
  readonly onFlow: readonly Place[];
  readonly onChannel: readonly Place[];
}

/** The restrictions that sit at one place, and the audiences they stop, limit, or hold up with no claim recorded there, as bits. */
export interface Place {
  readonly restrictions: readonly PlacedRestriction[];
  readonly stops: number;
  readonly limits: number;
  readonly undocumented: number;
}

export interface PlacedRestriction {
  readonly restriction: Restriction;
  readonly audiences: number;
  readonly documentation: Documentation;
  readonly judged?: RestrictionJudged;
}

/** What of a question shapes the graph. `audiences` holds at most 31 ids, sorted. */
export interface ClassGraphRequest {
  readonly dataClass: Id;
  readonly lineage: readonly Id[];
  readonly asOf: CalendarDate;
  readonly audiences: readonly Id[];
  readonly purpose?: string;
  readonly channel?: Id;
  readonly judge?: RestrictionJudge;
}

/** The graph for one class. `lineage` is the class and everything above it. Pure and total. */
export const createClassGraph = (index: TraceIndex, request: ClassGraphRequest): ClassGraph => {
  const { audiences, channel: asked } = request;
  const day = dayOf(index, request.asOf);
  const shape = day.shapeOf(request.lineage);
  const { systems, flows, channels, channelSystem } = shape;
  const audienceBit = new Map(audiences.map((audience, bit) => [audience, 1 << bit]));
  const bitsOf = (named: readonly Id[]): number => {
    let bits = 0;
    for (const id of named) bits |= audienceBit.get(id) ?? 0;
    return bits;
  };
  const everyone = audiences.length === 31 ? 0x7fffffff : (1 << audiences.length) - 1;
  const channelFor = Int32Array.from(channels, (channel) =>
    asksAbout(channel, asked) ? bitsOf(channel.audiences) : 0,
  );
  const placed = placeRestrictions(index, request, (ids) => (ids.length === 0 ? everyone : bitsOf(ids)));
  return {
    dataClass: request.dataClass,
    audiences,
    everyone,
    ...shape,
    channelFor,
    channelAsked: channels.map(
      (channel, number) =>
        asksAbout(channel, asked) && (channel.audiences.length === 0 || (channelFor[number] ?? 0) !== 0),
    ),
    onTheWay:
      asked === undefined
        ? new Uint8Array(systems.length).fill(1)
        : leadingTo(shape, channelSystem[numberOfId(channels, asked)] ?? -1),
    onSystem: placesOf(systems, placed.SYSTEM),
    onFlow: placesOf(flows, placed.FLOW),
    onChannel: placesOf(channels, placed.CHANNEL),
  };
};

const asksAbout = (channel: AccessChannel, asked: Id | undefined): boolean =>
  asked === undefined || channel.id === asked;

/** The places of things in id order, by number. What sits where the class does not come is left out. */
const placesOf = (
  things: readonly { readonly id: Id }[],
  placed: ReadonlyMap<Id, readonly PlacedRestriction[]>,
): readonly Place[] => {
  const places: Place[] = [];
  for (let number = 0; number < things.length; number += 1) places.push(free);
  for (const [id, restrictions] of placed) {
    const number = numberOfId(things, id);
    if (number !== -1) places[number] = placeOf(restrictions);
  }
  return places;
};

type PlacedByTarget = Readonly<Record<TargetKind, ReadonlyMap<Id, readonly PlacedRestriction[]>>>;

/** Live restrictions on the class, by the place they sit at; one that bears on none of the audiences is left out. */
const placeRestrictions = (
  index: TraceIndex,
  request: ClassGraphRequest,
  bitsOf: (audiences: readonly Id[]) => number,
): PlacedByTarget => {
  const byTarget = {
    SYSTEM: new Map<Id, PlacedRestriction[]>(),
    FLOW: new Map<Id, PlacedRestriction[]>(),
    CHANNEL: new Map<Id, PlacedRestriction[]>(),
  };
  const { asOf, purpose } = request;
  const onClass = [...mentioning(index.restrictionsByClass, request.lineage), ...index.restrictionsOnAll];
  for (const restriction of onClass.sort((a, b) => compareIds(a.id, b.id))) {
    if (!isLiveOn(restriction, asOf)) continue;
    if (purpose !== undefined && restriction.purposes.length > 0 && !restriction.purposes.includes(purpose)) continue;
    const audiences = bitsOf(restriction.audiences);
    if (audiences === 0) continue;
    const { kind, id } = restriction.appliesTo;
    const judged = request.judge?.(restriction.id, request.lineage, audiencesFor(restriction.audiences, request));
    const placed = { restriction, audiences, ...documentedBy(index, restriction.id, asOf, judged) };
    const there = byTarget[kind].get(id);
    if (there === undefined) byTarget[kind].set(id, [placed]);
    else there.push(placed);
  }
  return byTarget;
};

/** Whom a restriction bears on, of those asked about. */
const audiencesFor = (named: readonly Id[], { audiences }: ClassGraphRequest): readonly Id[] =>
  named.length === 0 ? audiences : audiences.filter((id) => named.includes(id));

const documentedBy = (
  index: TraceIndex,
  restriction: Id,
  asOf: CalendarDate,
  judged: RestrictionJudged | undefined,
): Pick<PlacedRestriction, 'documentation' | 'judged'> =>
  judged === undefined
    ? { documentation: documentationOf(index, restriction, asOf) }
    : { documentation: judged.documentation === 'NONE' ? 'NONE' : 'RECORDED', judged };

const free: Place = { restrictions: [], stops: 0, limits: 0, undocumented: 0 };

const placeOf = (restrictions: readonly PlacedRestriction[]): Place => {
  let stops = 0;
  let limits = 0;
  let undocumented = 0;
  for (const { restriction, audiences, documentation } of restrictions) {
    if (stopsRelease(restriction.effect)) stops |= audiences;
    else limits |= audiences;
    if (documentation === 'NONE') undocumented |= audiences;
  }
  return { restrictions, stops, limits, undocumented };
};

/** Whatever mentions a class of the lineage, each once, in id order. */
const mentioning = <T extends { readonly id: Id }>(
  byClass: ReadonlyMap<Id, readonly T[]>,
  lineage: readonly Id[],
): T[] => {
  const found = new Map<Id, T>();
  for (const dataClass of lineage) for (const item of byClass.get(dataClass) ?? []) found.set(item.id, item);
  return [...found.values()].sort((a, b) => compareIds(a.id, b.id));
};

/** 1 for each system from which `target` can be reached over the flows; itself included. */
const leadingTo = ({ systems, flowFrom, flowsIn }: ClassShape, target: number): Uint8Array => {
  const leads = new Uint8Array(systems.length);
  const queue = target === -1 ? [] : [target];
  for (let system = queue.pop(); system !== undefined; system = queue.pop()) {
    if (leads[system] === 1) continue;
    leads[system] = 1;
    forEachIn(flowsIn, system, (flow) => queue.push(flowFrom[flow] ?? -1));
  }
  return leads;
};
