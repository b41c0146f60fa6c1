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
  for (const outage of outages) {
    const problem = problemOf(graph, outage, asOf);
    if (problem !== undefined) return err(problem);
  }
  return ok(withEnded(graph, outages, (thing) => (isLiveOn(thing, asOf) ? { endedOn: asOf } : undefined)));
};

/** Something that is down whatever day is asked about ends when it began, or on a day before all others. */
const beforeAll: CalendarDate = '0001-01-01';

/**
 * The inventory in which things are down whatever day is asked about; what they take with them and what is left is as with `withOutages`. One that is
 * not there on a day makes no difference then. Pure. Error: the first that is not in the inventory at all.
 */
export const withOutagesAlways = (
  graph: EhiGraph,
  outages: readonly Outage[],
): Result<EhiGraph, Extract<OutageProblem, { readonly type: 'EntityNotFound' }>> => {
  const missing = outages.find(({ concept, id }) => !graph[concept].has(id));
  if (missing !== undefined) return err({ type: 'EntityNotFound', concept: missing.concept, id: missing.id });
  return ok(
    withEnded(graph, outages, ({ startedOn }) => ({
      endedOn: startedOn ?? beforeAll,
      endReason: 'It is down, as is supposed here.',
    })),
  );
};

type CanBeDown = System | Flow | AccessChannel;
/** How something is ended that is down; `undefined`: it stays as it is. */
type EndOf = (thing: CanBeDown) => Pick<CanBeDown, 'endedOn' | 'endReason'> | undefined;

const withEnded = (graph: EhiGraph, outages: readonly Outage[], endOf: EndOf): EhiGraph => {
  if (outages.length === 0) return graph;
  const downOf = (concept: OutageConcept): ReadonlySet<Id> =>
    new Set(outages.flatMap((outage) => (outage.concept === concept ? [outage.id] : [])));
  const [systems, flows, channels] = [downOf('System'), downOf('Flow'), downOf('AccessChannel')];
  return {
    ...graph,
    System: without<System>(graph.System, endOf, ({ id }) => systems.has(id)),
    Flow: without<Flow>(graph.Flow, endOf, ({ id, from, to }) => flows.has(id) || systems.has(from) || systems.has(to)),
    AccessChannel: without<AccessChannel>(
      graph.AccessChannel,
      endOf,
      ({ id, system }) => channels.has(id) || systems.has(system),
    ),
  };
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

/** The things, those that are down with their end; in the order they had, and the same map where none is ended. */
const without = <T extends CanBeDown>(
  things: ReadonlyMap<Id, T>,
  endOf: EndOf,
  isDown: (thing: T) => boolean,
): ReadonlyMap<Id, T> => {
  const all = new Map(things);
  let isSame = true;
  for (const thing of things.values()) {
    const end = isDown(thing) ? endOf(thing) : undefined;
    if (end === undefined) continue;
    all.set(thing.id, { ...thing, ...end });
    isSame = false;
  }
  return isSame ? things : all;
};
