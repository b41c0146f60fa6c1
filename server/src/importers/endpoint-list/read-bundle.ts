import { field, items, textField, type Located } from '../json-value.ts';
import { cleanAddress, hostOf } from '../web-address.ts';
import { emptyList, type EndpointList, type ListRow } from './list.ts';

interface Resource extends Located {
  readonly type: string;
  readonly id: string | undefined;
  readonly fullUrl: string | undefined;
}

/** Returns whether a JSON value is a FHIR Bundle with an Endpoint in it. Pure and total. */
export const isEndpointBundle = (value: unknown): boolean =>
  textField(value, 'resourceType') === 'Bundle' &&
  items({ value, pointer: '$' }, 'entry').some(
    (entry) => textField(field(entry.value, 'resource'), 'resourceType') === 'Endpoint',
  );

/**
 * Returns the rows of a FHIR Bundle of Endpoint and Organization (R4): an endpoint belongs to its `managingOrganization` and to every
 * organisation whose `endpoint` names it. Other resources are counted and not looked into. Pure and total.
 */
export const readBundle = (value: unknown): EndpointList => {
  const bundle: Located = { value, pointer: '$' };
  const resources = items(bundle, 'entry').map((entry): Resource => {
    const resource = field(entry.value, 'resource');
    return {
      value: resource,
      pointer: `${entry.pointer}.resource`,
      type: textField(resource, 'resourceType') ?? '',
      id: textField(resource, 'id'),
      fullUrl: textField(entry.value, 'fullUrl'),
    };
  });
  const organizations = resources.filter(({ type }) => type === 'Organization');
  const endpoints = resources.filter(({ type }) => type === 'Endpoint');
  const others = resources.length - organizations.length - endpoints.length;
  const organizationBy = indexOf(organizations);
  const endpointBy = indexOf(endpoints);
  const missing: string[] = [];
  const belongs = new Map<Resource, Set<Located>>(endpoints.map((endpoint) => [endpoint, new Set()]));
  for (const endpoint of endpoints) {
    const reference = field(endpoint.value, 'managingOrganization');
    const own = organizationOf(reference, endpoint, organizationBy);
    if (own !== undefined) belongs.get(endpoint)?.add(own);
    else if (textField(reference, 'reference') !== undefined) missing.push(`${endpoint.pointer}.managingOrganization`);
  }
  for (const organization of organizations)
    for (const reference of items(organization, 'endpoint')) {
      const endpoint = lookUp(textField(reference.value, 'reference'), endpointBy);
      if (endpoint !== undefined) belongs.get(endpoint)?.add(organization);
      else missing.push(reference.pointer);
    }

  const rows: ListRow[] = [];
  const left = new Map<string, { readonly count: number; readonly place: string }>();
  const used = new Set<Located>();
  for (const endpoint of endpoints) {
    const owners = [...(belongs.get(endpoint) ?? [])];
    for (const owner of owners) used.add(owner);
    const why = whyLeft(endpoint.value);
    if (why !== undefined) {
      const before = left.get(why);
      left.set(why, { count: (before?.count ?? 0) + 1, place: before?.place ?? endpoint.pointer });
      continue;
    }
    const row = {
      url: textField(endpoint.value, 'address'),
      place: `${endpoint.pointer}.address`,
      standards: versionsOf(endpoint),
    };
    const names = owners.map((owner) => ({ organization: nameOf(owner.value), also: npiOf(owner) }));
    if (names.length === 0) rows.push({ ...row, organization: textField(endpoint.value, 'name'), also: '' });
    for (const name of names) rows.push({ ...row, ...name });
  }
  const isPage = items(bundle, 'link').some(({ value: link }) => textField(link, 'relation') === 'next');
  const total = field(value, 'total');
  const isShort = typeof total === 'number' && total > resources.length;
  const self = cleanAddress(
    items(bundle, 'link')
      .filter(({ value: link }) => textField(link, 'relation') === 'self')
      .map(({ value: link }) => textField(link, 'url'))[0],
  );
  // Two searches differ in their queries, which are cut off: such an address names neither.
  const source = self?.hadSecrets === true ? undefined : self?.address;
  const date = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?/.exec(
    textField(value, 'timestamp') ?? textField(field(value, 'meta'), 'lastUpdated') ?? '',
  )?.[0];
  return {
    ...emptyList,
    form: 'FHIR Bundle',
    rows,
    left,
    alone: organizations.filter((each) => !used.has(each)).map(({ value: each }) => nameOf(each) ?? 'without a name'),
    isWhole: !isPage && !isShort,
    ...(hostOf(source) === undefined || source === undefined ? {} : { source }),
    ...(date === undefined ? {} : { date }),
    warnings: [
      ...(isPage || isShort
        ? ['The Bundle is one page of several: fetch every page. What is not in it is not known to be absent.']
        : []),
      ...(missing.length === 0
        ? []
        : [`${missing.length} references lead to nothing in the Bundle, the first at ${missing[0] ?? '$'}.`]),
      ...(others === 0 ? [] : [`${others} entries are neither Endpoint nor Organization: they are passed over.`]),
    ],
  };
};

