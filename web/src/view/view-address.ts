import { pageUrl } from './page-url.ts';

/** The parameters of every address that say what is looked at instead of the inventory as it is now. */
export const viewParams = ['at', 'scenario'] as const;

/** What an address looks at: the inventory as it stood at a revision, or with the changes of a scenario; both absent: as it is now. */
export interface AddressedView {
  readonly at?: string;
  readonly scenario?: string;
}

/** What the query of an address looks at. Pure and total. */
export const viewOfSearch = (search: string): AddressedView => {
  const params = new URLSearchParams(search);
  const [at, scenario] = viewParams.map((name) => params.get(name) ?? '');
  return { ...(at ? { at } : {}), ...(scenario ? { scenario } : {}) };
};

/** Whether an address can name a scenario so: as the server takes its id. Pure. */
export const isScenarioId = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/.test(text);

/**
 * What an address says, as a header can carry it: exactly so where the server may know it. Anything else is told in a form that the server refuses, so that
 * what the address asks for in vain is never taken for the inventory as it is now. Pure and total.
 */
export const headerText = (text: string): string => (/^[!-~]+$/.test(text) ? text : encodeURIComponent(text));

/** The same place without some of the view: without all of it, the inventory as it is now. Pure. */
export const withoutView = (to: string, names: readonly (typeof viewParams)[number][] = viewParams): string => {
  const url = pageUrl(to);
  for (const name of names) url.searchParams.delete(name);
  return `${url.pathname}${url.search}${url.hash}`;
};

/** Screens whose answers are of a day that moves on. */
const datedScreens = new Set(['/trace', '/map', '/matrix', '/findings']);

/** The same place frozen: at a revision, and as of a day where the screen has one and the address names none. Pure. */
export const frozenAddress = (to: string, revision: number, day: string): string => {
  const url = pageUrl(to);
  url.searchParams.set('at', String(revision));
  if (datedScreens.has(url.pathname) && !url.searchParams.has('asOf')) url.searchParams.set('asOf', day);
  return `${url.pathname}${url.search}`;
};
