/** How long something took, over many times: milliseconds. */
export interface Timing {
  readonly runs: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** Returns the timing of times in milliseconds. Throws on an empty list. */
export const timingOf = (times: readonly number[]): Timing => {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number): number => {
    const time = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
    if (time === undefined) throw new Error('Nothing was timed.');
    return time;
  };
  return { runs: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
};

/** Runs something and returns what it gave and the milliseconds it took. */
export const timed = <T>(run: () => T): readonly [value: T, ms: number] => {
  const start = performance.now();
  const value = run();
  return [value, performance.now() - start];
};

/** Times something for each item, `rounds` times after one that does not count: what is made once and kept is there then. */
export const timeEach = <T>(items: readonly T[], rounds: number, run: (item: T) => unknown): Timing => {
  for (const item of items) run(item);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) for (const item of items) times.push(timed(() => run(item))[1]);
  return timingOf(times);
};

/** The memory that is in use after what is not needed any more was thrown away, in bytes. Needs `--expose-gc`. */
export const usedMemory = (): number => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};
