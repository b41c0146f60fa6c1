import { traceRemembered } from '../../../app/remembered-traces.ts';
import { traceJudge } from '../../../app/restriction-judge.ts';
import { toTraceQuestion, type TraceQuestionInput } from '../../../app/trace-question.ts';
import { tracePaths as pathsOf, type RestrictionJudge, type TraceQuestion } from '../../../domain/trace/index.ts';
import type { ApiContext } from '../../context.ts';
import { pageSize } from '../../cursors.ts';
import { orThrow } from '../../errors.ts';
import { judgeDeps } from './verdicts.ts';
import type { QueryResolvers } from '../../gen/resolver-types.ts';

/** Where a data class originates and every path that releases or restricts it. */
export const trace: NonNullable<QueryResolvers['trace']> = async (_parent, args, context) => {
  const { index } = await context.reads.snapshot();
  return orThrow(traceRemembered(index, await questionOf(context, args)));
};

/** A page of the paths of one answer of a trace. */
export const tracePaths: NonNullable<QueryResolvers['tracePaths']> = async (_parent, args, context) => {
  const { index, graph } = await context.reads.snapshot();
  const page = orThrow(
    pathsOf(index, await questionOf(context, args), {
      part: args.part ?? args.dataClass,
      first: pageSize(args.first, 20, 200),
      ...(args.status === null || args.status === undefined ? {} : { status: args.status }),
      ...(args.undocumented === true ? { undocumented: true } : {}),
      ...(args.incomplete === true ? { incomplete: true } : {}),
      ...(typeof args.after === 'string' ? { after: args.after } : {}),
    }),
  );
  const pageInfo = { hasNextPage: page.hasMore, endCursor: page.endCursor ?? null };
  return { nodes: page.paths, revision: graph.revision, pageInfo };
};

const questionOf = async (
  context: ApiContext,
  args: TraceQuestionInput & { readonly rulePack?: string | null | undefined },
): Promise<TraceQuestion & { readonly judge: RestrictionJudge }> => {
  const { catalogues, now } = context.services;
  const question = orThrow(toTraceQuestion(catalogues, args, now().slice(0, 10)));
  const judge = orThrow(traceJudge(await judgeDeps(context), question.asOf, args.rulePack));
  return { ...question, judge };
};
