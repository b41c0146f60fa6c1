import type { Artefact } from './artefact/artefact.ts';
import { ccdaImporter } from './ccda/index.ts';
import { databaseSchemaImporter } from './database-schema/index.ts';
import { dbtImporter } from './dbt-manifest/index.ts';
import { drawioImporter } from './diagram/index.ts';
import { ehiExportDocsImporter, exportFileListImporter } from './ehi-export-docs/index.ts';
import { endpointListImporter } from './endpoint-list/index.ts';
import { fidesImporter } from './fides/index.ts';
import type { Importer } from './importer.ts';
import { mirthImporter } from './interface-engine/index.ts';
import { likeC4Importer } from './likec4/index.ts';
import { openLineageImporter } from './lineage-events/index.ts';
import { hl7v2Importer } from './hl7v2/index.ts';
import { smartConfigurationImporter } from './smart-configuration/index.ts';
import { spreadsheetImporter } from './spreadsheet/index.ts';
import { sqlAlchemyImporter } from './sqlalchemy-schema/index.ts';
import { structurizrImporter } from './structurizr-dsl/index.ts';
import { threatDragonImporter } from './threat-dragon/index.ts';

/**
 * Every importer that gives facts, in the order in which they are asked: those whose files carry an unmistakable mark first, those that
 * go by words last. (Capability statements have their own, see `capability-statement`.)
 */
export const importers: readonly Importer[] = [
  mirthImporter,
  ccdaImporter,
  hl7v2Importer,
  drawioImporter,
  structurizrImporter,
  likeC4Importer,
  smartConfigurationImporter,
  endpointListImporter,
  threatDragonImporter,
  dbtImporter,
  openLineageImporter,
  fidesImporter,
  sqlAlchemyImporter,
  databaseSchemaImporter,
  ehiExportDocsImporter,
  spreadsheetImporter,
  exportFileListImporter,
];

/** Returns the importer that knows a file by its content, else one that could read it with a person's help; `undefined` when there is none. */
export const importerFor = async (
  artefact: Artefact,
  among: readonly Importer[] = importers,
): Promise<Importer | undefined> => {
  for (const importer of among) if (await importer.recognise(artefact)) return importer;
  for (const importer of among) if ((await importer.mayRead?.(artefact)) === true) return importer;
  return undefined;
};
