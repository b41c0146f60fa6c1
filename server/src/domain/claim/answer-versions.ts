import type { BasisClaim, ConditionAnswer } from '../model/concepts.ts';

/** An answer with its place among the answers to its condition: 1, 2, 3 … */
export interface VersionedAnswer extends ConditionAnswer {
  readonly version: number;
}

/** Every answer of a claim with its version, oldest first. Pure. */
export const answerVersions = ({ answers }: Pick<BasisClaim, 'answers'>): readonly VersionedAnswer[] => {
  const countByCondition = new Map<string, number>();
  return answers.map((answer) => {
    const version = (countByCondition.get(answer.condition) ?? 0) + 1;
    countByCondition.set(answer.condition, version);
    return { ...answer, version };
  });
};

/** The answer that counts for each condition, the latest; in the order in which the conditions were first answered. Pure. */
export const currentAnswers = (claim: Pick<BasisClaim, 'answers'>): readonly VersionedAnswer[] => [
  ...new Map(answerVersions(claim).map((answer) => [answer.condition, answer])).values(),
];
