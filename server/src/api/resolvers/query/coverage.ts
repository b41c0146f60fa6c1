import { coverageOfInventory } from '../../../app/coverage-of.ts';
import type { CoverageFilter } from '../../../domain/coverage/index.ts';
import { orThrow } from '../../errors.ts';
import type { CoverageFilter as FilterInput, QueryResolvers } from '../../gen/resolver-types.ts';
import { judgeDeps } from './verdicts.ts';

/** What is released, limited and held back: every class on every channel for every audience. */
export const coverage: NonNullable<QueryResolvers['coverage']> = async (_parent, args, context) => {
  const { index } = await context.reads.snapshot();
  const asOf = args.asOf ?? context.services.now().slice(0, 10);
  const request = { asOf, rulePack: args.rulePack, filter: toFilter(args.filter ?? {}) };
  return orThrow(coverageOfInventory(index, await judgeDeps(context), request));
};

const toFilter = ({ audience, families, text, outcome, basis, differing }: FilterInput): CoverageFilter => ({
  ...(typeof audience === 'string' ? { audience } : {}),
  ...(families === null || families === undefined ? {} : { families: [...new Set(families)] }),
  ...(typeof text === 'string' ? { text } : {}),
  ...(outcome === null || outcome === undefined ? {} : { outcome }),
  ...(basis === null || basis === undefined ? {} : { basis }),
  ...(differing === true ? { differing } : {}),
});
