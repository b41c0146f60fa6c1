import type { ConceptName } from '../../../domain/model/concepts.ts';
import type { Change } from '../../../domain/model/change.ts';
import { largestPage } from '../../connections.ts';
import type { ApiContext } from '../../context.ts';
import { pageSize } from '../../cursors.ts';
import { orThrow } from '../../errors.ts';

interface HistoryArgs {
  readonly first?: number | null | undefined;
  readonly before?: number | null | undefined;
}

/** Returns the resolver of `history` for one concept: the log entries of the thing, newest first. */
export const historyOf =
  (concept: ConceptName) =>
  async ({ id }: { readonly id: string }, args: HistoryArgs, { services }: ApiContext): Promise<readonly Change[]> => {
    const limit = pageSize(args.first, 20, largestPage);
    return orThrow(await services.store.history(concept, id, limit, args.before ?? undefined));
  };
