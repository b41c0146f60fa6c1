import type { JudgeDeps } from '../../../app/restriction-judge.ts';
import { verdictDifference as differenceOf, verdictsOf, type VerdictQuestion } from '../../../app/verdicts-of.ts';
import type { Verdict } from '../../../domain/verdict/index.ts';
import type { ApiContext } from '../../context.ts';
import { orThrow } from '../../errors.ts';
import type { QueryResolvers, RestrictionResolvers } from '../../gen/resolver-types.ts';

/** What every live restriction comes to. */
export const verdicts: NonNullable<QueryResolvers['verdicts']> = (_parent, args, context) => judge(context, args);

/** What one restriction comes to. */
export const verdict: NonNullable<RestrictionResolvers['verdict']> = ({ id }, args, context) =>
  judgeOne(context, args, id);

/** How complete the documentation of one restriction is. */
export const documentation: NonNullable<RestrictionResolvers['documentation']> = async ({ id }, args, context) =>
  (await judgeOne(context, args, id)).documentation;

/** Which restrictions two rule packs judge differently. */
export const verdictDifference: NonNullable<QueryResolvers['verdictDifference']> = async (_parent, args, context) => {
  const { asOf, from, to } = args;
  return orThrow(
    differenceOf(await judgeDeps(context), {
      asOf: asOf ?? context.services.now().slice(0, 10),
      to,
      ...(typeof from === 'string' ? { from } : {}),
    }),
  );
};

/** The rule packs. */
export const rulePacks: NonNullable<QueryResolvers['rulePacks']> = (_parent, _args, { services }) =>
  services.rulePacks.packs;

/** What restrictions are judged from in one request. */
export const judgeDeps = async ({ reads, services }: ApiContext): Promise<JudgeDeps> => {
  const { graph } = await reads.snapshot();
  return { graph, catalogues: services.catalogues, packs: services.rulePacks, calendar: services.calendar };
};

interface JudgeArgs {
  readonly asOf?: string | null | undefined;
  readonly rulePack?: string | null | undefined;
}

const judgeOne = async (context: ApiContext, args: JudgeArgs, restriction: string): Promise<Verdict> => {
  const [only] = await judge(context, args, restriction);
  // `verdictsOf` refuses a restriction that is not there.
  return only as Verdict;
};

const judge = async (
  context: ApiContext,
  { asOf, rulePack }: JudgeArgs,
  restriction?: string,
): Promise<readonly Verdict[]> => {
  const question: VerdictQuestion = {
    asOf: asOf ?? context.services.now().slice(0, 10),
    ...(rulePack === undefined || rulePack === null ? {} : { rulePack }),
    ...(restriction === undefined ? {} : { restriction }),
  };
  return orThrow(verdictsOf(await judgeDeps(context), question));
};
