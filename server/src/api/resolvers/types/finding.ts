import { findingRules } from '../../../domain/findings/index.ts';
import type { ConceptName } from '../../../domain/model/concepts.ts';
import type { FindingResolvers, FindingReviewResolvers } from '../../gen/resolver-types.ts';
import { enumByConcept } from '../concept-fields.ts';
import { historyOf } from './history.ts';

/** What a rule found. */
export const Finding: FindingResolvers = {
  title: ({ rule }) => findingRules.find(({ id }) => id === rule)?.title ?? rule,
  owner: ({ review }) => review?.owner ?? null,
  review: ({ review }) => review ?? null,
  entities: async ({ entities }, _args, { reads }) => {
    const { graph } = await reads.snapshot();
    return entities.map(({ kind, id }) => {
      const concept = conceptByKind[kind];
      return { concept: enumByConcept[concept], id, name: graph[concept].get(id)?.name ?? id };
    });
  },
};

/** Reviews of findings. */
export const FindingReview: FindingReviewResolvers = { history: historyOf('FindingReview') };

const conceptByKind = {
  dataClass: 'DataClass',
  system: 'System',
  flow: 'Flow',
  channel: 'AccessChannel',
  audience: 'Audience',
  restriction: 'Restriction',
  claim: 'BasisClaim',
  observation: 'Observation',
} as const satisfies Readonly<Record<string, ConceptName>>;
