/** Stands for this site where only the path and the query matter. */
const site = 'http://here';

/** A place in the page as a URL to read and change; the home page for a text that is no such place, as `//` or an address of another site. Pure and total. */
export const pageUrl = (address: string): URL => {
  const url = URL.canParse(address, site) ? new URL(address, site) : undefined;
  return url?.origin === site ? url : new URL('/', site);
};
