import type { AccessChannel, Flow, System } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import { isLiveOn, type CalendarDate, type Id } from '../model/entity.ts';
import { err, ok, type Result } from '../result.ts';

/** The concepts that can be down. */
export const outageConcepts = ['System', 'Flow', 'AccessChannel'] as const;
export type OutageConcept = (typeof outageConcepts)[number];

/** A system, flow or channel that is down: on the day asked about it is as if it did not hold. */
export interface Outage {
  readonly concept: OutageConcept;
  readonly id: Id;
}

/** What is said to be down is not in the inventory, or not there that day. */
export type OutageProblem =
  | { readonly type: 'EntityNotFound'; readonly concept: OutageConcept; readonly id: Id }
  | {
      readonly type: 'NotThereThatDay';
      readonly concept: OutageConcept;
      readonly id: Id;
      readonly asOf: CalendarDate;
      readonly startedOn?: CalendarDate;
      readonly endedOn?: CalendarDate;
    };

/**
 * The inventory of a day on which things are down: as if they did not hold that day, and with a system the flows from and to it and its
 * channels. Restrictions are left as they are. Only good for that day. Pure. Error: the first that is not there.
 */
export const withOutages = (
  graph: EhiGraph,
  outages: readonly Outage[],
  asOf: CalendarDate,
): Result<EhiGraph, OutageProblem> => {
  const down: Readonly<Record<OutageConcept, Set<Id>>> = {
    System: new Set(),
    Flow: new Set(),
    AccessChannel: new Set(),
  };
  for (const outage of outages) {
    const problem = problemOf(graph, outage, asOf);
    if (problem !== undefined) return err(problem);
    down[outage.concept].add(outage.id);
  }
  if (outages.length === 0) return ok(graph);
  const { System, Flow, AccessChannel } = down;
  return ok({
    ...graph,
    System: without<System>(graph.System, asOf, ({ id }) => System.has(id)),
    Flow: without<Flow>(graph.Flow, asOf, ({ id, from, to }) => Flow.has(id) || System.has(from) || System.has(to)),
    AccessChannel: without<AccessChannel>(
      graph.AccessChannel,
      asOf,
      ({ id, system }) => AccessChannel.has(id) || System.has(system),
    ),
  });
};

const problemOf = (graph: EhiGraph, { concept, id }: Outage, asOf: CalendarDate): OutageProblem | undefined => {
  const thing = graph[concept].get(id);
  if (thing === undefined) return { type: 'EntityNotFound', concept, id };
  if (isLiveOn(thing, asOf)) return undefined;
  const { startedOn, endedOn } = thing;
  return {
    type: 'NotThereThatDay',
    concept,
    id,
    asOf,
    ...(startedOn === undefined ? {} : { startedOn }),
    ...(endedOn === undefined ? {} : { endedOn }),
  };
};

/** The things, those that are down with their end on the day; in the order they had, and the same map where none is down. */
const without = <T extends System | Flow | AccessChannel>(
  things: ReadonlyMap<Id, T>,
  asOf: CalendarDate,
  isDown: (thing: T) => boolean,
): ReadonlyMap<Id, T> => {
  const ended = [...things.values()].filter((thing) => isLiveOn(thing, asOf) && isDown(thing));
  if (ended.length === 0) return things;
  const all = new Map(things);
  for (const thing of ended) all.set(thing.id, { ...thing, endedOn: asOf });
  return all;
};
