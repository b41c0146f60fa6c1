import type { Catalogues } from '../domain/catalogue/index.ts';
import type { InventoryDocument } from '../domain/inventory/inventory-documents.ts';
import type { ImportRun } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { Id, Instant, Revision } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { ArtefactRefused } from '../importers/artefact-refused.ts';
import type { Artefact } from '../importers/artefact/artefact.ts';
import type { ArtefactFacts } from '../importers/facts/facts.ts';
import { keptScope } from '../importers/facts/observed-facts.ts';
import { countsText, originOf, planFacts, type FactsPlan, type SeenFact } from '../importers/facts/plan-facts.ts';
import type { OptionUnknown } from '../importers/import-plan.ts';
import type { Importer, ReadOptions } from '../importers/importer.ts';
import { newId } from '../importers/new-id.ts';
import { redact } from '../importers/redact.ts';
import type { ClockDep, CommitRefused, GraphStore, StoreUnavailable } from '../store/port.ts';
import { rememberedColumns } from './import-columns.ts';
import type { OnProgress } from './import-progress.ts';

/** What importing facts needs. */
export interface ImportFactsDeps {
  readonly store: GraphStore;
  readonly catalogues: Catalogues;
  readonly clock: ClockDep;
}

/** One opened file, and the importer that knows it. */
export interface ImportFactsInput {
  readonly artefact: Artefact;
  readonly importer: Importer;
  readonly options: ReadOptions;
  /** The system of the inventory that the file is about. */
  readonly system: Id | undefined;
  readonly again: boolean;
  readonly dryRun: boolean;
  readonly actor: string | undefined;
  readonly onProgress: OnProgress;
}

/** What importing facts did, or in a dry run would do. `revision` is the inventory's after it. */
export interface FactsReport {
  readonly kind: string;
  readonly title: string;
  readonly origin: string;
  readonly file: string;
  readonly sha256: string;
  readonly run: Id;
  readonly dryRun: boolean;
  readonly alreadyImported?: Id;
  readonly describes: ArtefactFacts['describes'];
  readonly cannotTell: ArtefactFacts['cannotTell'];
  readonly seen: readonly SeenFact[];
  readonly counts: Readonly<Record<string, number>>;
  readonly grade?: ArtefactFacts['grade'];
  readonly warnings: readonly string[];
  readonly revision: Revision;
}

export type ImportFactsError = ArtefactRefused | OptionUnknown | StoreUnavailable | CommitRefused;

/** How often an import plans again because somebody changed what it was about to change. */
const attempts = 3;

/** More warnings than anybody reads: the rest is counted. */
const mostWarnings = 300;

/**
 * Returns what importing the facts of a file did. The run is on record before the file is read, so that one that is cut off can be seen;
 * what it saw is written in one transaction at its end, so that one that is cut off changes nothing. The very same file with the same
 * settings again changes nothing. Errors: `ArtefactRefused` (then the run is FAILED and says why; a file that needs somebody to say what
 * its parts are has no run) and those of the store.
 */
export const importFacts =
  (deps: ImportFactsDeps) =>
  async (input: ImportFactsInput): Promise<Result<FactsReport, ImportFactsError>> => {
    const { artefact, importer, options, dryRun } = input;
    const before = await deps.store.snapshot();
    if (!before.ok) return before;
    if (input.system !== undefined && !before.value.System.has(input.system)) return err(noSystem(input.system));
    const settings = settingsText(options, input.system);
    const earlier = input.again ? undefined : sameImport(before.value, importer.kind, artefact.sha256, settings);
    if (earlier !== undefined) return ok(repeatReport(earlier, before.value, dryRun));

    const lacking = await lackingIn(deps, input);
    if (lacking !== undefined) return err(lacking);
    const id = newId(`${importer.kind}-${artefact.sha256.slice(0, 12)}`, before.value.ImportRun);
    const started = startedRun(id, input, settings, before.value.revision, deps.clock.now());
    if (!dryRun) {
      const opened = await writeRun(deps, input, started, 'CREATE');
      if (!opened.ok) return opened;
    }
    const result = await readAndWrite(deps, input, started);
    if (result.ok || dryRun) return result;
    // The reason stays with the run. That the store refuses even this is told by the error in hand.
    await writeRun(deps, input, { ...started, ...ended(deps, 'FAILED'), warnings: [describe(result.error)] }, 'UPDATE');
    return result;
  };

type RunDocument = InventoryDocument<'ImportRun'>;

