import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { ImportRun, Observation } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { Id, Revision } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { ArtefactRefused } from '../importers/artefact-refused.ts';
import {
  capabilityStatementKind,
  parseCapabilityStatement,
  planCapabilityImport,
} from '../importers/capability-statement/index.ts';
import { summariseChanges, type ChangeSummary } from '../importers/change-summary.ts';
import type {
  AmbiguousSystem,
  ImportContext,
  ImportOptions,
  ImportPlan,
  OptionUnknown,
} from '../importers/import-plan.ts';
import { newId } from '../importers/new-id.ts';
import { readJsonArtefact } from '../importers/read-json-artefact.ts';
import type { ClockDep, CommitRefused, GraphStore, StoreUnavailable } from '../store/port.ts';

// Those who call the use case need its words and nothing else of the importers.
export type { ArtefactRefused } from '../importers/artefact-refused.ts';
export type { ChangeSummary } from '../importers/change-summary.ts';
export type { AmbiguousSystem, ImportOptions, OptionUnknown } from '../importers/import-plan.ts';

/** What importing needs. */
export interface ImportArtefactDeps {
  readonly store: GraphStore;
  readonly catalogues: ImportContext['catalogues'];
  readonly clock: ClockDep;
}

/** One file to import. `fileName` is kept without its folder; `dryRun` tells what would change and writes nothing. */
export interface ImportArtefactInput {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly dryRun?: boolean;
  readonly actor?: string;
  readonly options?: ImportOptions;
}

/**
 * What an import did, or in a dry run would do: the plan without its writes, what changes entity by entity, and counts.
 * `alreadyImported` names the earlier run of the very same file; then nothing changes. `revision` is the inventory's.
 */
export interface ImportReport extends Omit<ImportPlan, 'writes'> {
  readonly file: string;
  readonly sha256: string;
  readonly run: Id;
  readonly dryRun: boolean;
  readonly alreadyImported?: Id;
  readonly revision: Revision;
  readonly changes: readonly ChangeSummary[];
  readonly counts: { readonly created: number; readonly updated: number; readonly observations: number };
}

export type ImportArtefactError = ArtefactRefused | AmbiguousSystem | OptionUnknown | StoreUnavailable | CommitRefused;

/** How often an import plans again because somebody changed what it was about to change. */
const attempts = 3;

/**
 * Returns what importing a file changed. The kind is told by the content, never by the name; today FHIR
 * CapabilityStatement and Conformance as JSON. One transaction; what a person stated is never overwritten, and nothing is
 * removed. The same file again changes nothing. Errors: `ArtefactRefused`, `AmbiguousSystem`, `OptionUnknown`, and those
 * of the store.
 */
export const importArtefact =
  ({ store, catalogues, clock }: ImportArtefactDeps) =>
  async (input: ImportArtefactInput): Promise<Result<ImportReport, ImportArtefactError>> => {
    const { bytes, dryRun = false, actor, options = {} } = input;
    const file = fileNameOf(input.fileName);
    const json = readJsonArtefact(file, bytes);
    if (!json.ok) return json;
    const facts = parseCapabilityStatement(json.value);
    if (!facts.ok) return err(notSupported(file, facts.error));
    const sha256 = createHash('sha256').update(bytes).digest('hex');

    for (let attempt = 1; ; attempt += 1) {
      const snapshot = await store.snapshot();
      if (!snapshot.ok) return snapshot;
      const graph = snapshot.value;
      const earlier = options.again === true ? undefined : earlierRun(graph, sha256);
      if (earlier !== undefined) return ok(repeatReport(earlier, graph, dryRun));

      const id = newId(`${capabilityStatementKind}-${sha256.slice(0, 12)}`, graph.ImportRun);
      const context = { graph, catalogues, options, run: { id, file, sha256, startedAt: clock.now() } };
      const plan = planCapabilityImport(facts.value, context);
      if (!plan.ok) return plan;
      if (dryRun) return ok(toReport(plan.value, context, graph.revision, dryRun));
      const committed = await store.commit({
        actor: actor ?? `import:${id}`,
        reason: `import of ${file}`,
        writes: plan.value.writes,
      });
      if (committed.ok) return ok(toReport(plan.value, context, committed.value.revision, dryRun));
      if (committed.error.type !== 'Conflict' || attempt === attempts) return committed;
    }
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
  { writes, ...plan }: ImportPlan,
  { graph, run }: ImportContext,
  revision: Revision,
  dryRun: boolean,
): ImportReport => {
  const changes = summariseChanges(graph, writes);
  const created = changes.filter(({ action }) => action === 'CREATE').length;
  const observations = writes.filter(({ concept }) => concept === 'Observation').length;
  const counts = { created, updated: changes.length - created, observations };
  return { ...plan, file: run.file, sha256: run.sha256, run: run.id, dryRun, revision, changes, counts };
};

const noOutcomes: Readonly<Record<Observation['outcome'], number>> = {
  MATCHED: 0,
  ADDED: 0,
  CONFLICTING: 0,
  AMBIGUOUS: 0,
  NOTED: 0,
};

const repeatReport = (run: ImportRun, graph: EhiGraph, dryRun: boolean): ImportReport => ({
  kind: run.kind,
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
  changes: [],
  counts: { created: 0, updated: 0, observations: 0 },
});
