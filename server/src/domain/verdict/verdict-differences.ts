import type { Verdict, VerdictPart } from './verdict.ts';
import { documentationWords, verdictWords } from './verdict-words.ts';

/** A restriction that two rule packs judge differently. */
export interface VerdictDifference {
  readonly restriction: string;
  readonly from: Verdict;
  readonly to: Verdict;
  readonly sentence: string;
}

/**
 * The restrictions that come to something else in `after` than in `before`: another verdict or documentation, as a whole or of a
 * part. Both hold the same restrictions. Pure.
 */
export const verdictDifferences = (
  before: readonly Verdict[],
  after: readonly Verdict[],
): readonly VerdictDifference[] => {
  const afterById = new Map(after.map((verdict) => [verdict.restriction, verdict]));
  return before.flatMap((from) => {
    const to = afterById.get(from.restriction);
    if (to === undefined || isJudgedAlike(from, to)) return [];
    return [{ restriction: from.restriction, from, to, sentence: describe(from, to) }];
  });
};

/** Whether two verdicts say the same of every part. Pure. */
export const isJudgedAlike = (a: Verdict, b: Verdict): boolean => a === b || outline(a) === outline(b);

const outline = ({ parts }: Verdict): string =>
  JSON.stringify(
    parts
      .map(({ classes, audiences, verdict, documentation }: VerdictPart) =>
        JSON.stringify([classes, audiences, verdict, documentation]),
      )
      .toSorted(),
  );

const describe = (from: Verdict, to: Verdict): string => {
  const isSame = from.verdict === to.verdict && from.documentation === to.documentation;
  const told = ({ rulePack, verdict, documentation }: Verdict): string =>
    `Under ${rulePack}: ${verdictWords[verdict]} ${documentationWords[documentation]}`;
  return isSame ? 'The whole comes to the same, its parts do not.' : `${told(from)} ${told(to)}`;
};
