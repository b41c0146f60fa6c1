import type { ReactNode } from 'react';
import type { WorkshopItemKind } from '../../gql/graphql.ts';

/** A drawing for each kind of saying, as lines in a square of 24. None is a status glyph: those say how data fares, these what was said. */
const drawings: Readonly<Record<WorkshopItemKind, string>> = {
  // A pencil.
  PROPOSAL: 'M4 20l1-4.500L16 4.500l3.500 3.500L8.500 19ZM13.500 7l3.500 3.500',
  // A flag.
  DECISION: 'M6 21V3.500h12l-3 4.500 3 4.500H6',
  // A question in a speech bubble.
  QUESTION:
    'M3.500 4h17v12.500H12L7.500 21v-4.500h-4ZM10 8.500c.2-1.200 3.900-1.300 3.900.7 0 1.300-1.900 1.200-1.900 2.600M12 14v.1',
  // A magnifying glass.
  UNKNOWN: 'M10.500 4a6.500 6.500 0 1 0 0 13a6.500 6.500 0 1 0 0-13M15.300 15.300L21 21',
  // A bookmark.
  PARKED: 'M6.500 3h11v18L12 16.500 6.500 21Z',
  // A written sheet with its corner folded.
  NOTE: 'M5 3h9.500L19 7.500V21H5ZM8.500 11.500h7M8.500 15.500h7',
  // A framed landscape.
  PICTURE: 'M3 5h18v14H3ZM3.500 17l5.500-6 4 4.500 2.500-2.500 5 4.500M16 8.800v.1',
};

/** The sign of a kind of saying. Decoration: its word always stands beside it. */
export const KindSign = ({ kind }: { readonly kind: WorkshopItemKind }): ReactNode => (
  <svg className="kind-sign" width="18" height="18" viewBox="0 0 24 24" aria-hidden="true">
    <path
      d={drawings[kind]}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);
