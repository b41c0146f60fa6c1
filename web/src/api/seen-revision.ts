/** The oldest and the newest revision that an answer on this page was of, since it was loaded or the database was found to be another. */
let first = 0;
let newest = 0;
const waiting = new Set<() => void>();

/** The newest revision this page was told of; 0 before the first answer. */
export const seenRevision = (): number => newest;

/** The page was told of a revision. */
export const sawRevision = (revision: number): void => {
  if (revision <= 0) return;
  newest = Math.max(newest, revision);
  if (first !== 0) return;
  first = revision;
  for (const resolve of waiting) resolve();
  waiting.clear();
};

/** The database was restored to an earlier revision: what was seen of it before says nothing any more. `now` is the newest it has, 0 where nobody said. */
export const forgetRevisions = (now = 0): void => {
  first = now;
  newest = now;
};

/** The revision of the first answer on this page, as soon as there is one: what was written after it may be missing in what is shown. */
export const firstRevision = async (): Promise<number> => {
  while (first === 0) await new Promise<void>((resolve) => waiting.add(resolve));
  return first;
};
