import type { ReactNode } from 'react';
import { lineSignBox, lineSignMarkup } from '../../graph-canvas/line-sign.ts';
import { isLineSign, type LegendEntry, type LineSign } from '../../graph-model/legend.ts';
import { ToneGlyph } from '../../graph-canvas/ToneGlyph.tsx';

/** What the signs on the picture mean: only those that are on it. */
export const Legend = ({ entries }: { readonly entries: readonly LegendEntry[] }): ReactNode => (
  <ul className="legend" aria-label="Legend">
    {entries.map(({ sign, words }) => (
      <li key={sign}>
        {isLineSign(sign) ? <LineGlyph sign={sign} /> : <ToneGlyph tone={sign} size={18} />}
        <span>{words}</span>
      </li>
    ))}
  </ul>
);

const LineGlyph = ({ sign }: { readonly sign: LineSign }): ReactNode => (
  <svg
    width={lineSignBox.width}
    height={lineSignBox.height}
    viewBox={`0 0 ${lineSignBox.width} ${lineSignBox.height}`}
    aria-hidden="true"
    // The markup is the product's own constant drawing, never data.
    dangerouslySetInnerHTML={{ __html: lineSignMarkup(sign, { ink: 'var(--quiet)', ground: 'var(--panel)' }) }}
  />
);
