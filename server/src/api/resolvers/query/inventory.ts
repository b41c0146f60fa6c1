import { manifestOf } from '../../../domain/inventory/folder-run.ts';
import { conceptNames } from '../../../domain/model/concepts.ts';
import { isLiveOn } from '../../../domain/model/entity.ts';
import type { QueryResolvers } from '../../gen/resolver-types.ts';
import { enumByConcept } from '../concept-fields.ts';

/** What the inventory holds today, counted on one snapshot. */
export const inventory: NonNullable<QueryResolvers['inventory']> = async (_parent, _args, { reads, services }) => {
  const { graph } = await reads.snapshot();
  const today = services.now().slice(0, 10);
  return {
    name: manifestOf(graph)?.name ?? null,
    revision: graph.revision,
    counts: conceptNames.map((concept) => ({
      concept: enumByConcept[concept],
      count: [...graph[concept].values()].filter((each) => isLiveOn(each, today)).length,
    })),
    store: services.store.kind,
  };
};
