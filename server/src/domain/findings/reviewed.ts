import type { FindingReview, FindingState } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import type { CalendarDate, Instant } from '../model/entity.ts';
import type { EntityKind, Finding } from './finding.ts';

/** A finding with what people decided about it. */
export interface ReviewedFinding extends Finding {
  readonly state: FindingState;
  readonly review?: FindingReview;
}

/** The findings with their reviews, in their order; those nobody reviewed are open. Pure. */
export const withReviews = (
  found: readonly Finding[],
  { FindingReview: all }: Pick<EhiGraph, 'FindingReview'>,
): readonly ReviewedFinding[] => {
  const reviews = new Map([...all.values()].map((review) => [review.finding, review]));
  return found.map((finding) => {
    const review = reviews.get(finding.id);
    return { ...finding, state: review?.state ?? 'OPEN', ...(review === undefined ? {} : { review }) };
  });
};

/** Whether a finding is open and the day by which it was to be dealt with has passed. Pure. */
export const isOverdue = ({ state, review }: ReviewedFinding, asOf: CalendarDate): boolean =>
  state === 'OPEN' && review?.dueOn !== undefined && review.dueOn < asOf;

/** What the inventory calls each kind of thing that a finding names. */
export const conceptByKind = {
  dataClass: 'DataClass',
  system: 'System',
  flow: 'Flow',
  channel: 'AccessChannel',
  audience: 'Audience',
  restriction: 'Restriction',
  claim: 'BasisClaim',
  observation: 'Observation',
} as const satisfies Readonly<Record<EntityKind, keyof EhiGraph>>;

/** When something a finding is about, or its review, was last written; `undefined` where nothing of it is in the inventory. Pure. */
export const changedAt = (graph: EhiGraph, { entities, review }: ReviewedFinding): Instant | undefined => {
  let last = review?.updatedAt;
  for (const { kind, id } of entities) {
    const at = graph[conceptByKind[kind]].get(id)?.updatedAt;
    if (at !== undefined && (last === undefined || at > last)) last = at;
  }
  return last;
};
