import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseWorkshopSource, sourceWords, workshopSource } from './source.ts';

it('gives back the workshop and the person of a source', () => {
  const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,12}$/);
  fc.assert(
    fc.property(id, fc.string({ minLength: 1, unit: 'grapheme' }), (workshop, person) => {
      const source = workshopSource(workshop, person);
      expect(parseWorkshopSource(source)).toEqual({ workshop, person });
      expect(sourceWords(source, () => 'Lab results')).toBe(`${person}, in workshop Lab results`);
    }),
  );
});

it('leaves every other source as it is', () => {
  for (const source of ['J. Rivera', 'import:run-1', 'workshop:', 'workshop:x/', 'workshop:x y/z'])
    expect(sourceWords(source, () => undefined)).toBe(source);
});
