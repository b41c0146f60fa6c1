import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { loadInventory } from '../app/load-inventory.ts';
import { projectFolder, type UsageInvalid } from '../config.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { ConceptName } from '../domain/model/concepts.ts';
import type { GraphStore, StoreUnavailable } from '../store/index.ts';
import type { CliError } from './cli-error.ts';
import type { Workspace } from './open-workspace.ts';
import type { Output } from './output.ts';

/** Loads an example inventory of `seeds/` when the inventory has nothing of its own yet; does nothing when no name is given. */
export const loadSeed = async (
  workspace: Workspace,
  seed: string | undefined,
  output: Output,
): Promise<Result<void, CliError>> => {
  if (seed === undefined) return ok(undefined);
  const empty = await isEmpty(workspace.store);
  if (!empty.ok) return empty;
  if (!empty.value) return ok(undefined);
  const folder = join(projectFolder, 'seeds', seed);
  if (!(await stat(folder).catch(() => undefined))?.isDirectory()) return err(noSuchSeed(seed));
  output.out(`The inventory is empty: loading the example ${seed}.`);
  const loaded = await loadInventory(workspace)(folder);
  return loaded.ok ? ok(undefined) : loaded;
};

/** What an inventory of one's own cannot be without one of. Audiences come from the reference catalogue. */
const telling: readonly ConceptName[] = ['System', 'DataClass', 'Organization', 'ImportRun'];

const isEmpty = async (store: GraphStore): Promise<Result<boolean, StoreUnavailable>> => {
  for (const concept of telling) {
    const page = await store.list({ concept, filter: {}, sort: 'NAME', descending: false, first: 1 });
    if (!page.ok) return page;
    if (page.value.total > 0) return ok(false);
  }
  return ok(true);
};

const noSuchSeed = (seed: string): UsageInvalid => ({
  type: 'UsageInvalid',
  message: `There is no example inventory "${seed}" under seeds/. Give another name with --seed, or --seed none.`,
});
