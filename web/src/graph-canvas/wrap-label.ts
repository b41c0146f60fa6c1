/** Gives the width of a text in pixels, at the picture's type size. */
export type Measure = (text: string, bold: boolean) => number;

/** A measure that needs no screen: widths of a wide sans-serif face, so that real faces fit too. */
export const estimateWidth: Measure = (text, bold) => {
  let units = 0;
  for (const char of text) {
    if ("ilj.,:;'|!()[]".includes(char)) units += 0.36;
    else if ('mwMW@%'.includes(char)) units += 0.96;
    else if (char >= 'A' && char <= 'Z') units += 0.7;
    else if (char === ' ') units += 0.33;
    else units += 0.61;
  }
  return units * 13 * (bold ? 1.1 : 1);
};

/** The text in at most `lines` lines of `width`, broken between words; what does not fit ends in an ellipsis. Never empty. */
export const wrapLabel = (
  text: string,
  width: number,
  lines: number,
  measure: (text: string) => number,
): readonly string[] => {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const done: string[] = [];
  let line = '';
  for (const [index, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (done.length === lines - 1) return [...done, cut(`${line} ${words.slice(index).join(' ')}`, width, measure)];
    done.push(cut(line, width, measure));
    line = word;
  }
  return [...done, cut(line, width, measure)];
};

/** The text, shortened to `width` with an ellipsis where it is longer. */
const cut = (text: string, width: number, measure: (text: string) => number): string => {
  if (measure(text) <= width) return text;
  const letters = [...text];
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(`${letters.slice(0, middle).join('').trimEnd()}…`) <= width) low = middle;
    else high = middle - 1;
  }
  return `${letters.slice(0, low).join('').trimEnd()}…`;
};
