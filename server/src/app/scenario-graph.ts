import type { Catalogues } from '../domain/catalogue/index.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { Id, Instant } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { withOutages, type OutageProblem } from '../domain/what-if/index.ts';
import type { SetProblem } from './change-set.ts';
import type { InputInvalid } from './input-invalid.ts';
import { createKnownCodes } from './known-codes.ts';
import { planChangeSet } from './plan-change-set.ts';
import { readScenario } from './read-scenario.ts';
import type { EntityNotFound } from './write-entity.ts';

/**
 * A scenario whose changes cannot be made, or whose outages cannot be assumed, on an inventory. `problem` is the first of `count`; both it and the name are
 * absent where names are hidden, since either may hold one.
 */
export interface ScenarioDoesNotFit {
  readonly type: 'ScenarioDoesNotFit';
  readonly name?: string;
  readonly problem?: SetProblem | OutageProblem;
  readonly count: number;
}

/** What a scenario can be refused for. */
export type ScenarioRefused = EntityNotFound | InputInvalid | ScenarioDoesNotFit;

/**
 * Returns the inventory with the changes of a scenario made and its outages assumed for the day of `now`, at the revision it had. Nothing is written. Errors:
 * no such scenario; one that cannot be read; one that does not fit this inventory.
 */
export const scenarioGraph = (
  graph: EhiGraph,
  id: Id,
  { catalogues, now }: { readonly catalogues: Catalogues; readonly now: Instant },
): Result<EhiGraph, ScenarioRefused> => {
  const scenario = readScenario(graph, id);
  if (!scenario.ok) return scenario;
  const { name, changes, outages } = scenario.value;
  const stamp = { actor: graph.Scenario.get(id)?.source ?? '', now };
  const planned = planChangeSet(graph, changes, { stamp, codes: createKnownCodes(catalogues) });
  const [first] = planned.problems;
  if (first !== undefined)
    return err({ type: 'ScenarioDoesNotFit', name, problem: first.error, count: planned.problems.length });
  const down = withOutages(planned.graph, outages, now.slice(0, 10));
  return down.ok ? ok(down.value) : err({ type: 'ScenarioDoesNotFit', name, problem: down.error, count: 1 });
};
