import type { AnswerInput, ChannelInput, Outcome } from './answer-input.ts';
import { kindCode, kindName, saysKind } from './catalogue-words.ts';
import { describeRestrictions, joinSentences } from './describe.ts';
import { isOpenTone, restrictionTone, toneWords, worstTone, type Tone } from './tone.ts';
import { viewId, type ViewNode } from './trace-view.ts';
import type { ViewContext } from './view-context.ts';
import { outcomeWords, releasedOf } from './words.ts';

/** One pill per channel of the answer, in the answer's order. */
export const buildChannelNodes = (answer: AnswerInput, context: ViewContext): readonly ViewNode[] =>
  answer.channels.map((entry) => channelNode(entry, answer, context));

const channelNode = (entry: ChannelInput, answer: AnswerInput, context: ViewContext): ViewNode => {
  const restrictions = context.restrictionsOf(entry.restrictions);
  const tone = channelTone(entry, context);
  const [first] = restrictions;
  const kind = kindName(entry.channel.kind, answer.kindNames);
  const told = answer.kindNames?.has(entry.channel.kind) === true && !saysKind(entry.channel.name, kind);
  const lead = joinSentences(
    `${entry.channel.name}${told ? ` (${kind})` : ''}, access channel served by ${context.nameById.get(`system:${entry.channel.system.id}`) ?? entry.channel.system.id}`,
    outcomeSentence(entry, context),
  );
  const more = restrictions.length > 1 ? ` +${restrictions.length - 1}` : '';
  return {
    id: viewId('channel', entry.channel.id),
    kind: 'channel',
    lane: 'CHANNEL',
    name: entry.channel.name,
    detail: first === undefined ? (entry.channel.standards[0] ?? kind) : `${first.restriction.name}${more}`,
    briefer: first === undefined && entry.channel.standards.length === 0 ? [kindCode(entry.channel.kind)] : [],
    detailTone: first === undefined ? undefined : worstTone(restrictions.map(restrictionTone)),
    tone,
    glyph: true,
    marked: worstTone(restrictions.map(restrictionTone)) === 'undocumented',
    status: channelStatus(entry, tone, restrictions.length > 0),
    lead,
    sentence: joinSentences(lead, describeRestrictions(entry.restrictions, context)),
    restrictions: entry.restrictions,
    members: [],
    emphasis: 'normal',
  };
};

const channelTone = (entry: ChannelInput, context: ViewContext): Tone =>
  worstTone([
    ...context.restrictionsOf(entry.restrictions).map(restrictionTone),
    ...(entry.outcomes.length === 0
      ? [offerTone(entry)]
      : entry.outcomes.map((one) => context.toneOfOutcome(entry, one.audience, one.outcome))),
  ]);

/** A channel for nobody: whether anything comes of it is not known. */
const offerTone = (entry: ChannelInput): Tone =>
  !entry.reachable || entry.offer === 'NOT_OFFERED' ? 'none' : 'unknown';

const channelStatus = (entry: ChannelInput, tone: Tone, restricted: boolean): string => {
  const loud = isOpenTone(tone);
  if (loud && restricted) return toneWords[tone];
  if (loud) return `${toneWords[tone]}, earlier on the way`;
  const outcomes = entry.outcomes.map((one) => one.outcome);
  const [first] = outcomes;
  if (first === undefined) return 'no audience recorded';
  if (outcomes.every((outcome) => outcome === first)) return outcomeWords[first];
  return `${outcomeWords[worstOutcome(outcomes)]} for some; ${releasedOf(outcomes, 'audience')}`;
};

const outcomeOrder: readonly Outcome[] = [
  'WITHHELD',
  'PARTIAL',
  'LIMITED',
  'UNKNOWN',
  'NOT_OFFERED',
  'UNREACHED',
  'RELEASED',
];
const worstOutcome = (outcomes: readonly Outcome[]): Outcome =>
  outcomeOrder.find((outcome) => outcomes.includes(outcome)) ?? 'UNKNOWN';

const outcomeSentence = (entry: ChannelInput, context: ViewContext): string => {
  if (entry.outcomes.length === 0) return 'No audience is recorded for it';
  const byOutcome = new Map<Outcome, string[]>();
  for (const { audience, outcome } of entry.outcomes)
    byOutcome.set(outcome, [...(byOutcome.get(outcome) ?? []), audience]);
  return joinSentences(
    ...[...byOutcome].map(([outcome, audiences]) => `${outcomeWords[outcome]} for ${context.audienceWords(audiences)}`),
  );
};
