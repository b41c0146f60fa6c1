import type { ConceptName } from '../../domain/model/concepts.ts';
import type { EhiGraph } from '../../domain/model/ehi-graph.ts';
import { compareIds } from '../../domain/model/entity.ts';
import { sortKeyOf } from '../documents/sort-key.ts';
import type { SearchHit } from '../port.ts';
import { searchWords, type SearchRequest } from '../search-in.ts';
import { hasText } from './list-in.ts';

/** Returns the hits in an inventory in memory, as the databases give them: matches of the name first, then by name, concept and id. Pure. */
export const searchGraph = (graph: EhiGraph, { text, concepts, limit }: SearchRequest): readonly SearchHit[] => {
  const words = searchWords(text);
  if (words.length === 0) return [];
  return [...new Set(concepts)]
    .flatMap((concept) => hitsOf(graph, concept, words))
    .toSorted(
      (a, b) =>
        a.rank - b.rank ||
        compareIds(a.sortKey, b.sortKey) ||
        compareIds(a.hit.concept, b.hit.concept) ||
        compareIds(a.hit.id, b.hit.id),
    )
    .slice(0, Math.max(limit, 0))
    .map(({ hit }) => hit);
};

interface RankedHit {
  readonly hit: SearchHit;
  readonly rank: number;
  readonly sortKey: string;
}

const hitsOf = (graph: EhiGraph, concept: ConceptName, words: readonly string[]): readonly RankedHit[] =>
  [...graph[concept].values()].flatMap((thing): readonly RankedHit[] => {
    if (!words.every((word) => hasText(thing, word))) return [];
    const { id, name, description } = thing;
    const lower = name.toLowerCase();
    return [
      {
        hit: { concept, id, name, ...(description === undefined ? {} : { description }) },
        rank: words.every((word) => lower.includes(word)) ? 0 : 1,
        sortKey: sortKeyOf(name),
      },
    ];
  });
