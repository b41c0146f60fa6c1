import type { SignShape } from '../../graph-model/map/map-view.ts';
import type { Tone } from '../../graph-model/tone.ts';
import { glyphMarkup } from '../../ui/glyphs.ts';
import { colorNameByTone, glyphByTone } from '../tone-style.ts';

/** The colours a sign is drawn with: any CSS colour, custom properties included. `tone` gives that of a status. */
export interface SignColors {
  readonly ink: string;
  readonly ground: string;
  readonly tone: (tone: Tone) => string;
}

/** The colours of signs on the page, as custom properties. */
export const pageSignColors: SignColors = {
  ink: 'var(--text)',
  ground: 'var(--panel)',
  tone: (tone) => `var(${colorNameByTone[tone]})`,
};

/** The inside of an SVG of 24 by 24 for a sign. Each shape differs without colour: bars, slices of a disc, letters, a tick. */
export const signMarkup = (shape: SignShape, colors: SignColors): string => {
  const { ink, ground } = colors;
  const [kind, value = ''] = shape.split(':');
  if (kind === 'tone') {
    const tone = value as Tone;
    return glyphMarkup(glyphByTone[tone], { ink: colors.tone(tone), ground });
  }
  if (kind === 'level') return bars(Number(value), ink, ground);
  if (kind === 'age') return slices(Number(value), ink, ground);
  if (kind === 'letter') {
    return (
      disc(ink, ground) +
      `<text x="12" y="${value.length > 1 ? 15.6 : 16.4}" font-family="sans-serif" font-size="${value.length > 1 ? 10 : 12.5}" font-weight="bold" text-anchor="middle" fill="${ink}">${value}</text>`
    );
  }
  return kind === 'yes'
    ? disc(ink, ink) + `<path d="M7.5 12.4l3 3L16.6 9" fill="none" stroke="${ground}" stroke-width="2.6"/>`
    : disc(ink, ground) + `<path d="M8 12h8" fill="none" stroke="${ink}" stroke-width="2.2"/>`;
};

const disc = (ink: string, ground: string): string =>
  `<circle cx="12" cy="12" r="9.8" fill="${ground}" stroke="${ink}" stroke-width="2"/>`;

const bars = (filled: number, ink: string, ground: string): string =>
  `<rect x="1" y="2" width="22" height="20" rx="3" fill="${ground}" stroke="${ink}" stroke-width="1.2"/>` +
  [1, 2, 3, 4, 5]
    .map((bar) => {
      const height = 2 + bar * 2.6;
      return `<rect x="${0.1 + bar * 3.8 - 0.6}" y="${19.5 - height}" width="2.8" height="${height}" fill="${bar <= filled ? ink : ground}" stroke="${ink}" stroke-width="0.8"/>`;
    })
    .join('');

/** A disc of which so many thirds are filled, as a clock runs. */
const slices = (filled: number, ink: string, ground: string): string => {
  if (filled >= 3) return disc(ink, ink);
  if (filled <= 0) return disc(ink, ground);
  const angle = (filled / 3) * 2 * Math.PI;
  const x = 12 + 9.8 * Math.sin(angle);
  const y = 12 - 9.8 * Math.cos(angle);
  return (
    disc(ink, ground) +
    `<path d="M12 12V2.200A9.8 9.8 0 ${filled > 1.5 ? 1 : 0} 1 ${x.toFixed(2)} ${y.toFixed(2)}Z" fill="${ink}"/>`
  );
};

/** The inside of an SVG of 24 by 24 for a pinned box. */
export const pinMarkup = (ink: string, ground: string): string =>
  `<circle cx="12" cy="12" r="10.500" fill="${ground}" stroke="${ink}" stroke-width="1.5"/>` +
  `<path d="M9 6h6M10 6v5l-2 2.500h8L14 11V6M12 13.500V19" fill="none" stroke="${ink}" stroke-width="1.8" stroke-linejoin="round" stroke-linecap="round"/>`;

/** A whole SVG as a data address, `size` pixels square: for the canvas, which cannot hold markup. */
export const markupUri = (markup: string, size: number): string =>
  `data:image/svg+xml;utf8,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 24 24">${markup}</svg>`,
  )}`;
