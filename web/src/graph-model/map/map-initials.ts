const small = new Set(['of', 'and', 'the', 'for', 'in', 'at', 'to']);
const longest = 3;

/**
 * Up to three letters for each of some names, no two the same: the first letters of its words, or the beginning of its only word; where another has those already,
 * other letters of the name, then a number. `Health information management` is `HIM`, `Pharmacy` is `Pha`.
 */
export const initialsOf = (names: readonly string[]): ReadonlyMap<string, string> => {
  const taken = new Set<string>();
  return new Map(
    names.map((name) => {
      const found = candidatesOf(name).find((each) => !taken.has(each)) ?? `${taken.size + 1}`;
      taken.add(found);
      return [name, found];
    }),
  );
};

const candidatesOf = (name: string): readonly string[] => {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !small.has(word.toLocaleLowerCase()));
  const [first = ''] = words;
  const capital = [...first][0]?.toLocaleUpperCase() ?? '';
  const rest = [...words.join('')].slice(1);
  const initials = words
    .slice(0, longest)
    .map((word) => [...word][0]?.toLocaleUpperCase() ?? '')
    .join('');
  const begin = capital + [...first].slice(1, longest).join('');
  return [
    ...(words.length > 1 ? [initials] : []),
    ...(begin === '' ? [] : [begin]),
    ...rest.map((letter) => `${capital}${letter}`),
    ...Array.from({ length: 98 }, (_, at) => `${capital}${at + 2}`),
  ].filter((each) => each !== '' && /^[\p{L}\p{N}]+$/u.test(each));
};
