import { waysOf } from '../../../app/ways-of.ts';
import { orThrow } from '../../errors.ts';
import type { QueryResolvers } from '../../gen/resolver-types.ts';
import { conceptByEnum } from '../concept-fields.ts';
import { judgeDeps } from './verdicts.ts';

/** A page of the ways from one thing to another. */
export const ways: NonNullable<QueryResolvers['ways']> = async (_parent, args, context) => {
  const { index } = await context.reads.snapshot();
  const { asOf, from, to, via, dataClass, first, after } = args;
  return orThrow(
    waysOf(index, await judgeDeps(context), {
      asOf: asOf ?? context.services.now().slice(0, 10),
      from,
      to: { concept: conceptByEnum[to.concept], id: to.id },
      via,
      dataClass,
      first,
      after,
    }),
  );
};
