/** How long to wait before the next attempt to connect, in milliseconds: half a second doubled each time up to 15 seconds, of which a random part between half and all. */
export const backOff = (attempt: number, random: () => number = Math.random): number =>
  Math.round(Math.min(15_000, 500 * 2 ** Math.min(attempt, 10)) * (0.5 + random() / 2));
