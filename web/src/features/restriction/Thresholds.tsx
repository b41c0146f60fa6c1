import type { ReactNode } from 'react';
import { ConditionRow } from './ConditionRow.tsx';
import {
  currentAnswer,
  isOpen,
  type ClaimData,
  type ConditionData,
  type LeafData,
  type PackData,
} from './story-data.ts';
import type { Answering } from './use-answer.ts';

/**
 * The questions before any exception. "No" to one of them ends the matter: the party is no actor, the data is not EHI, nothing is likely to
 * interfere. They are folded away, since most claims leave them as they are.
 */
export const Thresholds = (props: {
  readonly claim: ClaimData;
  readonly pack: PackData;
  /** What the ground that is shown asks already. */
  readonly told: readonly string[];
  readonly answering: Answering;
  readonly onEvidence: () => void;
}): ReactNode => {
  const { claim, pack, told } = props;
  const leaves = pack.thresholds.filter(({ condition }) => !told.includes(condition));
  const answered = leaves.filter(({ condition }) => currentAnswer(claim, condition) !== undefined);
  if (leaves.length === 0) return null;
  return (
    <details className="thresholds" open={answered.length > 0}>
      <summary>Questions before any exception ({answered.length} answered)</summary>
      <ul className="plain checklist">
        {leaves.map((leaf) => (
          <li key={leaf.condition}>
            <ConditionRow
              claim={claim}
              state={stateOf(claim, leaf)}
              leaf={leaf}
              editable={isOpen(claim)}
              answering={props.answering}
              onEvidence={props.onEvidence}
            />
          </li>
        ))}
      </ul>
    </details>
  );
};

/** What is said of such a question; what counts is told with the ground that it becomes once it is answered "no". */
const stateOf = (claim: ClaimData, { condition, cite, question, unverified }: LeafData): ConditionData => {
  const answer = currentAnswer(claim, condition)?.answer ?? 'UNKNOWN';
  return {
    condition,
    cite,
    question,
    answer,
    evidenced: answer,
    by: answer === 'UNKNOWN' ? 'NOBODY' : 'ANSWER',
    late: false,
    evidence: [],
    unverified,
  };
};
