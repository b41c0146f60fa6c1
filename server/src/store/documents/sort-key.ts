/** What stands for a character that is not printable ASCII: a mark that sorts after all that are, then its code point. */
const encode = (character: string): string => `\u007f${(character.codePointAt(0) ?? 0).toString(16).padStart(6, '0')}`;

/**
 * The text a name is sorted by: lower case, then by code point, written in ASCII (control
 * characters come after letters). Databases disagree on the order of
 * other characters (Neo4j even with itself: stored text by code point, computed text by UTF-16 unit), and on their
 * lower case; kept beside the name, one key gives one order everywhere. Pure and total.
 */
export const sortKeyOf = (name: string): string => name.toLowerCase().replace(/[^ -~]/gu, encode);
