import { describe, expect, it } from 'vitest';
import { toCsv } from './csv.ts';

describe('toCsv', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1'])('lets no spreadsheet run %j', (text) => {
    expect(toCsv([[text]])).toMatch(/^"?'/);
  });

  it('quotes commas, quotes and line ends', () => {
    expect(toCsv([['a,b', 'say "so"', 'two\nlines', 3]])).toBe('"a,b","say ""so""","two\nlines",3\r\n');
  });

  it('leaves plain text and numbers alone', () => {
    expect(toCsv([['plain', -1]])).toBe('plain,-1\r\n');
  });
});
