import type { MutationResolvers } from '../../gen/resolver-types.ts';
import type { NodeModel } from '../../models.ts';
import { conceptByEnum } from '../concept-fields.ts';
import { failedPayload } from './failed-payload.ts';

/** Ends one thing on a day, with a reason. */
export const end: NonNullable<MutationResolvers['end']> = async (_parent, args, { services, reads, actor }) => {
  const { id, expectedRevision: expected, endedOn, reason } = args;
  const concept = conceptByEnum[args.concept];
  const ended = await services.endEntity({ concept, id, expected, endedOn, reason, actor });
  reads.forget();
  if (!ended.ok) return failedPayload(ended.error);
  const { entity, revision } = ended.value;
  return { ok: true, node: { ...entity, __typename: concept } as NodeModel, revision };
};
