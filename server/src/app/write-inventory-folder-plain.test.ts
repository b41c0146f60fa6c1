import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parsePlainEntries } from './read-inventory-folder-plain.ts';
import { formatPiece, formatYaml } from './write-inventory-folder-yaml.ts';

const text = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[A-Za-zÄé検][A-Za-z0-9 _.,;:()/+%&='"?!#-]{0,12}$/) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }) },
  fc.constantFrom(
    'yes',
    'No',
    'null',
    'y',
    'nan',
    'Inf',
    '2021-04-05',
    '2021-04-05T01:02:03.004Z',
    'import:run-1',
    'a: b',
    'a #b',
    'true',
  ),
);
const list = fc.array(text, { minLength: 1, maxLength: 3 });
const link = fc.oneof(text, fc.record({ class: text, role: text }), fc.record({ class: text, source: text }));
const entry = fc.record(
  {
    id: text,
    name: text,
    certified: fc.boolean(),
    fhirResources: list,
    limits: list,
    holds: fc.array(link, { minLength: 1, maxLength: 3 }),
    appliesTo: fc.record({ channel: text }),
    answers: fc.array(fc.record({ condition: text }), { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: ['id'] },
);
const entries = fc.array(entry, { minLength: 1, maxLength: 3 });

describe('the plain form of an inventory file', () => {
  it('is what the YAML library writes', () => {
    fc.assert(
      fc.property(entries, (value) => {
        expect(formatYaml(value)).toBe(value.map((each) => formatPiece([each])).join(''));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is read as the YAML library reads it, or left to it', () => {
    fc.assert(
      fc.property(entries, (value) => {
        const written = formatYaml(value);
        expect(parsePlainEntries(written) ?? parse(written)).toEqual(value);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is read as the YAML library reads it when somebody changes a character, or left to it', () => {
    const changed = fc
      .tuple(
        entries,
        fc.nat(),
        fc.nat(2),
        fc.constantFrom(
          '',
          ' ',
          '\n',
          ':',
          ',',
          "'",
          '"',
          '#',
          '[',
          ']',
          '{',
          '}',
          '-',
          '  ',
          '&',
          '*',
          '!',
          'x',
          '0',
          '\t',
          '~',
        ),
      )
      .map(([value, at, cut, what]) => {
        const written = formatYaml(value);
        const place = at % written.length;
        return written.slice(0, place) + what + written.slice(place + cut);
      });
    fc.assert(
      fc.property(changed, (written) => {
        const plain = parsePlainEntries(written);
        if (plain === undefined) return;
        expect(plain).toStrictEqual(parse(written));
      }),
      { numRuns: 4_000 },
    );
  });

  it.each([
    ['- id: a\n  name: b\n', [{ id: 'a', name: 'b' }]],
    [
      '- id: a\n  holds:\n    - {class: b, role: COPY}\n    - c\n',
      [{ id: 'a', holds: [{ class: 'b', role: 'COPY' }, 'c'] }],
    ],
    ["- id: a\n  drsStatus: 'YES'\n", [{ id: 'a', drsStatus: 'YES' }]],
  ])('reads %j itself', (written, value) => {
    expect(parsePlainEntries(written)).toStrictEqual(value);
  });

  it.each([
    '- id: a\n  name: b\n    c\n',
    '- id: a\n  id: b\n',
    '- id: a\n  name:\n',
    '- id: a # comment\n',
    '- id: &x a\n',
    '- id: null\n',
    '- id: 12\n',
    'id: a\n',
    '# nothing\n',
    '',
  ])('leaves %j to the YAML parser', (written) => {
    expect(parsePlainEntries(written)).toBeUndefined();
  });
});
