import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogues } from '../../server/src/app/load-catalogues.ts';
import { loadInventory } from '../../server/src/app/load-inventory.ts';
import { formatProblem } from '../../server/src/domain/inventory/inventory-problem.ts';
import { createMemoryStore } from './memory-store.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const seeds = readdirSync(join(root, 'seeds')).filter((name) =>
  existsSync(join(root, 'seeds', name, 'inventory.yaml')),
);

describe('the example inventories', () => {
  it.each(seeds)('%s loads without a problem, and a second time without a change', async (seed) => {
    const catalogues = await loadCatalogues(join(root, 'schema'));
    if (!catalogues.ok) throw new Error(JSON.stringify(catalogues.error));
    const { store } = createMemoryStore();
    const load = loadInventory({
      store,
      catalogues: catalogues.value,
      clock: { now: () => '2026-11-21T00:00:00.000Z' },
    });
    const first = await load(join(root, 'seeds', seed));
    const problems =
      !first.ok && first.error.type === 'InventoryInvalid' ? first.error.problems.map(formatProblem) : [];
    expect(problems).toStrictEqual([]);
    expect(first.ok && first.value.created).toBeGreaterThan(50);
    expect(await load(join(root, 'seeds', seed))).toMatchObject({ ok: true, value: { created: 0, updated: 0 } });
  });
});
