import { isPageLink } from './page-link.ts';

/**
 * The address of a place in the page (path and search) as the reader reaches it; without an origin (`https://atlas.example`) the path. Signs that end a
 * link in Markdown or HTML, and those beyond ASCII, are encoded. `undefined` for what is no place in the page. Pure and total.
 */
export const placeAddress = (place: string, origin: string | undefined): string | undefined =>
  isPageLink(place) ? `${origin ?? ''}${place.replaceAll(/[^!-~]|[()\\<>"'`*]/gu, encoded)}` : undefined;

/** A sign as an address has it; half a sign of two halves is the sign for what cannot be read. */
const encoded = (sign: string): string =>
  /^\p{Cs}$/u.test(sign)
    ? '%EF%BF%BD'
    : sign > '~'
      ? encodeURIComponent(sign)
      : `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
