import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import type { InventoryManifest, ReferenceAudience } from '../domain/inventory/inventory-documents.ts';
import { manifestFile } from '../domain/inventory/inventory-files.ts';
import { serializeInventory } from '../domain/inventory/serialize-inventory.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Revision } from '../domain/model/entity.ts';
import type { GraphStore, StoreUnavailable } from '../store/port.ts';
import { createSchemaCheck } from './read-inventory-folder-schemas.ts';
import { parseYaml } from './read-inventory-folder-yaml.ts';
import { writeInventoryFolder, type FolderUnwritable, type NotAnInventory } from './write-inventory-folder.ts';

/** What dumping needs. `catalogues.audiences`: the audiences that need no file because a load brings them along. */
export interface DumpInventoryDeps {
  readonly store: GraphStore;
  readonly catalogues: { readonly audiences: readonly ReferenceAudience[] };
}

/** What a dump wrote: the revision it shows, and how many files and entities. */
export interface DumpedInventory {
  readonly revision: Revision;
  readonly files: number;
  readonly entities: number;
}

export type DumpInventoryError = StoreUnavailable | NotAnInventory | FolderUnwritable;

/**
 * Writes the whole inventory, at one revision, to a folder and returns what it wrote. The bytes depend on the inventory
 * and the manifest only. A folder that already is an inventory keeps its manifest unless another is given. Errors:
 * `StoreUnavailable`, `NotAnInventory` (nothing touched), `FolderUnwritable` (what was there is still there).
 */
export const dumpInventory =
  ({ store, catalogues }: DumpInventoryDeps) =>
  async (
    directory: string,
    options: { readonly manifest?: InventoryManifest } = {},
  ): Promise<Result<DumpedInventory, DumpInventoryError>> => {
    const graph = await store.snapshot();
    if (!graph.ok) return graph;
    const found = await readManifest(directory);
    if (!found.ok) return found;
    const files = serializeInventory(graph.value, catalogues.audiences, options.manifest ?? found.value);
    const written = await writeInventoryFolder(directory, files);
    if (!written.ok) return written;
    const entities = files.reduce(
      (sum, { kind, value }) => sum + (kind === 'manifest' ? 0 : Array.isArray(value) ? value.length : 1),
      0,
    );
    return ok({ revision: graph.value.revision, files: files.length, entities });
  };

/** The manifest of the folder that is there, `undefined` when there is none. Other tools have an `inventory.yaml` too: theirs is never replaced. */
const readManifest = async (directory: string): Promise<Result<InventoryManifest | undefined, NotAnInventory>> => {
  const text = await readFile(join(directory, manifestFile), 'utf8').catch(() => undefined);
  if (text === undefined) return ok(undefined);
  const { value } = parseYaml(text);
  if (value === undefined || createSchemaCheck()('manifest', value).length > 0)
    return err({ type: 'NotAnInventory', directory, message: `its ${manifestFile} is not that of an EHI inventory` });
  const { name, description, source } = value as Partial<InventoryManifest> & { readonly name: string };
  return ok({ name, source: source ?? name, ...(description ? { description } : {}) });
};
