import { trace as traceClass } from '../../../domain/trace/index.ts';
import { orThrow } from '../../errors.ts';
import type { QueryResolvers } from '../../gen/resolver-types.ts';

/** Where a data class originates and every path that releases or restricts it. */
export const trace: NonNullable<QueryResolvers['trace']> = async (_parent, args, { reads, services }) => {
  const { index } = await reads.snapshot();
  const question = {
    dataClass: args.dataClass,
    asOf: args.asOf ?? services.now().slice(0, 10),
    ...(typeof args.audience === 'string' ? { audience: args.audience } : {}),
    ...(typeof args.channel === 'string' ? { channel: args.channel } : {}),
    ...(typeof args.purpose === 'string' ? { purpose: args.purpose } : {}),
  };
  const answer = orThrow(traceClass(index, question));
  return { ...answer, answers: answer.answers.map((each) => ({ ...each, question })) };
};
