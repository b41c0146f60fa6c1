import type { ReactNode } from 'react';
import { counted, listed } from '../../graph-model/words.ts';
import type { GroundData } from './story-data.ts';
import { verdictNames } from './words.ts';

/** What is still missing for which verdict, at this moment: the fewest steps to each, or what rules it out. */
export const ToReach = (props: {
  readonly ground: GroundData;
  readonly onGo: (condition: string) => void;
}): ReactNode => (
  <section className="to-reach" aria-label="What is still missing" aria-live="polite">
    <h4>What is still missing</h4>
    {props.ground.toReach.map((reach) => (
      <div key={reach.verdict}>
        <p>
          <strong>{verdictNames[reach.verdict]}</strong>: {sentence(reach)}
        </p>
        {reach.steps.length === 0 ? null : (
          <ul className="plain">
            {reach.steps.map((step) => (
              <li key={step.condition ?? step.words}>
                {step.condition ? (
                  <button type="button" className="text-button" onClick={() => props.onGo(step.condition ?? '')}>
                    {step.condition}
                    {step.wanted === 'NOT_MET' ? ' (no)' : ''}
                  </button>
                ) : null}{' '}
                {step.words}
              </li>
            ))}
          </ul>
        )}
        {reach.isPossible ? null : (
          <p className="quiet">
            Against it: {listed([...reach.against])}. If an answer there is wrong, answer it again; else another ground
            has to be looked for.
          </p>
        )}
      </div>
    ))}
  </section>
);

const sentence = ({ isPossible, steps }: GroundData['toReach'][number]): string => {
  if (!isPossible) return 'ruled out by what is answered or recorded.';
  return steps.length === 0 ? 'nothing is missing.' : `${counted(steps.length, 'step')} to go, at least.`;
};
