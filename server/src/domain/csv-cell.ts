/**
 * Returns a text as one cell of a CSV file (RFC 4180): quoted where it holds a comma, a quotation mark or a line end, or begins or ends
 * with a space. A text that a spreadsheet would take for a formula gets an apostrophe in front, so that opening the file runs nothing.
 * The web has the same for its own downloads.
 */
export const csvCell = (text: string): string => {
  const safe = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
};
