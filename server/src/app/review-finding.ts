import { createHash } from 'node:crypto';
import type { Catalogues } from '../domain/catalogue/index.ts';
import { findingRules } from '../domain/findings/index.ts';
import type { FindingReview, FindingState } from '../domain/model/concepts.ts';
import type { Id, Instant, Revision } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { GraphStore } from '../store/port.ts';
import type { CurrentGraph } from './current-graph.ts';
import { findingsOf } from './findings-of.ts';
import { inputInvalid } from './input-invalid.ts';
import type { WriteError } from './write-entity.ts';

/** There is no such finding as of today, and nobody ever reviewed one of that id. */
export interface FindingNotFound {
  readonly type: 'FindingNotFound';
  readonly id: string;
}

/** What somebody decides about a finding. `expected`: the revision of the review they saw, 0 for none. */
export interface FindingDecided {
  readonly finding: string;
  readonly state: FindingState;
  readonly owner?: string;
  readonly rationale?: string;
  readonly expected: Revision;
  readonly actor: string;
}

export interface ReviewFindingDeps {
  readonly store: GraphStore;
  readonly catalogues: Catalogues;
  readonly currentGraph: CurrentGraph;
  readonly now: () => Instant;
}

/** The use case that says who looks after a finding and what became of it. */
export type ReviewFinding = (
  decided: FindingDecided,
) => Promise<Result<{ readonly entity: FindingReview; readonly revision: Revision }, WriteError | FindingNotFound>>;

/** The id of the review of a finding: a finding's own id is longer than ids may be, and holds other signs. */
export const reviewIdOf = (rule: string, finding: string): Id =>
  `${rule}:${createHash('sha256').update(finding).digest('hex').slice(0, 24)}`;

/** Returns the use case that reviews a finding. Errors are values; nothing is written when there is one. */
export const createReviewFinding =
  ({ store, catalogues, currentGraph, now }: ReviewFindingDeps): ReviewFinding =>
  async ({ finding, state, owner, rationale, expected, actor }) => {
    const why = rationale?.trim() ?? '';
    if (why === '' && (state === 'ACCEPTED' || state === 'FALSE_POSITIVE')) {
      return err(inputInvalid('rationale', 'Say why: whoever reads it later has to see the reason.'));
    }
    const current = await currentGraph.get();
    if (!current.ok) return current;
    const { index, graph } = current.value;
    const at = now();
    const found = findingsOf(index, catalogues, at.slice(0, 10)).find(({ id }) => id === finding);
    const rule = found?.rule ?? finding.split('@')[0] ?? '';
    const id = reviewIdOf(rule, finding);
    const before = graph.FindingReview.get(id);
    if (found === undefined && before === undefined) return err({ type: 'FindingNotFound', id: finding });
    if ((before?.revision ?? 0) !== expected) {
      return err({ type: 'Conflict', concept: 'FindingReview', id, expected, actual: before?.revision ?? 0 });
    }
    const explanation = found?.explanation ?? before?.explanation;
    const title = findingRules.find((each) => each.id === rule)?.title ?? rule;
    const document: Omit<FindingReview, 'revision' | 'createdAt' | 'updatedAt'> = {
      id,
      name: before?.name ?? title,
      source: actor,
      grade: 'ASSERTED',
      recordedAt: at,
      finding,
      rule,
      state,
      ...((owner ?? '').trim() === '' ? {} : { owner: (owner ?? '').trim() }),
      ...(why === '' ? {} : { rationale: why }),
      ...(explanation === undefined ? {} : { explanation }),
    };
    const committed = await store.commit({
      actor,
      ...(why === '' ? {} : { reason: why }),
      writes: [{ concept: 'FindingReview', document, action: before === undefined ? 'CREATE' : 'UPDATE', expected }],
    });
    if (!committed.ok) return committed;
    const after = committed.value.changes[0]?.after ?? before;
    return ok({ entity: after as FindingReview, revision: committed.value.revision });
  };
