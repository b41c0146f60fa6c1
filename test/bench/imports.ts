import { ensureCatalogueAudiences } from '../../server/src/app/ensure-catalogue-audiences.ts';
import { importArtefact } from '../../server/src/app/import-artefact.ts';
import type { Catalogues } from '../../server/src/domain/catalogue/index.ts';
import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import type { GraphStore } from '../../server/src/store/port.ts';
import { fillStore } from './fill-store.ts';
import { largeSchema } from './large-schema.ts';
import type { BenchNeo4j } from './neo4j-database.ts';
import { expectOk, onServer, withEmbedded } from './open-stores.ts';

/** How long one large file took to be imported: read, compared with the inventory, and written as observations in one transaction. */
export interface ImportMeasured {
  readonly kind: GraphStore['kind'];
  /** What was imported, in words. */
  readonly what: string;
  readonly facts: number;
  readonly ms: number;
}

/** Imports into each store there is, beside the inventory. `neo4j` holds the inventory already, and what was imported after. */
export const measureImports = async (
  graph: EhiGraph,
  catalogues: Catalogues,
  neo4j: BenchNeo4j,
): Promise<readonly ImportMeasured[]> => {
  const embedded = await withEmbedded(async (open) => {
    const store = expectOk(await open());
    expectOk(await store.migrate());
    await fillStore(store, graph);
    return importAndClose(store, catalogues);
  });
  return 'missing' in neo4j
    ? [embedded]
    : [embedded, await importAndClose(expectOk(await onServer(neo4j)()), catalogues)];
};

/** A made schema of 2,000 tables is imported. */
const importAndClose = async (store: GraphStore, catalogues: Catalogues): Promise<ImportMeasured> => {
  const { sql, tables, columns } = largeSchema(2_000, 16_000);
  const bytes = Buffer.from(sql);
  const clock = { now: () => new Date().toISOString() };
  expectOk(await ensureCatalogueAudiences({ store, catalogues, clock }));
  const start = performance.now();
  const { counts } = expectOk(
    await importArtefact({ store, catalogues, clock })({ fileName: 'export-schema.sql', bytes }),
  );
  const ms = performance.now() - start;
  await store.close();
  const count = (number: number): string => number.toLocaleString('en-US');
  return {
    kind: store.kind,
    what: `a SQL script of ${count(tables)} tables with ${count(columns)} columns, ${(bytes.length / 1e6).toFixed(1)} MB`,
    facts: counts.observations,
    ms,
  };
};
