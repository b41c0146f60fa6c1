import { pageSize } from '../../cursors.ts';
import { orThrow } from '../../errors.ts';
import type { QueryResolvers } from '../../gen/resolver-types.ts';
import { conceptByEnum, enumByConcept } from '../concept-fields.ts';

/** Things found by words, best first. */
export const search: NonNullable<QueryResolvers['search']> = async (_parent, args, { services }) => {
  const concepts = (args.concepts ?? []).map((concept) => conceptByEnum[concept]);
  const found = orThrow(await services.search({ text: args.text, concepts, limit: pageSize(args.first, 20, 100) }));
  return found.map((each) => ({ ...each, concept: enumByConcept[each.concept] }));
};
