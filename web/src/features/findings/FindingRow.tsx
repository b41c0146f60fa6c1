import { useRef, useState, type ReactNode } from 'react';
import { Link } from '../../ui/Link.tsx';
import type { FindingData, Standing } from './finding-data.ts';
import { StateMark } from './Marks.tsx';
import { ReviewForm } from './ReviewForm.tsx';
import { ReviewHistory } from './ReviewHistory.tsx';
import { thingAddress, thingKind } from './thing-address.ts';

/** One finding: its sentence, what it is about, where it stands, and the form that moves it. */
export const FindingRow = (props: {
  readonly finding: FindingData;
  /** The day of the list; undefined for today. */
  readonly asOf: string | undefined;
  readonly onReviewed: (words: string) => void;
}): ReactNode => {
  const { asOf } = props;
  const [open, setOpen] = useState(false);
  const [newer, setNewer] = useState<Standing>();
  const button = useRef<HTMLButtonElement>(null);
  const finding = revisionOf(newer) > revisionOf(props.finding) ? { ...props.finding, ...newer } : props.finding;
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <article className="finding" aria-label={finding.explanation}>
      <div className="finding-head">
        <p>{finding.explanation}</p>
        <button
          ref={button}
          type="button"
          className="button no-print"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          Review
        </button>
      </div>
      <ul className="plain finding-about" aria-label="About">
        {finding.entities.map((thing) => {
          const address = thingAddress(thing, finding.entities, asOf);
          return (
            <li key={`${thing.concept} ${thing.id}`}>
              <span className="quiet">{thingKind(thing.concept)}</span>{' '}
              {address === undefined ? thing.name : <Link href={address}>{thing.name}</Link>}
            </li>
          );
        })}
      </ul>
      <p className="finding-standing">
        <StateMark state={finding.state} /> <span>{finding.owner ? `Owner ${finding.owner}` : 'No owner'}</span>
        {finding.review?.rationale ? <span>Reason: {finding.review.rationale}</span> : null}
      </p>
      {finding.review ? <ReviewHistory id={finding.review.id} revision={finding.review.revision} /> : null}
      {open ? (
        <ReviewForm
          finding={finding}
          asOf={asOf}
          onCancel={close}
          onReload={setNewer}
          onDone={(words) => {
            close();
            props.onReviewed(words);
          }}
        />
      ) : null}
    </article>
  );
};

const revisionOf = (standing: Standing | undefined): number => standing?.review?.revision ?? 0;
