import type { ReactNode } from 'react';
import { ToneGlyph } from '../../graph-canvas/ToneGlyph.tsx';
import type { StateInput } from '../../graph-model/coverage/coverage-input.ts';
import { basisTone, shortBasisWords, shortOutcomeOf, stateTone } from '../../graph-model/coverage/coverage-words.ts';

/** What a cell shows: the sign and word of its outcome and, where something is held back, of how that is documented. */
export const CoverageCell = ({ state }: { readonly state: StateInput }): ReactNode => (
  <>
    <ToneGlyph tone={stateTone(state)} size={18} />
    <span>{shortOutcomeOf(state)}</span>{' '}
    {state.basis ? (
      <>
        {state.outcome === 'WITHHELD' ? <span /> : <ToneGlyph tone={basisTone[state.basis]} size={14} />}
        <span className="coverage-basis">{shortBasisWords[state.basis]}</span>
      </>
    ) : null}
  </>
);
