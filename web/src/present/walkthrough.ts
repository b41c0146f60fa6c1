import type { WalkthroughInput, WalkthroughQuery } from '../gql/graphql.ts';
import { createClient } from '../api/client.ts';
import type { ApiFailure } from '../api/failure.ts';
import { pageUrl } from '../view/page-url.ts';
import { namesAreHidden } from '../view/hidden-names.ts';
import { useNow } from './use-now.ts';
import { WalkthroughDocument } from './walkthrough-documents.ts';

/** A walkthrough with all its stops. */
export type WalkthroughData = NonNullable<WalkthroughQuery['walkthrough']>;
/** One of its stops. */
export type StopData = WalkthroughData['stops'][number];

/**
 * Writes walkthroughs, whatever the page looks at: a stop may show the inventory as it stood. Not while names are hidden, which would be written so: the server refuses it. A change is
 * sent once; only reading tells whether a lost one was carried out.
 */
export const writeWalkthrough = createClient({
  fetch: (input, init) => fetch(input, init),
  wait: () => Promise.reject(new Error('a change is not sent again by itself')),
  isRetried: false,
  view: (): Readonly<Record<string, string>> => (namesAreHidden() ? { 'x-ehi-hide-names': '1' } : {}),
});

/** A walkthrough as it stands: undefined before it arrived, null where there is none of that id. */
export interface WalkthroughState {
  readonly walkthrough: WalkthroughData | null | undefined;
  readonly error: ApiFailure | undefined;
  readonly reload: () => void;
}

/** The walkthrough of an id, as it is now and kept up to date; nothing is asked without one. */
export const useWalkthrough = (id: string | undefined): WalkthroughState => {
  const { data, error, reload } = useNow(WalkthroughDocument, id);
  return { walkthrough: data === undefined ? undefined : (data.walkthrough ?? null), error, reload };
};

/** Where a stop is looked at: its place in the page, frozen at the walkthrough's revision where it has one. Pure and total. */
export const addressOfStop = (link: string, atRevision: number | null | undefined): string => {
  const url = pageUrl(link);
  url.searchParams.delete('present');
  if (url.pathname !== '/workshop') url.searchParams.delete('workshop');
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
