import { stopsRelease, type Restriction, type TargetKind } from '../model/concepts.ts';
import { compareIds, isLiveOn, type CalendarDate, type Id } from '../model/entity.ts';
import type { RestrictionJudged } from '../verdict/index.ts';
import type { Documentation } from './answer.ts';
import { documentationOf } from './documentation.ts';
import { numberOfId } from './edits.ts';
import type { RestrictionJudge } from './question.ts';
import type { TraceIndex } from './trace-index.ts';

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
  readonly lineage: readonly Id[];
  readonly asOf: CalendarDate;
  readonly audiences: readonly Id[];
  readonly purpose?: string;
  readonly channel?: Id;
  readonly judge?: RestrictionJudge;
}

/** The places of things in id order, by number; none at all where nothing sits at any. What sits where the class does not come is left out. */
export const placesOf = (
  things: readonly { readonly id: Id }[],
  placed: ReadonlyMap<Id, readonly PlacedRestriction[]>,
): readonly Place[] => {
  if (placed.size === 0) return nowhere;
  const places: Place[] = [];
  for (let number = 0; number < things.length; number += 1) places.push(free);
  for (const [id, restrictions] of placed) {
    const number = numberOfId(things, id);
    if (number !== -1) places[number] = placeOf(restrictions);
  }
  return places;
};

/** The restrictions on a class by the id of what they sit at. */
export type PlacedByTarget = Readonly<Record<TargetKind, ReadonlyMap<Id, readonly PlacedRestriction[]>>>;

/** Live restrictions on the class, by the place they sit at; one that bears on none of the audiences is left out. */
export const placeRestrictions = (
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

const nowhere: readonly Place[] = [];

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
