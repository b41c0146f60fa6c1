import type { Change } from './change.ts';
import type { ConceptName } from './concepts.ts';
import type { EhiGraph } from './ehi-graph.ts';
import type { Id, Revision } from './entity.ts';

/** What a graph has to be given back to be as it was: documents by concept and id, `null` for what was not there yet. */
export interface Rewind {
  /** Takes the entries that follow, oldest first: of each thing the first one counts, which has what was there before. */
  readonly add: (changes: readonly Change[]) => void;
  /** The graph as it was at `revision`, the one before the first entry that was added. It shares every concept no entry touches. */
  readonly apply: (graph: EhiGraph, revision: Revision) => EhiGraph;
}

/**
 * Returns what takes a graph back along the log. It keeps one document for each thing that changed, however long the log is. Where every entry
 * between `revision` and the graph's was added, the graph it gives is that of `revision`.
 */
export const createRewind = (): Rewind => {
  const touched = new Map<ConceptName, Map<Id, unknown>>();
  return {
    add: (changes) => {
      for (const { concept, entity, before } of changes) {
        const there = touched.get(concept) ?? new Map<Id, unknown>();
        touched.set(concept, there);
        if (!there.has(entity)) there.set(entity, before ?? null);
      }
    },
    apply: (graph, revision) => {
      const concepts = [...touched].map(([concept, before]) => {
        const things = new Map<Id, unknown>(graph[concept]);
        for (const [id, document] of before) {
          if (document === null) things.delete(id);
          else things.set(id, document);
        }
        return [concept, things] as const;
      });
      return { ...graph, ...Object.fromEntries(concepts), revision };
    },
  };
};
