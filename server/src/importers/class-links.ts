import type { ClassLink } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import { isLiveOn, type CalendarDate, type Id } from '../domain/model/entity.ts';

/** What links an import adds to those that are there. `ended`: somebody ended the link, so the import leaves it so. */
export interface LinkPlan<L extends ClassLink> {
  readonly links: readonly L[];
  readonly added: readonly Id[];
  readonly matched: readonly Id[];
  readonly ended: readonly Id[];
}

/**
 * Returns a list of class links with the missing ones added. A class is there when a live link names it or a class above
 * it. Nothing that is there is changed or removed. Pure.
 */
export const addClassLinks = <L extends ClassLink>(
  graph: EhiGraph,
  existing: readonly L[],
  classes: readonly Id[],
  on: CalendarDate,
  make: (dataClass: Id) => L,
): LinkPlan<L> => {
  const live = new Set(existing.filter((link) => isLiveOn(link, on)).map(({ dataClass }) => dataClass));
  const all = new Set(existing.map(({ dataClass }) => dataClass));
  const isThere = (id: Id): boolean => ancestry(graph, id).some((each) => live.has(each));
  const matched = classes.filter(isThere);
  const ended = classes.filter((id) => !isThere(id) && all.has(id));
  const added = classes.filter((id) => !isThere(id) && !all.has(id));
  return { links: [...existing, ...added.map(make)], added, matched, ended };
};

/** Returns a data class and every class above it, nearest first. */
export const ancestry = (graph: EhiGraph, id: Id): readonly Id[] => {
  const found: Id[] = [];
  for (let at: Id | undefined = id; at !== undefined && !found.includes(at); at = graph.DataClass.get(at)?.partOf)
    found.push(at);
  return found;
};
