import type { ReactNode } from 'react';

/** One ground claimed for a restriction, as the API gives it. */
export interface ClaimTold {
  readonly id: string;
  readonly name: string;
  readonly exception?: string | null | undefined;
  readonly lawCitation?: string | null | undefined;
  readonly rulePack?: string | null | undefined;
  readonly status: string;
  readonly claimedAt: string;
  readonly decidedBy?: string | null | undefined;
  readonly decidedAt?: string | null | undefined;
  readonly reviewBy?: string | null | undefined;
  readonly endedOn?: string | null | undefined;
  readonly answers: readonly {
    readonly condition: string;
    readonly answer: string;
    readonly rationale?: string | null | undefined;
    readonly answeredBy: string;
    readonly answeredAt: string;
    readonly evidence: readonly { readonly id: string; readonly name: string }[];
  }[];
}

/** The grounds claimed for a restriction: which, how they stand, who decided, and each answered condition with its evidence. */
export const Claims = (props: {
  readonly claims: readonly ClaimTold[];
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
                {answer.condition}: {plain(answer.answer)}
                {answer.rationale ? `. ${answer.rationale}` : ''}{' '}
                <span className="quiet">
                  {answer.answeredBy}, {answer.answeredAt.slice(0, 10)} ·{' '}
                  {answer.evidence.length === 0
                    ? 'no evidence'
                    : `evidence: ${answer.evidence.map((piece) => piece.name).join(', ')}`}
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );

const standing = (claim: ClaimTold): string =>
  [
    `${plain(claim.status)}, claimed ${claim.claimedAt.slice(0, 10)}`,
    claim.decidedBy
      ? `decided by ${claim.decidedBy}${claim.decidedAt ? ` ${claim.decidedAt.slice(0, 10)}` : ''}`
      : undefined,
    claim.reviewBy ? `review by ${claim.reviewBy}` : undefined,
    claim.rulePack ? `rules of ${claim.rulePack}` : undefined,
    claim.endedOn ? `ended ${claim.endedOn}` : undefined,
  ]
    .filter((word) => word !== undefined)
    .join(' · ');

/** A code in plain words: `NOT_MET` gives `Not met`. */
const plain = (code: string): string => code.charAt(0).toUpperCase() + code.slice(1).toLowerCase().replaceAll('_', ' ');
