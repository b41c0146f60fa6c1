import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { Id } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { outageConcepts, type Outage } from '../domain/what-if/index.ts';
import { jsonRecords, outagesOf } from '../domain/workshop/index.ts';
import { readChanges } from './change-input.ts';
import type { SetChange } from './change-set.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';
import type { EntityNotFound } from './write-entity.ts';

/** What a scenario assumes. */
export interface ScenarioRead {
  readonly name: string;
  readonly changes: readonly SetChange[];
  readonly outages: readonly Outage[];
}

/** Returns what a scenario assumes. Errors: there is none of that id; it came from a file, and holds what is no change or no outage. Pure. */
export const readScenario = (graph: EhiGraph, id: Id): Result<ScenarioRead, EntityNotFound | InputInvalid> => {
  const scenario = graph.Scenario.get(id);
  if (scenario === undefined) return err({ type: 'EntityNotFound', concept: 'Scenario', id });
  const changes = readChanges(jsonRecords(scenario.changes));
  if (!changes.ok) return changes;
  const outages: Outage[] = [];
  for (const { concept, id: thing } of outagesOf(scenario)) {
    const named = outageConcepts.find((each) => each === concept);
    if (named === undefined)
      return err(
        inputInvalid(
          'outages',
          `The scenario says that the ${concept} "${thing}" is down. Only a system, flow or channel can be.`,
        ),
      );
    outages.push({ concept: named, id: thing });
  }
  return ok({ name: scenario.name, changes: changes.value, outages });
};
