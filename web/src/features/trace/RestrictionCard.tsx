import type { ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { restrictionTone } from '../../graph-model/tone.ts';
import { counted, effectWords, listed, sentenceCase, standingWords } from '../../graph-model/words.ts';
import { Notice } from '../../ui/Notice.tsx';
import { FailedNotice } from '../../ui/standard-notices.tsx';
import { basisWords } from '../../graph-model/basis-words.ts';
import { RestrictionDocument } from './documents.ts';
import { ToneGlyph } from '../../graph-canvas/ToneGlyph.tsx';
import type { AnswerData } from './trace-data.ts';

/** One restriction: what it does to whom since when, on what it is said to rest, how that is documented, and one path that shows it. */
export const RestrictionCard = (props: {
  readonly entry: AnswerData['restrictions'][number];
  readonly asOf: string;
  readonly onSelect: (id: string) => void;
}): ReactNode => {
  const { entry, asOf } = props;
  const tone = restrictionTone(entry);
  const query = useQuery(RestrictionDocument, { id: entry.restriction.id, asOf });
  const more = query.phase === 'ready' ? query.data.restriction : undefined;
  return (
    <article className={`card card-${tone}`}>
      <h4>
        <ToneGlyph tone={tone} />
        <button
          type="button"
          className="text-button"
          onClick={() => props.onSelect(`restriction:${entry.restriction.id}`)}
        >
          {entry.restriction.name}
        </button>
      </h4>
      {query.phase === 'loading' ? <Notice kind="loading" title="Fetching the restriction." /> : null}
      {query.phase === 'failed' ? (
        <FailedNotice
          title="The restriction could not be fetched."
          message={query.error.message}
          onRetry={query.retry}
        />
      ) : null}
      {more === undefined || more === null ? null : (
        <>
          {more.description ? <p>{more.description}</p> : null}
          <p>
            {sentenceCase(effectWords(more.effect))}{' '}
            {more.limits.length === 0 ? 'every data class' : listed(more.limits.map((limit) => limit.name))}
            {more.audiences.length === 0
              ? ', for every audience'
              : `, for ${listed(more.audiences.map((one) => one.name))}`}
            {more.automated ? ', automatically' : ''}
            {more.startedOn ? `, since ${more.startedOn}` : ''}.
          </p>
          <p>Said to rest on {basisWords(more.basis)}.</p>
        </>
      )}
      <p className={entry.documentation === 'NONE' ? 'loud' : undefined}>
        Documentation: {standingWords(entry)}
        {entry.documentation === 'NONE' ? '. No claim is recorded.' : '.'}
      </p>
      {more === undefined || more === null || more.claims.nodes.length === 0 ? null : (
        <ul className="plain">
          {more.claims.nodes.map((claim) => (
            <li key={claim.id}>
              <strong>{claim.exception ?? claim.lawCitation ?? claim.name}</strong>{' '}
              <span className="quiet">
                {claim.status.toLowerCase()} {claim.claimedAt.slice(0, 10)}
                {claim.reviewBy ? ` · review by ${claim.reviewBy}` : ''}
                {claim.answers.length === 0
                  ? ' · no condition answered'
                  : ` · ${claim.answers.filter((answer) => answer.answer === 'MET').length} of ${counted(claim.answers.length, 'answered condition')} met`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {entry.place === 'BEHIND' ? (
        <p className="quiet">It stands behind another restriction: it would be met if that one were lifted.</p>
      ) : null}
      <details>
        <summary>One path that shows it</summary>
        <p>{entry.witness.sentence}</p>
      </details>
    </article>
  );
};
