/** How many candidates a suggestion looks at: enough for every field name and for the ids of a large hospital. */
const candidateLimit = 5_000;

/**
 * Returns the candidate that most likely was meant: at most a third of the letters differ, the first of equals; `undefined`
 * when nothing is near. Looks at the first 5,000 candidates only, because a suggestion is a courtesy.
 */
export const nearestText = (text: string, candidates: Iterable<string>): string | undefined => {
  let best: string | undefined;
  let bestDistance = Math.floor(text.length / 3) + 1;
  let count = 0;
  for (const candidate of candidates) {
    if ((count += 1) > candidateLimit) break;
    if (Math.abs(candidate.length - text.length) >= bestDistance) continue;
    const distance = editDistance(text.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
};

/** Returns how many letters have to be put in, left out or changed to make one text of the other (Levenshtein), one row at a time. Pure. */
export const editDistance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};
