/** What stands for a character outside ASCII: a mark that sorts after every letter, then its code point. */
const encode = (character: string): string => `\u007f${(character.codePointAt(0) ?? 0).toString(16).padStart(6, '0')}`;

/**
 * The text a name is sorted by: lower case, then by code point, written in ASCII. Databases disagree on the order of
 * other characters (Neo4j even with itself: stored text by code point, computed text by UTF-16 unit), and on their
 * lower case; kept beside the name, one key gives one order everywhere. Pure and total.
 */
export const sortKeyOf = (name: string): string => name.toLowerCase().replace(/[^\u0000-\u007e]/gu, encode);
