/** Runs one piece of work at a time, in the order asked. */
export type Exclusively = <T>(work: () => Promise<T>) => Promise<T>;

/** A new queue of one. Work that throws does not hold up what comes after it. */
export const createMutex = (): Exclusively => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
};
