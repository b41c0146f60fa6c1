import { claimStatusOn } from '../claim/index.ts';
import { lineageOf } from '../verdict/class-scope.ts';
import type { BasisClaim, Restriction } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import { compareIds, isLiveOn, type CalendarDate, type Entity, type Id } from '../model/entity.ts';

/** The things of a concept that are live on a day, by id. */
export const liveOf = <T extends Entity>(things: ReadonlyMap<Id, T>, asOf: CalendarDate): readonly T[] =>
  [...things.values()].filter((each) => isLiveOn(each, asOf)).toSorted((a, b) => compareIds(a.id, b.id));

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

/** Whether `ids` name the class or something above it. */
export const names = (graph: EhiGraph, ids: readonly Id[], dataClass: Id): boolean => {
  const lineage = new Set(lineageOf(graph, dataClass).map(({ id }) => id));
  return ids.some((id) => lineage.has(id));
};
