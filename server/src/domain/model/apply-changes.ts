import type { Change } from './change.ts';
import type { ConceptName } from './concepts.ts';
import type { EhiGraph } from './ehi-graph.ts';
import type { Id } from './entity.ts';

/**
 * The graph after `changes`, oldest first: a new snapshot that shares every concept no change touches. `undefined` when they
 * do not follow the graph's revision one by one, each sealed upon the one before: then they are of another history.
 * `headHash`: the hash of the entry the graph is at, where that is known. Costs by the concepts touched. Pure.
 */
export const applyChanges = (graph: EhiGraph, changes: readonly Change[], headHash?: string): EhiGraph | undefined => {
  const touched = new Map<ConceptName, Map<Id, unknown>>();
  let revision = graph.revision;
  let hash = headHash;
  for (const change of changes) {
    if (change.revision !== revision + 1) return undefined;
    if (hash !== undefined && change.previousHash !== hash) return undefined;
    ({ revision, hash } = change);
    let entities = touched.get(change.concept);
    if (entities === undefined) {
      entities = new Map<Id, unknown>(graph[change.concept]);
      touched.set(change.concept, entities);
    }
    entities.set(change.entity, change.after);
  }
  return { ...graph, ...Object.fromEntries(touched), revision };
};
