import type { ConceptName, Concepts } from '../domain/model/concepts.ts';
import type { Id } from '../domain/model/entity.ts';
import { chunks } from './commit/chunks.ts';
import { asConcept } from './documents/document.ts';
import { fromRow } from './documents/from-row.ts';
import type { Run } from './executor.ts';
import { conceptQueries } from './queries/concepts/index.ts';

/** Documents by id, in the order asked, an id asked twice given twice; `undefined` where there is none. */
export const readByIds = async <C extends ConceptName>(
  run: Run,
  concept: C,
  ids: readonly Id[],
): Promise<readonly (Concepts[C] | undefined)[]> => {
  const found = new Map<Id, Concepts[C]>();
  for (const some of chunks([...new Set(ids)])) {
    for (const row of await run(conceptQueries[concept].read, { ids: some })) {
      const document = fromRow(concept, row);
      found.set(document.id, asConcept(concept, document));
    }
  }
  return ids.map((id) => found.get(id));
};
