import type { MutationResolvers } from '../../gen/resolver-types.ts';
import { failedPayload } from './failed-payload.ts';

/** Says who looks after a finding and what became of it. */
export const reviewFinding: NonNullable<MutationResolvers['reviewFinding']> = async (
  _parent,
  { input },
  { services, reads, actor },
) => {
  const { finding, state, owner, rationale, expectedRevision: expected } = input;
  const reviewed = await services.reviewFinding({
    finding,
    state,
    expected,
    actor,
    ...(typeof owner === 'string' ? { owner } : {}),
    ...(typeof rationale === 'string' ? { rationale } : {}),
  });
  reads.forget();
  if (!reviewed.ok) return failedPayload(reviewed.error);
  return { ok: true, findingReview: reviewed.value.entity, revision: reviewed.value.revision };
};
