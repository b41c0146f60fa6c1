import type { ReactNode } from 'react';
import { witnessLinks } from '../../graph-model/witness-link.ts';
import { Link } from '../../ui/Link.tsx';
import type { FindingData } from './finding-data.ts';
import { conceptWords } from './words.ts';

/** One finding for a room: what it is called, what shows it, what it is about. Its sentence, owner and state stand at the foot, with the presenter. */
export const FindingSlide = (props: {
  readonly finding: FindingData;
  readonly asOf: string | undefined;
}): ReactNode => {
  const { finding } = props;
  const { witness } = finding;
  return (
    <article className="finding-slide" aria-label="The finding that is spoken of">
      <h2>{finding.title}</h2>
      {witness ? (
        <section aria-label="What shows it">
          <h3>What shows it</h3>
          {witness.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <p className="finding-about">
            {witnessLinks(witness, props.asOf).map(({ href, words }) => (
              <Link key={href} className="button" href={href}>
                {words}
              </Link>
            ))}
          </p>
        </section>
      ) : null}
      <section aria-label="What it is about">
        <h3>About</h3>
        <ul className="plain">
          {finding.entities.map(({ concept, id, name }) => (
            <li key={`${concept} ${id}`}>
              {conceptWords(concept)} <strong>{name}</strong>
            </li>
          ))}
        </ul>
      </section>
      {finding.review?.rationale ? <p>Reason: {finding.review.rationale}</p> : null}
      <p className="quiet">
        Rule {finding.rule} version {finding.ruleVersion}
      </p>
    </article>
  );
};
