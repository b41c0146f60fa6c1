/** A path's sentence in two: where the data goes, and what restricts it there. `restrictions` is empty where the sentence says nothing of them. */
export interface PathWords {
  readonly journey: string;
  readonly restrictions: string;
}

/**
 * The sentence of a path, cut before the first full sentence that names a restriction (they open with its name in quotation marks) or says that there is
 * none. Joined with a blank the two are the sentence again. Pure and total.
 */
export const splitPathSentence = (sentence: string): PathWords => {
  const cut = /\. (?=“|Nothing restricts this path\.$)/.exec(sentence);
  return cut === null
    ? { journey: sentence, restrictions: '' }
    : { journey: sentence.slice(0, cut.index + 1), restrictions: sentence.slice(cut.index + 2) };
};
