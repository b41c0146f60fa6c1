/** A source of chance that gives the same numbers for the same seed, on every machine. */
export interface Random {
  /** At least 0 and below 1. */
  readonly next: () => number;
  /** A whole number of at least 0 and below `limit`. */
  readonly below: (limit: number) => number;
  readonly chance: (probability: number) => boolean;
  /** One of a list that is not empty. */
  readonly pick: <T>(list: readonly T[]) => T;
  /** `count` different ones of a list, or all there are, in its order. */
  readonly some: <T>(list: readonly T[], count: number) => readonly T[];
  /** Poisson, by Knuth's product of uniforms: for small means. */
  readonly poisson: (mean: number) => number;
  /** How often something of this probability happens before it first does not; at most `most`. */
  readonly geometric: (probability: number, most: number) => number;
  /** A place of at least 0 and below `limit`; the first half as far on is twice as likely (Zipf with exponent 1). */
  readonly zipf: (limit: number) => number;
  /** Log-normal with this median. */
  readonly logNormal: (median: number, sigma: number) => number;
}

/** Returns a source of chance (mulberry32: 32 bits of state, which is enough for inventories and is the same in every engine). */
export const createRandom = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(list: readonly T[]): T => {
    const found = list[below(list.length)];
    if (found === undefined) throw new Error('Nothing can be picked of an empty list.');
    return found;
  };
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick,
    some: (list, count) => {
      if (count >= list.length) return list;
      const chosen = new Set<number>();
      // Floyd's way: as many draws as there are to choose, whatever the length of the list.
      for (let at = list.length - count; at < list.length; at += 1) {
        const drawn = below(at + 1);
        chosen.add(chosen.has(drawn) ? at : drawn);
      }
      return [...chosen].toSorted((a, b) => a - b).flatMap((at) => list[at] ?? []);
    },
    poisson: (mean) => {
      const limit = Math.exp(-mean);
      let [count, product] = [0, next()];
      while (product > limit) {
        count += 1;
        product *= next();
      }
      return count;
    },
    geometric: (probability, most) => {
      let count = 0;
      while (count < most && next() < probability) count += 1;
      return count;
    },
    // The inverse of the harmonic sum, which grows as a logarithm.
    zipf: (limit) => Math.min(limit - 1, Math.floor((limit + 1) ** next()) - 1),
    logNormal: (median, sigma) => {
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return median * Math.exp(sigma * normal);
    },
  };
};
