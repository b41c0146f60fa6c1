import { err, ok, type Result } from '../result.ts';
import type { Id } from '../model/entity.ts';
import { isIncomplete } from '../verdict/index.ts';
import type {
  ChannelOutcome,
  Completeness,
  Outcome,
  PathCount,
  Trace,
  TraceAnswer,
  TracedRestriction,
} from './answer.ts';
import { answerPart, namesOf, type PartAnswer } from './answer-part.ts';
import { createSearchBudget } from './count-arrivals.ts';
import { describeAnswer } from './describe-answer.ts';
import type { Names } from './describe-path.ts';
import { audiencesPerPass, mergeAudiences } from './merge-audiences.ts';
import { once } from '../once.ts';
import { combineOutcomes } from './outcomes.ts';
import { groupParts, lineageOf, type PartGroup } from './parts.ts';
import { audiencesOf, checkQuestion, type TraceError, type TraceQuestion } from './question.ts';
import type { TraceIndex } from './trace-index.ts';

/**
 * Where a class originates and everything that releases or restricts it (design.md 4.1): the sets exact, the path counts exact or
 * "at least". Pure. Errors: the class, audience or channel is not in the inventory, or the date is none.
 */
export const trace = (index: TraceIndex, question: TraceQuestion): Result<Trace, TraceError> => {
  const error = checkQuestion(index, question);
  if (error !== undefined) return err(error);
  const audiences = audiencesOf(index, question);
  const groups = groupParts(index, question.dataClass, question.asOf);
  const hasParts = groups.some(({ parts }) => parts.some((part) => part !== question.dataClass));
  const found = groups.map((group) => answerGroup(index, group, question, audiences));
  // One budget for the whole question, spent in the order of the answers whichever of them is read first.
  const pathCounts = once(() => {
    const budget = createSearchBudget();
    return found.map(({ countPaths }) => countPaths(budget));
  });
  const names = namesOf(index.graph.Audience);
  const answers = found.map((answer, at) => {
    const group = groups[at] ?? { parts: [], lineage: [] };
    const isRest = hasParts && group.parts[0] === question.dataClass;
    return toAnswer(names, { group, answer, audiences, isRest, pathCounts: () => pathCounts()[at] ?? [] });
  });
  const outcomes = combine(answers);
  const sentence = once(() => describeTrace(names, answers, outcomes, audiences));
  const completeness = once(() => completenessOf(answers));
  return ok({
    dataClass: question.dataClass,
    asOf: question.asOf,
    revision: index.graph.revision,
    audiences,
    get sentence() {
      return sentence();
    },
    outcomes,
    answers,
    get completeness() {
      return completeness();
    },
  });
};

/**
 * What a trace answers for a class apart from its parts. Costs by what bears on the class itself, however many parts have answers of their
 * own. Pure. Errors: as `trace`.
 */
export const traceRest = (index: TraceIndex, question: TraceQuestion): Result<TraceAnswer, TraceError> => {
  const error = checkQuestion(index, question);
  if (error !== undefined) return err(error);
  const audiences = audiencesOf(index, question);
  const group = { parts: [question.dataClass], lineage: lineageOf(index, question.dataClass) };
  const answer = answerGroup(index, group, question, audiences);
  const pathCounts = once(() => answer.countPaths(createSearchBudget()));
  return ok(toAnswer(namesOf(index.graph.Audience), { group, answer, audiences, isRest: true, pathCounts }));
};

const answerGroup = (
  index: TraceIndex,
  group: PartGroup,
  { asOf, purpose, channel, judge }: TraceQuestion,
  audiences: readonly Id[],
): PartAnswer => {
  const ask = (from: number): PartAnswer =>
    answerPart(index, {
      lineage: group.lineage,
      asOf,
      audiences: audiences.slice(from, from + audiencesPerPass),
      ...(purpose === undefined ? {} : { purpose }),
      ...(channel === undefined ? {} : { channel }),
      ...(judge === undefined ? {} : { judge }),
    });
  const passes = [ask(0)];
  for (let from = audiencesPerPass; from < audiences.length; from += audiencesPerPass) passes.push(ask(from));
  return mergeAudiences(passes);
};

interface AnswerParts {
  readonly group: PartGroup;
  readonly answer: PartAnswer;
  readonly audiences: readonly Id[];
  readonly isRest: boolean;
  readonly pathCounts: () => TraceAnswer['pathCounts'];
}

