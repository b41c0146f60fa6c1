import { letOthersRun } from '../../../app/let-others-run.ts';
import { smallestReleaseSets as setsOf } from '../../../app/release-sets.ts';
import { orThrow } from '../../errors.ts';
import type { QueryResolvers } from '../../gen/resolver-types.ts';
import { judgeDeps } from './verdicts.ts';

/** The smallest sets of changes that would release a class to an audience. */
export const smallestReleaseSets: NonNullable<QueryResolvers['smallestReleaseSets']> = async (
  _parent,
  { dataClass, audience, asOf, rulePack, allowLimited, first },
  context,
) => {
  const { reads, services, actor } = context;
  const { index } = await reads.snapshot();
  await letOthersRun();
  const now = services.now();
  const found = orThrow(
    await setsOf(
      index,
      { ...(await judgeDeps(context)), stamp: { actor, now } },
      { dataClass, audience, asOf: asOf ?? now.slice(0, 10), rulePack, allowLimited, first },
    ),
  );
  for (const { supposed } of found.sets) reads.suppose(supposed.sandbox.graph);
  return found;
};
