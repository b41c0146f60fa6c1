import { useCallback, useEffect, useState } from 'react';
import type { WalkthroughInput, WalkthroughQuery } from '../gql/graphql.ts';
import { createClient } from '../api/client.ts';
import type { ApiFailure } from '../api/failure.ts';
import { useNotedChanges } from '../api/noted-changes.ts';
import { namesAreHidden } from '../view/hidden-names.ts';
import { WalkthroughDocument } from './walkthrough-documents.ts';

/** A walkthrough with all its stops. */
export type WalkthroughData = NonNullable<WalkthroughQuery['walkthrough']>;
/** One of its stops. */
export type StopData = WalkthroughData['stops'][number];

/**
 * A walkthrough is read as it is now, whatever the page looks at: it was written after the revision that it may show. Names stay hidden where they are.
 */
const readNow = createClient({
  fetch: (input, init) => fetch(input, init),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  view: (): Readonly<Record<string, string>> => (namesAreHidden() ? { 'x-ehi-hide-names': '1' } : {}),
});

/**
 * Writes walkthroughs, whatever the page looks at: a stop may show the inventory as it stood. Not while names are hidden, which would be written so. A change is sent once;
 * only reading tells whether a lost one was carried out.
 */
export const writeWalkthrough = createClient({
  fetch: (input, init) => fetch(input, init),
  wait: () => Promise.reject(new Error('a change is not sent again by itself')),
  isRetried: false,
});

/** A walkthrough as it stands: undefined before it arrived, null where there is none of that id. */
export interface WalkthroughState {
  readonly walkthrough: WalkthroughData | null | undefined;
  readonly error: ApiFailure | undefined;
  readonly reload: () => void;
}

/** The walkthrough of an id, kept up to date; nothing is asked without one. */
export const useWalkthrough = (id: string | undefined): WalkthroughState => {
  const [found, setFound] = useState<{ readonly id: string; readonly walkthrough: WalkthroughData | null }>();
  const [error, setError] = useState<ApiFailure>();
  const [round, setRound] = useState(0);
  const noted = useNotedChanges();
  useEffect(() => {
    if (id === undefined) return undefined;
    const own = new AbortController();
    readNow(WalkthroughDocument, { id }, { signal: own.signal }).then(
      (result) => {
        if (own.signal.aborted) return;
        if (result.ok) setFound({ id, walkthrough: result.value.walkthrough ?? null });
        setError(result.ok ? undefined : result.error);
      },
      () => undefined,
    );
    return () => own.abort();
  }, [id, noted, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { walkthrough: found !== undefined && found.id === id ? found.walkthrough : undefined, error, reload };
};

/** Where a stop is looked at: its place in the page, frozen at the walkthrough's revision where it has one. Pure. */
export const addressOfStop = (link: string, atRevision: number | null | undefined): string => {
  const url = new URL(link, 'http://here');
  url.searchParams.delete('present');
  if (typeof atRevision === 'number') url.searchParams.set('at', String(atRevision));
  return `${url.pathname}${url.search}`;
};

/** The link by which others open a stop; the first where no number (from 0) is said. Pure. */
export const linkToStop = (walkthrough: string, number = 0): string =>
  `/walkthroughs?id=${encodeURIComponent(walkthrough)}&stop=${number + 1}`;

/** All of a walkthrough, to be saved with other stops. Pure. */
export const inputOf = (walkthrough: WalkthroughData, stops: readonly StopData[]): WalkthroughInput => ({
  name: walkthrough.name,
  description: walkthrough.description ?? null,
  workshop: walkthrough.workshop?.id ?? null,
  atRevision: walkthrough.atRevision ?? null,
  stops: stops.map(({ id, title, notes, link, seconds }) => ({
    ...(id === '' ? {} : { id }),
    title,
    notes: notes ?? null,
    link,
    seconds: seconds ?? null,
  })),
});