const readAndWrite = async (
  deps: ImportFactsDeps,
  input: ImportFactsInput,
  started: RunDocument,
): Promise<Result<FactsReport, ImportFactsError>> => {
  const { artefact, importer, options, dryRun, onProgress } = input;
  const { store, catalogues } = deps;
  onProgress({ phase: 'READING' });
  const columns = options.columns ?? (await columnsBefore(deps, importer, artefact));
  const facts = await importer.read(artefact, {
    vocabulary: catalogues,
    options: columns === undefined ? options : { ...options, columns },
  });
  if (!facts.ok) return facts;
  for (let attempt = 1; ; attempt += 1) {
    onProgress({ phase: 'COMPARING' });
    const graph = await store.snapshot();
    if (!graph.ok) return graph;
    const plan = planFacts(facts.value, {
      graph: graph.value,
      catalogues,
      run: started,
      ...(input.system === undefined ? {} : { self: { system: input.system, actor: actorOf(input, started.id) } }),
    });
    const warnings = bounded([...facts.value.warnings, ...plan.warnings]);
    if (dryRun) return ok(toReport(facts.value, plan, { started, dryRun, warnings, revision: graph.value.revision }));
    onProgress({ phase: 'WRITING' });
    const done = finished(deps, started, facts.value, plan, warnings);
    const committed = await store.commit({
      actor: actorOf(input, started.id),
      reason: reasonOf(started),
      // The run comes last: whoever reads the log up to it has read all that it wrote.
      writes: [...plan.writes, { concept: 'ImportRun', document: done, action: 'UPDATE' }],
    });
    if (committed.ok) {
      return ok(toReport(facts.value, plan, { started, dryRun, warnings, revision: committed.value.revision }));
    }
    if (committed.error.type !== 'Conflict' || attempt === attempts) return committed;
  }
};

/** What has to be said of a file before it can be read. */
const lackingIn = async (
  deps: ImportFactsDeps,
  { artefact, importer, options }: ImportFactsInput,
): Promise<ArtefactRefused | undefined> => {
  if (importer.lacks === undefined) return undefined;
  const columns = options.columns ?? (await columnsBefore(deps, importer, artefact));
  return importer.lacks(artefact, columns === undefined ? options : { ...options, columns });
};

/** What the person who imported the last file with the same titles said of them. */
const columnsBefore = async (
  { store }: ImportFactsDeps,
  { kind, fingerprint }: Importer,
  artefact: Artefact,
): Promise<Readonly<Record<string, string>> | undefined> => {
  const headers = await fingerprint?.(artefact);
  const graph = headers === undefined ? undefined : await store.snapshot();
  return headers === undefined || graph?.ok !== true ? undefined : rememberedColumns(graph.value, kind, headers);
};

/** Returns the reason under which everything an import writes stands in the log: undoing it looks for this. */
export const reasonOf = ({ id, file }: Pick<ImportRun, 'id' | 'file'>): string => `import ${id} of ${file}`;

const actorOf = ({ actor }: ImportFactsInput, run: Id): string => actor ?? `import:${run}`;

const startedRun = (
  id: Id,
  { artefact, importer }: ImportFactsInput,
  settings: string | undefined,
  baseRevision: Revision,
  startedAt: Instant,
): RunDocument => ({
  id,
  name: `${importer.title}: ${artefact.name}`,
  kind: importer.kind,
  // Until it is read, and for one that cannot be: what files of its kind are.
  title: importer.title,
  file: artefact.name,
  sha256: artefact.sha256,
  bytes: artefact.bytes,
  startedAt,
  status: 'RUNNING',
  warnings: [],
  baseRevision,
  ...(settings === undefined ? {} : { settings }),
  source: `import:${id}`,
  grade: 'DOCUMENTED',
  recordedAt: startedAt,
});

const ended = ({ clock }: ImportFactsDeps, status: 'DONE' | 'FAILED'): Pick<RunDocument, 'status' | 'finishedAt'> => ({
  status,
  finishedAt: clock.now(),
});

const finished = (
  deps: ImportFactsDeps,
  started: RunDocument,
  facts: ArtefactFacts,
  plan: FactsPlan,
  warnings: readonly string[],
): RunDocument => ({
  ...started,
  ...ended(deps, 'DONE'),
  title: redact(facts.title).slice(0, 300),
  origin: originOf(facts),
  ...(facts.date === undefined ? {} : { dated: facts.date.slice(0, 40) }),
  ...(facts.covers.length === 0 ? {} : { covers: facts.covers.map(keptScope) }),
  counts: countsText(plan.counts),
  ...withColumns(started.settings, facts.describes),
  warnings,
});

/** The columns of a list, as they were read, are remembered: the next list with the same header is read the same way. */
const withColumns = (
  settings: string | undefined,
  describes: ArtefactFacts['describes'],
): Pick<RunDocument, 'settings'> => {
  const columns = Object.fromEntries(
    Object.entries(describes).filter(([name]) => name === 'headers' || name.startsWith('column: ')),
  );
  if (Object.keys(columns).length === 0) return settings === undefined ? {} : { settings };
  return {
    settings: JSON.stringify({ ...(settings === undefined ? {} : (JSON.parse(settings) as object)), ...columns }),
  };
};

