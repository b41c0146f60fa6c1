/** An address without anything secret, and whether there was something. */
export interface CleanAddress {
  readonly address: string;
  readonly hadSecrets: boolean;
}

/**
 * Returns an address without user, password, query and fragment (any of them may be a secret) and without a slash at the
 * end; `undefined` for what is not an absolute address. Scheme and host are in lower case, so equal servers compare equal.
 */
export const cleanAddress = (text: string | undefined): CleanAddress | undefined => {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const hadSecrets = url.username !== '' || url.password !== '' || url.search !== '';
  if (url.protocol === 'http:' || url.protocol === 'https:')
    return { address: `${url.protocol}//${url.host}${url.pathname.replace(/\/+$/, '')}`, hadSecrets };
  // Other schemes (mllp:10.1.1.10:9234) have no parts the URL parser knows: cut at what could begin a secret.
  const rest = (text.split(/[?#]/)[0] ?? '').replace(/^([a-z][a-z0-9+.-]*:(?:\/\/)?).*@/i, '$1');
  return { address: rest, hadSecrets: rest !== text };
};

/** Returns a FHIR canonical or reference without anything secret, `|version` cut off when `keepVersion` is not set. Text that is no address stays. */
export const cleanCanonical = (text: string, keepVersion = false): string => {
  const bar = text.indexOf('|');
  const [url, version] = bar < 0 ? [text, ''] : [text.slice(0, bar), text.slice(bar)];
  return (cleanAddress(url)?.address ?? url.replace(/[?#].*$/, '').replace(/^.*@/, '')) + (keepVersion ? version : '');
};

/** Returns whether two addresses name the same server: equal once cleaned. Text that is no address never does. */
export const isSameAddress = (a: string, b: string): boolean => {
  const [left, right] = [cleanAddress(a), cleanAddress(b)];
  return left !== undefined && right !== undefined && withoutScheme(left.address) === withoutScheme(right.address);
};

/** Returns the host of a web address, `undefined` for anything else. */
export const hostOf = (address: string | undefined): string | undefined =>
  address !== undefined && /^https?:/i.test(address) && URL.canParse(address) ? new URL(address).host : undefined;

const withoutScheme = (address: string): string => address.replace(/^https?:/, '');
