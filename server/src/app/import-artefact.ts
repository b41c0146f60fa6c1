import { basename } from 'node:path';
import type { ImportRun, Observation } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { Id, Revision } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { ArtefactRefused } from '../importers/artefact-refused.ts';
import type { Artefact, ArtefactSource } from '../importers/artefact/artefact.ts';
import { looksOfBytes, looksOfText, type Looks } from '../importers/artefact/looks-like.ts';
import { openArtefact, sourceOfBytes } from '../importers/artefact/open-artefact.ts';
import {
  capabilityStatementKind,
  describeForeignJson,
  isOfFhirServer,
  parseCapabilityStatement,
  planCapabilityImport,
} from '../importers/capability-statement/index.ts';
import type { SeenFact } from '../importers/facts/plan-facts.ts';
import type {
  AmbiguousSystem,
  ImportContext,
  ImportOptions,
  ImportPlan,
  OptionUnknown,
} from '../importers/import-plan.ts';
import type { Catalogues } from '../domain/catalogue/index.ts';
import type { Importer, ReadOptions } from '../importers/importer.ts';
import { newId } from '../importers/new-id.ts';
import { importerFor, importers as allImporters } from '../importers/registry.ts';
import { rootNameOf } from '../importers/xml/read-xml.ts';
import type { ClockDep, CommitRefused, GraphStore, StoreUnavailable } from '../store/port.ts';
import { importFacts, reasonOf, type FactsReport } from './import-facts.ts';
import type { OnProgress } from './import-progress.ts';

// Those who call the use case need its words and nothing else of the importers.
export type { ArtefactRefused } from '../importers/artefact-refused.ts';
export type { ChangeSummary } from '../importers/change-summary.ts';
export type { AmbiguousSystem, ImportOptions, OptionUnknown } from '../importers/import-plan.ts';

/** What importing needs. */
export interface ImportArtefactDeps {
  readonly store: GraphStore;
  readonly catalogues: Catalogues;
  readonly clock: ClockDep;
  /** Those that are asked; default: all there are. */
  readonly importers?: readonly Importer[];
}

/**
 * One file to import: its `bytes`, or how to `read` them as a stream. `fileName` is kept without its folder; `dryRun` tells what would
 * change and writes nothing. `maxBytes` refuses what is longer.
 */
export type ImportArtefactInput = (
  | { readonly bytes: Uint8Array; readonly read?: never }
  | { readonly read: ArtefactSource['read']; readonly bytes?: never }
) & {
  readonly fileName: string;
  readonly dryRun?: boolean;
  readonly actor?: string;
  readonly options?: ImportOptions & ReadOptions;
  readonly onProgress?: OnProgress;
  readonly maxBytes?: number;
};

/**
 * What an import did, or in a dry run would do: the plan without its writes, what changes entity by entity, and counts.
 * `alreadyImported` names the earlier run of the very same file; then nothing changes. `revision` is the inventory's. `match` is there
 * for a statement of one server; `origin`, `seen` and `factCounts` for a file whose facts are observed beside the inventory.
 */
export interface ImportReport extends Omit<ImportPlan, 'writes' | 'match'> {
  readonly file: string;
  readonly sha256: string;
  readonly run: Id;
  readonly dryRun: boolean;
  readonly alreadyImported?: Id;
  readonly revision: Revision;
  readonly match?: ImportPlan['match'];
  readonly origin?: string;
  readonly seen: readonly SeenFact[];
  readonly factCounts: Readonly<Record<string, number>>;
}

export type ImportArtefactError = ArtefactRefused | AmbiguousSystem | OptionUnknown | StoreUnavailable | CommitRefused;

/** How often an import plans again because somebody changed what it was about to change. */
const attempts = 3;

/**
 * Returns what importing a file changed. The kind is told by the content, never by the name. A FHIR CapabilityStatement or Conformance
 * is taken in as what a server advertises of itself; of every other file the facts are observed beside the inventory, for a person to
 * accept. One transaction; what a person stated is never overwritten, and nothing is removed. The same file again changes nothing.
 * Errors: `ArtefactRefused`, `AmbiguousSystem`, `OptionUnknown`, and those of the store.
 */
