const wordsByKind: Readonly<Record<string, string>> = {};

/** A catalogue code in plain words: the part after its prefix, lower case (`SYS-LIS` gives `LIS`), or a better word where one is known. */
export const kindWords = (kind: string): string => {
  const known = wordsByKind[kind];
  if (known !== undefined) return known;
  const tail = kind.replace(/^[A-Z]{2,4}-/, '').replaceAll('-', ' ');
  return tail.length <= 5 ? tail : tail.toLowerCase();
};
