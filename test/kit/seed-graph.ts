import { fileURLToPath } from 'node:url';
import { loadCatalogues } from '../../server/src/app/load-catalogues.ts';
import { loadInventory } from '../../server/src/app/load-inventory.ts';
import { ensureCatalogueAudiences } from '../../server/src/app/ensure-catalogue-audiences.ts';
import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import type { Result } from '../../server/src/domain/result.ts';
import { openEmbeddedStore } from '../../server/src/store/index.ts';

const folder = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The value of a success; throws with the error otherwise. */
export const must = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** An example inventory as the product has it after loading the folder `seeds/<name>` into an empty store. */
export const seedGraph = async (name: 'clinic' | 'regional-hospital'): Promise<EhiGraph> => {
  const clock = { now: () => '2026-11-21T12:00:00.000Z' };
  const store = must(await openEmbeddedStore({ memory: true, ...clock }));
  const catalogues = must(await loadCatalogues(folder('schema')));
  must(await store.migrate());
  must(await ensureCatalogueAudiences({ store, catalogues, clock }));
  must(await loadInventory({ store, catalogues, clock })(folder(`seeds/${name}`)));
  const graph = must(await store.snapshot());
  await store.close();
  return graph;
};
