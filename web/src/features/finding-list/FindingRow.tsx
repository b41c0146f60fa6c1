import type { ReactNode } from 'react';
import { sentenceCase } from '../../graph-model/words.ts';
import { Link } from '../../ui/Link.tsx';
import type { FindingData } from './finding-data.ts';
import { rowHeight } from './queue-items.ts';
import { witnessLinks } from '../../graph-model/witness-link.ts';
import { dueWords, levelWords, stateWords } from './words.ts';

/** One finding in a line: its sentence, where it stands, who looks after it and by when, and the link to what shows it. */
export const FindingRow = (props: {
  readonly finding: FindingData;
  readonly asOf: string | undefined;
  readonly selected: boolean;
  readonly open: boolean;
  readonly onSelect: () => void;
  readonly onOpen: () => void;
  /** Absent where nothing can be changed. */
  readonly onReview: (() => void) | undefined;
}): ReactNode => {
  const { finding } = props;
  const [witness] = finding.witness ? witnessLinks(finding.witness, props.asOf) : [];
  return (
    <div className="queue-line" style={{ height: rowHeight }}>
      <label className="tick">
        <span className="unseen">Select: {finding.explanation}</span>
        <input
          type="checkbox"
          checked={props.selected}
          disabled={props.onReview === undefined}
          onChange={props.onSelect}
          tabIndex={-1}
        />
      </label>
      <span className={`queue-level queue-level-${finding.level.toLowerCase()}`}>
        {sentenceCase(levelWords[finding.level])}
      </span>
      <p className="queue-words" title={finding.explanation}>
        {finding.explanation}
      </p>
      <span className="queue-fact">{sentenceCase(stateWords[finding.state])}</span>
      <span className={finding.owner ? 'queue-fact' : 'queue-fact quiet'} title={finding.owner ?? undefined}>
        {finding.owner ? finding.owner : 'No owner'}
      </span>
      <span className={finding.overdue ? 'queue-fact loud' : finding.dueOn ? 'queue-fact' : 'queue-fact quiet'}>
        {sentenceCase(dueWords(finding.dueOn, finding.overdue))}
      </span>
      <span className="queue-links">
        {witness === undefined ? null : <Link href={witness.href}>{witness.words}</Link>}
        <button type="button" className="link-button" aria-expanded={props.open} onClick={props.onOpen}>
          {props.open ? 'Close' : 'Open'}
        </button>
        {props.onReview === undefined ? null : (
          <button type="button" className="link-button" onClick={props.onReview}>
            Review
          </button>
        )}
      </span>
    </div>
  );
};
