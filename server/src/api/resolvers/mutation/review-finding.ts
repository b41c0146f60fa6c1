import type { FindingDecided } from '../../../app/review-finding.ts';
import { invariant } from '../../../domain/invariant.ts';
import { toUserError } from '../../errors.ts';
import type { MutationResolvers, ReviewFindingInput } from '../../gen/resolver-types.ts';
import { failedPayload } from './failed-payload.ts';

/** Says who looks after a finding and what became of it. */
export const reviewFinding: NonNullable<MutationResolvers['reviewFinding']> = async (
  _parent,
  { input },
  { services, reads, actor },
) => {
  const reviewed = await services.reviewFindings({ decided: [toDecided(input)], actor });
  reads.forget();
  if (reviewed.ok) return { ok: true, findingReview: reviewed.value.reviews[0], revision: reviewed.value.revision };
  if (reviewed.error.type !== 'ReviewsRefused') return failedPayload(reviewed.error);
  const [refused] = reviewed.error.refused;
  invariant(refused !== undefined, 'a refusal names what it refuses');
  return failedPayload(refused.error);
};

/** Says so for several findings: of all of them, or of none and each reason why not. */
export const reviewFindings: NonNullable<MutationResolvers['reviewFindings']> = async (
  _parent,
  { inputs, reason },
  { services, reads, actor },
) => {
  const reviewed = await services.reviewFindings({
    decided: inputs.map(toDecided),
    actor,
    ...(typeof reason === 'string' ? { reason } : {}),
  });
  reads.forget();
  if (reviewed.ok)
    return { ok: true, errors: [], findingReviews: reviewed.value.reviews, revision: reviewed.value.revision };
  if (reviewed.error.type !== 'ReviewsRefused')
    return { ...failedPayload(reviewed.error), errors: [], findingReviews: [] };
  const errors = reviewed.error.refused.map(({ at, finding, error, current }) => ({
    at,
    finding,
    error: toUserError(error),
    current: current ?? null,
  }));
  return { ok: false, error: errors[0]?.error ?? null, errors, findingReviews: [] };
};

const toDecided = ({
  finding,
  state,
  owner,
  dueOn,
  rationale,
  expectedRevision,
}: ReviewFindingInput): FindingDecided => ({
  finding,
  state,
  expected: expectedRevision,
  ...(typeof owner === 'string' ? { owner } : {}),
  ...(typeof dueOn === 'string' ? { dueOn } : {}),
  ...(typeof rationale === 'string' ? { rationale } : {}),
});