export const importArtefact =
  (deps: ImportArtefactDeps) =>
  async (input: ImportArtefactInput): Promise<Result<ImportReport, ImportArtefactError>> => {
    const { dryRun = false, actor, options = {}, onProgress = () => undefined, maxBytes } = input;
    const file = fileNameOf(input.fileName);
    onProgress({ phase: 'HASHING' });
    const source = input.bytes === undefined ? { name: file, read: input.read } : sourceOfBytes(file, input.bytes);
    const opened = await openArtefact(source, {
      onBytes: (bytes) => onProgress({ bytes }),
      ...(maxBytes === undefined ? {} : { maxBytes }),
    });
    if (!opened.ok) return opened;
    const artefact = opened.value;
    const importer = await importerFor(artefact, deps.importers ?? allImporters);
    if (importer === undefined) return importStatement(deps, artefact, { dryRun, actor, options });
    const { origin, systemName, columns, system, again = false } = options;
    const said = {
      ...((origin ?? '').trim() === '' ? {} : { origin: (origin ?? '').trim() }),
      ...((systemName ?? '').trim() === '' ? {} : { systemName: (systemName ?? '').trim() }),
      ...(columns === undefined ? {} : { columns }),
    };
    const imported = await importFacts(deps)({
      artefact,
      importer,
      options: said,
      system,
      again,
      dryRun,
      actor,
      onProgress,
    });
    return imported.ok ? ok(reportOfFacts(imported.value)) : imported;
  };

interface StatementInput {
  readonly dryRun: boolean;
  readonly actor: string | undefined;
  readonly options: ImportOptions;
}

const importStatement = async (
  { store, catalogues, clock, importers }: ImportArtefactDeps,
  artefact: Artefact,
  { dryRun, actor, options }: StatementInput,
): Promise<Result<ImportReport, ImportArtefactError>> => {
  const { name: file, sha256, bytes } = artefact;
  const startedAt = clock.now();
  const json = await artefact.json();
  if (!json.ok) return err(unknownText(artefact, json.error, importers));
  const facts = parseCapabilityStatement(json.value);
  if (!facts.ok)
    return err(
      isOfFhirServer(json.value)
        ? notSupported(file, facts.error)
        : unknownKind(artefact, { like: describeForeignJson(json.value) }, importers),
    );

  for (let attempt = 1; ; attempt += 1) {
    const snapshot = await store.snapshot();
    if (!snapshot.ok) return snapshot;
    const graph = snapshot.value;
    const earlier = options.again === true ? undefined : earlierRun(graph, sha256);
    if (earlier !== undefined) return ok(repeatReport(earlier, graph, dryRun));

    const id = newId(`${capabilityStatementKind}-${sha256.slice(0, 12)}`, graph.ImportRun);
    const context = {
      graph,
      catalogues,
      options,
      run: { id, file, sha256, bytes, startedAt, finishedAt: clock.now() },
    };
    const plan = planCapabilityImport(facts.value, context);
    if (!plan.ok) return plan;
    if (dryRun) return ok(toReport(plan.value, context, graph.revision, dryRun));
    const committed = await store.commit({
      actor: actor ?? `import:${id}`,
      reason: reasonOf({ id, file }),
      writes: plan.value.writes,
    });
    if (committed.ok) return ok(toReport(plan.value, context, committed.value.revision, dryRun));
    if (committed.error.type !== 'Conflict' || attempt === attempts) return committed;
  }
};

