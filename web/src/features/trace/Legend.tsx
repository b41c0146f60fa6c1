import type { ReactNode } from 'react';
import type { LegendEntry } from '../../graph-model/legend.ts';
import { ToneGlyph } from './ToneGlyph.tsx';

/** What the signs on the picture mean: only those that are on it. */
export const Legend = ({ entries }: { readonly entries: readonly LegendEntry[] }): ReactNode => (
  <ul className="legend" aria-label="Legend">
    {entries.map((entry) => (
      <li key={entry.tone}>
        <ToneGlyph tone={entry.tone} size={18} />
        <span>{entry.words}</span>
      </li>
    ))}
  </ul>
);
