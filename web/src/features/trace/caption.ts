import { partName } from './PartSwitcher.tsx';
import type { AnswerData, TraceData } from './trace-data.ts';
import type { TraceCaption } from './trace-rows.ts';
import type { TraceParams } from './use-trace-params.ts';

/** What an exported file says of itself, so that it can be read far from the screen it came from. */
export const captionOf = (trace: TraceData, answer: AnswerData, params: TraceParams): TraceCaption => {
  const { dataClass } = trace;
  const audience = trace.audiences.find((each) => each.id === params.audience)?.name ?? params.audience;
  const channel = answer.channels.find((entry) => entry.channel.id === params.channel)?.channel.name ?? params.channel;
  return {
    title: dataClass.partOf ? `${dataClass.partOf.name} › ${dataClass.name}` : dataClass.name,
    sentence: answer.sentence,
    facts: [
      `As of ${trace.asOf}`,
      `Inventory revision ${trace.revision}`,
      ...(trace.answers.length > 1 ? [`Part: ${partName(answer, dataClass.name)}`] : []),
      audience === undefined ? 'Every audience' : `Audience: ${audience}`,
      channel === undefined ? 'Every channel' : `Channel: ${channel}`,
      'EHI Atlas documents; counsel decides',
    ],
  };
};
