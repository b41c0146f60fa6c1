import type { ReactNode } from 'react';
import { sentenceCase } from '../../graph-model/words.ts';
import type { DeclaredOnlyData } from './reconciled-item.ts';
import { Thing } from './Thing.tsx';
import { conceptWords } from './words.ts';

/** The id of the section, for what leads there. */
export const declaredOnlyId = 'declared-only';

/** How many are shown; the API has them all at once. */
const most = 200;

/** What people declared and a file that should show it does not, each with why. */
export const DeclaredOnly = ({ things }: { readonly things: readonly DeclaredOnlyData[] }): ReactNode => (
  <section className="sheet" aria-labelledby={declaredOnlyId}>
    <h2 id={declaredOnlyId} tabIndex={-1}>
      Declared only <span className="quiet">{things.length} declared and looked for in vain</span>
    </h2>
    {things.length === 0 ? (
      <p className="quiet">Everything that a complete file should show is there.</p>
    ) : (
      <ul className="plain declared-only">
        {things.slice(0, most).map(({ concept, id, name, why }) => (
          <li key={`${concept} ${id} ${why}`}>
            <span className="quiet">{sentenceCase(conceptWords(concept))}</span>{' '}
            <Thing concept={concept} id={id} name={name} />. {why}
          </li>
        ))}
        {things.length > most ? <li className="quiet">and {things.length - most} more</li> : null}
      </ul>
    )}
  </section>
);