const indexOf = (resources: readonly Resource[]): ReadonlyMap<string, Resource> => {
  const index = new Map<string, Resource>();
  for (const resource of resources) {
    if (resource.id !== undefined) index.set(`${resource.type}/${resource.id}`, resource);
    if (resource.fullUrl !== undefined) index.set(resource.fullUrl, resource);
  }
  return index;
};

/** `Organization/7`, `https://server/fhir/Organization/7/_history/2`, `urn:uuid:…`. */
const lookUp = (reference: string | undefined, index: ReadonlyMap<string, Resource>): Resource | undefined => {
  if (reference === undefined) return undefined;
  const bare = reference.replace(/\/_history\/[^/]*$/, '');
  return index.get(bare) ?? index.get(bare.split('/').slice(-2).join('/'));
};

/** The organisation of a reference: in the Bundle, inside the endpoint (`#a`), or only its name. */
const organizationOf = (
  reference: unknown,
  endpoint: Located,
  index: ReadonlyMap<string, Resource>,
): Located | undefined => {
  const text = textField(reference, 'reference');
  const inside =
    text?.startsWith('#') === true
      ? items(endpoint, 'contained').find(({ value }) => textField(value, 'id') === text.slice(1))
      : undefined;
  const found = inside ?? lookUp(text, index);
  if (found !== undefined) return found;
  const display = textField(reference, 'display');
  return display === undefined ? undefined : { value: { name: display }, pointer: endpoint.pointer };
};

const nameOf = (organization: unknown): string | undefined => textField(organization, 'name');

const npiOf = (organization: Located): string =>
  items(organization, 'identifier')
    .filter(({ value }) => textField(value, 'system') === 'http://hl7.org/fhir/sid/us-npi')
    .map(({ value }) => textField(value, 'value') ?? '')
    .join(' ');

const whyLeft = (endpoint: unknown): string | undefined => {
  const status = textField(endpoint, 'status');
  if (status !== undefined && status !== 'active') return `has the status ${code(status)}`;
  const type = connectionOf(endpoint);
  return type === undefined || type === 'hl7-fhir-rest' ? undefined : `is reached by ${code(type)}`;
};

/** `connectionType` is one Coding in R4 and a list of concepts in R5. */
const connectionOf = (endpoint: unknown): string | undefined => {
  const type = field(endpoint, 'connectionType');
  const concept: unknown = Array.isArray(type) ? type[0] : type;
  const codings = field(concept, 'coding');
  return textField(concept, 'code') ?? textField(Array.isArray(codings) ? codings[0] : undefined, 'code');
};

const code = (text: string): string => (/^[a-z0-9-]{1,40}$/i.test(text) ? text : 'another code');

const versionsOf = (endpoint: Located): readonly string[] =>
  items(endpoint, 'extension')
    .filter(({ value }) => textField(value, 'url')?.endsWith('/endpoint-fhir-version') === true)
    .flatMap(({ value }) => textField(value, 'valueCode') ?? [])
    .filter((version) => /^[\d.]{1,10}$/.test(version))
    .map((version) => `FHIR ${version}`)
    .slice(0, 5);
