import type { ConceptName } from '../domain/model/concepts.ts';
import type { Run } from './executor.ts';
import type { SearchHit } from './port.ts';
import { searchEntities } from './queries/search-entities.ts';

/** What to look for: every word of `text`, in entities of `concepts`, at most `limit` hits. */
export interface SearchRequest {
  readonly text: string;
  readonly concepts: readonly ConceptName[];
  readonly limit: number;
}

/** The hits, best first; `[]` for a text without words. */
export const searchIn = async (run: Run, request: SearchRequest): Promise<readonly SearchHit[]> => {
  const words = searchWords(request.text);
  if (words.length === 0) return [];
  const rows = await run(searchEntities, { concepts: request.concepts, words, limit: Math.max(request.limit, 0) });
  return rows.map(({ concept, id, name, description }) => ({
    concept,
    id,
    name,
    ...(description === null ? {} : { description }),
  }));
};

/** The words of a text to look for, in lower case. */
export const searchWords = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
