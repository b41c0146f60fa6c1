import { statement } from '../domain/statement.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { ConditionState, GroundJudged, Verdict, VerdictDifference, VerdictPart } from '../domain/verdict/index.ts';

/** The verdicts in words: one line each, or with `whole` the conditions, what is missing and the pack behind them. */
export const describeVerdict = (graph: EhiGraph, verdicts: readonly Verdict[], whole: boolean): string =>
  [
    ...verdicts.flatMap((verdict) => (whole ? describeWhole(graph, verdict) : [describeLine(verdict)])),
    '',
    statement,
  ].join('\n');

/** The differences between two rule packs in words: one line each. */
export const describeDifferences = (graph: EhiGraph, differences: readonly VerdictDifference[], pack: string): string =>
  [
    differences.length === 0
      ? `No restriction comes to something else under ${pack}.`
      : `${differences.length} of the live restrictions come to something else under ${pack}:`,
    ...differences.map(
      ({ restriction, from, to, sentence }) =>
        `${graph.Restriction.get(restriction)?.name ?? restriction} (${restriction}): ${from.verdict} → ${to.verdict}. ${sentence}`,
    ),
    '',
    statement,
  ].join('\n');

const describeLine = ({ restriction, verdict, documentation, parts }: Verdict): string =>
  `${restriction}: ${verdict}, documentation ${documentation}${parts.length > 1 ? `, in ${parts.length} parts` : ''}`;

const describeWhole = (graph: EhiGraph, verdict: Verdict): readonly string[] => [
  graph.Restriction.get(verdict.restriction)?.name ?? verdict.restriction,
  `${verdict.verdict}, documentation ${verdict.documentation}. ${verdict.sentence}`,
  `As of ${verdict.asOf}, rule pack ${verdict.rulePack} (version ${verdict.rulePackVersion}).`,
  ...verdict.parts.flatMap((part) => describePart(graph, part, verdict.parts.length > 1)),
];

const describePart = (
  graph: EhiGraph,
  { classes, audiences, verdict, documentation, sentence, grounds, missing }: VerdictPart,
  isOneOfSome: boolean,
): readonly string[] => {
  const what =
    classes.map((id) => graph.DataClass.get(id)?.name ?? id).join(', ') ||
    (isOneOfSome ? 'Every other class' : 'Every class');
  const who =
    audiences.map((id) => graph.Audience.get(id)?.name ?? id).join(', ') ||
    (isOneOfSome ? 'everyone else' : 'everyone');
  return [
    '',
    `${what}, for ${who}: ${verdict}, documentation ${documentation}`,
    `  ${sentence}`,
    ...grounds.flatMap(describeGround),
    ...(missing.length === 0 ? [] : ['  Missing:', ...missing.map((each) => `    - ${each}`)]),
  ];
};

const describeGround = ({ claim, ground, verdict, conditions, unverified }: GroundJudged): readonly string[] => [
  `  ${ground} (claim ${claim}): ${verdict}${unverified ? '; part of its text is unverified' : ''}`,
  ...conditions.map(describeCondition),
];

const signs = { MET: 'met', NOT_MET: 'not met', UNKNOWN: 'unknown' } as const;

const describeCondition = ({ condition, question, answer, evidenced, late, unverified }: ConditionState): string => {
  const notes = [
    ...(answer !== evidenced ? ['not evidenced'] : []),
    ...(late ? ['late'] : []),
    ...(unverified ? ['text unverified'] : []),
  ];
  return `    ${condition} ${signs[answer]}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}: ${question}`;
};
