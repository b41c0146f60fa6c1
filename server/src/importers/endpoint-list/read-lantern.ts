import { asObject, field, textField, type JsonObject } from '../json-value.ts';
import { emptyList, type EndpointList } from './list.ts';

/** Returns the rows of `{Endpoints: [{URL, OrganizationName, NPIID, OrganizationZipCode}]}` (ONC Lantern). Pure and total. */
export const readLantern = (value: unknown): EndpointList => {
  const list = field(value, 'Endpoints');
  const items: readonly unknown[] = Array.isArray(list) ? list : [];
  return {
    ...emptyList,
    form: 'Lantern list',
    rows: items.map((item, index) => ({
      url: textField(item, 'URL'),
      organization: textField(item, 'OrganizationName'),
      also: [textField(item, 'NPIID'), textField(item, 'OrganizationZipCode')].join(' ').trim(),
      place: `$.Endpoints[${index}]`,
      standards: [],
    })),
  };
};

/** Returns the rows of a list of developers, `[{EndpointName, URL}]` (ONC Lantern, from CHPL). Pure and total. */
export const readDevelopers = (value: unknown): EndpointList => {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const rows = items.map((item, index) => ({
    developer: first(asObject(item), developerKeys),
    url: first(asObject(item), urlKeys),
    place: `$[${index}]`,
  }));
  const nameless = rows.filter(({ developer }) => developer === undefined);
  return {
    ...emptyList,
    form: 'list of developers',
    publishers: rows.flatMap(({ developer, ...row }) => (developer === undefined ? [] : [{ developer, ...row }])),
    warnings:
      nameless.length === 0
        ? []
        : [
            `${nameless.length} rows name no developer, the first at ${nameless[0]?.place ?? '$'}: they are passed over.`,
          ],
  };
};

const developerKeys = ['EndpointName', 'DeveloperName', 'developerName', 'developer', 'Developer'] as const;
const urlKeys = ['URL', 'url', 'serviceBaseUrlList', 'listUrl'] as const;

const first = (object: JsonObject, keys: readonly string[]): string | undefined =>
  keys.map((key) => textField(object, key)).find((text) => text !== undefined);

/** Returns whether a JSON value is a Lantern list. Pure and total. */
export const isLantern = (value: unknown): boolean => {
  const list = field(value, 'Endpoints');
  return Array.isArray(list) && list.some((item: unknown) => Object.hasOwn(asObject(item), 'URL'));
};

/** Returns whether a JSON value is a list of developers with the address of their lists. Pure and total. */
export const isDevelopers = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value
    .slice(0, 20)
    .every(
      (item: unknown) =>
        first(asObject(item), developerKeys) !== undefined && urlKeys.some((key) => Object.hasOwn(asObject(item), key)),
    );
