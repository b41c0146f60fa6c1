import type { ReactNode } from 'react';
import type { DrawingSign } from '../../graph-model/map/map-overlay.ts';
import { pinMarkup } from './sign-markup.ts';

/** How a folded group, a kind of line, a plate or a pin looks on the map. The words must stand beside it. */
export const DrawingGlyph = ({ sign }: { readonly sign: DrawingSign }): ReactNode =>
  sign === 'pin' ? (
    <svg
      width={18}
      height={18}
      viewBox="0 0 24 24"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: pinMarkup('var(--accent)', 'var(--panel)') }}
    />
  ) : (
    <svg width={30} height={20} viewBox="0 0 30 20" aria-hidden="true">
      {sign === 'group' ? (
        <>
          <rect x="2" y="2" width="26" height="16" rx="4" fill="var(--panel)" stroke="var(--node-line)" />
          <rect x="5" y="5" width="20" height="10" rx="2" fill="none" stroke="var(--node-line)" />
        </>
      ) : sign === 'chip' ? (
        <>
          <rect x="2" y="2" width="26" height="16" rx="8" fill="var(--panel)" stroke="var(--accent)" />
          <text x="15" y="14" fontSize="11" textAnchor="middle" fill="var(--text)">
            +2
          </text>
        </>
      ) : (
        <>
          <path d="M1 10H21" stroke="var(--node-line)" strokeWidth={sign === 'bundle' ? 3.5 : 1.8} fill="none" />
          {sign === 'serves' ? (
            <circle cx="25" cy="10" r="4" fill="var(--panel)" stroke="var(--node-line)" strokeWidth="1.8" />
          ) : (
            <path d="M29 10l-9 -5v10z" fill="var(--node-line)" />
          )}
        </>
      )}
    </svg>
  );
