import { describe, expect, it } from 'vitest';
import { wrapLabel } from './wrap-label.ts';

const letters = (text: string): number => [...text].length;

describe('wrapLabel', () => {
  it('keeps a short name on one line', () => {
    expect(wrapLabel('EHR', 10, 2, letters)).toEqual(['EHR']);
  });

  it('wraps once between words', () => {
    expect(wrapLabel('Legacy archive', 10, 2, letters)).toEqual(['Legacy', 'archive']);
  });

  it('ends in an ellipsis what does not fit in two lines', () => {
    expect(wrapLabel('Release of information desk', 10, 2, letters)).toEqual(['Release of', 'informati…']);
  });

  it('cuts a word that is longer than the line', () => {
    expect(wrapLabel('Gastroenterology', 8, 1, letters)).toEqual(['Gastroe…']);
  });

  it('gives one empty line for no text', () => {
    expect(wrapLabel('', 8, 2, letters)).toEqual(['']);
  });
});
