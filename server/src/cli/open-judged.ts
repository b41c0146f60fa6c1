import { createCurrentGraph } from '../app/current-graph.ts';
import { integrationKindsOf } from '../app/integration-kinds.ts';
import { loadRulePacks } from '../app/load-rule-packs.ts';
import type { JudgeDeps } from '../app/restriction-judge.ts';
import { ok, type Result } from '../domain/result.ts';
import type { TraceIndex } from '../domain/trace/index.ts';
import type { CliError } from './cli-error.ts';
import { schemaFolder, type Workspace } from './open-workspace.ts';

/** The inventory as it is now, and what its restrictions are judged from. */
export interface OpenJudged {
  readonly index: TraceIndex;
  readonly deps: JudgeDeps;
}

/** Reads both. Errors: the store is not available, the reference data cannot be used. */
export const openJudged = async ({ store, catalogues, calendar }: Workspace): Promise<Result<OpenJudged, CliError>> => {
  const current = await createCurrentGraph({ store, integrationKinds: integrationKindsOf(catalogues) }).get();
  if (!current.ok) return current;
  const packs = await loadRulePacks(schemaFolder, catalogues);
  if (!packs.ok) return packs;
  const { index } = current.value;
  return ok({ index, deps: { graph: index.graph, catalogues, packs: packs.value, calendar } });
};
