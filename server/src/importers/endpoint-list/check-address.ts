import { cleanAddress, hostOf } from '../web-address.ts';

/** An address that can be used, or in words why not; never the text itself, which may hold a password. */
export type CheckedAddress =
  | { readonly ok: true; readonly address: string; readonly key: string; readonly hadSecrets: boolean }
  | { readonly ok: false; readonly why: string };

/** Returns the address of a row, cleaned and without `/metadata`. `key` is the same for both schemes. Pure and total. */
export const checkAddress = (url: string | undefined): CheckedAddress => {
  if (url === undefined) return { ok: false, why: 'has no address' };
  const cleaned = cleanAddress(url);
  if (cleaned === undefined)
    return {
      ok: false,
      why: /^https?:/i.test(url) ? 'has an address that cannot be read' : 'has no address with https:// in front',
    };
  if (hostOf(cleaned.address) === undefined) return { ok: false, why: 'has an address that is not http or https' };
  const address = cleaned.address.replace(/\/metadata$/i, '');
  return { ok: true, address, key: address.replace(/^https?:\/\//, ''), hadSecrets: cleaned.hadSecrets };
};

/** Returns the FHIR release a path names, as vendors write it (`/api/FHIR/DSTU2`); `undefined` when it names none. Pure. */
export const releaseInPath = (address: string): string | undefined => {
  const found = /\/(dstu2|stu3|r4b?|r5)(?:\/|$)/i.exec(address)?.[1];
  return found === undefined ? undefined : `FHIR ${found.toUpperCase()}`;
};
