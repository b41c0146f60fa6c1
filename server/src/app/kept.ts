import { ok, type Result } from '../domain/result.ts';

/** What was made, by key, as long as it is among those asked for last. */
export interface Kept<V, E> {
  /** The value of a key, made when it is not there; who asks while it is made waits for the same. What failed is made again by the next who asks. */
  readonly get: (key: string, make: () => Promise<Result<V, E>>) => Promise<Result<V, E>>;
}

/** Returns what keeps at most `most` values; the one asked for longest ago goes first. */
export const createKept = <V, E>(most: number): Kept<V, E> => {
  const values = new Map<string, V>();
  const coming = new Map<string, Promise<Result<V, E>>>();

  const put = (key: string, value: V): void => {
    values.delete(key);
    values.set(key, value);
    const [oldest] = values.keys();
    if (values.size > most && oldest !== undefined) values.delete(oldest);
  };

  return {
    get: (key, make) => {
      const known = values.get(key);
      if (known !== undefined) {
        put(key, known);
        return Promise.resolve(ok(known));
      }
      const making =
        coming.get(key) ??
        make()
          .then((made) => {
            if (made.ok) put(key, made.value);
            return made;
          })
          .finally(() => coming.delete(key));
      coming.set(key, making);
      return making;
    },
  };
};
