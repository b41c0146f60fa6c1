import { describeFindingChanges } from '../../../app/finding-changes.ts';
import {
  changedAt,
  conceptByKind,
  findingRules,
  isOverdue,
  witnessOf,
  type FoundEntity,
} from '../../../domain/findings/index.ts';
import type { EhiGraph } from '../../../domain/model/ehi-graph.ts';
import { pageInOrder, pageOfFindings } from '../../findings-page.ts';
import type {
  FindingChangesResolvers,
  FindingResolvers,
  FindingReviewResolvers,
  FindingWitnessResolvers,
  ReviewChangeResolvers,
} from '../../gen/resolver-types.ts';
import { enumByConcept } from '../concept-fields.ts';
import { historyOf } from './history.ts';

/** What a rule found. */
export const Finding: FindingResolvers = {
  title: ({ rule }) => titleOf(rule),
  owner: ({ review }) => review?.owner ?? null,
  dueOn: ({ review }) => review?.dueOn ?? null,
  overdue: (finding) => isOverdue(finding, finding.seen.asOf),
  changedAt: (finding) => changedAt(finding.seen.index.graph, finding) ?? null,
  review: ({ review }) => review ?? null,
  entities: ({ entities, seen }) => entities.map((entity) => toThing(seen.index.graph, entity)),
  witness: (finding) => {
    const { index, asOf, isGone } = finding.seen;
    return isGone === true ? null : { ...witnessOf(index, asOf, finding), graph: index.graph };
  },
};

/** What shows a finding. */
export const FindingWitness: FindingWitnessResolvers = {
  thing: ({ thing, graph }) => (thing === undefined ? null : toThing(graph, thing)),
};

/** How the findings of two days differ. */
export const FindingChanges: FindingChangesResolvers = {
  sentence: (changes) => describeFindingChanges(changes),
  appeared: async ({ appeared, asOf }, args, { reads }) => {
    const seen = { index: (await reads.snapshot()).index, asOf };
    return pageOfFindings(
      appeared.map((finding) => ({ ...finding, seen })),
      args,
    );
  },
  gone: ({ gone, since, earlier }, args) => {
    const seen = { index: earlier, asOf: since, isGone: true };
    return pageOfFindings(
      gone.map((finding) => ({ ...finding, seen })),
      args,
    );
  },
  reviewed: async ({ reviewed, asOf }, args, { reads }) => {
    const seen = { index: (await reads.snapshot()).index, asOf };
    return pageInOrder(
      reviewed.map((change) => ({ ...change, seen })),
      ({ review }) => review.id,
      args,
    );
  },
};

/** What a review said then and says now. */
export const ReviewChange: ReviewChangeResolvers = {
  finding: ({ review }) => review.finding,
  explanation: ({ now, review }) => now?.explanation ?? review.explanation ?? titleOf(review.rule),
  now: ({ now, seen }) => (now === undefined ? null : { ...now, seen }),
  stateBefore: ({ before }) => before.state,
  ownerBefore: ({ before }) => before.owner ?? null,
  dueOnBefore: ({ before }) => before.dueOn ?? null,
};

/** Reviews of findings. */
export const FindingReview: FindingReviewResolvers = { history: historyOf('FindingReview') };

const titleOf = (rule: string): string => findingRules.find(({ id }) => id === rule)?.title ?? rule;

const toThing = (graph: EhiGraph, { kind, id }: FoundEntity) => {
  const concept = conceptByKind[kind];
  return { concept: enumByConcept[concept], id, name: graph[concept].get(id)?.name ?? id };
};
