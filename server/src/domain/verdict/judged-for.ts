import type { Id } from '../model/entity.ts';
import { rankOf } from './judge-claim.ts';
import type { DocumentationState, Verdict, VerdictId, VerdictPart } from './verdict.ts';

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
 * The least covered part of a verdict that bears on a class and one of these audiences; the whole where none does. `lineage`: the class
 * with what it is part of, nearest first: the part that names the nearest of them bears, else those that name none. Pure and total.
 */
export const judgedFor = (verdict: Verdict, lineage: readonly Id[], audiences: readonly Id[]): RestrictionJudged => {
  const onClass = bearing(verdict.parts, ({ classes }) => classes, lineage);
  const found = new Set(audiences.flatMap((id) => bearing(onClass, (part) => part.audiences, [id])));
  const [worst] = [...(audiences.length === 0 ? onClass : found)].toSorted(
    (a, b) => rankOf(a.verdict) - rankOf(b.verdict),
  );
  const { verdict: id, documentation, sentence } = worst ?? verdict;
  return { verdict: id, documentation, reason: sentence, cite: worst?.grounds[0]?.cite ?? [] };
};

const bearing = (
  parts: readonly VerdictPart[],
  namedBy: (part: VerdictPart) => readonly Id[],
  asked: readonly Id[],
): readonly VerdictPart[] => {
  for (const id of asked) {
    const naming = parts.filter((part) => namedBy(part).includes(id));
    if (naming.length > 0) return naming;
  }
  return parts.filter((part) => namedBy(part).length === 0);
};
