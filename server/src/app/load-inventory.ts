import { createHash } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { conceptNames, type ConceptName } from '../domain/model/concepts.ts';
import type { ChangeAction } from '../domain/model/change.ts';
import { folderRun, folderRunId, isOtherInventory, manifestOf } from '../domain/inventory/folder-run.ts';
import type {
  InventoryDocument,
  InventoryDocuments,
  InventoryManifest,
  ReferenceAudience,
} from '../domain/inventory/inventory-documents.ts';
import type { InventoryFile } from '../domain/inventory/inventory-files.ts';
import { createProblemList, type InventoryInvalid, type ProblemList } from '../domain/inventory/inventory-problem.ts';
import { parseInventory } from '../domain/inventory/parse-inventory.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { ClockDep, CommitRefused, GraphStore, StoreUnavailable, Write } from '../store/port.ts';
import { inventoryWrites } from './load-inventory-writes.ts';
import {
  defaultFolderLimits,
  readInventoryFolder,
  type FolderLimits,
  type FolderUnreadable,
} from './read-inventory-folder.ts';

/** What loading a folder needs. `catalogues.audiences`: the audiences an inventory may name without listing them. */
export interface LoadInventoryDeps {
  readonly store: GraphStore;
  readonly catalogues: { readonly audiences: readonly ReferenceAudience[] };
  readonly clock: ClockDep;
}

/** How a folder is loaded: who does it, why, within which limits, and whether anything is written. */
export interface LoadInventoryOptions {
  readonly actor?: string;
  readonly reason?: string;
  readonly dryRun?: boolean;
  readonly limits?: FolderLimits;
  /** Load it beside an inventory of another name. Things that share ids become one; the inventory keeps its name. */
  readonly merge?: boolean;
}

/** Another inventory has been loaded already, and ids that both use would be overwritten. Nothing was written. */
export interface OtherInventory {
  readonly type: 'OtherInventory';
  readonly present: string;
  readonly given: string;
  readonly sharedIds: number;
}

/** What a load did. `revision` is the inventory's after it. Counts are entities; `total` is how many the folder states. */
export interface LoadedInventory {
  readonly name: string;
  readonly revision: number;
  readonly total: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly countByConcept: Readonly<Record<ConceptName, number>>;
}

/** How often a load plans again because somebody changed what it was about to change. */
const attempts = 3;

export type LoadInventoryError =
  FolderUnreadable | InventoryInvalid | OtherInventory | StoreUnavailable | CommitRefused;

/**
 * Returns what loading an inventory folder changed. One transaction: all of it or nothing. What the folder does not
 * mention stays as it is, and the same folder twice changes nothing the second time. What somebody changes while it is
 * being loaded is seen, and the load planned again. A dry run checks everything and writes nothing.
 * An inventory of another name is left alone unless `merge` is set. Errors: `FolderUnreadable`, `InventoryInvalid` (every
 * problem, up to 50), `OtherInventory`, `StoreUnavailable`, `Conflict`, `DanglingReference`, `CycleInPartOf`.
 */
export const loadInventory =
  ({ store, catalogues, clock }: LoadInventoryDeps) =>
  async (
    directory: string,
    { actor, reason, dryRun = false, limits = defaultFolderLimits, merge = false }: LoadInventoryOptions = {},
  ): Promise<Result<LoadedInventory, LoadInventoryError>> => {
    const problems = createProblemList();
    const files = await readInventoryFolder(directory, problems, limits);
    if (!files.ok) return files;
    for (let attempt = 1; ; attempt += 1) {
      const loaded = await loadFiles({ store, catalogues, clock }, directory, files.value, problems, {
        actor,
        reason,
        dryRun,
        merge,
      });
      if (loaded.ok || loaded.error.type !== 'Conflict' || attempt === attempts) return loaded;
    }
  };

interface LoadCall {
  readonly actor: string | undefined;
  readonly reason: string | undefined;
  readonly dryRun: boolean;
  readonly merge: boolean;
}

