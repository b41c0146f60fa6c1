import { conceptNames, type ConceptName } from '../../domain/model/concepts.ts';
import type { Id } from '../../domain/model/entity.ts';
import { referencesOf } from '../documents/references.ts';
import type { Run } from '../executor.ts';
import type { DanglingReference } from '../port.ts';
import { findTargets } from '../queries/find-targets.ts';
import type { ChangedEntity } from './plan-commit.ts';

const perConcept = <T>(make: (concept: ConceptName) => T): Record<ConceptName, T> =>
  Object.fromEntries(conceptNames.map((concept) => [concept, make(concept)])) as Record<ConceptName, T>;

/**
 * The first reference, in the order of the batch, to something neither stored nor written along; `undefined` when
 * there is none. One statement, whatever the number of references.
 */
export const findDangling = async (
  run: Run,
  entities: readonly ChangedEntity[],
): Promise<DanglingReference | undefined> => {
  const references = entities.flatMap(({ concept, after }) =>
    referencesOf(concept, after).map((to) => ({ concept, id: after.id, to })),
  );
  const known = new Set(entities.map(({ concept, after }) => `${concept}/${after.id}`));
  const isKnown = (concept: ConceptName, id: Id): boolean => known.has(`${concept}/${id}`);

  const asked = perConcept(() => new Set<Id>());
  for (const { to } of references) if (!isKnown(to.concept, to.target)) asked[to.concept].add(to.target);
  if (conceptNames.every((concept) => asked[concept].size === 0)) return undefined;

  const ids = perConcept((concept) => [...asked[concept]]);
  for (const found of await run(findTargets, { ids })) known.add(`${found.concept}/${found.id}`);
  const missing = references.find(({ to }) => !isKnown(to.concept, to.target));
  if (!missing) return undefined;
  const { concept, id, to } = missing;
  return { type: 'DanglingReference', concept, id, field: to.field, target: to.target };
};
