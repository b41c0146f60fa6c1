import { ensureCatalogueAudiences } from '../../server/src/app/ensure-catalogue-audiences.ts';
import { importArtefact } from '../../server/src/app/import-artefact.ts';
import type { Catalogues } from '../../server/src/domain/catalogue/index.ts';
import type { GraphStore } from '../../server/src/store/port.ts';
import { largeSchema } from './large-schema.ts';

/** How long one large file took to be imported: read, compared with the inventory, and written as observations in one transaction. */
export interface ImportMeasured {
  /** What was imported, in words. */
  readonly what: string;
  readonly facts: number;
  readonly ms: number;
}

/** Imports a made schema of 2,000 tables into a store that is migrated. Throws when that is refused. */
export const measureImport = async (store: GraphStore, catalogues: Catalogues): Promise<ImportMeasured> => {
  const { sql, tables, columns } = largeSchema(2_000, 16_000);
  const bytes = Buffer.from(sql);
  const clock = { now: () => new Date().toISOString() };
  await ensureCatalogueAudiences({ store, catalogues, clock });
  const start = performance.now();
  const imported = await importArtefact({ store, catalogues, clock })({ fileName: 'export-schema.sql', bytes });
  const ms = performance.now() - start;
  if (!imported.ok) throw new Error(JSON.stringify(imported.error));
  const { counts } = imported.value;
  const count = (number: number): string => number.toLocaleString('en-US');
  return {
    what: `a SQL script of ${count(tables)} tables with ${count(columns)} columns, ${(bytes.length / 1e6).toFixed(1)} MB`,
    facts: counts.observations,
    ms,
  };
};
