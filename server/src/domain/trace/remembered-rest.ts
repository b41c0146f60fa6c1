import type { BasisClaim, Restriction } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import type { CalendarDate, Id } from '../model/entity.ts';
import type { Result } from '../result.ts';
import type { TraceAnswer } from './answer.ts';
import type { ClassShape } from './class-shape.ts';
import { dayOf } from './day-index.ts';
import { lineageOf } from './parts.ts';
import type { TraceError } from './question.ts';
import { traceRest } from './trace.ts';
import type { TraceIndex } from './trace-index.ts';

/** All that an answer was worked out from, beside the shape. */
interface Grounds {
  readonly audiences: readonly Id[];
  readonly names: EhiGraph['Audience'];
  readonly integrationKinds: ReadonlySet<string>;
  readonly restrictions: readonly (readonly Restriction[] | undefined)[];
  readonly claims: readonly (readonly BasisClaim[] | undefined)[];
}

interface Known {
  readonly asOf: CalendarDate;
  readonly grounds: Grounds;
  readonly answer: Result<TraceAnswer, TraceError>;
}

/** By the shape of the class, which outlasts every edit that does not bear on it. */
const knownByShape = new WeakMap<ClassShape, Map<Id, Known>>();

/**
 * What `traceRest` answers for every channel and audience, with nothing judged; from an earlier revision where nothing that bears on the
 * class has changed since. Errors: as `traceRest`.
 */
export const traceRestRemembered = (
  index: TraceIndex,
  dataClass: Id,
  asOf: CalendarDate,
): Result<TraceAnswer, TraceError> => {
  const lineage = lineageOf(index, dataClass);
  const shape = dayOf(index, asOf).shapeOf(lineage);
  const grounds = groundsOf(index, lineage);
  const byClass = knownByShape.get(shape) ?? new Map<Id, Known>();
  knownByShape.set(shape, byClass);
  const known = byClass.get(dataClass);
  if (known !== undefined && known.asOf === asOf && isSame(known.grounds, grounds)) return known.answer;
  const answer = traceRest(index, { dataClass, asOf });
  byClass.set(dataClass, { asOf, grounds, answer });
  return answer;
};

const groundsOf = (index: TraceIndex, lineage: readonly Id[]): Grounds => {
  const restrictions = [index.restrictionsOnAll, ...lineage.map((id) => index.restrictionsByClass.get(id))];
  return {
    audiences: index.audiences,
    names: index.graph.Audience,
    integrationKinds: index.integrationKinds,
    restrictions,
    claims: restrictions.flatMap((each) => (each ?? []).map(({ id }) => index.claimsByRestriction.get(id))),
  };
};

const isSame = (a: Grounds, b: Grounds): boolean =>
  a.audiences === b.audiences &&
  a.names === b.names &&
  a.integrationKinds === b.integrationKinds &&
  areSame(a.restrictions, b.restrictions) &&
  areSame(a.claims, b.claims);

const areSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((each, at) => each === b[at]);
