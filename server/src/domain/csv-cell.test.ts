import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell } from './csv-cell.ts';

/** What a spreadsheet reads: a quoted cell without its marks, with doubled ones halved. */
const read = (cell: string): string => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);

const nasty = fc.string({
  unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', "'", ',', ' ', 'a', '1', 'é', '\u00a0', '\ufeff'),
});

describe('csvCell', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '\n-1', '\u00a0=1'])(
    'lets no spreadsheet run %j',
    (text) => {
      expect(csvCell(text)).toMatch(/^"?'/);
    },
  );

  it('never gives a cell that begins a formula, and keeps the text', () => {
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string()), (text) => {
        const kept = read(csvCell(text));
        expect(kept.trimStart()).not.toMatch(/^[=+\-@]/);
        expect([text, `'${text}`]).toContain(kept);
      }),
    );
  });

  it('never lets a text out of its cell', () => {
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string()), (text) => {
        const cell = csvCell(text);
        if (cell.startsWith('"')) expect(cell.slice(1, -1).replaceAll('""', '')).not.toContain('"');
        else expect(cell).not.toMatch(/[",\r\n]/);
      }),
    );
  });

  it('leaves plain text alone', () => {
    expect(csvCell('North EHR')).toBe('North EHR');
    expect(csvCell('a,b')).toBe('"a,b"');
    expect(csvCell('say "so"')).toBe('"say ""so"""');
  });
});
