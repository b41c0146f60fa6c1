/** Rows a statement takes at once: large enough to save round trips, small enough for a message. */
const chunkSize = 1_000;

/** The items in order, 1,000 at a time; nothing for an empty list. */
export const chunks = function* <T>(items: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += chunkSize) yield items.slice(at, at + chunkSize);
};
