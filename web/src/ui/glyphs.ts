/** The glyphs of the product. They differ by shape and sign, so that they read without colour. */
export type GlyphName = 'check' | 'clock' | 'section' | 'alert' | 'caution' | 'half' | 'question' | 'dash' | 'dot';

/** The two colours a glyph is drawn with. `ground` is what it stands on. */
export interface GlyphColors {
  readonly ink: string;
  readonly ground: string;
}

const octagon = 'M8.2 3h7.6L21 8.2v7.6L15.8 21H8.2L3 15.8V8.2Z';

/**
 * The inside of an SVG of 24 by 24 for a glyph. The signs are paths, so that every machine draws the same whatever fonts it has.
 * Colours are any CSS colour, custom properties included.
 */
export const glyphMarkup = (name: GlyphName, { ink, ground }: GlyphColors): string => {
  const line = (d: string, width = 2, color = ink): string =>
    `<path d="${d}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
  const circle = (extra = ''): string =>
    `<circle cx="12" cy="12" r="9.2" fill="${ground}" stroke="${ink}" stroke-width="2"${extra}/>`;
  switch (name) {
    case 'check':
      return circle() + line('M8 12.4l2.8 2.8L16.2 9.2', 2.2);
    case 'clock':
      return circle() + line('M12 7v5.2l3.4 2', 2);
    case 'section':
      return (
        `<rect x="3" y="3" width="18" height="18" rx="2" fill="${ground}" stroke="${ink}" stroke-width="2"/>` +
        line(
          'M14.7 8.3c-.4-1.2-1.4-1.8-2.7-1.8-1.5 0-2.7.8-2.7 2.1 0 2.9 5.6 2.3 5.6 5.1 0 1-.8 1.7-1.9 1.900M9.3 15.700c.4 1.2 1.4 1.8 2.7 1.8 1.5 0 2.7-.8 2.7-2.1 0-2.9-5.6-2.3-5.6-5.1 0-1 .8-1.7 1.9-1.9',
          1.6,
        )
      );
    case 'alert':
      return (
        `<path d="${octagon}" fill="${ink}" stroke="${ink}" stroke-width="2" stroke-linejoin="round"/>` +
        line('M12 7v6.200M12 16.900v.1', 2.6, ground)
      );
    case 'caution':
      return (
        `<path d="${octagon}" fill="${ground}" stroke="${ink}" stroke-width="2" stroke-linejoin="round"/>` +
        line('M12 7v6.200M12 16.900v.1', 2.6)
      );
    case 'half':
      return (
        `<path d="${octagon}" fill="${ground}" stroke="${ink}" stroke-width="2" stroke-linejoin="round"/>` +
        `<circle cx="12" cy="12" r="4.4" fill="none" stroke="${ink}" stroke-width="1.6"/><path d="M12 7.600a4.4 4.4 0 0 0 0 8.800Z" fill="${ink}"/>`
      );
    case 'question':
      return (
        `<path d="M12 2 22 12 12 22 2 12Z" fill="${ground}" stroke="${ink}" stroke-width="2" stroke-linejoin="round"/>` +
        line('M9.7 9.900c.2-1.3 1.1-2 2.4-2 1.3 0 2.3.8 2.3 2 0 1.6-2.3 1.8-2.3 3.400M12.1 16v.1', 1.9)
      );
    case 'dash':
      return circle() + line('M8 12h8', 2.2);
    case 'dot':
      return circle(' stroke-dasharray="2.6 2.2"') + `<circle cx="12" cy="12" r="1.9" fill="${ink}"/>`;
  }
};

/** A whole SVG of a glyph as a data address, `size` pixels square: for the canvas, which cannot hold markup. */
export const glyphDataUri = (name: GlyphName, colors: GlyphColors, size = 22): string =>
  `data:image/svg+xml;utf8,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 24 24">${glyphMarkup(name, colors)}</svg>`,
  )}`;
