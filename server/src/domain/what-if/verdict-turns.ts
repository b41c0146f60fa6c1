import { compareIds, type Id } from '../model/entity.ts';
import { documentationWords, isJudgedAlike, verdictWords, type Verdict } from '../verdict/index.ts';

/** A restriction that comes to something else; absent: it is not there on the day. */
export interface VerdictTurn {
  readonly restriction: Id;
  readonly before?: Verdict;
  readonly after?: Verdict;
}

/** The restrictions that are judged otherwise, are new or are over, by id. Pure. */
export const verdictTurns = (before: readonly Verdict[], after: readonly Verdict[]): readonly VerdictTurn[] => {
  const then = new Map(before.map((verdict) => [verdict.restriction, verdict]));
  const now = new Map(after.map((verdict) => [verdict.restriction, verdict]));
  return [...new Set([...then.keys(), ...now.keys()])].sort(compareIds).flatMap((restriction) => {
    const [was, is] = [then.get(restriction), now.get(restriction)];
    if (was !== undefined && is !== undefined && isJudgedAlike(was, is)) return [];
    return [{ restriction, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) }];
  });
};

/** What a restriction would come to, in a sentence or two. */
export const describeVerdictTurn = ({ before, after }: VerdictTurn): string => {
  if (after === undefined) return 'It would not be there on that day.';
  if (before === undefined) return `It would be new. ${told(after)}`;
  const isSame = before.verdict === after.verdict && before.documentation === after.documentation;
  return isSame ? 'The whole comes to the same, its parts do not.' : `Now: ${told(before)} Then: ${told(after)}`;
};

const told = ({ verdict, documentation }: Verdict): string =>
  `${verdictWords[verdict]} ${documentationWords[documentation]}`;
