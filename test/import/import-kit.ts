import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureCatalogueAudiences } from '../../server/src/app/ensure-catalogue-audiences.ts';
import {
  importArtefact,
  type ImportArtefactDeps,
  type ImportArtefactInput,
  type ImportReport,
} from '../../server/src/app/import-artefact.ts';
import { loadCatalogues } from '../../server/src/app/load-catalogues.ts';
import type { InventoryDocument } from '../../server/src/domain/inventory/inventory-documents.ts';
import type { ConceptName } from '../../server/src/domain/model/concepts.ts';
import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import { openEmbeddedStore, type Write } from '../../server/src/store/index.ts';
import { must } from '../kit/seed-graph.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export const now = '2026-11-21T12:00:00.000Z';
const provenance = { source: 'J. Rivera', grade: 'ASSERTED', recordedAt: now } as const;

/** What a test says beside the name of a file; without `bytes` it is one of the fixtures. */
type Input = Omit<ImportArtefactInput, 'fileName' | 'bytes' | 'read'> & { readonly bytes?: Uint8Array };

/** The bytes of one of this project's own statements. */
export const fixture = (name: string): Uint8Array => readFileSync(here(`fixtures/${name}`));

/** A JSON value as the bytes of a file. */
export const asBytes = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

/** An embedded store in memory with the catalogue's audiences, and what tests do with it. */
export const openImports = async ({ importers, clock = { now: () => now } }: Partial<ImportArtefactDeps> = {}) => {
  const catalogues = must(await loadCatalogues(here('../../schema')));
  const store = must(await openEmbeddedStore({ memory: true, ...clock }));
  must(await store.migrate());
  must(await ensureCatalogueAudiences({ store, catalogues, clock }));
  const run = importArtefact({ store, catalogues, clock, ...(importers === undefined ? {} : { importers }) });
  return {
    store,
    catalogues,
    clock,
    run,
    /** Imports a file that is expected to be read. */
    read: async (fileName: string, input: Input = {}): Promise<ImportReport> => {
      const { bytes = fixture(fileName), ...rest } = input;
      return must(await run({ fileName, ...rest, bytes }));
    },
    graph: async (): Promise<EhiGraph> => must(await store.snapshot()),
    /** Writes what a person states. */
    state: async <C extends ConceptName>(
      concept: C,
      document: Omit<InventoryDocument<C>, 'source' | 'grade' | 'recordedAt' | 'name'> & { readonly name?: string },
    ): Promise<void> => {
      const write = { concept, document: { name: document.id, ...document, ...provenance }, action: 'CREATE' };
      must(await store.commit({ actor: 'J. Rivera', writes: [write as unknown as Write] }));
    },
  };
};

export const asserted = provenance;
