import { cleanAddress } from './web-address.ts';

const secretWord =
  'pass(?:word|wd|phrase|code)?|pwd|secret|token|api[_ -]?key|authorization|credential|private[_-]?key|access[_-]?key|signature|cookie|session[_-]?id';
// Every repetition has a bound, so that no text, however hostile, takes longer than its length allows.
const assignment = new RegExp(
  String.raw`(\b[\w.-]{0,40}(?:${secretWord})[\w.-]{0,40}["'\x60]?\s{0,10}(?:[:=]|=>|,)\s{0,10})(["'\x60])([^"'\x60\n]{1,400})\2`,
  'giu',
);
const bareAssignment = new RegExp(
  String.raw`(\b[\w.-]{0,40}(?:${secretWord})[\w.-]{0,40}\s{0,10}(?:=|:)\s{0,10})([^\s"'\x60,;&)]{1,400})`,
  'giu',
);
// In prose: "the password is x", "user sa pwd x1". Only what has a digit or a sign in it is taken for a secret there.
const said =
  /(\b(?:pass(?:word|wd|phrase|code)|pwd|secret|token|api[_ -]?key)\s{1,10}(?:is|was)\s{1,10}|\b(?:pwd?|login)\s{1,10})(?=[^\s"']{0,100}[\d!#$%^&*])[^\s"'`,;&)]{1,400}|(\bpw\s{0,10}[:=]\s{0,10})[^\s"'`,;&)]{1,400}/giu;
const bearer = /\b(Bearer|Basic|Digest|Negotiate)\s{1,5}[A-Za-z0-9+/=._~-]{6,4000}/g;
const connection = /(createDatabaseConnection\s{0,5}\([^)\n]{0,600}?,[^)\n]{0,600}?)(,[^)\n]{1,600})\)/g;
const longToken =
  /\b(?:eyJ[A-Za-z0-9_-]{10,4000}(?:\.[A-Za-z0-9_-]{1,4000}){0,2}|[A-Fa-f0-9]{32,4000}|AKIA[A-Z0-9]{12,40})/g;
/** What follows a name in the query of an address: it may be a key or a signature, whatever it is called. */
const query = /([?&][\w.-]{1,40}=)[^\s&"'`<>]{1,400}/g;
/** `user:password@host` without a scheme. */
const bareUser = /(?<![\w.:/@-])[\w.%+-]{1,64}:[^\s@/'"]{3,64}@(?=[\w.-]{2})/g;
/** Keys that services give out begin with a sign of theirs. */
const issuedKey =
  /\b(?:gh[opsu]_|github_pat_|glpat-|xox[abeprs]-|[sr]k_(?:live|test)_|AIza|SG\.|hvs\.|dop_v1_)[\w.-]{10,200}/g;
/** What could be drawn by lot: letters of both cases and digits, and no piece of a word. */
const drawn =
  /(?<![\w-])(?=[\w-]{0,200}[A-Z])(?=[\w-]{0,200}[a-z])(?=[\w-]{0,200}\d[\w-]{0,200}\d)[A-Za-z0-9_-]{20,200}(?![\w-])/g;
const wordPiece = /[a-z]{5}|[A-Z]{5}|[_-]/;
const base64 = /\b[A-Za-z0-9+/]{48,4000}={0,2}/g;
const userInfo = /\b([a-z][a-z0-9+.-]{0,20}:(?:\/\/)?)[^\s/@:'"]{1,200}:[^\s/@'"]{1,200}@/gi;

/** What stands where a secret stood. */
export const hidden = '[hidden]';

/**
 * Returns code or text of a file without what could be a credential: values assigned to names such as `password` or `token`, what
 * follows the address in a connection to a database, authorization values, users and passwords in addresses, and long random strings.
 * It errs on the side of hiding. Pure.
 */
export const redact = (text: string): string => (couldHide.test(text) ? redacted(text) : text);

/** What every secret that is looked for has: most texts have none of it, and are not looked at more closely. */
const couldHide =
  /pass|pwd?\b|secret|token|api.?key|auth|cred|private.?key|access.?key|signature|cookie|session|bearer|basic|digest|negotiate|connection|@|eyJ|AKIA|AIza|gh[opsu]_|glpat|xox|[sr]k_|SG\.|hvs|dop_|login|\?[\w.-]+=|[A-Za-z0-9+/]{20}/i;

const redacted = (text: string): string =>
  text
    .replace(connection, `$1, ${hidden})`)
    .replace(userInfo, `$1${hidden}@`)
    .replace(bearer, `$1 ${hidden}`)
    .replace(assignment, `$1$2${hidden}$2`)
    .replace(bareAssignment, (all, before: string, value: string) =>
      value.startsWith('[') ? all : `${before}${hidden}`,
    )
    .replace(said, `$1$2${hidden}`)
    .replace(query, `$1${hidden}`)
    .replace(bareUser, `${hidden}@`)
    .replace(issuedKey, hidden)
    .replace(longToken, hidden)
    .replace(drawn, (all) => (wordPiece.test(all) ? all : hidden))
    // A path has letters and slashes as well, but no long piece with a digit in it.
    .replace(base64, (all) => (/\d/.test(all) && /[A-Za-z0-9+]{20}/.test(all) ? hidden : all));

/** Returns an address or path for the inventory: cleaned of users, passwords, queries and fragments, else redacted text. */
export const redactAddress = (text: string): string => {
  // The address of a database has its own scheme within that of the driver.
  const driver = /^jdbc:/i.exec(text)?.[0] ?? '';
  const inner = text.slice(driver.length);
  // Some drivers write what could be a secret behind a semicolon.
  const cleaned = cleanAddress(inner)?.address ?? inner;
  // Behind a bracket or a comma too: Oracle's descriptors, Caché's log settings.
  const cut = driver === '' ? cleaned.replace(/[?;#].*$/s, '') : cleaned.replace(/[?;#,(].*$/s, '');
  // Some services take a key as a part of the path: `/bot123:KEY/send`.
  return `${driver}${redact(cut).replace(/(\/[\w.-]{1,40}):[^\s/:]{6,200}(?=\/|$)/g, `$1:${hidden}`)}`;
};