const settingsText = ({ origin, systemName, columns }: ReadOptions, system: Id | undefined): string | undefined => {
  const said = {
    ...(system === undefined ? {} : { system }),
    ...(origin === undefined ? {} : { origin }),
    ...(systemName === undefined ? {} : { systemName }),
    ...Object.fromEntries(Object.entries(columns ?? {}).map(([title, target]) => [`column: ${title}`, target])),
  };
  return Object.keys(said).length === 0 ? undefined : JSON.stringify(said);
};

const writeRun = async (
  { store }: ImportFactsDeps,
  input: ImportFactsInput,
  run: RunDocument,
  action: 'CREATE' | 'UPDATE',
): Promise<Result<unknown, StoreUnavailable | CommitRefused>> =>
  store.commit({
    actor: actorOf(input, run.id),
    reason: reasonOf(run),
    writes: [{ concept: 'ImportRun', document: run, action, ...(action === 'CREATE' ? { expected: 0 } : {}) }],
  });

/** The finished run of the very same file, read with the same settings. */
const sameImport = (
  graph: EhiGraph,
  kind: string,
  sha256: string,
  settings: string | undefined,
): ImportRun | undefined => {
  const same = [...graph.ImportRun.values()].filter(
    (run) => run.kind === kind && run.sha256 === sha256 && run.status === 'DONE' && saidIn(run.settings, settings),
  );
  const last = same.toSorted((a, b) => b.revision - a.revision)[0];
  // Another file of the same origin came after it: then this one tells something new again.
  const isNewest = [...graph.ImportRun.values()].every(
    (run) => run.status !== 'DONE' || run.origin !== last?.origin || run.revision <= (last?.revision ?? 0),
  );
  return isNewest ? last : undefined;
};

const saidIn = (kept: string | undefined, said: string | undefined): boolean => {
  if (said === undefined) return true;
  const all = new Map(Object.entries(JSON.parse(kept ?? '{}') as Record<string, unknown>));
  return Object.entries(JSON.parse(said) as Record<string, unknown>).every(([name, value]) => all.get(name) === value);
};

const bounded = (warnings: readonly string[]): readonly string[] => [
  ...warnings.slice(0, mostWarnings).map((each) => redact(each).slice(0, 500)),
  ...(warnings.length <= mostWarnings ? [] : [`… and ${warnings.length - mostWarnings} more.`]),
];

interface ReportParts {
  readonly started: RunDocument;
  readonly dryRun: boolean;
  readonly warnings: readonly string[];
  readonly revision: Revision;
}

const toReport = (
  facts: ArtefactFacts,
  { seen, counts }: FactsPlan,
  { started, dryRun, warnings, revision }: ReportParts,
): FactsReport => ({
  kind: facts.kind,
  title: redact(facts.title),
  origin: originOf(facts),
  file: started.file,
  sha256: started.sha256,
  run: started.id,
  dryRun,
  describes: Object.fromEntries(
    Object.entries(facts.describes).map(([name, value]) => [
      redact(name),
      typeof value === 'string' ? redact(value) : value,
    ]),
  ),
  cannotTell: facts.cannotTell.map((each) => ({ ...each, subject: redact(each.subject), reason: redact(each.reason) })),
  seen,
  counts,
  grade: facts.grade,
  warnings,
  revision,
});

const repeatReport = (run: ImportRun, { revision }: EhiGraph, dryRun: boolean): FactsReport => ({
  kind: run.kind,
  title: run.title ?? run.kind,
  origin: run.origin ?? '',
  file: run.file,
  sha256: run.sha256,
  run: run.id,
  dryRun,
  alreadyImported: run.id,
  describes: {},
  cannotTell: [],
  seen: [],
  counts: {},
  warnings: [
    `The same file was imported on ${run.startedAt.slice(0, 10)} as "${run.file}": nothing is changed. The option "again" imports it once more.`,
  ],
  revision,
});

const noSystem = (value: Id): OptionUnknown => ({
  type: 'OptionUnknown',
  option: 'system',
  value,
  concept: 'System',
  message: `there is no system "${value}"`,
  mend: 'name one that is in the inventory',
});

const describe = (error: ImportFactsError): string => {
  if (error.type === 'ArtefactRefused') {
    const place = error.line === undefined ? '' : ` (line ${error.line})`;
    return `${error.message}${place}. To mend it: ${error.mend}.`;
  }
  return error.type === 'StoreUnavailable' || error.type === 'OptionUnknown'
    ? error.message
    : 'Somebody changed the inventory while it was written. Import it again.';
};
