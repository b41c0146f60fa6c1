import { describe, expect, test } from 'vitest';
import { tones } from '../../graph-model/tone.ts';
import { termById, termGroups } from './terms.ts';

const terms = termGroups.flatMap((group) => group.terms);

describe('The glossary', () => {
  test('has every term once', () => expect(termById.size).toBe(terms.length));

  test('refers only to terms it has', () => {
    expect(terms.flatMap(({ see }) => see ?? []).filter((id) => !termById.has(id))).toEqual([]);
  });

  test('tells in a whole sentence what a term means', () => {
    expect(terms.filter(({ means }) => !/^\p{Lu}.*[.]$/u.test(means))).toEqual([]);
  });

  test('explains each sign of the pictures', () => {
    const told = new Set(terms.flatMap(({ tone }) => tone ?? []));
    expect(tones.filter((tone) => !told.has(tone))).toEqual([]);
  });
});
