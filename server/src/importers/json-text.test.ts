import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJsonText } from './json-text.ts';

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('JSON with places', () => {
  it('reads every JSON text as the language does', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseJsonText(text)).toStrictEqual({ ok: true, value: JSON.parse(text) as unknown });
      }),
    );
  });

  it('refuses exactly what the language refuses, at a place inside the text', () => {
    const broken = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', ']', '"', ':', '\\', '\n', '\u0001', '-', '0'))
      .map(([text, at, what]) => text.slice(0, at % text.length) + what + text.slice((at % text.length) + 1));
    fc.assert(
      fc.property(broken, (text) => {
        const result = parseJsonText(text);
        expect(result.ok).toBe(parses(text));
        if (result.ok) return;
        const lines = text.split('\n');
        expect(result.error.line).toBeLessThanOrEqual(lines.length);
        expect(result.error.column).toBeLessThanOrEqual((lines[result.error.line - 1]?.length ?? 0) + 1);
        // What stands before the place is no mistake: cut there, the text lacks its end and nothing else.
        expect(result.error.message).not.toBe('');
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['{"a": tru}', 1, 7, 'a value should stand here'],
    ['{"a" 1}', 1, 6, 'a colon should stand here'],
    ['[1 2]', 1, 4, 'a comma or ] should stand here'],
    ['{a: 1}', 1, 2, 'a field name in double quotes should stand here'],
    ['{"a": 1}\n{', 2, 1, 'nothing should follow here'],
    ['{"a": "x', 1, 7, 'this text has no closing quote'],
    ['{"a":', 1, 6, 'the text ends where a value should follow'],
  ])('%s', (text, line, column, message) => {
    expect(parseJsonText(text)).toStrictEqual({ ok: false, error: { reason: 'NOT_JSON', line, column, message } });
  });

  it('finds the place in a text with a string of many megabytes', () => {
    const long = `"${'x'.repeat(20 * 1024 * 1024)}\\u00e9\\n"`;
    const cut = parseJsonText(`{"a": ${long}`);
    expect(cut).toMatchObject({ ok: false, error: { reason: 'NOT_JSON', line: 1 } });
    expect(parseJsonText(`{"a": ${long.slice(0, -1)}`)).toMatchObject({
      error: { column: 7, message: 'this text has no closing quote' },
    });
  });

  it.each(['"\\x"', '"\\u12g4"', '"\\u12', '"\\', '"a\tb"'])('refuses the string %s at its beginning', (text) => {
    expect(parseJsonText(text)).toMatchObject({ ok: false, error: { line: 1, column: 1 } });
  });

  it('counts levels, not brackets in strings', () => {
    expect(parseJsonText(`"${'['.repeat(500)}"`).ok).toBe(true);
    expect(parseJsonText('[[[]]]', 3).ok).toBe(true);
    expect(parseJsonText('[[[]]]', 2)).toMatchObject({ ok: false, error: { reason: 'TOO_DEEP', column: 3 } });
  });
});
