import type { ReactNode } from 'react';
import { colorNameByTone, glyphByTone } from './tone-style.ts';
import type { Tone } from '../graph-model/tone.ts';
import { Glyph } from '../ui/Glyph.tsx';

/** The glyph of a status. The words must stand beside it. */
export const ToneGlyph = ({ tone, size = 20 }: { readonly tone: Tone; readonly size?: number }): ReactNode => (
  <Glyph name={glyphByTone[tone]} color={colorNameByTone[tone]} size={size} />
);
