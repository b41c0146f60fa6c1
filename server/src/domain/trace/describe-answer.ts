import type { ChannelOutcome, Outcome, PathCount } from './answer.ts';

/** What the sentence of an answer is made from. `restrictionsMet`: how many restrictions are met, and how many of them have no claim. */
export interface AnswerFacts {
  readonly outcomes: readonly ChannelOutcome[];
  readonly audienceNames: readonly string[];
  readonly restrictionsMet: number;
  readonly undocumented: number;
  /** Others whose documentation is judged not to be complete; 0 where nothing is judged. */
  readonly incomplete: number;
  readonly originUnknown: boolean;
  readonly nowhere: boolean;
  readonly stranded: number;
  /** Channels that may have it and for which nobody recorded an audience. */
  readonly forNobody: number;
  readonly paths?: PathCount;
  readonly parts?: { readonly parts: number; readonly answers: number };
}

/** The answer as full sentences, readable aloud: outcomes, documentation, origin, paths (design.md 4.1). Pure and total. */
export const describeAnswer = (facts: AnswerFacts): string => {
  const [only] = facts.audienceNames;
  const toWhom = facts.audienceNames.length === 1 && only !== undefined ? `to ${only}` : 'to at least one audience';
  const sentences = facts.nowhere
    ? ['No system is recorded to hold it on this day.']
    : [outcomeSentence(facts, toWhom), facts.originUnknown ? 'No system of origin is recorded.' : ''];
  if (facts.restrictionsMet > 0) {
    const met = counted(facts.restrictionsMet, 'restriction');
    sentences.push(
      facts.undocumented === 0
        ? `${met} met, each with a recorded basis.`
        : `${facts.undocumented} of ${met} met ${facts.undocumented === 1 ? 'has' : 'have'} no documented exception.`,
    );
    if (facts.incomplete > 0) {
      sentences.push(
        `The documentation of ${facts.undocumented > 0 ? `${facts.incomplete} more` : facts.incomplete} is not complete.`,
      );
    }
  }
  if (facts.stranded > 0) sentences.push(`It is stranded in ${counted(facts.stranded, 'system')}.`);
  if (facts.parts !== undefined && facts.parts.answers > 1) {
    sentences.push(`${facts.parts.parts} parts have ${facts.parts.answers} different answers.`);
  }
  if (facts.paths !== undefined) {
    const { value, exact } = facts.paths;
    sentences.push(exact ? `${counted(value, 'path')}, exact.` : `At least ${counted(value, 'path')}.`);
  }
  return sentences.filter((sentence) => sentence !== '').join(' ');
};

/** "3 channels" or "1 channel". */
export const counted = (number: number, noun: string): string =>
  `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;

/** Each channel counts once, by the best it does for the audiences asked. */
const outcomeSentence = ({ outcomes, forNobody }: AnswerFacts, toWhom: string): string => {
  const unasked = forNobody === 0 ? '' : `For ${counted(forNobody, 'channel')} nobody recorded an audience.`;
  const best = new Map<string, Outcome>();
  for (const { channel, outcome } of outcomes) {
    const before = best.get(channel);
    if (before === undefined || order.indexOf(outcome) < order.indexOf(before)) best.set(channel, outcome);
  }
  if (best.size === 0) return unasked === '' ? 'No access channel is recorded for the audiences asked about.' : unasked;
  const count = (outcome: Outcome): number => [...best.values()].filter((value) => value === outcome).length;
  const also = (['LIMITED', 'PARTIAL', 'WITHHELD', 'NOT_OFFERED', 'UNREACHED', 'UNKNOWN'] as const)
    .filter((outcome) => count(outcome) > 0)
    .map((outcome) => `${words[outcome]} ${count(outcome)}`);
  const released = `Released on ${count('RELEASED')} of ${counted(best.size, 'channel')} ${toWhom}`;
  return `${released}${also.length === 0 ? '' : `; ${also.join(', ')}`}.${unasked === '' ? '' : ` ${unasked}`}`;
};

const order: readonly Outcome[] = ['RELEASED', 'LIMITED', 'PARTIAL', 'WITHHELD', 'NOT_OFFERED', 'UNREACHED', 'UNKNOWN'];

const words: Readonly<Record<Exclude<Outcome, 'RELEASED'>, string>> = {
  LIMITED: 'limited on',
  PARTIAL: 'different for its parts on',
  WITHHELD: 'withheld on',
  NOT_OFFERED: 'not offered on',
  UNREACHED: 'unreached on',
  UNKNOWN: 'unknown on',
};
