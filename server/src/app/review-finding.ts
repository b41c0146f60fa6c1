import { createHash } from 'node:crypto';
import type { Catalogues } from '../domain/catalogue/index.ts';
import { findingRules, type Finding } from '../domain/findings/index.ts';
import type { FindingReview, FindingState } from '../domain/model/concepts.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import { isCalendarDate, type Id, type Instant, type Revision } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { GraphStore, StoreUnavailable, Write } from '../store/port.ts';
import type { CurrentGraph } from './current-graph.ts';
import { findingsOf } from './findings-of.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';
import { textLimit } from './text-rules.ts';
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
  readonly dueOn?: string;
  readonly rationale?: string;
  readonly expected: Revision;
}

/** What somebody decides about several findings. `reason` is for the log; absent: the rationale they have in common. */
export interface FindingsDecided {
  readonly decided: readonly FindingDecided[];
  readonly reason?: string;
  readonly actor: string;
}

/** Why one of several reviews was not written: its place in the call; for a conflict, the review as it is. */
export interface ReviewRefused {
  readonly at: number;
  readonly finding: string;
  readonly error: WriteError | FindingNotFound;
  readonly current?: FindingReview;
}

/** None of several reviews was written, and each reason why; there is at least one. */
export interface ReviewsRefused {
  readonly type: 'ReviewsRefused';
  readonly refused: readonly ReviewRefused[];
}

export interface ReviewFindingDeps {
  readonly store: GraphStore;
  readonly catalogues: Catalogues;
  readonly currentGraph: CurrentGraph;
  readonly now: () => Instant;
}

/** The use case that says who looks after findings and what became of them: of all that are named, or of none. */
export type ReviewFindings = (
  batch: FindingsDecided,
) => Promise<
  Result<
    { readonly reviews: readonly FindingReview[]; readonly revision: Revision },
    ReviewsRefused | InputInvalid | StoreUnavailable
  >
>;

/** How many are reviewed at once. */
export const mostReviewed = 5_000;

/** How often it plans again because somebody wrote in between: then that one is told as a conflict. */
const attempts = 3;

/** The id of the review of a finding: a finding's own id is longer than ids may be, and holds other signs. */
export const reviewIdOf = (rule: string, finding: string): Id =>
  `${rule}:${createHash('sha256').update(finding).digest('hex').slice(0, 24)}`;

/** Returns the use case that reviews findings in one transaction. Errors are values; nothing is written when there is one. */
export const createReviewFindings =
  ({ store, catalogues, currentGraph, now }: ReviewFindingDeps): ReviewFindings =>
  async ({ decided, reason, actor }) => {
    if (decided.length === 0 || decided.length > mostReviewed)
      return err(inputInvalid('inputs', `Name 1 to ${mostReviewed} findings; there are ${decided.length}.`));
    for (let attempt = 1; ; attempt += 1) {
      const current = await currentGraph.get();
      if (!current.ok) return current;
      const { index, graph } = current.value;
      const at = now();
      const found = new Map(findingsOf(index, catalogues, at.slice(0, 10)).map((each) => [each.id, each]));
      const planned = decided.map((one) => planReview({ graph, found, at, actor }, one));
      const refused = refusedOf(decided, planned, graph);
      if (refused.length > 0) return err({ type: 'ReviewsRefused', refused });
      const writes = planned.flatMap((each): readonly Write[] => (each.ok ? [each.value] : []));
      const why = reason?.trim() || commonRationale(decided);
      const committed = await store.commit({ actor, ...(why === '' ? {} : { reason: why }), writes });
      if (!committed.ok) {
        if (committed.error.type === 'StoreUnavailable') return err(committed.error);
        if (committed.error.type === 'Conflict' && attempt < attempts) continue;
        return err(refusedByStore(decided, writes, committed.error));
      }
      const { changes, revision } = committed.value;
      const written = new Map(changes.map(({ entity, after }) => [entity, after as FindingReview]));
      const reviews = writes.flatMap(({ document: { id } }) => written.get(id) ?? graph.FindingReview.get(id) ?? []);
      return ok({ reviews, revision });
    }
  };

/** The reason that all have, if they have the same. */
const commonRationale = (decided: readonly FindingDecided[]): string => {
  const [only, ...others] = new Set(decided.map(({ rationale }) => rationale?.trim() ?? ''));
  return others.length === 0 ? (only ?? '') : '';
};

interface Planning {
  readonly graph: EhiGraph;
  readonly found: ReadonlyMap<string, Finding>;
  readonly at: Instant;
  readonly actor: string;
}

/** What is to be written for one finding, or why it cannot be. */
const planReview = (
  { graph, found, at, actor }: Planning,
  { finding, state, owner, dueOn, rationale, expected }: FindingDecided,
): Result<Write, WriteError | FindingNotFound> => {
  const [who, why] = [owner?.trim() ?? '', rationale?.trim() ?? ''];
  if (why === '' && (state === 'ACCEPTED' || state === 'FALSE_POSITIVE'))
    return err(inputInvalid('rationale', 'Say why: whoever reads it later has to see the reason.'));
  for (const [field, text] of [
    ['owner', who],
    ['rationale', why],
  ] as const)
    if (text.length > textLimit)
      return err(inputInvalid(field, `${field} has ${text.length} characters; at most ${textLimit} are kept.`));
  if (dueOn !== undefined && !isCalendarDate(dueOn))
    return err(inputInvalid('dueOn', `"${dueOn}" is not a day. Write it like 2026-11-21.`));
  const known = found.get(finding);
  const rule = known?.rule ?? finding.split('@')[0] ?? '';
  const id = reviewIdOf(rule, finding);
  const before = graph.FindingReview.get(id);
  if (known === undefined && before === undefined) return err({ type: 'FindingNotFound', id: finding });
  if ((before?.revision ?? 0) !== expected)
    return err({ type: 'Conflict', concept: 'FindingReview', id, expected, actual: before?.revision ?? 0 });
  const explanation = known?.explanation ?? before?.explanation;
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
    ...(who === '' ? {} : { owner: who }),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(why === '' ? {} : { rationale: why }),
    ...(explanation === undefined ? {} : { explanation }),
  };
  return ok({ concept: 'FindingReview', document, action: before === undefined ? 'CREATE' : 'UPDATE', expected });
};

/** Why some cannot be written, by their places; a finding that is named twice among them. */
const refusedOf = (
  decided: readonly FindingDecided[],
  planned: readonly Result<Write, WriteError | FindingNotFound>[],
  graph: EhiGraph,
): readonly ReviewRefused[] => {
  const seen = new Set<string>();
  return decided.flatMap(({ finding }, at): readonly ReviewRefused[] => {
    const plan = planned[at];
    if (seen.has(finding))
      return [{ at, finding, error: inputInvalid('finding', `"${finding}" is named twice. Name each finding once.`) }];
    seen.add(finding);
    if (plan === undefined || plan.ok) return [];
    const { error } = plan;
    const current = error.type === 'Conflict' ? graph.FindingReview.get(error.id) : undefined;
    return [{ at, finding, error, ...(current === undefined ? {} : { current }) }];
  });
};

/** The one that the store refused, by its place. */
const refusedByStore = (
  decided: readonly FindingDecided[],
  writes: readonly Write[],
  error: Exclude<WriteError, InputInvalid | StoreUnavailable> & { readonly id: Id },
): ReviewsRefused => {
  const at = Math.max(
    0,
    writes.findIndex(({ document }) => document.id === error.id),
  );
  return { type: 'ReviewsRefused', refused: [{ at, finding: decided[at]?.finding ?? error.id, error }] };
};
