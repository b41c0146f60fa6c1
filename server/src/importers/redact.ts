import { cleanAddress } from './web-address.ts';

const secretWord = String.raw`(?:pass(?:word|wd|phrase)?|pwd|secret|token|api[_-]?key|apikey|authorization|auth|credential|private[_-]?key|access[_-]?key|client[_-]?secret|signature|sas|cookie|session)`;
const assignment = new RegExp(
  String.raw`(["']?\b[\w.-]*${secretWord}[\w.-]*["']?\s*(?:[:=]|=>|,)\s*)(["'\x60]?)([^"'\x60,;)\s&]{1,})\2`,
  'giu',
);
const bearer = /\b(Bearer|Basic|Digest|Negotiate)\s+[A-Za-z0-9+/=._~-]{6,}/g;
const connection =
  /(createDatabaseConnection\s*\([^)]*?['"][^'"]*['"]\s*,\s*['"])([^'"]*)(['"](?:\s*,\s*['"][^'"]*['"])*)/g;
const longToken =
  /\b(?:eyJ[A-Za-z0-9_-]{10,}(?:\.[A-Za-z0-9_-]+){0,2}|[A-Fa-f0-9]{32,}|[A-Za-z0-9+/]{48,}={0,2}|AKIA[A-Z0-9]{12,})/g;
const userInfo = /\b([a-z][a-z0-9+.-]*:(?:\/\/)?)[^\s/@:'"]+:[^\s/@'"]+@/gi;

/** What stands where a secret stood. */
export const hidden = '[hidden]';

/**
 * Returns code or text of a file without what could be a credential: values assigned to names such as `password` or `token`,
 * authorization values, users and passwords in addresses, and long random strings. It errs on the side of hiding. Pure.
 */
export const redact = (text: string): string =>
  text
    .replace(connection, (_all, before: string) => `${before}${hidden}'`)
    .replace(userInfo, `$1${hidden}@`)
    .replace(bearer, `$1 ${hidden}`)
    .replace(assignment, (_all, before: string, quote: string) => `${before}${quote}${hidden}${quote}`)
    .replace(longToken, hidden);

/** Returns an address or path for the inventory: cleaned of users, passwords, queries and fragments, else redacted text. */
export const redactAddress = (text: string): string =>
  cleanAddress(text)?.address ?? redact(text).replace(/[?;#].*$/s, '');
