import type { ConceptName } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import { isLiveOn, type Id } from '../model/entity.ts';
import { exportGaps } from './export-gaps.ts';
import type { Reconciliation } from './reconcile.ts';

/** Something people declared that a file which should show it does not. `why` is a sentence; `run` the import that looked. */
export interface DeclaredOnly {
  readonly concept: ConceptName;
  readonly id: Id;
  readonly name: string;
  readonly why: string;
  readonly run: Id;
}

/**
 * Returns what is declared and was looked for in vain: flows with an interface name at an engine that an import describes whole, tables
 * that the documentation of an export has and its files have not, and classes of a channel that a complete file does not release. Absence is claimed only where a file is complete. Pure.
 */
export const declaredOnly = (graph: EhiGraph, { items, asOf }: Reconciliation): readonly DeclaredOnly[] => {
  const whole = new Map<string, Id>();
  for (const run of graph.ImportRun.values())
    if (run.status === 'DONE' && run.origin !== undefined)
      for (const scope of run.covers ?? []) whole.set(`${run.origin} ${scope}`, run.id);
  const engines = new Map<Id, Id>();
  const seenFlows = new Set<Id>();
  const origins = new Set(
    items.flatMap(({ statement, observation }) => (statement.kind === 'FLOW' ? [observation.origin] : [])),
  );
  for (const { statement, match, observation } of items) {
    if (statement.kind === 'FLOW' && match !== undefined) seenFlows.add(match.id);
    if (statement.kind !== 'SYSTEM' || !statement.isSelf || match === undefined || !origins.has(observation.origin))
      continue;
    const run = whole.get(`${observation.origin ?? ''} ${observation.scope ?? ''}`);
    if (run !== undefined) engines.set(match.id, run);
  }
  const flows = (engines.size === 0 ? [] : [...graph.Flow.values()]).flatMap((flow): readonly DeclaredOnly[] => {
    const run = engines.get(flow.from) ?? engines.get(flow.to);
    if (run === undefined || flow.engineRef === undefined) return [];
    if (!isLiveOn(flow, asOf) || seenFlows.has(flow.id)) return [];
    const why = `It is declared as the interface "${flow.engineRef}", and the import of the engine does not have it.`;
    return [{ concept: 'Flow', id: flow.id, name: flow.name, why, run }];
  });
  const releases = items.flatMap(({ statement, match, differences, observation }): readonly DeclaredOnly[] => {
    if (statement.kind !== 'CHANNEL' || match === undefined) return [];
    const gone = differences
      .filter(({ field, observed }) => field === 'releases' && observed === '')
      .flatMap(({ classes }) => classes);
    return gone.map(({ id }) => ({
      concept: 'DataClass',
      id,
      name: graph.DataClass.get(id)?.name ?? id,
      why: `"${match.name}" is declared to release it, and the import, which is complete, does not show it.`,
      run: observation.run,
    }));
  });
  const exports = exportGaps({ items }).flatMap(({ export: name, absent, listedBy }): readonly DeclaredOnly[] => {
    const [first] = absent;
    if (first === undefined) return [];
    const names = absent.slice(0, 5).map((each) => each.name);
    const more = absent.length > names.length ? ` and ${absent.length - names.length} more` : '';
    const why = `The documentation of the export describes ${absent.length} tables of which the list of its files has none: ${names.join(', ')}${more}. An export of one patient has files only where there are rows.`;
    return [{ concept: 'Observation', id: first.id, name: `Export of ${name}`, why, run: listedBy }];
  });
  return [...flows, ...releases, ...exports];
};
