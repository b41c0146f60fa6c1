import type { ReactNode } from 'react';
import type { RestrictionStoryQuery } from '../../gql/graphql.ts';
import { counted, sentenceCase } from '../../graph-model/words.ts';

type Claim = NonNullable<RestrictionStoryQuery['restriction']>['claims']['nodes'][number];

/** The grounds claimed for a restriction: which, how they stand, who decided, and each answered condition with its evidence. */
export const Claims = (props: {
  readonly claims: readonly Claim[];
  /** The name of an exception by its code. */
  readonly nameOf: (code: string) => string;
}): ReactNode =>
  props.claims.length === 0 ? (
    <p className="loud">No claim is recorded: no documented exception.</p>
  ) : (
    <ul className="plain claims">
      {props.claims.map((claim) => (
        <li key={claim.id}>
          <strong>{claim.exception ? props.nameOf(claim.exception) : (claim.lawCitation ?? claim.name)}</strong>
          <p className="quiet">{standing(claim)}</p>
          {claim.answers.length === 0 ? <p>No condition is answered.</p> : null}
          <ul className="plain">
            {claim.answers.map((answer) => (
              <li key={answer.condition}>
                {answer.condition}: {sentenceCase(answer.answer.toLowerCase().replaceAll('_', ' '))}
                {answer.rationale ? `. ${answer.rationale}` : ''}{' '}
                <span className="quiet">
                  {answer.answeredBy}, {answer.answeredAt.slice(0, 10)} ·{' '}
                  {answer.evidence.length === 0
                    ? 'no evidence'
                    : `${counted(answer.evidence.length, 'piece')} of evidence: ${answer.evidence.map((piece) => piece.name).join(', ')}`}
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );

const standing = (claim: Claim): string =>
  [
    `${sentenceCase(claim.status.toLowerCase())}, claimed ${claim.claimedAt.slice(0, 10)}`,
    claim.decidedBy
      ? `decided by ${claim.decidedBy}${claim.decidedAt ? ` ${claim.decidedAt.slice(0, 10)}` : ''}`
      : undefined,
    claim.reviewBy ? `review by ${claim.reviewBy}` : undefined,
    claim.rulePack ? `rules of ${claim.rulePack}` : undefined,
    claim.endedOn ? `ended ${claim.endedOn}` : undefined,
  ]
    .filter((word) => word !== undefined)
    .join(' · ');
