import type { ReconciliationFilter } from '../../gql/graphql.ts';
import { standingWords } from '../../graph-model/observed-standing.ts';
import { decisionWords, factWords } from './words.ts';

/** What the list is narrowed to, in words, for a saved file. Pure. */
export const filterWords = ({
  status,
  fact,
  decision,
  undecided,
  run,
  origin,
  text,
}: ReconciliationFilter): readonly string[] => [
  ...(status ? [`status ${status.map((each) => standingWords[each]).join(' or ')}`] : []),
  ...(fact ? [`kind ${fact.map((each) => factWords[each]).join(' or ')}`] : []),
  ...(decision
    ? [`${decision.map((each) => decisionWords[each]).join(' or ')}${undecided ? ' or undecided' : ''}`]
    : undecided
      ? ['undecided']
      : []),
  ...(run || origin ? ['what one import saw'] : []),
  ...(text ? [`with "${text}"`] : []),
];
