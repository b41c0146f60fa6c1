import type { ReactNode } from 'react';
import type { ClaimData } from './story-data.ts';
import { timeWords } from '../../ui/time-words.ts';
import { answerWords } from './words.ts';

/** Every version of the answer to a condition, newest first: nothing is edited in place. */
export const Versions = (props: { readonly claim: ClaimData; readonly condition: string }): ReactNode => {
  const versions = props.claim.answerVersions.filter(({ condition }) => condition === props.condition).toReversed();
  const [latest] = versions;
  if (latest === undefined) return null;
  const by = `Version ${latest.version}, ${latest.answeredBy}, ${timeWords(latest.answeredAt)}`;
  if (versions.length === 1) return <p className="quiet">{by}</p>;
  return (
    <details className="versions">
      <summary className="quiet">{by}</summary>
      <ol className="plain" reversed>
        {versions.map((version) => (
          <li key={version.version}>
            Version {version.version}: {answerWords[version.answer]}
            {version.rationale ? `. ${version.rationale}` : ''}{' '}
            <span className="quiet">
              {version.answeredBy}, {timeWords(version.answeredAt)}
              {version.evidence.length === 0 ? '' : ` · ${version.evidence.map(({ name }) => name).join(', ')}`}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
};
