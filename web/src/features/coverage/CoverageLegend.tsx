import type { ReactNode } from 'react';
import type { CoverageQuery } from '../../gql/graphql.ts';
import { ToneGlyph } from '../../graph-canvas/ToneGlyph.tsx';
import { coverageBases, coverageOutcomes } from '../../graph-model/coverage/coverage-input.ts';
import { basisTone, basisWords } from '../../graph-model/coverage/coverage-words.ts';
import { outcomeTone } from '../../graph-model/tone.ts';
import { outcomeWords } from '../../graph-model/words.ts';

type Counts = CoverageQuery['coverage']['counts'];

/** The signs that are in the matrix, in words, each with how many cells have it: outcomes, then the documentation of what holds back. */
export const CoverageLegend = ({ counts }: { readonly counts: Counts }): ReactNode => {
  const sum = (fits: (count: Counts[number]) => boolean): number =>
    counts.filter(fits).reduce((total, { count }) => total + count, 0);
  const bases = coverageBases.map((basis) => [basis, sum((each) => each.basis === basis)] as const);
  return (
    <div className="coverage-legends">
      <ul className="legend" aria-label="Outcomes, with how many answers">
        {coverageOutcomes.map((outcome) => {
          const count = sum((each) => each.outcome === outcome);
          return count === 0 ? null : (
            <li key={outcome}>
              {outcome === 'WITHHELD' ? null : <ToneGlyph tone={outcomeTone(outcome)} size={18} />}
              <span>
                {outcomeWords[outcome]} <strong>{count.toLocaleString('en-US')}</strong>
              </span>
            </li>
          );
        })}
      </ul>
      {bases.every(([, count]) => count === 0) ? null : (
        <ul className="legend" aria-label="How what limits or withholds is documented, with how many answers">
          {bases.map(([basis, count]) =>
            count === 0 ? null : (
              <li key={basis}>
                <ToneGlyph tone={basisTone[basis]} size={18} />
                <span>
                  {basisWords[basis]} <strong>{count.toLocaleString('en-US')}</strong>
                </span>
              </li>
            ),
          )}
        </ul>
      )}
    </div>
  );
};
