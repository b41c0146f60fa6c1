/** The longest address in the page that is kept. */
export const longestLink = 2_000;

/**
 * Whether a text is a place in the page: its path from `/` on, with search and hash. Never another site: `//host` and `/\host` are one to a
 * browser, which also leaves out control characters and line ends. Total.
 */
export const isPlaceInPage = (text: string): boolean => /^\/(?![/\\])[^\\\s\p{Cc}\p{Cf}]*$/u.test(text);

/** Whether a text is a place in the page, and no longer than what is kept. Total. */
export const isPageLink = (text: string): boolean => text.length <= longestLink && isPlaceInPage(text);