/** One attempt: plans against the inventory as it is now, and commits what that plan saw. `problems` has nothing in it yet. */
const loadFiles = async (
  { store, catalogues, clock }: LoadInventoryDeps,
  directory: string,
  files: readonly InventoryFile[],
  problems: ProblemList,
  { actor, reason, dryRun, merge }: LoadCall,
): Promise<Result<LoadedInventory, LoadInventoryError>> => {
  const existing = await store.snapshot();
  if (!existing.ok) return existing;
  const recordedAt = clock.now();
  const context = { existing: existing.value, audiences: catalogues.audiences, recordedAt };
  const parsed = parseInventory(files, context, problems);
  if (!parsed.ok) return err(parsed.error);

  const { manifest, documents } = parsed.value;
  const writes = inventoryWrites(documents, existing.value);
  const present = manifestOf(existing.value);
  const isOther = isOtherInventory(present, manifest);
  if (isOther && !merge) return err(otherInventory(present?.name ?? '', manifest, documents, existing.value));
  const isRestated = !isOther && !sameManifest(manifest, present);
  const report = reportOn(manifest, documents);
  if (dryRun || (writes.length === 0 && !isRestated)) {
    const planned = writes.map(({ action }) => action);
    return ok(report(existing.value.revision, planned));
  }

  const run = folderRun(manifest, {
    file: basename(resolve(directory)),
    sha256: createHash('sha256')
      .update(JSON.stringify([manifest, documents]))
      .digest('hex'),
    startedAt: recordedAt,
    finishedAt: clock.now(),
  });
  const committed = await store.commit({
    actor: actor ?? manifest.source,
    reason: reason ?? `load of the inventory "${manifest.name}"`,
    // What is merged in leaves the inventory its name.
    writes: isOther ? writes : [...writes, folderRunWrite(run, writes, existing.value)],
  });
  if (!committed.ok) return committed;
  const made = committed.value.changes.filter(
    ({ entity, concept }) => concept !== 'ImportRun' || entity !== folderRunId,
  );
  return ok(
    report(
      committed.value.revision,
      made.map(({ action }) => action),
    ),
  );
};

/** The folder's run expects what was seen too, unless the folder itself states a run of that id: then that write does. */
const folderRunWrite = (
  document: InventoryDocument<'ImportRun'>,
  writes: readonly Write[],
  existing: EhiGraph,
): Write => {
  const isStated = writes.some((write) => write.concept === 'ImportRun' && write.document.id === folderRunId);
  const expected = existing.ImportRun.get(folderRunId)?.revision ?? 0;
  return { concept: 'ImportRun', action: 'CREATE', document, ...(isStated ? {} : { expected }) };
};

const otherInventory = (
  present: string,
  { name }: InventoryManifest,
  documents: InventoryDocuments,
  existing: EhiGraph,
): OtherInventory => {
  const shared = conceptNames.flatMap((concept) =>
    concept === 'Audience' ? [] : documents[concept].filter(({ id }) => existing[concept].has(id)),
  );
  return { type: 'OtherInventory', present, given: name, sharedIds: shared.length };
};

/** Returns what turns the actions that were, or would be, taken into the report of a load. */
const reportOn = (manifest: InventoryManifest, documents: InventoryDocuments) => {
  const countByConcept = countDocuments(documents);
  const total = Object.values(countByConcept).reduce((sum, count) => sum + count, 0);
  return (revision: number, actions: readonly ChangeAction[]): LoadedInventory => {
    const created = actions.filter((action) => action === 'CREATE').length;
    const updated = actions.length - created;
    return {
      name: manifest.name,
      revision,
      total,
      created,
      updated,
      unchanged: total - actions.length,
      countByConcept,
    };
  };
};

const sameManifest = (one: InventoryManifest, other: InventoryManifest | undefined): boolean =>
  one.name === other?.name && one.description === other.description && one.source === other.source;

const countDocuments = (documents: InventoryDocuments): Readonly<Record<ConceptName, number>> =>
  Object.fromEntries(conceptNames.map((concept) => [concept, documents[concept].length])) as Record<
    ConceptName,
    number
  >;
