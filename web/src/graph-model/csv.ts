/**
 * Rows as CSV (RFC 4180, CRLF). A text that a spreadsheet would take for a formula gets an apostrophe in front, so that opening the file
 * runs nothing. Numbers go as they are.
 */
export const toCsv = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';

const cell = (value: string | number): string => {
  if (typeof value === 'number') return String(value);
  const safe = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
};
