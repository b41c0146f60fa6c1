import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dumpInventory } from '../../server/src/app/dump-inventory.ts';
import { loadInventory } from '../../server/src/app/load-inventory.ts';
import { conceptNames } from '../../server/src/domain/model/concepts.ts';
import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import { folderRunId } from '../../server/src/domain/inventory/folder-run.ts';
import { arbitraryGraph, stamp } from './arbitrary-graph.ts';
import { createMemoryStore } from './memory-store.ts';

const catalogues = { audiences: [] };
const clock = { now: () => '2026-11-21T00:00:00.000Z' };

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'ehi-round-trip-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const readAll = async (directory: string): Promise<Readonly<Record<string, string>>> => {
  const names = (await readdir(directory, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const pairs = names.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    return [path.slice(directory.length + 1), await readFile(path, 'utf8')] as const;
  });
  return Object.fromEntries((await Promise.all(pairs)).toSorted());
};

/** Documents without the stamps only a store sets, links included; without the run that stands for the load itself. */
const facts = (graph: EhiGraph): unknown =>
  JSON.parse(
    JSON.stringify(
      conceptNames.map((concept) => [...graph[concept]].filter(([id]) => id !== folderRunId).toSorted()),
      (key, value: unknown) => (['revision', 'createdAt', 'updatedAt', 'recordedAt'].includes(key) ? undefined : value),
    ),
  );

let count = 0;

describe('dump and load', () => {
  it('gives back every fact of any inventory, byte for byte the second time, without a server stamp in a file', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryGraph, async (graph) => {
        const [first, second] = [join(root, `${(count += 1)}-a`), join(root, `${count}-b`)];
        const source = createMemoryStore(graph);
        const dumped = await dumpInventory({ store: source.store, catalogues })(first);
        expect(dumped).toMatchObject({ ok: true });
        const files = await readAll(first);
        expect(Object.values(files).join('')).not.toContain(stamp);

        const target = createMemoryStore();
        const loaded = await loadInventory({ store: target.store, catalogues, clock })(first);
        expect(loaded).toMatchObject({ ok: true });
        const snapshot = await target.store.snapshot();
        expect(snapshot.ok && facts(snapshot.value)).toStrictEqual(facts(graph));

        expect(await dumpInventory({ store: target.store, catalogues })(second)).toMatchObject({ ok: true });
        expect(await readAll(second)).toStrictEqual(files);

        const again = await loadInventory({ store: target.store, catalogues, clock })(second);
        expect(again).toMatchObject({ ok: true, value: { created: 0, updated: 0 } });
      }),
      { numRuns: 60 },
    );
  });
});
