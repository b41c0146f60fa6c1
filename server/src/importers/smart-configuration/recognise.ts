import type { Artefact } from '../artefact/artefact.ts';
import { asObject, field } from '../json-value.ts';
import { parseScope } from './parse-scope.ts';

/** Longer than any configuration: a file of this kind is not looked into to find out what it is. Bytes; 8 MiB. */
const longest = 8 * 1024 * 1024;

/** What the capabilities of HL7 SMART App Launch 1 and 2 begin with. */
const capability = /^(launch-|client-|context-|permission-|sso-openid-connect$|authorize-post$|smart-app-state$)/;

const key = /"(?:scopes_supported|capabilities|authorization_endpoint|token_endpoint)"\s*:/;

/**
 * Returns whether a file is a SMART configuration: a JSON object that lists capabilities of SMART App Launch, or scopes that name
 * records. A plain OpenID configuration is none. A file that is cut off counts when its beginning shows both.
 */
export const recogniseSmartConfiguration = async (artefact: Artefact): Promise<boolean> => {
  const head = artefact.head.trimStart();
  if (!head.startsWith('{') || artefact.bytes > longest || !key.test(head)) return false;
  if (/"resourceType"\s*:/.test(head)) return false;
  const json = await artefact.json();
  if (json.ok) return isSmartConfiguration(json.value);
  return /"(?:launch-(?:ehr|standalone)|permission-\w+|(?:patient|user|system)\/[\w*]+\.[\w*]+)"/.test(head);
};

/** Returns whether a JSON value is a SMART configuration. Pure and total. */
export const isSmartConfiguration = (value: unknown): boolean => {
  if (Object.hasOwn(asObject(value), 'resourceType')) return false;
  const has = (name: string, is: (word: string) => boolean): boolean => {
    const list = field(value, name);
    const words: readonly unknown[] = Array.isArray(list) ? list : typeof list === 'string' ? list.split(/\s/) : [];
    return words.some((word) => typeof word === 'string' && is(word));
  };
  return (
    has('capabilities', (word) => capability.test(word)) ||
    has('scopes_supported', (word) => parseScope(word.trim()) !== undefined)
  );
};
