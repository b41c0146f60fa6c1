import { editDistance } from '../inventory/nearest-text.ts';
import { oncePer } from '../once.ts';
import { wordsOf } from '../words-of.ts';
import type { Named } from './name-index.ts';
import { fillers, tellingWords } from './name-words.ts';

/** As many things of nearly a name as are offered. */
const mostNear = 3;

/**
 * Returns the things whose name or id is nearly the words, the nearest first: every telling word of them is one of the name or differs from one by a
 * slip of the hand, one letter in four to seven and two in longer ones; or all of them written together do. Names that merely have the words in
 * them are not near but found by the search. Pure.
 */
export const nearNames = <T extends Named>(words: string, things: readonly T[]): readonly T[] => {
  const asked = tellingOf(words);
  const together = wordsOf(words).join('');
  if (!asked.some((word) => word.length >= 4)) return [];
  const distances = new Map<string, number>();
  const distanceOf = (word: string, other: string): number => {
    const key = `${word} ${other}`;
    const known = distances.get(key) ?? slip(word, other);
    distances.set(key, known);
    return known;
  };
  const scoreOf = (thing: T): number => {
    const { name, joined } = wordsOfNamed(thing);
    const whole = Math.min(...joined.map((each) => distanceOf(together, each)));
    if (whole > 0 && whole <= 2) return whole;
    const left = [...name];
    let slips = 0;
    for (const word of asked) {
      let at = -1;
      let least = Infinity;
      left.forEach((other, index) => {
        const distance = distanceOf(word, other);
        if (distance < least) [least, at] = [distance, index];
      });
      if (at === -1) return Infinity;
      left.splice(at, 1);
      slips += least;
    }
    return slips === 0 ? Infinity : slips + left.length;
  };
  return things
    .map((thing) => ({ thing, score: scoreOf(thing) }))
    .filter(({ score }) => score < Infinity)
    .toSorted((a, b) => a.score - b.score || (a.thing.id < b.thing.id ? -1 : 1))
    .slice(0, mostNear)
    .map(({ thing }) => thing);
};

/** How many letters differ where that can be a slip, else no number. Who mistypes a short word still begins it right. */
const slip = (word: string, other: string): number => {
  if (word === other) return 0;
  const shorter = Math.min(word.length, other.length);
  const most = shorter >= 7 ? 2 : shorter >= 4 ? 1 : 0;
  if (Math.abs(word.length - other.length) > most || (most < 2 && word.charAt(0) !== other.charAt(0))) return Infinity;
  const distance = editDistance(word, other);
  return distance <= most ? distance : Infinity;
};

/** The words that tell which one is meant; a mistyped "system" tells as little as one that is spelled right. */
const tellingOf = (words: string): readonly string[] => {
  const all = tellingWords(words);
  const telling = all.filter((word) => ![...fillers].some((filler) => slip(word, filler) <= 2));
  return telling.length === 0 ? all : telling;
};

const wordsOfNamed = oncePer(({ id, name }: Named) => ({
  name: tellingWords(name),
  joined: [wordsOf(name).join(''), wordsOf(id).join('')],
}));
