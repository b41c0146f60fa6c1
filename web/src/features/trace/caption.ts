import type { RestrictionFilter } from '../../graph-model/transforms/filter-restrictions.ts';
import { showWords } from './Filters.tsx';
import { partName } from './PartSwitcher.tsx';
import type { AnswerData, TraceData, TraceQuestion } from './trace-data.ts';
import type { TraceCaption } from './trace-rows.ts';

/**
 * What an exported file says of itself, so that it can be read far from the screen it came from. `asked` is the question that `trace` answers, which is not
 * what the filters say while another answer is on its way; `show` is which restrictions the picture makes loud.
 */
export const captionOf = (
  trace: TraceData,
  answer: AnswerData,
  asked: TraceQuestion,
  show: RestrictionFilter,
): TraceCaption => {
  const { dataClass } = trace;
  const audience = trace.audiences.find((each) => each.id === asked.audience)?.name ?? asked.audience;
  const channel = answer.channels.find((entry) => entry.channel.id === asked.channel)?.channel.name ?? asked.channel;
  return {
    title: dataClass.partOf ? `${dataClass.partOf.name} › ${dataClass.name}` : dataClass.name,
    sentence: answer.sentence,
    facts: [
      `As of ${trace.asOf}`,
      `Inventory revision ${trace.revision}`,
      ...(trace.answers.length > 1 ? [`Part: ${partName(answer, dataClass.name)}`] : []),
      typeof audience !== 'string' ? 'Every audience' : `Audience: ${audience}`,
      typeof channel !== 'string' ? 'Every channel' : `Channel: ${channel}`,
      `Rule pack: ${asked.rulePack ?? 'the newest in force'}`,
      ...(show === 'all' ? [] : [`Restrictions looked for: ${showWords[show]}`]),
    ],
  };
};
