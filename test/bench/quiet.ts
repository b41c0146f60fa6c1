import { loadavg } from 'node:os';

/** Below this many processes that run or wait, the machine counts as quiet. */
const quiet = 2.5;

/** How many processes ran or waited on average over the last minute. */
export const loadNow = (): number => loadavg()[0] ?? 0;

/** Waits until hardly anything else runs on the machine, for so many milliseconds at most. */
export const untilQuiet = async (patience: number): Promise<void> => {
  const end = performance.now() + patience;
  while (loadNow() >= quiet && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 1_000));
};
