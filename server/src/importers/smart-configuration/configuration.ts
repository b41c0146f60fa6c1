import { asObject, cleanText, field, textField } from '../json-value.ts';
import { cleanAddress, hostOf } from '../web-address.ts';
import { parseScope, type ResourceScope } from './parse-scope.ts';

/** What a SMART configuration says, read and cleaned. `scopes` is absent when the file has no list of them. */
export interface SmartConfiguration {
  /** The issuer, or the address of an endpoint when there is none: what the server is known by. */
  readonly identity?: string;
  readonly host?: string;
  /** Hosts of the endpoints by their name in the file. */
  readonly hostByEndpoint: Readonly<Record<string, string>>;
  /** Whose sign-in page it is, where the address says so. */
  readonly persona?: 'patient' | 'provider';
  readonly scopes?: readonly ResourceScope[];
  /** How many scopes name no records, or cannot be read. */
  readonly otherScopes: number;
  readonly capabilities?: readonly string[];
  readonly lists: Readonly<Record<string, string>>;
  readonly warnings: readonly string[];
}

const endpoints = [
  'authorization_endpoint',
  'token_endpoint',
  'registration_endpoint',
  'management_endpoint',
  'introspection_endpoint',
  'revocation_endpoint',
] as const;

const shortLists: Readonly<Record<string, string>> = {
  grant_types_supported: 'grantTypes',
  code_challenge_methods_supported: 'codeChallengeMethods',
  token_endpoint_auth_methods_supported: 'clientAuthentication',
};

/** More scopes than any server has: 150 types, three contexts, and each in two versions with a few categories. */
const mostScopes = 5_000;

/** Returns a SMART configuration from its JSON. Addresses lose users, passwords and queries. Pure and total. */
export const readConfiguration = (value: unknown): SmartConfiguration => {
  const warnings: string[] = [];
  const address = (name: string): string | undefined => {
    const text = textField(value, name);
    if (text === undefined) return undefined;
    const cleaned = cleanAddress(text);
    if (cleaned === undefined || hostOf(cleaned.address) === undefined) {
      warnings.push(`"${name}" is no web address: it is passed over.`);
      return undefined;
    }
    if (cleaned.hadSecrets)
      warnings.push(`The address in "${name}" carried a user, password or query; it was dropped.`);
    return cleaned.address;
  };
  const issuer = address('issuer')?.replace(/\/\.well-known\/[a-z-]{1,60}$/, '');
  const addressByEndpoint = endpoints.flatMap((name) => {
    const found = address(name);
    return found === undefined ? [] : [[name, found] as const];
  });
  const identity = issuer ?? addressByEndpoint[0]?.[1];
  const host = hostOf(identity);
  const authorization = addressByEndpoint.find(([name]) => name === 'authorization_endpoint')?.[1] ?? '';
  const persona = /\/personas?\/(patient|provider)(?:\/|$)/i.exec(authorization)?.[1]?.toLowerCase();

  const stated = textList(value, 'scopes_supported', warnings);
  if (stated !== undefined && stated.length > mostScopes)
    warnings.push(`The list of scopes has ${stated.length} entries; the first ${mostScopes} are read.`);
  const read = stated?.slice(0, mostScopes).map(parseScope);
  const scopes = read?.filter((scope) => scope !== undefined);
  const capabilities = textList(value, 'capabilities', warnings)?.slice(0, 200);
  return {
    ...(identity === undefined ? {} : { identity }),
    ...(host === undefined ? {} : { host }),
    hostByEndpoint: Object.fromEntries(addressByEndpoint.map(([name, found]) => [name, hostOf(found) ?? ''])),
    ...(persona === 'patient' || persona === 'provider' ? { persona } : {}),
    ...(scopes === undefined ? {} : { scopes }),
    otherScopes: (read?.length ?? 0) - (scopes?.length ?? 0),
    ...(capabilities === undefined ? {} : { capabilities }),
    lists: Object.fromEntries(
      Object.entries(shortLists).flatMap(([name, title]) => {
        const words = (textList(value, name, warnings) ?? []).filter((word) => codeWord.test(word)).slice(0, 20);
        return words.length === 0 ? [] : [[title, words.toSorted().join(', ')]];
      }),
    ),
    warnings,
  };
};

/** What codes of this kind look like; anything else could be anything. */
export const codeWord = /^[A-Za-z][A-Za-z0-9:._-]{0,80}$/;

/** A list of texts. Some servers write one text with blanks, as in a request. */
const textList = (value: unknown, name: string, warnings: string[]): readonly string[] | undefined => {
  const list = field(asObject(value), name);
  if (list === undefined || list === null) return undefined;
  if (typeof list === 'string') {
    warnings.push(`"${name}" is one text and must be a list: it is read as the words in it.`);
    return unique((cleanLong(list) ?? '').split(' ').filter((word) => word !== ''));
  }
  if (!Array.isArray(list)) {
    warnings.push(`"${name}" is no list: it is passed over, as if the file did not have it.`);
    return undefined;
  }
  const wrong = list.findIndex((item: unknown) => cleanText(item) === undefined);
  if (wrong >= 0) warnings.push(`$.${name}[${wrong}] is no text: such entries are passed over.`);
  // A scope that is longer than a text may be is no scope of this grammar; its beginning must not be taken for one.
  return unique(list.flatMap((item: unknown) => cleanLong(item) ?? []));
};

const cleanLong = (item: unknown): string | undefined => {
  if (typeof item !== 'string') return undefined;
  const text = item
    .slice(0, 200_000)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return text === '' ? undefined : text;
};

const unique = (list: readonly string[]): readonly string[] => [...new Set(list)];
