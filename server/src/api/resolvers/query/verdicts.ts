import { verdictsOf, type VerdictQuestion } from '../../../app/verdicts-of.ts';
import type { Verdict } from '../../../domain/verdict/index.ts';
import type { ApiContext } from '../../context.ts';
import { orThrow } from '../../errors.ts';
import type { QueryResolvers, RestrictionResolvers } from '../../gen/resolver-types.ts';

/** What every live restriction comes to. */
export const verdicts: NonNullable<QueryResolvers['verdicts']> = (_parent, args, context) => judge(context, args);

/** What one restriction comes to. */
export const verdict: NonNullable<RestrictionResolvers['verdict']> = async ({ id }, args, context) => {
  const [only] = await judge(context, args, id);
  // `verdictsOf` refuses a restriction that is not there.
  return only as Verdict;
};

/** The rule packs. */
export const rulePacks: NonNullable<QueryResolvers['rulePacks']> = (_parent, _args, { services }) =>
  services.rulePacks.packs;

const judge = async (
  { reads, services }: ApiContext,
  { asOf, rulePack }: { readonly asOf?: string | null | undefined; readonly rulePack?: string | null | undefined },
  restriction?: string,
): Promise<readonly Verdict[]> => {
  const { graph } = await reads.snapshot();
  const { catalogues, rulePacks: packs } = services;
  const question: VerdictQuestion = {
    asOf: asOf ?? services.now().slice(0, 10),
    ...(rulePack === undefined || rulePack === null ? {} : { rulePack }),
    ...(restriction === undefined ? {} : { restriction }),
  };
  return orThrow(verdictsOf({ graph, catalogues, packs }, question));
};
