import { useQuery } from '../../api/use-query.ts';
import type { Concept, SameAsSearchQuery } from '../../gql/graphql.ts';
import { SameAsSearchDocument } from './documents.ts';

/** Something of the inventory that words found. */
type Found = SameAsSearchQuery['search'][number];

/** What words found in the inventory, and what is said of it while that is nothing. */
export interface SameAsSearch {
  readonly words: string;
  readonly results: readonly Found[];
  readonly none: string;
}

const nothing: readonly Found[] = [];

/** What of the inventory is called like `text`; nothing without words. `kinds` says what is looked for: `data class`. */
export const useSameAsSearch = (text: string, concepts: readonly Concept[], kinds: string): SameAsSearch => {
  const words = text.trim();
  const found = useQuery(SameAsSearchDocument, words === '' ? undefined : { text: words, concepts }, { keep: true });
  const results = found.phase === 'ready' && words !== '' ? found.data.search : nothing;
  if (found.phase === 'failed') return { words, results, none: 'The search does not answer. Type again to try again.' };
  const isDone = found.phase === 'ready' && !found.refreshing;
  return { words, results, none: isDone ? `No ${kinds} is called “${words}”.` : 'Searching.' };
};
