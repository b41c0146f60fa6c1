/**
 * Returns the words of a name or comment, lower case, singular, in order: `PatientLabResults_2` and `patient lab results` both give
 * `patient`, `lab`, `result`. Digits stand alone only when they are all of a word (`837`). Pure.
 */
export const wordsOf = (text: string): readonly string[] =>
  text
    .slice(0, longest)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .map(singular);

/** As many characters as say what something is about. */
const longest = 400;

const singular = (word: string): string => {
  if (word.length <= 3 || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
};
