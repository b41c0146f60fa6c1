import { conceptNames, type ConceptName, type Concepts } from '../../../domain/model/concepts.ts';
import type { ListFilter } from '../../../store/port.ts';
import { toConnection, largestPage, type Connection } from '../../connections.ts';
import type { ApiContext } from '../../context.ts';
import { fromCursor, pageSize } from '../../cursors.ts';
import { orThrow } from '../../errors.ts';
import type { QueryResolvers } from '../../gen/resolver-types.ts';
import { fieldsByConcept } from '../concept-fields.ts';

interface ListArgs {
  readonly filter?: Readonly<Record<string, string | boolean | null>> | null;
  readonly sort?: 'NAME' | 'UPDATED' | null;
  readonly direction?: 'ASC' | 'DESC' | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** The two root fields of each concept: one thing by id, and the list. */
export const conceptQueries = (): QueryResolvers =>
  Object.fromEntries(
    conceptNames.flatMap((concept) => [
      [fieldsByConcept[concept].one, oneOf(concept)],
      [fieldsByConcept[concept].many, manyOf(concept)],
    ]),
  );

const oneOf =
  <C extends ConceptName>(concept: C) =>
  async (_parent: unknown, { id }: { readonly id: string }, { reads }: ApiContext): Promise<Concepts[C] | null> =>
    (await reads.find(concept, id)) ?? null;

const manyOf =
  <C extends ConceptName>(concept: C) =>
  async (_parent: unknown, args: ListArgs, { services }: ApiContext): Promise<Connection<Concepts[C]>> => {
    const sort = args.sort ?? 'NAME';
    const after = fromCursor(args.after);
    const page = orThrow(
      await services.store.list({
        concept,
        filter: toListFilter(args.filter ?? {}),
        sort,
        descending: args.direction === 'DESC',
        first: pageSize(args.first, 50, largestPage),
        ...(after === undefined ? {} : { after }),
      }),
    );
    const valueOf = (item: Concepts[C]): string => (sort === 'NAME' ? item.name : item.updatedAt);
    return toConnection(page.items, { totalCount: page.total, hasNextPage: page.hasMore, valueOf });
  };

const toListFilter = (filter: NonNullable<ListArgs['filter']>): ListFilter => {
  const { text, liveOn, ...others } = filter;
  const equals = Object.fromEntries(
    Object.entries(others).filter((entry): entry is [string, string | boolean] => entry[1] !== null),
  );
  return {
    ...(typeof text === 'string' && text.trim() !== '' ? { text: text.trim() } : {}),
    ...(typeof liveOn === 'string' ? { liveOn } : {}),
    ...(Object.keys(equals).length === 0 ? {} : { equals }),
  };
};