/** What is not read is not worked out: no list may be copied here. */
const toAnswer = (names: Names, { group, answer, audiences, isRest, pathCounts }: AnswerParts): TraceAnswer => {
  const { starts, originUnknown, channels } = answer;
  const sentence = once(() => {
    const met = answer.restrictions.filter(({ place }) => place === 'MET');
    return describeAnswer({
      outcomes: answer.outcomes,
      audienceNames: audiences.map(names.audience),
      restrictionsMet: met.length,
      ...documentationCounts(met),
      originUnknown,
      nowhere: answer.systems.length === 0,
      stranded: answer.stranded.length,
      forNobody: channelsForNobody([answer]),
      paths: totalPaths(pathCounts()),
    });
  });
  return {
    id: group.parts[0] ?? '',
    parts: group.parts,
    isRest,
    get sentence() {
      return sentence();
    },
    starts,
    originUnknown,
    get outcomes() {
      return answer.outcomes;
    },
    get systems() {
      return answer.systems;
    },
    get flows() {
      return answer.flows;
    },
    channels,
    get restrictions() {
      return answer.restrictions;
    },
    get stranded() {
      return answer.stranded;
    },
    get pathCounts() {
      return pathCounts();
    },
  };
};

/** How many restrictions have no claim, and how many others are not completely documented; each once. */
const documentationCounts = (
  met: readonly TracedRestriction[],
): { readonly undocumented: number; readonly incomplete: number } => {
  const none = new Set(
    met.filter(({ documentation }) => documentation === 'NONE').map(({ restriction }) => restriction),
  );
  const open = met.filter(
    ({ restriction, judged }) => !none.has(restriction) && judged !== undefined && isIncomplete(judged),
  );
  return { undocumented: none.size, incomplete: new Set(open.map(({ restriction }) => restriction)).size };
};

/** How many channels some answer may reach, and for which nobody recorded an audience. */
const channelsForNobody = (answers: readonly Pick<TraceAnswer, 'channels'>[]): number =>
  new Set(
    answers.flatMap(({ channels }) =>
      channels
        .filter(({ outcomes, offer, reachable }) => outcomes.length === 0 && offer !== 'NOT_OFFERED' && reachable)
        .map(({ channel }) => channel),
    ),
  ).size;

const totalPaths = (pathCounts: TraceAnswer['pathCounts']): PathCount => ({
  value: pathCounts.reduce((sum, { release, restricted }) => sum + release.value + restricted.value, 0),
  exact: pathCounts.every(({ release, restricted }) => release.exact && restricted.exact),
});

/** Per channel and audience, over all answers. Channels and audiences are the same in each. */
const combine = (answers: readonly TraceAnswer[]): readonly ChannelOutcome[] => {
  const [only, ...others] = answers;
  if (only !== undefined && others.length === 0) return only.outcomes;
  const pair = (entry: { readonly channel: Id; readonly audience: Id }): string =>
    `${entry.channel}\n${entry.audience}`;
  const byPair = answers.map(({ outcomes }) => new Map(outcomes.map((entry) => [pair(entry), entry.outcome])));
  return (answers[0]?.outcomes ?? []).map((entry) => {
    const parts = byPair
      .map((outcomes) => outcomes.get(pair(entry)))
      .filter((outcome): outcome is Outcome => outcome !== undefined);
    return { channel: entry.channel, audience: entry.audience, outcome: combineOutcomes(parts) };
  });
};

const describeTrace = (
  names: Names,
  answers: readonly TraceAnswer[],
  outcomes: readonly ChannelOutcome[],
  audiences: readonly Id[],
): string => {
  const [only] = answers;
  if (answers.length === 1 && only !== undefined) return only.sentence;
  const met = answers.flatMap(({ restrictions }) => restrictions.filter(({ place }) => place === 'MET'));
  const distinct = (entries: typeof met): number => new Set(entries.map(({ restriction }) => restriction)).size;
  return describeAnswer({
    outcomes,
    audienceNames: audiences.map(names.audience),
    restrictionsMet: distinct(met),
    ...documentationCounts(met),
    originUnknown: answers.every(({ originUnknown }) => originUnknown),
    nowhere: answers.every(({ systems }) => systems.length === 0),
    stranded: 0,
    forNobody: channelsForNobody(answers),
    parts: { parts: answers.reduce((sum, { parts }) => sum + parts.length, 0), answers: answers.length },
  });
};

const completenessOf = (answers: readonly TraceAnswer[]): Completeness => {
  const inexact = answers.filter((answer) => !totalPaths(answer.pathCounts).exact);
  return {
    sets: true,
    pathCounts: inexact.length === 0,
    notes: inexact.map(
      ({ id }) => `Paths of ${id} are counted as "at least": loops make counting them all too long. All else is exact.`,
    ),
  };
};
