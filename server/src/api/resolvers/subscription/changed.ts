import type { RevisionAhead } from '../../../app/shared-revision.ts';
import type { Change } from '../../../domain/model/change.ts';
import type { Result } from '../../../domain/result.ts';
import { orThrow } from '../../errors.ts';
import type { SubscriptionResolvers } from '../../gen/resolver-types.ts';

/** Every change, as it is made. */
export const changed: NonNullable<SubscriptionResolvers['changed']> = {
  subscribe: (_parent, { after }, { services }) => ({
    [Symbol.asyncIterator]: () => services.changeFeed.follow(after ?? undefined) as AsyncIterableIterator<never>,
  }),
  // An error is an answer like any other, so that the client gets its code before the subscription ends.
  resolve: (step: unknown) => orThrow(step as Result<Change, RevisionAhead>),
};
