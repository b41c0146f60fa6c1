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

/** The inside of an SVG of 24 by 24 for a sign. Each shape differs without colour: bars, slices of a disc, letters, a drum, an arrow. */
export const signMarkup = (shape: SignShape, colors: SignColors): string => {
  const { ink, ground } = colors;
  const [kind = '', value = ''] = shape.split(':');
  if (kind === 'tone') {
    const tone = value as Tone;
    return glyphMarkup(glyphByTone[tone], { ink: colors.tone(tone), ground });
  }
  if (kind === 'level') return bars(Number(value), ink, ground);
  if (kind === 'age') return slices(Number(value), ink, ground);
  if (kind === 'letter') {
    return (
      disc(ink, ground) +
      `<text x="12" y="${16.4 - 0.4 * value.length}" font-family="sans-serif" font-size="${[12.5, 12.5, 10.5, 8.5][value.length] ?? 8.5}" font-weight="bold" text-anchor="middle" fill="${ink}">${value.replaceAll(/[^\p{L}\p{N}?…]/gu, '')}</text>`
    );
  }
  return classMarkup[kind]?.(ink, ground) ?? '';
};

/** A class is held (a drum, half full for a part of it), carried (an arrow), released (an arrow out of a frame), or not there (a dash). None looks like a status. */
const classMarkup: Readonly<Record<string, (ink: string, ground: string) => string>> = {
  holds: (ink, ground) =>
    `<path d="M3.500 6v12c0 2.200 3.800 4 8.500 4s8.500-1.800 8.500-4V6" fill="${ink}" stroke="${ink}" stroke-width="1.500"/>` +
    `<ellipse cx="12" cy="6" rx="8.500" ry="3.800" fill="${ground}" stroke="${ink}" stroke-width="1.500"/>`,
  carries: (ink, ground) =>
    `<path d="M2 9h10V4l10 8-10 8v-5H2z" fill="${ground}" stroke="${ink}" stroke-width="2" stroke-linejoin="round"/>`,
  releases: (ink, ground) =>
    `<path d="M13 3H3v18h10" fill="${ground}" stroke="${ink}" stroke-width="2.400"/>` +
    `<path d="M8 12h12M15.500 7l5 5-5 5" fill="none" stroke="${ink}" stroke-width="2.600" stroke-linejoin="round"/>`,
  part: (ink, ground) =>
    `<path d="M3.500 6v12c0 2.200 3.800 4 8.500 4s8.500-1.800 8.500-4V6" fill="${ground}" stroke="${ink}" stroke-width="1.500"/>` +
    `<path d="M12 6v16c-4.700 0-8.500-1.800-8.500-4V6z" fill="${ink}"/>` +
    `<ellipse cx="12" cy="6" rx="8.500" ry="3.800" fill="${ground}" stroke="${ink}" stroke-width="1.500"/>`,
  absent: (ink, ground) =>
    `<rect x="5" y="8.500" width="14" height="7" rx="3.500" fill="${ground}" stroke="${ink}" stroke-width="1"/>` +
    `<path d="M8.500 12h7" stroke="${ink}" stroke-width="1.600"/>`,
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
