import type { AnswerInput } from './answer-input.ts';
import { joinSentences } from './describe.ts';
import { outcomeTone, worstTone } from './tone.ts';
import { viewId, type ViewNode } from './trace-view.ts';
import { listed, outcomeWords, releasedOf, shortReleasedOf } from './words.ts';

/** One pill per audience that some channel of the answer is for, in the answer's order. */
export const buildAudienceNodes = (answer: AnswerInput): readonly ViewNode[] =>
  answer.audiences.flatMap((audience) => {
    const served = answer.channels.flatMap((entry) =>
      entry.outcomes
        .filter((one) => one.audience === audience.id)
        .map((one) => ({ channel: entry.channel.name, outcome: one.outcome })),
    );
    if (served.length === 0) return [];
    const outcomes = served.map((one) => one.outcome);
    const detail = releasedOf(outcomes, 'channel');
    const lead = joinSentences(
      `${audience.name}: ${detail}`,
      listed(served.map((one) => `${one.channel} ${outcomeWords[one.outcome]}`)),
    );
    return [
      {
        id: viewId('audience', audience.id),
        kind: 'audience' as const,
        lane: 'AUDIENCE' as const,
        name: audience.name,
        detail,
        briefer: [shortReleasedOf(outcomes)],
        detailTone: undefined,
        tone: worstTone(outcomes.map(outcomeTone)),
        glyph: false,
        marked: false,
        status: detail,
        lead,
        sentence: lead,
        restrictions: [],
        members: [],
        emphasis: 'normal' as const,
      },
    ];
  });
