import { sameFacts } from '../../server/src/domain/inventory/same-facts.ts';
import type { Change } from '../../server/src/domain/model/change.ts';
import { conceptNames, type ConceptName, type Concepts } from '../../server/src/domain/model/concepts.ts';
import { emptyGraph, type EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import { err, ok } from '../../server/src/domain/result.ts';
import type { GraphStore, WriteBatch } from '../../server/src/store/port.ts';

type Used = Pick<GraphStore, 'snapshot' | 'commit'>;

/** A store in memory and every batch it was given. */
export interface MemoryStore {
  readonly store: GraphStore;
  readonly batches: WriteBatch[];
}

/** A store as small as loading and dumping need: one snapshot in memory, replaced by each commit. */
export const createMemoryStore = (initial: EhiGraph = emptyGraph): MemoryStore => {
  let graph = initial;
  const batches: WriteBatch[] = [];
  const used: Used = {
    snapshot: () => Promise.resolve(ok(graph)),
    commit: (batch) => {
      batches.push(batch);
      const maps = Object.fromEntries(conceptNames.map((concept) => [concept, new Map(graph[concept])]));
      const changes: Change[] = [];
      let { revision } = graph;
      for (const { concept, document, action, expected } of batch.writes) {
        const byId = maps[concept] as Map<string, Concepts[ConceptName]>;
        const before = byId.get(document.id);
        const actual = before?.revision ?? 0;
        if (expected !== undefined && expected !== actual)
          return Promise.resolve(err({ type: 'Conflict', concept, id: document.id, expected, actual }));
        if (before !== undefined && sameFacts(concept, before, document as never)) continue;
        revision += 1;
        const at = '2026-11-21T00:00:00.000Z';
        const after = { ...document, revision, createdAt: before?.createdAt ?? at, updatedAt: at };
        byId.set(document.id, after);
        const entry = { revision, at, actor: batch.actor, action, concept, entity: document.id, before, after };
        changes.push({ ...entry, previousHash: '', hash: '' });
      }
      graph = { ...(maps as unknown as EhiGraph), revision };
      return Promise.resolve(ok({ revision, changes }));
    },
  };
  return { store: used as GraphStore, batches };
};
