import { largestPage } from '../../connections.ts';
import { pageSize } from '../../cursors.ts';
import { orThrow } from '../../errors.ts';
import type { QueryResolvers } from '../../gen/resolver-types.ts';

/** The log after a revision, oldest first. */
export const changes: NonNullable<QueryResolvers['changes']> = async (_parent, { after, first }, { services }) =>
  orThrow(await services.store.changes(after, pageSize(first, 50, largestPage)));
