/** Returns a name as it may be shown and logged: at most 120 characters, no control characters, no more than one space in a row. Pure. */
export const cleanName = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
