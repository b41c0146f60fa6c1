/** Lets work on one thing wait for the work on it before; work on other things goes on beside. */
export type InTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** Returns a queue for each key, which is forgotten when nothing waits in it. */
export const createTurns = (): InTurn => {
  const lastByKey = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const turn = (lastByKey.get(key) ?? Promise.resolve()).then(work, work);
    const settled = turn.then(
      () => undefined,
      () => undefined,
    );
    lastByKey.set(key, settled);
    void settled.then(() => {
      if (lastByKey.get(key) === settled) lastByKey.delete(key);
    });
    return turn;
  };
};
