import {
  stopsRelease,
  type AccessChannel,
  type Flow,
  type HoldRole,
  type Restriction,
  type System,
} from '../model/concepts.ts';
import { isLiveOn, type CalendarDate, type Id } from '../model/entity.ts';
import type { Documentation } from './answer.ts';
import type { RestrictionJudged } from '../verdict/index.ts';
import { documentationOf } from './documentation.ts';
import type { RestrictionJudge } from './question.ts';
import { compareIds, type TraceIndex } from './trace-index.ts';

/**
 * What bears on one class on one day: the systems, flows, channels and restrictions that hold, carry, release or limit it
 * or a class above it. Everything is numbered from 0 in id order; an audience is one bit, by its place in `audiences`.
 */
export interface ClassGraph {
  readonly dataClass: Id;
  readonly audiences: readonly Id[];
  readonly everyone: number;
  readonly systems: readonly System[];
  /** How each system is recorded to hold the class; `undefined` when nobody said so. */
  readonly roles: readonly (HoldRole | undefined)[];
  readonly flows: readonly Flow[];
  readonly flowFrom: Int32Array;
  readonly flowTo: Int32Array;
  readonly flowsOut: readonly (readonly number[])[];
  readonly channels: readonly AccessChannel[];
  readonly channelSystem: Int32Array;
  readonly channelOffer: readonly ('OFFERED' | 'NOT_OFFERED' | 'UNKNOWN')[];
  /** Audiences asked about that each channel is for. */
  readonly channelFor: Int32Array;
  /** Whether the answer speaks of the channel: it is for an audience asked about, or nobody recorded for whom. */
  readonly channelAsked: readonly boolean[];
  readonly channelsOf: readonly (readonly number[])[];
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
  const { asOf, lineage } = request;
  const covers = new Set(lineage);
  // A system that has ended holds nothing, but a flow or channel that was not ended with it still leads there: dates speak for themselves.
  const systemById = (id: Id): System | undefined => index.graph.System.get(id);
  const holders = mentioning(index.holdersByClass, lineage).filter(
    (system) => roleIn(system, covers, asOf) !== undefined,
  );
  const flows = mentioning(index.flowsByClass, lineage).filter(
    (flow) =>
      isLiveOn(flow, asOf) &&
      systemById(flow.from) !== undefined &&
      systemById(flow.to) !== undefined &&
      flow.carries.some((carry) => covers.has(carry.dataClass) && isLiveOn(carry, asOf)),
  );
  const audienceBit = new Map(request.audiences.map((audience, bit) => [audience, 1 << bit]));
  const bitsOf = (audiences: readonly Id[]): number =>
    audiences.reduce((bits, id) => bits | (audienceBit.get(id) ?? 0), 0);
  const channels = index.channels.filter(
    (channel) => isLiveOn(channel, asOf) && systemById(channel.system) !== undefined,
  );
  const systems = distinctSystems([
    ...holders,
    ...flows.flatMap((flow) => [systemById(flow.from), systemById(flow.to)]),
    ...channels.map((channel) => systemById(channel.system)),
  ]);
  const numberOf = new Map(systems.map((system, number) => [system.id, number]));
  const at = (id: Id): number => numberOf.get(id) ?? -1;
  const flowFrom = Int32Array.from(flows, (flow) => at(flow.from));
  const flowTo = Int32Array.from(flows, (flow) => at(flow.to));
  const asked = channels.find((channel) => channel.id === request.channel);
  const everyone = request.audiences.length === 31 ? 0x7fffffff : (1 << request.audiences.length) - 1;
  const placed = placeRestrictions(index, request, (ids) => (ids.length === 0 ? everyone : bitsOf(ids)));
  return {
    dataClass: request.dataClass,
    audiences: request.audiences,
    everyone,
    systems,
    roles: systems.map((system) => roleIn(system, covers, asOf)),
    flows,
    flowFrom,
    flowTo,
    flowsOut: groupNumbers(
      systems.length,
      flows.map((flow) => at(flow.from)),
    ),
    channels,
    channelSystem: Int32Array.from(channels, (channel) => at(channel.system)),
    channelOffer: channels.map((channel) => offerOf(channel, covers, asOf)),
    channelFor: Int32Array.from(channels, (channel) =>
      asksAbout(channel, request.channel) ? bitsOf(channel.audiences) : 0,
    ),
    channelAsked: channels.map(
      (channel) =>
        asksAbout(channel, request.channel) && (channel.audiences.length === 0 || bitsOf(channel.audiences) !== 0),
    ),
    channelsOf: groupNumbers(
      systems.length,
      channels.map((channel) => at(channel.system)),
    ),
    onTheWay:
      request.channel === undefined
        ? new Uint8Array(systems.length).fill(1)
        : leadingTo(systems.length, flowFrom, flowTo, asked === undefined ? -1 : at(asked.system)),
    onSystem: systems.map((system) => placeOf(placed.get(`SYSTEM ${system.id}`))),
    onFlow: flows.map((flow) => placeOf(placed.get(`FLOW ${flow.id}`))),
    onChannel: channels.map((channel) => placeOf(placed.get(`CHANNEL ${channel.id}`))),
  };
};

