import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dumpInventory } from '../../server/src/app/dump-inventory.ts';
import { loadInventory } from '../../server/src/app/load-inventory.ts';
import { canTakeBack, createUndoImport } from '../../server/src/app/undo-import.ts';
import { projectFolder } from '../../server/src/config.ts';
import { must } from '../kit/seed-graph.ts';
import { openImports } from './import-kit.ts';
import { sketchImporter, sketchOf, system } from './sketch-importer.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ehi-take-back-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const open = async (inventory: string) => {
  const imports = await openImports({ importers: [sketchImporter] });
  const { store, catalogues, clock, graph } = imports;
  must(await loadInventory({ store, catalogues, clock })(inventory));
  const undo = createUndoImport({ store, now: clock.now });
  return { ...imports, undo: (run: string) => undo({ run, reason: 'a trial', actor: 'H. Berg' }), graph };
};

const openSeed = (seed: string) => open(join(projectFolder, 'seeds', seed));

describe('what came with a loaded inventory', () => {
  it.each(['clinic', 'regional-hospital'])('cannot be taken back, nor the load itself: %s', async (seed) => {
    const { graph, undo, store } = await openSeed(seed);
    const before = await graph();
    const runs = [...before.ImportRun.values()];
    expect(runs.map(({ id }) => id)).toContain('inventory');
    expect(runs.length).toBeGreaterThan(2);
    for (const run of runs) {
      expect([run.id, must(await canTakeBack(store, run))]).toEqual([run.id, false]);
      expect(await undo(run.id)).toMatchObject({
        ok: false,
        error: { type: 'InputInvalid', field: 'run' },
      });
    }
    expect((await graph()).revision).toBe(before.revision);
  });

  it('leaves an import of one’s own to be taken back where it was made, and not where a copy was loaded', async () => {
    const { graph, undo, store, run, catalogues } = await openSeed('clinic');
    const systems = (await graph()).System.size;
    const report = must(
      await run({ fileName: 'a.json', bytes: sketchOf({ systems: [system('ward board'), system('cellar')] }) }),
    );
    const made = (await graph()).ImportRun.get(report.run);
    if (made === undefined) throw new Error('there is no run');
    expect(must(await canTakeBack(store, made))).toBe(true);
    must(await dumpInventory({ store, catalogues })(join(folder, 'dump')));

    const copy = await open(join(folder, 'dump'));
    const copied = (await copy.graph()).ImportRun.get(report.run);
    if (copied === undefined) throw new Error('the dump has no run');
    expect(must(await canTakeBack(copy.store, copied))).toBe(false);
    expect(await copy.undo(report.run)).toMatchObject({ ok: false, error: { field: 'run' } });

    expect(must(await undo(report.run))).toMatchObject({ ended: 2, kept: [], run: { status: 'UNDONE' } });
    const after = await graph();
    expect(after.System.size).toBe(systems);
    expect(must(await canTakeBack(store, after.ImportRun.get(report.run) ?? made))).toBe(false);
  });

  it.each(['clinic', 'regional-hospital'])('is of no kind that an importer of a product reads: %s', async (seed) => {
    const { graph } = await openSeed(seed);
    for (const { id, kind, title } of (await graph()).ImportRun.values()) {
      expect([id, kind]).not.toEqual([id, 'mirth']);
      if (id !== 'inventory') expect([id, title]).toEqual([id, expect.stringMatching(/invented/)]);
    }
  });
});
