import { useState, type ReactNode } from 'react';
import type { FindingsQuery } from '../../gql/graphql.ts';
import { sentenceCase } from '../../graph-model/words.ts';
import { Link } from '../../ui/Link.tsx';
import { ReviewForm } from './ReviewForm.tsx';
import { ReviewHistory } from './ReviewHistory.tsx';
import { stateWords } from './words.ts';

export type FindingData = FindingsQuery['findings']['nodes'][number];

/** One finding: its sentence, what it is about, where it stands, and the form that moves it. */
export const FindingRow = (props: {
  readonly finding: FindingData;
  readonly onReviewed: (words: string) => void;
}): ReactNode => {
  const { finding } = props;
  const [open, setOpen] = useState(false);
  return (
    <article className="finding" aria-label={finding.explanation}>
      <p>{finding.explanation}</p>
      <p className="finding-about">
        {finding.entities.map((thing) => (
          <Thing key={`${thing.concept} ${thing.id}`} {...thing} />
        ))}
      </p>
      <p className="quiet">
        {sentenceCase(stateWords[finding.state])} · {finding.owner ? `owner ${finding.owner}` : 'no owner'}
        {finding.review?.rationale ? ` · ${finding.review.rationale}` : ''} · rule {finding.rule} version{' '}
        {finding.ruleVersion}
      </p>
      <div className="row">
        <button type="button" className="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          Review
        </button>
        {finding.review ? <ReviewHistory id={finding.review.id} revision={finding.review.revision} /> : null}
      </div>
      {open ? (
        <ReviewForm
          finding={finding}
          onDone={(words) => {
            setOpen(false);
            props.onReviewed(words);
          }}
          onChangedMeanwhile={() => props.onReviewed('')}
        />
      ) : null}
    </article>
  );
};

/** A thing a finding is about: a restriction leads to its page, a class to its trace, others to their record. */
const Thing = ({ concept, id, name }: FindingData['entities'][number]): ReactNode => {
  const target = encodeURIComponent(id);
  const words = `${concept.toLowerCase().replaceAll('_', ' ')} ${name}`;
  switch (concept) {
    case 'RESTRICTION':
      return <Link href={`/restriction?id=${target}`}>{words}</Link>;
    case 'DATA_CLASS':
      return <Link href={`/trace?class=${target}`}>{words}</Link>;
    case 'SYSTEM':
    case 'FLOW':
    case 'ACCESS_CHANNEL':
      return <Link href={`/record?concept=${concept}&id=${target}`}>{words}</Link>;
    default:
      return <span>{words}</span>;
  }
};
