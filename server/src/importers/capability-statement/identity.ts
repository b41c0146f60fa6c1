import { field, textField } from '../json-value.ts';
import { redact } from '../redact.ts';
import { cleanAddress, hostOf } from '../web-address.ts';
import type { IdentityFact, StatementNature } from './facts.ts';

/** A release month in place of a product name, as one large vendor writes it. */
const releaseMonth = /^(january|february|march|april|may|june|july|august|september|october|november|december) \d{4}$/i;

/** Returns what a statement says about whose it is; a specification never gives a base address. Pure and total. */
export const parseIdentity = (
  statement: unknown,
  nature: StatementNature,
): { readonly identity: IdentityFact; readonly warnings: readonly string[] } => {
  const software = field(statement, 'software');
  const softwareName = said(software, 'name');
  const isMonth = softwareName !== undefined && releaseMonth.test(softwareName);
  const versions = [isMonth ? softwareName : undefined, said(software, 'version')].filter((text) => text !== undefined);
  const base = nature === 'REQUIREMENTS' ? undefined : baseAddress(statement);
  const identity: IdentityFact = {
    ...optional('vendor', said(statement, 'publisher')),
    ...optional('software', isMonth ? undefined : softwareName),
    ...optional('version', versions.length === 0 ? undefined : versions.join(' ')),
    ...optional('name', said(statement, 'title') ?? said(statement, 'name')),
    ...optional('implementation', said(field(statement, 'implementation'), 'description')),
    ...optional('baseUrl', base?.address),
    ...optional('baseUrlPointer', base?.pointer),
  };
  const warnings = [
    ...(isMonth ? [`The software is named "${softwareName}": that is a release, so the product is not known.`] : []),
    ...(base?.hadSecrets === true
      ? ['The address in the statement carried a user, password or query; they were dropped.']
      : []),
    ...(base?.pointer === '$.url'
      ? [`The base address ${base.address} is taken from the statement's own address.`]
      : []),
  ];
  return { identity, warnings };
};

/** A text of the statement, without what could be a credential. */
const said = (value: unknown, name: string): string | undefined => {
  const text = textField(value, name);
  return text === undefined ? undefined : redact(text);
};

/** Returns the name a system gets when nobody gave it one: vendor and product, else the host, else the statement's name. Pure and total. */
export const systemNameOf = (identity: IdentityFact, fallback: string): string => {
  const { vendor, software, baseUrl, name } = identity;
  if (software !== undefined)
    return vendor === undefined || software.toLowerCase().startsWith(vendor.toLowerCase().split(/[ ,]/)[0] ?? '')
      ? software
      : `${vendor} ${software}`;
  if (vendor !== undefined) return `${vendor} FHIR server`;
  const host = hostOf(baseUrl);
  if (host !== undefined) return `FHIR server at ${host}`;
  return name ?? fallback;
};

const baseAddress = (
  statement: unknown,
): { readonly address: string; readonly hadSecrets: boolean; readonly pointer: string } | undefined => {
  const implementation = cleanAddress(textField(field(statement, 'implementation'), 'url'));
  if (implementation !== undefined && hostOf(implementation.address) !== undefined)
    return { ...implementation, pointer: '$.implementation.url' };
  const own = cleanAddress(textField(statement, 'url'));
  if (own === undefined || hostOf(own.address) === undefined) return undefined;
  // The statement's own address is the base plus where a server keeps its statement.
  const address = own.address.replace(/\/(metadata|(Conformance|CapabilityStatement)(\/[^/]*)?)$/i, '');
  return { address, hadSecrets: own.hadSecrets, pointer: '$.url' };
};

const optional = <K extends string>(key: K, value: string | undefined): { readonly [key in K]?: string } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [key in K]: string });
