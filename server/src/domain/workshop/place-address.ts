/** Stands for a server nobody knows while an address is made. */
const nowhere = 'http://nowhere.invalid';

/**
 * The address of a place in the page (path and search) as the reader reaches it; without an origin the path. Signs that end a link in Markdown or
 * HTML are encoded. `undefined` for what is no place in the page. Pure and total.
 */
export const placeAddress = (place: string, origin: string | undefined): string | undefined => {
  const base = origin ?? nowhere;
  if (!place.startsWith('/') || !URL.canParse(place, base)) return undefined;
  const url = new URL(place, base);
  if (url.origin !== new URL(base).origin) return undefined;
  const path = `${url.pathname}${url.search}${url.hash}`.replaceAll(
    /[()\\<>"'`*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return origin === undefined ? path : `${url.origin}${path}`;
};
