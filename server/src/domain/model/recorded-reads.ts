import { conceptNames, type ConceptName } from './concepts.ts';
import type { EntityLookup } from './ehi-graph.ts';
import type { Id } from './entity.ts';

/** What was looked up, by concept and id, and what was there; `undefined` where nothing was. */
export type Reads = ReadonlyMap<ConceptName, ReadonlyMap<Id, unknown>>;

/** Returns a lookup that gives what `graph` gives and adds each thing that is asked for to `reads`. */
export const recordReads = (graph: EntityLookup): { readonly lookup: EntityLookup; readonly reads: Reads } => {
  const reads = new Map<ConceptName, Map<Id, unknown>>();
  const recorded = (concept: ConceptName) => {
    const get = (id: Id): unknown => {
      const found = graph[concept].get(id);
      const known = reads.get(concept);
      if (known === undefined) reads.set(concept, new Map([[id, found]]));
      else known.set(id, found);
      return found;
    };
    return { get, has: (id: Id): boolean => get(id) !== undefined };
  };
  const lookup = Object.fromEntries(conceptNames.map((concept) => [concept, recorded(concept)]));
  return { lookup: lookup as unknown as EntityLookup, reads };
};

/** Whether a lookup still gives the very same things: then whatever was worked out from these reads alone is still true. */
export const stillGives = (graph: EntityLookup, reads: Reads): boolean => {
  for (const [concept, found] of reads)
    for (const [id, thing] of found) if (graph[concept].get(id) !== thing) return false;
  return true;
};
