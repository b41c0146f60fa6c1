import type { Tone } from '../graph-model/tone.ts';
import type { GlyphName } from '../ui/glyphs.ts';

/** The glyph of each status. */
export const glyphByTone: Readonly<Record<Tone, GlyphName>> = {
  released: 'check',
  limited: 'clock',
  withheld: 'section',
  undocumented: 'alert',
  unprotected: 'caution',
  incomplete: 'half',
  review: 'question',
  none: 'dash',
  unknown: 'dot',
};

/** The custom property that holds the colour of each status. */
export const colorNameByTone: Readonly<Record<Tone, string>> = {
  released: '--released',
  limited: '--limited',
  withheld: '--withheld',
  undocumented: '--undocumented',
  unprotected: '--undocumented',
  incomplete: '--incomplete',
  review: '--review',
  none: '--stranded',
  unknown: '--unknown',
};
