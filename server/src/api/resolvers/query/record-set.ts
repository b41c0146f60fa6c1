import { recordSetOfInventory } from '../../../app/record-set.ts';
import { orThrow } from '../../errors.ts';
import type { QueryResolvers } from '../../gen/resolver-types.ts';
import { judgeDeps } from './verdicts.ts';

/** How much of the designated record set is mapped. */
export const recordSet: NonNullable<QueryResolvers['recordSet']> = async (_parent, args, context) => {
  const { index } = await context.reads.snapshot();
  const asOf = args.asOf ?? context.services.now().slice(0, 10);
  return orThrow(recordSetOfInventory(index, await judgeDeps(context), asOf));
};
