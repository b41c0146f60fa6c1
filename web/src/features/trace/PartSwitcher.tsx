import type { ReactNode } from 'react';
import { counted } from '../../graph-model/words.ts';
import type { AnswerData, TraceData } from './trace-data.ts';

/** Chooses among the distinct answers of a class with parts. Parts that share one answer stand together; nothing when there is one answer. */
export const PartSwitcher = (props: {
  readonly trace: TraceData;
  readonly answer: AnswerData;
  readonly onPart: (part: string | undefined) => void;
}): ReactNode => {
  const { answers, dataClass, outcomes } = props.trace;
  if (answers.length < 2) return null;
  const differing = new Set(outcomes.filter((entry) => entry.outcome === 'PARTIAL').map((entry) => entry.channel.name));
  return (
    <div className="parts">
      <label>
        <span>Part</span>
        <select value={props.answer.id} onChange={(event) => props.onPart(event.target.value)}>
          {answers.map((answer) => (
            <option key={answer.id} value={answer.id}>
              {partName(answer, dataClass.name)}
            </option>
          ))}
        </select>
      </label>
      <span className="quiet">
        {counted(answers.length, 'different answer')} within {dataClass.name}.
        {differing.size === 0
          ? ''
          : ` On ${counted(differing.size, 'channel')} some parts are released and others not; each part’s answer says which.`}
      </span>
    </div>
  );
};

/** What an answer is about, for the choice and for titles. */
export const partName = (answer: AnswerData, className: string): string => {
  const named = answer.parts.map((part) => part.name);
  if (answer.isRest && named.length === 1) return `${className}, apart from its named parts`;
  const shown = named.slice(0, 3).join(', ');
  const more = named.length > 3 ? ` and ${named.length - 3} more` : '';
  return answer.isRest ? `${className} as a whole, with ${counted(named.length - 1, 'part')}` : `${shown}${more}`;
};