/** The strongest role in which a live system holds a class of `covers`: an origin before a copy before transit. */
const roleIn = (system: System, covers: ReadonlySet<Id>, asOf: CalendarDate): HoldRole | undefined => {
  if (!isLiveOn(system, asOf)) return undefined;
  const roles = new Set(
    system.holds.filter((hold) => covers.has(hold.dataClass) && isLiveOn(hold, asOf)).map((hold) => hold.role),
  );
  return (['ORIGIN', 'COPY', 'TRANSIT'] as const).find((role) => roles.has(role));
};

const asksAbout = (channel: AccessChannel, asked: Id | undefined): boolean =>
  asked === undefined || channel.id === asked;

/** Nobody recorded what the channel releases: UNKNOWN. Otherwise whether it releases the class or one above it. */
const offerOf = (
  channel: AccessChannel,
  covers: ReadonlySet<Id>,
  asOf: CalendarDate,
): 'OFFERED' | 'NOT_OFFERED' | 'UNKNOWN' => {
  if (channel.releases.length === 0) return 'UNKNOWN';
  return channel.releases.some((link) => covers.has(link.dataClass) && isLiveOn(link, asOf))
    ? 'OFFERED'
    : 'NOT_OFFERED';
};

/** Live restrictions on the class, by the place they sit at; one that bears on none of the audiences is left out. */
const placeRestrictions = (
  index: TraceIndex,
  request: ClassGraphRequest,
  bitsOf: (audiences: readonly Id[]) => number,
): ReadonlyMap<string, PlacedRestriction[]> => {
  const byPlace = new Map<string, PlacedRestriction[]>();
  const { asOf, purpose } = request;
  const onClass = [...mentioning(index.restrictionsByClass, request.lineage), ...index.restrictionsOnAll];
  for (const restriction of onClass.sort((a, b) => compareIds(a.id, b.id))) {
    if (!isLiveOn(restriction, asOf)) continue;
    if (purpose !== undefined && restriction.purposes.length > 0 && !restriction.purposes.includes(purpose)) continue;
    const audiences = bitsOf(restriction.audiences);
    if (audiences === 0) continue;
    const place = `${restriction.appliesTo.kind} ${restriction.appliesTo.id}`;
    const there = byPlace.get(place);
    const judged = request.judge?.(restriction.id, request.lineage, audiencesFor(restriction.audiences, request));
    const placed = { restriction, audiences, ...documentedBy(index, restriction.id, asOf, judged) };
    if (there === undefined) byPlace.set(place, [placed]);
    else there.push(placed);
  }
  return byPlace;
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

const placeOf = (restrictions: readonly PlacedRestriction[] | undefined): Place => {
  if (restrictions === undefined) return free;
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

const distinctSystems = (systems: readonly (System | undefined)[]): readonly System[] => {
  const byId = new Map<Id, System>();
  for (const system of systems) if (system !== undefined) byId.set(system.id, system);
  return [...byId.values()].sort((a, b) => compareIds(a.id, b.id));
};

/** For each group number, the positions that belong to it, in order. */
const groupNumbers = (groups: number, groupOf: readonly number[]): number[][] => {
  const members: number[][] = Array.from({ length: groups }, () => []);
  groupOf.forEach((group, position) => members[group]?.push(position));
  return members;
};

/** 1 for each system from which `target` can be reached over the flows; itself included. */
const leadingTo = (systems: number, flowFrom: Int32Array, flowTo: Int32Array, target: number): Uint8Array => {
  const leads = new Uint8Array(systems);
  const flowsIn = groupNumbers(systems, [...flowTo]);
  const queue = target === -1 ? [] : [target];
  for (let system = queue.pop(); system !== undefined; system = queue.pop()) {
    if (leads[system] === 1) continue;
    leads[system] = 1;
    for (const flow of flowsIn[system] ?? []) queue.push(flowFrom[flow] ?? -1);
  }
  return leads;
};
