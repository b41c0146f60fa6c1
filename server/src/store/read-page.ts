import { invariant } from '../domain/invariant.ts';
import type { ConceptName, Concepts } from '../domain/model/concepts.ts';
import { sortKeyOf } from './documents/sort-key.ts';
import type { Run } from './executor.ts';
import type { ListPage, ListRequest } from './port.ts';
import { conceptQueries } from './queries/concepts/index.ts';
import { readByIds } from './read-by-ids.ts';

/**
 * One page in the order asked, with the number of all that match the filter. Sorting ignores case and falls back on
 * the id; `after.value` is the last row's name or `updatedAt`, as it is.
 */
export const readPage = async <C extends ConceptName>(
  run: Run,
  request: ListRequest & { readonly concept: C },
): Promise<ListPage<C>> => {
  const { concept, filter, sort, descending, after } = request;
  const first = Math.max(request.first, 0);
  const [page] = await run(conceptQueries[concept].page, {
    text: filter.text ?? null,
    liveOn: filter.liveOn ?? null,
    equals: filter.equals ?? {},
    sort,
    descending,
    first,
    afterValue: after === undefined ? null : sort === 'NAME' ? sortKeyOf(after.value) : after.value,
    afterId: after?.id ?? null,
  });
  invariant(page !== undefined, 'a page query always has one row');
  const ids = descending ? page.ids.toReversed() : page.ids;
  const found = await readByIds(run, concept, ids);
  const items = found.filter((one): one is Concepts[C] => one !== undefined);
  return { items, total: page.total, hasMore: page.remaining > first };
};
