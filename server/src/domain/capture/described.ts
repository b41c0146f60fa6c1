/** Returns a description of all parts that are there; nothing where there is nothing to say. Pure. */
export const described = (...parts: readonly (string | undefined)[]): { readonly description?: string } => {
  const text = parts.filter((part) => part !== undefined && part !== '').join(' ');
  return text === '' ? {} : { description: text.slice(0, longestText) };
};

/** As much as a field keeps. */
const longestText = 10_000;
