import type { BasisClaim, Restriction } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import type { Id } from '../model/entity.ts';
import type { TraceIndex } from './trace-index.ts';

/** All that an answer was worked out from, beside the shape. */
export interface Grounds {
  readonly audiences: readonly Id[];
  readonly names: EhiGraph['Audience'];
  readonly integrationKinds: ReadonlySet<string>;
  readonly restrictions: readonly (readonly Restriction[] | undefined)[];
  readonly claims: readonly (readonly BasisClaim[] | undefined)[];
}

/** What an answer about a class is worked out from, beside the shape. */
export const groundsOf = (index: TraceIndex, lineage: readonly Id[]): Grounds => {
  const restrictions = [index.restrictionsOnAll, ...lineage.map((id) => index.restrictionsByClass.get(id))];
  return {
    audiences: index.audiences,
    names: index.graph.Audience,
    integrationKinds: index.integrationKinds,
    restrictions,
    claims: restrictions.flatMap((each) => (each ?? []).map(({ id }) => index.claimsByRestriction.get(id))),
  };
};

/** Whether nothing of it has changed. */
export const isSameGround = (a: Grounds, b: Grounds): boolean =>
  a.audiences === b.audiences &&
  a.names === b.names &&
  a.integrationKinds === b.integrationKinds &&
  areSame(a.restrictions, b.restrictions) &&
  areSame(a.claims, b.claims);

/** Whether two lists have the very same in the same order. */
export const areSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((each, at) => each === b[at]);
