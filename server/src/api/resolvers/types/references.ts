import { reverseReferencesOf, type ReverseReferences } from '../../../app/reverse-references.ts';
import type { Lifespan } from '../../../domain/model/entity.ts';
import { pageOf, type Connection, type ReferenceArgs } from '../../connections.ts';
import type { ApiContext } from '../../context.ts';

type Row<K extends keyof ReverseReferences> =
  ReverseReferences[K] extends ReadonlyMap<string, readonly (infer T)[]> ? T : never;

/**
 * Returns the resolver of a list of things that refer to the parent, by page, from the snapshot of the request. `keyOf`
 * gives the parent's key in the list of references; it is the id unless said otherwise.
 */
export const referencesBy =
  <K extends keyof ReverseReferences>(list: K, keyOf: (id: string) => string = (id) => id) =>
  async (parent: { readonly id: string }, args: ReferenceArgs, { reads }: ApiContext): Promise<Connection<Row<K>>> => {
    const { graph } = await reads.snapshot();
    const rows = reverseReferencesOf(graph)[list].get(keyOf(parent.id));
    // Every kind of row has a name, an id and a lifespan; the list's own type is kept for the caller.
    return pageOf(
      rows as readonly (Lifespan & { id: string; name: string })[] | undefined,
      args,
    ) as unknown as Connection<Row<K>>;
  };
