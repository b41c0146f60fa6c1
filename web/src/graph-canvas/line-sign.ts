import type { LineSign } from '../graph-model/legend.ts';

/** The colours a line sign is drawn with: any CSS colour, custom properties included. */
export interface LineSignColors {
  readonly ink: string;
  readonly ground: string;
}

/** The box a line sign is drawn in, in pixels. */
export const lineSignBox = { width: 30, height: 20 } as const;

/** The inside of an SVG of 30 by 20 for the legend's line signs: they end as the lines of the picture do. */
export const lineSignMarkup = (sign: LineSign, { ink, ground }: LineSignColors): string => {
  const line = (to: number): string => `<path d="M1 10H${to}" stroke="${ink}" stroke-width="2" fill="none"/>`;
  switch (sign) {
    case 'arrow':
      return `${line(21)}<path d="M29 10l-9 -5v10z" fill="${ink}"/>`;
    case 'bar':
      return `${line(27)}<path d="M27 3v14" stroke="${ink}" stroke-width="3.5" fill="none"/>`;
    case 'bare':
      return line(29);
    case 'bundle':
      return (
        line(29) +
        `<rect x="4" y="2" width="22" height="16" rx="4" fill="${ground}" stroke="${ink}" stroke-width="1.25"/>` +
        `<text x="15" y="14" font-size="13" text-anchor="middle" fill="${ink}">×2</text>`
      );
  }
};
