import type { ReactNode } from 'react';
import { restrictionTone } from '../../graph-model/tone.ts';
import { sentenceCase, standingWords } from '../../graph-model/words.ts';
import { ToneGlyph } from '../../graph-canvas/ToneGlyph.tsx';
import type { AnswerData, PathData } from './trace-data.ts';

const endings = { RELEASED: 'released', LIMITED: 'released, limited', STOPPED: 'stopped' } as const;

/** The chosen path: its sentence, and each restriction on it in the order it is met, with how that is documented. */
export const PathStory = (props: {
  readonly path: PathData;
  readonly answer: AnswerData;
  readonly audience: string;
  readonly onSelect: (id: string) => void;
}): ReactNode => {
  const { path, answer } = props;
  const met = path.restrictions.flatMap((id) => answer.restrictions.find((entry) => entry.restriction.id === id) ?? []);
  return (
    <section className="story path-story" aria-label="The chosen path">
      <header>
        <h2>The chosen path</h2>
        <p className="quiet">
          For {props.audience} · {endings[path.status]}
        </p>
        <p>{path.sentence}</p>
      </header>
      <h3>Restrictions on it</h3>
      {met.length === 0 ? <p>It meets no restriction.</p> : null}
      <ul className="overview-list">
        {met.map((entry) => (
          <li key={entry.restriction.id}>
            <button type="button" onClick={() => props.onSelect(`restriction:${entry.restriction.id}`)}>
              <ToneGlyph tone={restrictionTone(entry)} size={18} />
              <span>
                {entry.restriction.name}
                <br />
                <span className="quiet">{sentenceCase(standingWords(entry))}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
