/** Returns a number with its noun: `1 table`, `166 tables`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Returns the first names of a list, and how many more there are. */
export const some = (names: readonly string[], most = 6): string =>
  names.slice(0, most).join(', ') + (names.length > most ? ` and ${names.length - most} more` : '');
