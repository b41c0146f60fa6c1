import type { ReactNode } from 'react';
import type { AnswerData, ConditionData, EvidenceData } from './story-data.ts';
import { timeWords } from '../../ui/time-words.ts';

/** The documents behind an answer: each with the date it bears, when the server recorded it, and whether that was late. */
export const EvidenceList = (props: {
  readonly answer: AnswerData | undefined;
  readonly state: ConditionData;
}): ReactNode => {
  const evidence = props.answer?.evidence ?? [];
  if (evidence.length === 0) return null;
  const lateIds = new Set(props.state.evidence.filter(({ late }) => late).map((seen) => seen.evidence.id));
  return (
    <ul className="plain evidence" aria-label="Evidence">
      {evidence.map((piece) => (
        <li key={piece.id}>
          <EvidenceName evidence={piece} />{' '}
          <span className="quiet">
            {piece.dated ? `dated ${piece.dated}` : 'undated'}, recorded {timeWords(piece.recordedAt)}
            {piece.sha256 ? ` · SHA-256 ${piece.sha256.slice(0, 12)}…` : ''}
          </span>
          {lateIds.has(piece.id) ? <strong className="late"> Late for this condition.</strong> : null}
        </li>
      ))}
    </ul>
  );
};

/** A link leads out of the product, so it says nothing of where it came from; a file is a download. */
const EvidenceName = ({ evidence }: { readonly evidence: EvidenceData }): ReactNode => {
  const { name, uri, download, fileName, bytes } = evidence;
  if (download) {
    return (
      <a href={download} download={fileName ?? undefined}>
        {name}
        {bytes ? ` (${sizeWords(bytes)})` : ''}
      </a>
    );
  }
  return uri && /^https?:/i.test(uri) ? (
    <a href={uri} target="_blank" rel="noopener noreferrer">
      {name}
    </a>
  ) : (
    name
  );
};

const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
