import { conceptNames } from '../../domain/model/concepts.ts';
import { toNode } from '../documents/to-rows.ts';
import type { Run } from '../executor.ts';
import { conceptQueries } from '../queries/concepts/index.ts';
import { createAnswers, removeAnswers } from '../queries/links/answers.ts';
import { linkQueries, type LinkName } from '../queries/links/index.ts';
import { chunks } from './chunks.ts';
import { linkChanges } from './link-changes.ts';
import type { ChangedEntity } from './plan-commit.ts';

/** Writes nodes, then relationships: all nodes first, so that entities of one batch can refer to each other. */
export const writeEntities = async (run: Run, entities: readonly ChangedEntity[]): Promise<void> => {
  for (const concept of conceptNames) {
    const documents = entities.filter((one) => one.concept === concept).map(({ after }) => after);
    for (const some of chunks(documents)) {
      const rows = some.map((document) => ({ id: document.id, node: toNode(concept, document) }));
      await run(conceptQueries[concept].merge, { rows });
    }
  }
  const { removed, created, removedAnswers, createdAnswers } = linkChanges(entities);
  for (const [link, pairs] of removed) {
    for (const rows of chunks(pairs)) await run(linkQueries[link].remove, { rows });
  }
  for (const ids of chunks(removedAnswers)) await run(removeAnswers, { ids });
  for (const rows of chunks(createdAnswers)) await run(createAnswers, { rows });
  for (const link of Object.keys(linkQueries) as LinkName[]) {
    for (const rows of chunks(created.get(link) ?? [])) await run(linkQueries[link].create, { rows });
  }
};
