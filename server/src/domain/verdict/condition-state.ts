import type { BasisClaim, ConditionAnswer, Evidence } from '../model/concepts.ts';
import type { CalendarDate, Id } from '../model/entity.ts';
import { addBusinessDays, type BusinessCalendar } from './business-days.ts';
import { readFact, type FactContext } from './facts.ts';
import type { Condition, Leaf } from './rule-pack.ts';
import type { ConditionState, EvidenceSeen, Truth } from './verdict.ts';

/** What the answers of one claim are read with. */
export interface AnswerContext extends FactContext {
  readonly asOf: CalendarDate;
  /** What the party that holds back is under 45 CFR 171.102, as recorded; `[]`: nobody recorded it. */
  readonly actorRoles: readonly string[];
  readonly calendar: BusinessCalendar;
  readonly evidence: Pick<ReadonlyMap<Id, Evidence>, 'get'>;
}

/** The claim's answers by condition, the latest of those that were given by the end of the day asked. */
export const answersOf = (claim: BasisClaim, asOf: CalendarDate): ReadonlyMap<string, ConditionAnswer> =>
  new Map(
    claim.answers
      .filter(({ answeredAt }) => answeredAt.slice(0, 10) <= asOf)
      .map((answer) => [answer.condition, answer] as const),
  );

/**
 * The state of every leaf of a tree, in order, each condition once. An answer to a group's paragraph counts for its leaves
 * that have none of their own. Pure and total.
 */
export const statesOf = (
  condition: Condition,
  answers: ReadonlyMap<string, ConditionAnswer>,
  context: AnswerContext,
): ReadonlyMap<string, ConditionState> => {
  const states = new Map<string, ConditionState>();
  const visit = (part: Condition, inherited: ConditionAnswer | undefined): void => {
    switch (part.kind) {
      case 'LEAF': {
        if (!states.has(part.condition)) {
          states.set(part.condition, stateOf(part, answers.get(part.condition) ?? inherited, answers, context));
        }
        return;
      }
      case 'IF':
        visit(part.when, undefined);
        visit(part.needs, inherited);
        return;
      case 'NONE':
        for (const each of part.parts) visit(each, undefined);
        return;
      default: {
        const own = (part.condition === undefined ? undefined : answers.get(part.condition)) ?? inherited;
        for (const each of part.parts) visit(each, own);
      }
    }
  };
  visit(condition, undefined);
  return states;
};

const stateOf = (
  leaf: Leaf,
  given: ConditionAnswer | undefined,
  answers: ReadonlyMap<string, ConditionAnswer>,
  context: AnswerContext,
): ConditionState => {
  const fact = leaf.fact === undefined ? 'UNKNOWN' : readFact(leaf.fact, context);
  const answer = fact === 'UNKNOWN' ? (given?.answer ?? 'UNKNOWN') : fact;
  const deadlines = deadlinesOf(leaf, answers, context);
  const seen = (given?.evidence ?? []).flatMap((id) => see(leaf, id, deadlines, context));
  const shared = {
    condition: leaf.condition,
    cite: leaf.cite,
    question: leaf.question,
    by: fact !== 'UNKNOWN' ? 'FACT' : given === undefined ? 'NOBODY' : 'ANSWER',
    evidence: seen,
    unverified: leaf.unverified,
    ...(deadlines.at(-1) === undefined ? {} : { deadline: deadlines.at(-1)?.to ?? '' }),
  } as const;
  const timely = seen.some(({ late }) => !late);
  if (leaf.clock?.kind === 'BUSINESS_DAYS' && fact === 'UNKNOWN') {
    // The text gives no grace: without a document in time the condition fails, whatever is answered.
    const isMet = answer === 'MET' && timely;
    return {
      ...shared,
      answer: isMet ? 'MET' : 'NOT_MET',
      evidenced: isMet ? 'MET' : 'NOT_MET',
      late: !timely && seen.length > 0,
      ...(isMet ? {} : { missing: `${leaf.question} ${clockWords(leaf)}` }),
    };
  }
  // Nobody can say that a document was there before the practice began where nobody recorded when it did.
  const beginningOpen = leaf.clock?.kind === 'PRACTICE_START' && context.restriction.startedOn === undefined;
  const isEvidenced =
    fact === 'MET' ||
    (leaf.document ? timely && !beginningOpen : seen.length > 0 || (given?.rationale ?? '').trim() !== '');
  const evidenced: Truth = answer === 'MET' && !isEvidenced ? 'UNKNOWN' : answer;
  return {
    ...shared,
    answer,
    evidenced,
    late: answer === 'MET' && evidenced === 'UNKNOWN' && seen.length > 0 && !timely,
    ...(evidenced === 'UNKNOWN'
      ? { missing: missingWords(leaf, answer, timely ? [] : seen, beginningOpen && timely) }
      : {}),
  };
};

