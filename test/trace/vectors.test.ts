import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerOf } from './answer-of.ts';
import type { Ask, Expected, Inventory } from './inventory.ts';
import { oracle } from './oracle.ts';

const folder = new URL('./vectors/', import.meta.url);
const vectors = readdirSync(folder).map(
  (file) =>
    JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Inventory & {
      readonly name: string;
      readonly ask: Ask;
      readonly expect: Expected;
    },
);

describe('trace vectors', () => {
  it('are all here', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(73);
  });
  it.each(vectors)('$name: the product gives the expected answer', (vector) => {
    expect(answerOf(vector, vector.ask)).toEqual(vector.expect);
  });
  it.each(vectors)('$name: the oracle gives the expected answer', (vector) => {
    expect(oracle(vector, vector.ask)).toEqual(vector.expect);
  });
});
