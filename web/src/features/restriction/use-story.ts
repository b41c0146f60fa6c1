import { useCallback } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { RestrictionClaimsDocument, RestrictionPageDocument, RuleBookDocument } from './documents.ts';
import type { BookData, ClaimData, RestrictionData } from './story-data.ts';

/** All that the page of a restriction tells. `moreClaims`: there are more than were fetched. */
export interface StoryData {
  readonly restriction: RestrictionData;
  readonly claims: readonly ClaimData[];
  readonly moreClaims: boolean;
  readonly book: BookData;
}

/** How the page stands; `ready` keeps what was there while it is fetched anew. */
export type StoryState =
  | { readonly phase: 'loading' }
  | { readonly phase: 'missing' }
  | { readonly phase: 'failed'; readonly message: string }
  | { readonly phase: 'ready'; readonly data: StoryData; readonly trouble: string | undefined };

const noVariables = {};

/** One restriction judged as of a day by a rule pack, with its claims; `retry` fetches what can have changed. */
export const useStory = (
  id: string,
  asOf: string | null,
  rulePack: string | null,
): { readonly state: StoryState; readonly retry: () => void } => {
  const story = useQuery(RestrictionPageDocument, id === '' ? undefined : { id, asOf, rulePack }, { keep: true });
  const claims = useQuery(RestrictionClaimsDocument, id === '' ? undefined : { id }, { keep: true });
  const book = useQuery(RuleBookDocument, noVariables, { fixed: true });
  const { retry: retryStory } = story;
  const { retry: retryClaims } = claims;
  const retry = useCallback(() => {
    retryStory();
    retryClaims();
  }, [retryStory, retryClaims]);
  const all = [story, claims, book] as const;
  const failed = all.find((each) => each.phase === 'failed');
  if (failed?.phase === 'failed') return { state: { phase: 'failed', message: failed.error.message }, retry };
  if (story.phase === 'idle') return { state: { phase: 'missing' }, retry };
  if (story.phase !== 'ready' || claims.phase !== 'ready' || book.phase !== 'ready') {
    return { state: { phase: 'loading' }, retry };
  }
  const { restriction } = story.data;
  if (!restriction) return { state: { phase: 'missing' }, retry };
  const page = claims.data.restriction?.claims;
  const data = {
    restriction,
    claims: page?.nodes ?? [],
    moreClaims: page?.pageInfo.hasNextPage ?? false,
    book: book.data,
  };
  return { state: { phase: 'ready', data, trouble: (story.trouble ?? claims.trouble)?.message }, retry };
};
