import { describe, expect, it } from 'vitest';
import { spokenSentence, type Walk } from './walk.ts';

const walk: Walk = {
  item: 'path',
  at: 0,
  ready: 1,
  isComing: false,
  more: undefined,
  position: 'Path 1 of 1, exact',
  sentence: 'The whole path.',
  spotlight: [],
  steps: [{ sentence: 'The first step.', spotlight: [] }],
  facts: [],
  go: () => undefined,
};

describe('the sentence that is spoken', () => {
  it('is that of the step, or of the whole where no step is come to or it is not there', () => {
    expect(spokenSentence(walk, 0)).toBe('The first step.');
    expect(spokenSentence(walk, undefined)).toBe('The whole path.');
    expect(spokenSentence(walk, 7)).toBe('The whole path.');
  });

  it('is none before the first and where nothing is walked through', () => {
    expect(spokenSentence({ ...walk, at: undefined }, undefined)).toBeUndefined();
    expect(spokenSentence(undefined, 0)).toBeUndefined();
  });
});
