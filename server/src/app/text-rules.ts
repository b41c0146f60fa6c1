/** The longest text a field keeps, in characters: room for a page, no room for a document. */
export const textLimit = 10_000;

/** Whether the text may be an id: 1 to 128 of `A-Z a-z 0-9 . _ : -`, beginning with a letter or digit. */
export const isId = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/.test(text);

/** Returns an id made from a name: lower case, hyphens, at most 80 characters; `''` when the name has no letter or digit of the alphabet. */
export const nameToId = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');

/** Whether a source is the one of an import run, `import:<run id>`: only the import itself may say so. */
export const isImportSource = (source: string): boolean => /^\s*import:/i.test(source);
