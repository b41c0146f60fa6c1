import { toTraceQuestion, type TraceQuestionInput } from '../../../app/trace-question.ts';
import { trace as traceClass, tracePaths as pathsOf, type TraceQuestion } from '../../../domain/trace/index.ts';
import type { ApiServices } from '../../context.ts';
import { pageSize } from '../../cursors.ts';
import { orThrow } from '../../errors.ts';
import type { QueryResolvers } from '../../gen/resolver-types.ts';

/** Where a data class originates and every path that releases or restricts it. */
export const trace: NonNullable<QueryResolvers['trace']> = async (_parent, args, { reads, services }) => {
  const { index } = await reads.snapshot();
  return orThrow(traceClass(index, questionOf(services, args)));
};

/** A page of the paths of one answer of a trace. */
export const tracePaths: NonNullable<QueryResolvers['tracePaths']> = async (_parent, args, { reads, services }) => {
  const { index, graph } = await reads.snapshot();
  const page = orThrow(
    pathsOf(index, questionOf(services, args), {
      part: args.part ?? args.dataClass,
      first: pageSize(args.first, 20, 200),
      ...(args.status === null || args.status === undefined ? {} : { status: args.status }),
      ...(args.undocumented === true ? { undocumented: true } : {}),
      ...(typeof args.after === 'string' ? { after: args.after } : {}),
    }),
  );
  const pageInfo = { hasNextPage: page.hasMore, endCursor: page.endCursor ?? null };
  return { nodes: page.paths, revision: graph.revision, pageInfo };
};

const questionOf = ({ catalogues, now }: ApiServices, args: TraceQuestionInput): TraceQuestion =>
  orThrow(toTraceQuestion(catalogues, args, now().slice(0, 10)));
