import { useEffect, useRef, type ReactNode } from 'react';
import { hrefOf } from '../../graph-model/href-of.ts';
import { Link } from '../../ui/Link.tsx';
import type { FindingData } from './finding-data.ts';
import { ReviewForm } from './ReviewForm.tsx';
import { ReviewHistory } from './ReviewHistory.tsx';
import type { Reviews } from './use-reviews.ts';
import { witnessLinks } from '../../graph-model/witness-link.ts';
import { conceptWords } from './words.ts';

/** What is below an open row: what is seen where the finding is, what it is about, why it stands as it does, and the form that moves it. */
export const FindingDetail = (props: {
  readonly finding: FindingData;
  readonly asOf: string | undefined;
  readonly owners: readonly string[];
  readonly reviews: Reviews;
  readonly isEditing: boolean;
  readonly onReviewed: (words: string) => void;
  readonly onHeight: (height: number) => void;
}): ReactNode => {
  const { finding, onHeight } = props;
  const { witness } = finding;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const tell = (): void => onHeight(element.offsetHeight);
    tell();
    const observer = new ResizeObserver(tell);
    observer.observe(element);
    return () => observer.disconnect();
  }, [onHeight]);
  return (
    <div ref={box} className="queue-detail">
      <p>{finding.explanation}</p>
      {witness ? (
        <section aria-label="What shows it">
          <h3>What shows it</h3>
          {witness.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <p className="finding-about">
            {witnessLinks(witness, props.asOf).map(({ href, words }) => (
              <Link key={href} href={href}>
                {words}
              </Link>
            ))}
          </p>
        </section>
      ) : null}
      <p className="finding-about">
        <span className="quiet">About</span>
        {finding.entities.map(({ concept, id, name }) => {
          const words = `${conceptWords(concept)} ${name}`;
          const href = hrefOf(concept, id);
          return href === undefined ? (
            <span key={`${concept} ${id}`}>{words}</span>
          ) : (
            <Link key={`${concept} ${id}`} href={href}>
              {words}
            </Link>
          );
        })}
      </p>
      {finding.review?.rationale ? <p>Reason: {finding.review.rationale}</p> : null}
      <div className="row quiet">
        Rule {finding.rule} version {finding.ruleVersion}
        {finding.review ? <ReviewHistory id={finding.review.id} revision={finding.review.revision} /> : null}
      </div>
      {props.isEditing ? (
        <ReviewForm finding={finding} owners={props.owners} reviews={props.reviews} onDone={props.onReviewed} />
      ) : null}
    </div>
  );
};
