import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { Id } from '../domain/model/entity.ts';
import { ok, type Result } from '../domain/result.ts';
import type { ArtefactRefused } from '../importers/artefact-refused.ts';
import type { ArtefactSource } from '../importers/artefact/artefact.ts';
import { openArtefact } from '../importers/artefact/open-artefact.ts';
import {
  describeColumns,
  flowTargets,
  listNames,
  spreadsheetImporter,
  systemTargets,
} from '../importers/spreadsheet/index.ts';
import { importerFor } from '../importers/registry.ts';

/** What the columns of a list are taken for. `list` is empty when its titles do not say what it lists. `remembered`: an earlier list with the same titles says so. */
export interface ImportColumns {
  readonly list: string;
  readonly columns: readonly { readonly title: string; readonly target?: string; readonly reason: string }[];
  readonly targets: readonly string[];
  readonly remembered: boolean;
}

/**
 * Returns what the columns of a file are taken for, before it is imported, without any cell below its titles; `undefined` for a file
 * that is no list. Error: a list whose titles cannot be read.
 */
export const importColumns = async (
  graph: EhiGraph,
  source: ArtefactSource,
): Promise<Result<ImportColumns | undefined, ArtefactRefused>> => {
  const artefact = await openArtefact(source);
  if (!artefact.ok) return artefact;
  const importer = await importerFor(artefact.value);
  if (importer !== undefined && importer.kind !== spreadsheetImporter.kind) return ok(undefined);
  const proposal = await describeColumns(artefact.value);
  // A file that no importer knows may still be a list whose titles nobody has named yet.
  if (!proposal.ok) return importer === undefined ? ok(undefined) : proposal;
  const remembered = rememberedColumns(graph, spreadsheetImporter.kind, proposal.value.headers);
  const described = remembered === undefined ? proposal : await describeColumns(artefact.value, remembered);
  if (!described.ok) return described;
  const { tables } = described.value;
  const columns = tables.flatMap((table) => table.columns).filter(({ title }) => title !== '');
  return ok({
    list: [...new Set(tables.flatMap(({ kind }) => (kind === undefined ? [] : [listNames[kind]])))].join(' and '),
    columns: columns
      .filter(({ title }, at) => columns.findIndex((each) => each.title === title) === at)
      .map(({ title, target, reason }) => ({ title, reason, ...(target === '' ? {} : { target }) })),
    targets: [...systemTargets, ...flowTargets],
    remembered: remembered !== undefined,
  });
};

/** Returns what the columns of the newest finished import with the same titles were taken for, by title; `undefined` when there was none. */
export const rememberedColumns = (
  graph: EhiGraph,
  kind: string,
  headers: string,
): Readonly<Record<string, string>> | undefined => {
  let newest:
    { readonly id: Id; readonly revision: number; readonly columns: Readonly<Record<string, string>> } | undefined;
  for (const { id, kind: of, status, settings, revision } of graph.ImportRun.values()) {
    if (of !== kind || status !== 'DONE' || settings === undefined || revision < (newest?.revision ?? 0)) continue;
    const said = new Map(Object.entries(JSON.parse(settings) as Record<string, unknown>));
    if (said.get('headers') !== headers) continue;
    const columns = [...said].flatMap(([name, value]) =>
      name.startsWith(mark) && typeof value === 'string' ? [[name.slice(mark.length), value] as const] : [],
    );
    newest = { id, revision, columns: Object.fromEntries(columns) };
  }
  return newest?.columns;
};

/** How a column stands among the settings of a run. */
const mark = 'column: ';
