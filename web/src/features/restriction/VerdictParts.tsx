import type { ReactNode } from 'react';
import { ToneGlyph } from '../../graph-canvas/ToneGlyph.tsx';
import { restrictionTone } from '../../graph-model/tone.ts';
import { documentationWords, sentenceCase } from '../../graph-model/words.ts';
import { audienceWords, classWords } from './part-words.ts';
import type { RestrictionData, VerdictData } from './story-data.ts';
import { verdictNames } from './words.ts';

/** What the restriction comes to, part by part: what is wider than its basis stands alone. */
export const VerdictParts = (props: {
  readonly restriction: Pick<RestrictionData, 'id' | 'name' | 'effect'>;
  readonly verdict: VerdictData;
}): ReactNode => (
  <ul className="plain verdict-parts">
    {props.verdict.parts.map((part) => (
      <li key={JSON.stringify([part.classes, part.audiences, part.sentence])}>
        <p className="with-glyph">
          <ToneGlyph
            tone={restrictionTone({
              restriction: props.restriction,
              place: 'MET',
              audiences: [],
              documentation: part.documentation,
              verdict: part.verdict,
            })}
          />
          <span>
            <strong>{verdictNames[part.verdict]}</strong> · {sentenceCase(documentationWords(part.documentation))}
          </span>
        </p>
        <p>
          {classWords(part, props.verdict.parts.length)}, {audienceWords(part, props.verdict.parts.length)}.{' '}
          {part.sentence}
        </p>
        {part.missing.length === 0 ? null : (
          <ul className="missing">
            {part.missing.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        )}
      </li>
    ))}
  </ul>
);