interface Span {
  readonly from?: CalendarDate;
  readonly to: CalendarDate;
}

/** The spans of days in which a document is in time; `[]` where the text sets none or its beginning is not on file. */
const deadlinesOf = (
  leaf: Leaf,
  answers: ReadonlyMap<string, ConditionAnswer>,
  { restriction, calendar, evidence }: AnswerContext,
): readonly Span[] => {
  const { clock } = leaf;
  if (clock === undefined) return [];
  if (clock.kind === 'PRACTICE_START')
    return restriction.startedOn === undefined ? [] : [{ to: restriction.startedOn }];
  return (answers.get(clock.after)?.evidence ?? [])
    .flatMap((id) => evidence.get(id)?.dated ?? [])
    .map((from) => ({ from, to: addBusinessDays(from, clock.days, calendar) }));
};

const see = (
  leaf: Leaf,
  id: Id,
  spans: readonly Span[],
  { evidence, restriction, asOf }: AnswerContext,
): readonly EvidenceSeen[] => {
  const found = evidence.get(id);
  // What bears a later date was not there on the day asked.
  if (found === undefined || (found.dated ?? '') > asOf) return [];
  const { dated, recordedAt } = found;
  const recordedOn = recordedAt.slice(0, 10);
  const isLate = (): boolean => {
    if (leaf.clock === undefined) return false;
    if (leaf.clock.kind === 'PRACTICE_START') {
      const start = restriction.startedOn;
      return start !== undefined && (recordedOn > start || (dated ?? recordedOn) > start);
    }
    return dated === undefined || !spans.some(({ from = '', to }) => from <= dated && dated <= to);
  };
  return [{ evidence: id, recordedAt, late: isLate(), ...(dated === undefined ? {} : { dated }) }];
};

const clockWords = ({ clock }: Leaf): string =>
  clock?.kind === 'BUSINESS_DAYS'
    ? `A document dated at most ${clock.days} business days after the document of ${clock.after} is missing.`
    : '';

const missingWords = (leaf: Leaf, answer: Truth, seen: readonly EvidenceSeen[], beginningOpen: boolean): string => {
  const [paragraph] = leaf.cite;
  if (answer === 'UNKNOWN') return `An answer: ${leaf.question} (${paragraph ?? leaf.condition})`;
  if (beginningOpen) {
    return `The first day of the practice, on the record of the restriction: until then nobody can say whether the document was there in time. (${paragraph ?? leaf.condition})`;
  }
  if (seen.length > 0) {
    const dates = seen.map(
      ({ dated, recordedAt }) =>
        `${dated === undefined ? 'undated' : `dated ${dated}`}, recorded ${recordedAt.slice(0, 10)}`,
    );
    return `A document from before the practice began; on file: ${dates.join('; ')}. ${leaf.question} (${paragraph ?? leaf.condition})`;
  }
  const what = leaf.document ? (leaf.evidence ?? 'A document') : 'A rationale or a document';
  return `${what}: ${leaf.question} (${paragraph ?? leaf.condition})`;
};
