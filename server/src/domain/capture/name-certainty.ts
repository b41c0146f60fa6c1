import type { DataClass } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import type { Id } from '../model/entity.ts';
import type { MatchWay, NameMatch } from './name-match.ts';
import { hasAll } from './name-words.ts';
import { tokensOf } from './tokens.ts';
import { hasVerb } from './verbs.ts';

/** Ways that name a thing outright. */
const outright = new Set<MatchWay>(['ID', 'NAME', 'WORDS', 'ACRONYM', 'SYNONYM', 'PRODUCT']);
/** Ways that are taken for certain where nothing else answers to the name. */
const sensible = new Set<MatchWay>(['KIND', 'GENERAL', 'SEARCH']);

/**
 * Returns whether it is certain what a name stands for, its matches given the best first. It is where
 * - nothing answers to it, nor nearly, and none of its words is a verb or "to": it is new, and no part of a sentence nobody understood;
 * - it is the id or the name of the first, and of no other;
 * - it names the first outright, by words, acronym, catalogue or product, and no other is named outright; or
 * - the first is the only one there is: of that kind, by a general word, or with all of the words in its name.
 *
 * Never by part of the words, nearly so, or by words in the name of something under a special category. What is part of the first is no other. Pure.
 */
export const isNameCertain = (words: string, matches: readonly NameMatch[], graph: EhiGraph): boolean => {
  const [first, ...others] = matches;
  if (first === undefined) return isPlainName(words);
  const rivals = others.filter(({ id }) => !isPartOf(graph, id, first.id));
  const isExact = ({ way }: NameMatch): boolean => way === 'ID' || way === 'NAME';
  if (isExact(first)) return !rivals.some(isExact);
  if (outright.has(first.way)) return !rivals.some(({ way }) => outright.has(way));
  if (!sensible.has(first.way) || others.length > 0) return false;
  return first.way !== 'SEARCH' || (hasAll(first.name, words) && !isSpecial(graph.DataClass.get(first.id)));
};

/** Whether words are a name, as far as can be told: a sentence that was taken for one has a verb left in it. */
const isPlainName = (words: string): boolean => {
  const tokens = tokensOf(words);
  return !hasVerb(tokens) && !tokens.some(({ lower }) => lower === 'to');
};

/** Whether a name answers to a thing outright: a system that does is meant rather than a channel it serves. */
export const isOutright = ({ way }: NameMatch): boolean => outright.has(way);

/** Whether a data class is under the rules of a special category. */
export const isSpecial = (dataClass: DataClass | undefined): boolean => (dataClass?.overlays.length ?? 0) > 0;

const isPartOf = ({ DataClass: classes }: EhiGraph, id: Id, whole: Id): boolean => {
  const seen = new Set<Id>();
  for (let at = classes.get(id)?.partOf; at !== undefined && !seen.has(at); at = classes.get(at)?.partOf) {
    if (at === whole) return true;
    seen.add(at);
  }
  return false;
};
