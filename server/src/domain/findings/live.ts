import { claimStatusOn } from '../claim/index.ts';
import { lineageOf } from '../verdict/class-scope.ts';
import type { BasisClaim, ClassLink, Restriction } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import { compareIds, isLiveOn, type CalendarDate, type Entity, type Id } from '../model/entity.ts';
import { oncePer, oncePerDay } from '../once.ts';

/** The things of a concept that are live on a day, by id. Worked out once for a day: most revisions share most concepts. */
export const liveOf = <T extends Entity>(things: ReadonlyMap<Id, T>, asOf: CalendarDate): readonly T[] =>
  liveIn(sortedById(things) as readonly T[], asOf);

const sortedById = oncePer((things: ReadonlyMap<Id, Entity>): readonly Entity[] =>
  [...things.values()].sort((a, b) => compareIds(a.id, b.id)),
);

/** Those of a list that are live on a day, in its order. */
export const liveIn = <T extends Entity>(things: readonly T[], asOf: CalendarDate): readonly T[] =>
  live(things, asOf, () => things.filter((each) => isLiveOn(each, asOf))) as readonly T[];

const live = oncePerDay<readonly Entity[]>(4);

/** The claims on live restrictions that count on a day. */
export const claimsOnLive = (
  graph: EhiGraph,
  asOf: CalendarDate,
): readonly { readonly claim: BasisClaim; readonly restriction: Restriction }[] =>
  [...graph.BasisClaim.values()]
    .toSorted((a, b) => compareIds(a.id, b.id))
    .flatMap((claim) => {
      const restriction = graph.Restriction.get(claim.restriction);
      const counts = claimStatusOn(claim, asOf) !== undefined;
      return counts && restriction !== undefined && isLiveOn(restriction, asOf) ? [{ claim, restriction }] : [];
    });

/** The ids of the classes that links name on a day. */
export const namedBy = (links: readonly ClassLink[], asOf: CalendarDate): ReadonlySet<Id> =>
  new Set(links.filter((each) => isLiveOn(each, asOf)).map(({ dataClass }) => dataClass));

/** Whether `named` has the class or something above it. */
export const names = (graph: EhiGraph, named: ReadonlySet<Id>, dataClass: Id): boolean =>
  named.has(dataClass) || lineageOf(graph, dataClass).some(({ id }) => named.has(id));
