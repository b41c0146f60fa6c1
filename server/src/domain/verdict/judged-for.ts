import type { Id } from '../model/entity.ts';
import { rankOf } from './judge-claim.ts';
import type { DocumentationState, Verdict, VerdictId } from './verdict.ts';

/** What a restriction comes to for some classes and audiences only. `reason`: why, in a sentence. */
export interface RestrictionJudged {
  readonly verdict: VerdictId;
  readonly documentation: DocumentationState;
  readonly reason: string;
  /** The ground that supports the verdict first; `[]` where none does. */
  readonly cite: readonly string[];
}

/** Whether something of the documentation is still open: it is not complete, or what is recorded fits no exception. Pure. */
export const isIncomplete = ({
  verdict,
  documentation,
}: Pick<RestrictionJudged, 'verdict' | 'documentation'>): boolean =>
  documentation !== 'COMPLETE' || verdict === 'UNPROTECTED' || verdict === 'COVERABLE_EVIDENCE_MISSING';

/**
 * The least covered part of a verdict that bears on one of these classes and one of these audiences; the whole where none does.
 * `classes`: a class with what it is part of. Pure and total.
 */
export const judgedFor = (verdict: Verdict, classes: readonly Id[], audiences: readonly Id[]): RestrictionJudged => {
  const bears = (some: readonly Id[], asked: readonly Id[]): boolean =>
    some.length === 0 || some.some((id) => asked.includes(id));
  const [worst] = verdict.parts
    .filter((part) => bears(part.classes, classes) && bears(part.audiences, audiences))
    .toSorted((a, b) => rankOf(a.verdict) - rankOf(b.verdict));
  const { verdict: id, documentation, sentence } = worst ?? verdict;
  return { verdict: id, documentation, reason: sentence, cite: worst?.grounds[0]?.cite ?? [] };
};
