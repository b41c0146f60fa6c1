import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { dumpInventory } from '../../server/src/app/dump-inventory.ts';
import { loadCatalogues } from '../../server/src/app/load-catalogues.ts';
import { loadInventory } from '../../server/src/app/load-inventory.ts';
import { formatProblem } from '../../server/src/domain/inventory/inventory-problem.ts';
import { openEmbeddedStore } from '../../server/src/store/index.ts';
import { must } from '../kit/seed-graph.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const seeds = readdirSync(join(root, 'seeds')).filter((name) =>
  existsSync(join(root, 'seeds', name, 'inventory.yaml')),
);

const openStore = async () => {
  const clock = { now: () => '2026-11-21T00:00:00.000Z' };
  const store = must(await openEmbeddedStore({ memory: true, ...clock }));
  must(await store.migrate());
  const catalogues = must(await loadCatalogues(join(root, 'schema')));
  return { store, load: loadInventory({ store, catalogues, clock }), dump: dumpInventory({ store, catalogues }) };
};

describe('the example inventories', () => {
  it.each(seeds)(
    '%s loads without a problem, a second time without a change, and comes back from a dump',
    async (seed) => {
      const [first, second] = [await openStore(), await openStore()];
      const loaded = await first.load(join(root, 'seeds', seed));
      const invalid = !loaded.ok && loaded.error.type === 'InventoryInvalid' ? loaded.error.problems : [];
      expect(invalid.map(formatProblem)).toStrictEqual([]);
      expect(must(loaded).created).toBeGreaterThan(50);
      const again = must(await first.load(join(root, 'seeds', seed)));
      expect(again).toMatchObject({ created: 0, updated: 0, revision: must(loaded).revision });

      const folder = await mkdtemp(join(tmpdir(), 'ehi-seed-'));
      try {
        must(await first.dump(folder));
        const manifests = await Promise.all(
          [folder, join(root, 'seeds', seed)].map((each) => readFile(join(each, 'inventory.yaml'), 'utf8')),
        );
        const [dumped, written] = manifests.map(
          (text) => parse(text) as { readonly name: string; readonly description: string },
        );
        expect(dumped).toStrictEqual(written);
        must(await second.load(folder));
        const back = must(await first.load(folder));
        expect(back).toMatchObject({ created: 0, updated: 0 });
        const counts = must(await second.load(join(root, 'seeds', seed)));
        expect(counts).toMatchObject({ created: 0, updated: 0 });
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  );
});
