import { useEffect, useState, type ReactNode } from 'react';
import type { Answer } from '../../gql/graphql.ts';
import { sentenceCase } from '../../graph-model/words.ts';
import { EvidenceList } from './EvidenceList.tsx';
import { EvidencePicker } from './EvidencePicker.tsx';
import { currentAnswer, type ClaimData, type ConditionData, type LeafData } from './story-data.ts';
import type { Answering } from './use-answer.ts';
import { Versions } from './Versions.tsx';
import { answerWords } from './words.ts';

/** One condition: its question and paragraph, what is answered, what counts, and the means to answer while the claim is open. */
export const ConditionRow = (props: {
  readonly claim: ClaimData;
  readonly state: ConditionData;
  readonly leaf: LeafData | undefined;
  readonly editable: boolean;
  readonly answering: Answering;
  readonly onEvidence: () => void;
}): ReactNode => {
  const { claim, state, leaf, editable, answering } = props;
  const { condition } = state;
  const answer = currentAnswer(claim, condition);
  const trouble = answering.trouble?.condition === condition ? answering.trouble.message : undefined;
  return (
    <article
      className={`condition condition-${state.evidenced.toLowerCase()}`}
      data-condition={condition}
      // The row takes the keys of the checklist; everything in it can be reached with Tab too.
      tabIndex={0}
      aria-label={`${condition}: ${state.question} ${standing(state)}`}
    >
      <header>
        <p className="condition-question">{state.question}</p>
        <p className="quiet">
          <span className="cite">{state.cite.join(', ')}</span>
          {leaf?.document ? ' · needs a document' : ''}
          {leaf?.clock ? ` · ${leaf.clock}` : ''}
          {state.deadline ? ` · in time until ${state.deadline}` : ''}
          {state.unverified ? (
            <>
              {' · '}
              <strong className="unverified">text not yet verified</strong>
            </>
          ) : null}
        </p>
        {leaf?.note ? <p className="quiet">{leaf.note}</p> : null}
      </header>
      <p className="condition-standing">{standing(state)}</p>
      {state.by === 'FACT' ? (
        <p className="quiet">The inventory decides this by itself; an answer does not change it.</p>
      ) : null}
      {editable ? (
        <>
          <AnswerButtons
            condition={condition}
            current={answer?.answer}
            saving={answering.saving === condition}
            onAnswer={(chosen) => answering.save(condition, { answer: chosen })}
          />
          <Reason
            condition={condition}
            stored={answer?.rationale ?? ''}
            onSave={(rationale) => answering.save(condition, { rationale })}
          />
        </>
      ) : (
        <p>{answer?.rationale ?? <span className="quiet">No reason is written.</span>}</p>
      )}
      <EvidenceList answer={answer} state={state} />
      {editable ? (
        <EvidencePicker
          condition={condition}
          wanted={leaf?.evidence ?? undefined}
          chosen={answer?.evidence.map(({ id }) => id) ?? []}
          onChoose={(evidence) => answering.save(condition, { evidence })}
          onAttached={props.onEvidence}
        />
      ) : null}
      {trouble === undefined ? null : (
        <p className="form-trouble" role="alert">
          {trouble}
        </p>
      )}
      {state.missing ? <p className="condition-missing">Still missing: {state.missing}</p> : null}
      <Versions claim={claim} condition={condition} />
    </article>
  );
};

const standing = ({ answer, evidenced, late }: ConditionData): string => {
  if (late) return `Answered ${answerWords[answer]}; its document is late.`;
  if (answer === evidenced) return `${sentenceCase(answerWords[answer])}.`;
  return `Answered ${answerWords[answer]}, not evidenced.`;
};

const choices: readonly (readonly [Answer, string, string])[] = [
  ['MET', 'Yes', 'Y'],
  ['NOT_MET', 'No', 'N'],
  ['UNKNOWN', 'Not known', 'U'],
];

const AnswerButtons = (props: {
  readonly condition: string;
  readonly current: Answer | undefined;
  readonly saving: boolean;
  readonly onAnswer: (answer: Answer) => void;
}): ReactNode => (
  <div className="answer-buttons" role="group" aria-label={`Answer to ${props.condition}`}>
    {choices.map(([answer, label, key]) => (
      <button
        key={answer}
        type="button"
        className="button"
        aria-pressed={props.current === answer}
        onClick={() => props.onAnswer(answer)}
      >
        {label} <kbd aria-hidden="true">{key}</kbd>
      </button>
    ))}
    <span className="quiet" role="status">
      {props.saving ? 'Saving.' : ''}
    </span>
  </div>
);

/** The reason is saved when the field is left, or with Ctrl-Enter. */
const Reason = (props: {
  readonly condition: string;
  readonly stored: string;
  readonly onSave: (text: string) => void;
}): ReactNode => {
  const [text, setText] = useState(props.stored);
  useEffect(() => setText(props.stored), [props.stored]);
  const save = (): void => {
    if (text.trim() !== props.stored.trim()) props.onSave(text.trim());
  };
  return (
    <label className="reason">
      <span>
        Reason <kbd aria-hidden="true">R</kbd>
      </span>
      <textarea
        aria-label={`Reason for ${props.condition}`}
        rows={2}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
        }}
      />
    </label>
  );
};
