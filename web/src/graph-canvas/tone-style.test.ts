import { describe, expect, test } from 'vitest';
import { tones } from '../graph-model/tone.ts';
import { glyphMarkup } from '../ui/glyphs.ts';
import { glyphByTone } from './tone-style.ts';

describe('A status', () => {
  test('is told by its glyph alone: no two are drawn alike in one ink', () => {
    const drawn = tones.map((tone) => glyphMarkup(glyphByTone[tone], { ink: 'black', ground: 'white' }));
    expect(new Set(drawn).size).toBe(tones.length);
  });

  test('that has no documented exception is the only one that is filled', () => {
    const filled = tones.filter((tone) =>
      /^<path[^>]* fill="black"/u.test(glyphMarkup(glyphByTone[tone], { ink: 'black', ground: 'white' })),
    );
    expect(filled).toEqual(['undocumented']);
  });
});
