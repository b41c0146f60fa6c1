import type { ReactNode } from 'react';
import { counted, listed } from '../../graph-model/words.ts';
import type { AnswerChoice, TraceData } from './trace-data.ts';

/**
 * Chooses among the parts of a class. Parts that share one answer stand together, and each can be found by typing its name; nothing when there is one
 * answer.
 */
export const PartSwitcher = (props: {
  readonly trace: TraceData;
  readonly part: string | undefined;
  readonly onPart: (part: string | undefined) => void;
}): ReactNode => {
  const { answers, dataClass } = props.trace;
  if (answers.length < 2) return null;
  // What is asked for, not what is shown: a choice stands while its answer is on the way.
  const chosen = answers.find((answer) => answer.parts.some((part) => part.id === props.part)) ?? answers[0];
  const shown = chosen?.parts.find((part) => part.id === props.part) ?? chosen?.parts[0];
  return (
    <div className="parts">
      <label htmlFor="part">Part</label>
      <select
        id="part"
        value={shown?.id}
        title={shown === undefined ? undefined : nameOf(shown, dataClass)}
        onChange={(event) => props.onPart(event.target.value)}
      >
        {answers.map((answer, index) => (
          <optgroup key={answer.id} label={`Answer ${index + 1}: ${counted(answer.parts.length, 'part')}`}>
            {answer.parts.map((part) => (
              <option key={part.id} value={part.id}>
                {nameOf(part, dataClass)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
};

const nameOf = (part: Named, dataClass: Named): string =>
  part.id === dataClass.id ? partName({ parts: [part], isRest: true }, dataClass.name) : part.name;

interface Named {
  readonly id: string;
  readonly name: string;
}

/** How the answers of a class differ, in a sentence or two; empty when there is one answer. */
export const partsWords = ({ answers, dataClass, outcomes }: TraceData): string => {
  if (answers.length < 2) return '';
  const differing = new Set(outcomes.filter((entry) => entry.outcome === 'PARTIAL').map((entry) => entry.channel.name));
  const how =
    differing.size === 0
      ? 'No channel treats them differently in the end.'
      : `${counted(differing.size, 'channel')} treat${differing.size === 1 ? 's' : ''} them differently: ${listed([...differing])}.`;
  return `The parts of ${dataClass.name} have ${counted(answers.length, 'different answer')}. ${how} Choose a part above the picture.`;
};

/** What an answer is about, for the choice and for titles. */
export const partName = (answer: Pick<AnswerChoice, 'parts' | 'isRest'>, className: string): string => {
  const named = answer.parts.map((part) => part.name);
  if (answer.isRest && named.length === 1) return `${className}, apart from its named parts`;
  const shown = named.slice(0, 3).join(', ');
  const more = named.length > 3 ? ` and ${named.length - 3} more` : '';
  return answer.isRest ? `${className} as a whole, with ${counted(named.length - 1, 'part')}` : `${shown}${more}`;
};
