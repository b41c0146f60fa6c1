import { conceptNames, type ConceptName } from '../../server/src/domain/model/concepts.ts';
import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import type { GraphStore, Write } from '../../server/src/store/port.ts';

/** How many things one transaction writes. */
const batch = 2_000;

/** Writes a graph into an empty store by the one write path, in an order in which references point back. Throws when a commit fails. */
export const fillStore = async (store: GraphStore, graph: EhiGraph): Promise<void> => {
  const writes = conceptNames.flatMap((concept) => writesOf(graph, concept));
  for (let from = 0; from < writes.length; from += batch) {
    const committed = await store.commit({ actor: 'bench', writes: writes.slice(from, from + batch) });
    if (!committed.ok) throw new Error(JSON.stringify(committed.error));
  }
};

const writesOf = (graph: EhiGraph, concept: ConceptName): readonly Write[] =>
  [...graph[concept].values()].map(
    (document) => ({ concept, document, action: 'CREATE', expected: 0 }) as unknown as Write,
  );
