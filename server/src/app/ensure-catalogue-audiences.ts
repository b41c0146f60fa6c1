import { catalogueSource } from '../domain/inventory/inventory-documents.ts';
import { ok, type Result } from '../domain/result.ts';
import type { ClockDep, CommitRefused, GraphStore, StoreUnavailable, Write } from '../store/port.ts';

/** What the step needs: the store, the audiences of the reference catalogue and the clock. */
export interface EnsureAudiencesDeps {
  readonly store: GraphStore;
  readonly catalogues: {
    readonly audiences: readonly { readonly id: string; readonly name: string; readonly description: string }[];
  };
  readonly clock: ClockDep;
}

/** Returns how many audiences of the reference catalogue were added: those the inventory lacks. One that is there stays as it is. */
export const ensureCatalogueAudiences = async ({
  store,
  catalogues,
  clock,
}: EnsureAudiencesDeps): Promise<Result<number, StoreUnavailable | CommitRefused>> => {
  const { audiences } = catalogues;
  const found = await store.get(
    'Audience',
    audiences.map(({ id }) => id),
  );
  if (!found.ok) return found;
  const recordedAt = clock.now();
  const writes = audiences.flatMap(({ id, name, description }, index): readonly Write[] => {
    if (found.value[index] !== undefined) return [];
    const document = { id, name, description, source: catalogueSource, grade: 'DOCUMENTED' as const, recordedAt };
    return [{ concept: 'Audience', document, action: 'CREATE' }];
  });
  if (writes.length === 0) return ok(0);
  const reason = 'audiences of the reference catalogue';
  const committed = await store.commit({ actor: catalogueSource, reason, writes });
  return committed.ok ? ok(committed.value.changes.length) : committed;
};
