import type { ReactNode } from 'react';
import type { FindingLevel, FindingState } from '../../gql/graphql.ts';
import { sentenceCase } from '../../graph-model/words.ts';
import { levels, levelWords, stateWords } from './words.ts';

/** How soon something wants attention: the word, with one, two or three bars before it. */
export const LevelMark = ({ level }: { readonly level: FindingLevel }): ReactNode => (
  <span className="level-mark">
    <svg className="glyph" width="18" height="16" viewBox="0 0 18 16" aria-hidden="true">
      {levels.map((_, index) => {
        const height = 6 + index * 4;
        return (
          <rect
            key={height}
            className={index < levels.length - levels.indexOf(level) ? 'bar-full' : 'bar-empty'}
            x={1 + index * 6}
            y={15 - height}
            width="4"
            height={height}
          />
        );
      })}
    </svg>
    {sentenceCase(levelWords[level])}
  </span>
);

/** Where a finding stands: the word in a frame; what is decided has a full line, what is open a broken one. */
export const StateMark = ({ state }: { readonly state: FindingState }): ReactNode => (
  <span className={`state-mark ${state === 'OPEN' ? 'state-open' : 'state-decided'}`}>
    {sentenceCase(stateWords[state])}
  </span>
);
