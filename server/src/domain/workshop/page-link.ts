/** The longest address in the page that is kept. */
export const longestLink = 2_000;

/**
 * Whether a text is a place in the page: its path from `/` on, with search and hash. Never another site: `//host` and `/\host` are one to a
 * browser, which also leaves out control characters and line ends. Total.
 */
export const isPageLink = (text: string): boolean =>
  text.length <= longestLink && /^\/(?![/\\])[^\\\s\p{Cc}\p{Cf}]*$/u.test(text);