/** Why a file that no importer knows, and that is no JSON either, is refused: the reason is not that it is no JSON. */
const unknownText = (
  artefact: Artefact,
  refused: ArtefactRefused,
  importers: readonly Importer[] | undefined,
): ArtefactRefused => {
  const { head } = artefact;
  const looks = looksOfBytes(artefact);
  if (looks !== undefined) return unknownKind(artefact, looks, importers);
  const root = refused.reason === 'XML' ? rootNameOf(head) : undefined;
  if (root !== undefined && !/^(?:html|CapabilityStatement|Conformance)$/i.test(root))
    return unknownKind(artefact, { like: `XML with the root "${root.slice(0, 60)}"` }, importers);
  // A statement is an object: a text that begins with anything else, a quotation mark too, was never meant as JSON.
  return refused.reason === 'NOT_JSON' && !/^\uFEFF?\s*[{[]/.test(head)
    ? unknownKind(artefact, looksOfText(artefact), importers)
    : refused;
};

const unknownKind = (
  { name }: Pick<Artefact, 'name'>,
  { like, mend = 'import a file of a kind that can be read' }: Looks,
  importers: readonly Importer[] | undefined,
): ArtefactRefused => ({
  ...notSupported(name, { message: `the file is of no kind that can be imported; it looks like ${like}`, mend }),
  kinds: knownKinds(importers),
});

/** Returns what can be imported, in words, in the order it is looked for. */
export const knownKinds = (importers: readonly Importer[] = allImporters): readonly string[] => [
  'FHIR CapabilityStatement or Conformance as JSON',
  ...importers.map(({ title }) => title),
];

const reportOfFacts = (report: FactsReport): ImportReport => {
  const { describes, counts, seen, ...same } = report;
  const outcomes = { MATCHED: 0, ADDED: 0, CONFLICTING: 0, AMBIGUOUS: 0, NOTED: 0 };
  for (const { status, change } of seen)
    if (change !== 'VANISHED')
      outcomes[status === 'MATCHED' || status === 'CONFLICTING' || status === 'AMBIGUOUS' ? status : 'NOTED'] += 1;
  return {
    ...same,
    artefact: describes,
    exposed: [],
    expected: [],
    countByOutcome: outcomes,
    seen,
    factCounts: counts,
    changes: [],
    counts: { created: 0, updated: 0, observations: seen.length },
  };
};

/** A name without folders of any system, and without what could disturb a terminal or a log. */
const fileNameOf = (name: string): string =>
  basename(name.replaceAll('\\', '/'))
    .replace(/\p{Cc}/gu, '')
    .slice(0, 200) || 'unnamed';

const notSupported = (file: string, why: { readonly message: string; readonly mend: string }): ArtefactRefused => ({
  type: 'ArtefactRefused',
  reason: 'NOT_SUPPORTED',
  file,
  ...why,
});

const earlierRun = (graph: EhiGraph, sha256: string): ImportRun | undefined =>
  [...graph.ImportRun.values()].find(
    (run) => run.kind === capabilityStatementKind && run.sha256 === sha256 && run.status === 'DONE',
  );

const toReport = (
  { writes: _written, ...plan }: ImportPlan,
  { run }: ImportContext,
  revision: Revision,
  dryRun: boolean,
): ImportReport => ({
  ...plan,
  file: run.file,
  sha256: run.sha256,
  run: run.id,
  dryRun,
  revision,
  seen: [],
  factCounts: {},
});

const noOutcomes: Readonly<Record<Observation['outcome'], number>> = {
  MATCHED: 0,
  ADDED: 0,
  CONFLICTING: 0,
  AMBIGUOUS: 0,
  NOTED: 0,
};

const repeatReport = (run: ImportRun, graph: EhiGraph, dryRun: boolean): ImportReport => ({
  kind: run.kind,
  title: run.title ?? run.kind,
  artefact: {},
  match: { by: 'NONE', explanation: `the same file was imported before, by the run "${run.id}"`, similar: [] },
  exposed: [],
  cannotTell: [],
  expected: [],
  warnings: [
    `The same file was imported on ${run.startedAt.slice(0, 10)} as "${run.file}": nothing is changed. The option "again" imports it once more.`,
  ],
  countByOutcome: noOutcomes,
  file: run.file,
  sha256: run.sha256,
  run: run.id,
  alreadyImported: run.id,
  dryRun,
  revision: graph.revision,
  seen: [],
  factCounts: {},
  changes: [],
  counts: { created: 0, updated: 0, observations: 0 },
});
