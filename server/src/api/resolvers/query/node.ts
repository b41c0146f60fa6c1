import type { NodeModel } from '../../models.ts';
import type { QueryResolvers } from '../../gen/resolver-types.ts';
import { conceptByEnum } from '../concept-fields.ts';

/** One thing by concept and id, or null. */
export const node: NonNullable<QueryResolvers['node']> = async (_parent, args, { reads }) => {
  const concept = conceptByEnum[args.concept];
  const found = await reads.find(concept, args.id);
  return found === undefined ? null : ({ ...found, __typename: concept } as NodeModel);
};
