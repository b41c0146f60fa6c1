import { asObject, cleanText, field, items, textField, type Located } from '../json-value.ts';
import { cleanAddress, cleanCanonical } from '../web-address.ts';
import type {
  Expectation,
  InteractionFact,
  OperationFact,
  ResourceFact,
  SearchParamFact,
  SecurityFact,
  SideFact,
} from './facts.ts';
import { currentTypeName } from './resource-types.ts';

/** Returns the sides of a statement, server first: all `rest` entries of one mode merged, and in them all entries of one type. Pure and total. */
export const parseSides = (statement: Located): readonly SideFact[] => {
  const rests = items(statement, 'rest');
  return (['server', 'client'] as const).flatMap((mode) => {
    // `mode` is required; a statement that forgets it describes a server.
    const own = rests.filter(({ value }) => (textField(value, 'mode') === 'client' ? 'client' : 'server') === mode);
    return own.length === 0 ? [] : [mergeSide(mode, own)];
  });
};

const mergeSide = (mode: SideFact['mode'], rests: readonly Located[]): SideFact => ({
  mode,
  pointers: rests.map(({ pointer }) => pointer),
  resources: mergeResources(rests.flatMap((rest) => items(rest, 'resource'))),
  systemInteractions: unique(rests.flatMap((rest) => interactions(rest).map(({ code }) => code))),
  operations: rests.flatMap(operations),
  security: rests.flatMap(security),
});

const mergeResources = (resources: readonly Located[]): readonly ResourceFact[] => {
  const byType = new Map<string, ResourceFact>();
  for (const resource of resources) {
    const stated = textField(resource.value, 'type');
    if (stated === undefined) continue;
    const fact = parseResource(resource, stated);
    const before = byType.get(fact.type);
    byType.set(fact.type, before === undefined ? fact : mergeResource(before, fact));
  }
  return [...byType.values()];
};

const parseResource = (resource: Located, stated: string): ResourceFact => ({
  type: currentTypeName(stated),
  statedTypes: [stated],
  pointers: [resource.pointer],
  ...expectationOf(resource.value),
  interactions: interactions(resource),
  profiles: profiles(resource.value),
  searchParams: items(resource, 'searchParam').flatMap(({ value }): readonly SearchParamFact[] => {
    const name = textField(value, 'name');
    if (name === undefined) return [];
    const definition = canonical(field(value, 'definition'));
    return [{ name, ...(definition === undefined ? {} : { definition }), ...expectationOf(value) }];
  }),
  operations: operations(resource),
});

const mergeResource = (a: ResourceFact, b: ResourceFact): ResourceFact => ({
  ...b,
  ...a,
  statedTypes: unique([...a.statedTypes, ...b.statedTypes]),
  pointers: [...a.pointers, ...b.pointers],
  interactions: uniqueBy([...a.interactions, ...b.interactions], ({ code }) => code),
  profiles: unique([...a.profiles, ...b.profiles]),
  searchParams: uniqueBy([...a.searchParams, ...b.searchParams], ({ name }) => name),
  operations: uniqueBy([...a.operations, ...b.operations], ({ name }) => name),
});

const interactions = (owner: Located): readonly InteractionFact[] =>
  items(owner, 'interaction').flatMap(({ value }): readonly InteractionFact[] => {
    const code = textField(value, 'code');
    return code === undefined ? [] : [{ code, ...expectationOf(value), prohibited: isProhibited(value) }];
  });

const operations = (owner: Located): readonly OperationFact[] =>
  items(owner, 'operation').flatMap(({ value, pointer }): readonly OperationFact[] => {
    // Some write the operation as it is called, with the dollar sign.
    const name = textField(value, 'name')?.replace(/^\$/, '');
    if (name === undefined) return [];
    const definition = canonical(field(value, 'definition'));
    return [{ name, pointer, ...(definition === undefined ? {} : { definition }) }];
  });

/** One Reference before R4, a canonical and a list of canonicals since. Read both ways: files mix them. */
const profiles = (resource: unknown): readonly string[] => {
  const supported = field(resource, 'supportedProfile');
  const stated = [field(resource, 'profile'), ...(Array.isArray(supported) ? (supported as readonly unknown[]) : [])];
  return unique(stated.flatMap((value) => canonical(value) ?? [])).filter(isProfileAddress);
};

/** A profile has an address of its own; a bare word says nothing, a web page cannot be compared. */
const isProfileAddress = (text: string): boolean => /^(https?:|urn:)/i.test(text) && !/\.html?$/i.test(text);

const canonical = (value: unknown): string | undefined => {
  const text = cleanText(value) ?? textField(value, 'reference');
  return text === undefined ? undefined : cleanCanonical(text);
};

const security = (rest: Located): readonly SecurityFact[] => {
  const value = field(rest.value, 'security');
  if (value === undefined) return [];
  const located: Located = { value, pointer: `${rest.pointer}.security` };
  const extensions = items(located, 'extension');
  const services = items(located, 'service').flatMap((service) => [
    ...items(service, 'coding').flatMap((coding) => textField(coding.value, 'code') ?? []),
    ...[textField(service.value, 'text') ?? []].flat(),
  ]);
  const oauth = extensions
    .filter((extension) => textField(extension.value, 'url')?.endsWith('oauth-uris') === true)
    .flatMap((extension) => items(extension, 'extension'))
    .flatMap(({ value: part }): readonly (readonly [string, string])[] => {
      const [name, address] = [textField(part, 'url'), cleanAddress(textField(part, 'valueUri'))];
      return name === undefined || address === undefined ? [] : [[name, address.address]];
    });
  const smartCapabilities = extensions
    .filter((extension) => textField(extension.value, 'url')?.endsWith('/capabilities') === true)
    .flatMap((extension) => textField(extension.value, 'valueCode') ?? []);
  return [
    {
      services: unique(services),
      oauthAddresses: Object.fromEntries(oauth),
      smartCapabilities,
      pointer: located.pointer,
    },
  ];
};

const expectationOf = (value: unknown): { readonly expectation?: Expectation } => {
  const found = extensionsOf(value, 'extension')
    .filter((extension) => /(capabilitystatement|conformance)-expectation$/.test(textField(extension, 'url') ?? ''))
    .map((extension) => textField(extension, 'valueCode')?.toUpperCase())
    .find((code) => code !== undefined && Object.hasOwn(expectations, code));
  return found === undefined ? {} : { expectation: found as Expectation };
};

const expectations: Readonly<Record<Expectation, true>> = { SHALL: true, SHOULD: true, MAY: true, 'SHOULD-NOT': true };

const isProhibited = (value: unknown): boolean =>
  [...extensionsOf(value, 'modifierExtension'), ...extensionsOf(value, 'extension')].some(
    (extension) =>
      textField(extension, 'url')?.endsWith('capabilitystatement-prohibited') === true &&
      field(extension, 'valueBoolean') === true,
  );

const extensionsOf = (value: unknown, key: string): readonly unknown[] => {
  const list = field(asObject(value), key);
  return Array.isArray(list) ? (list as readonly unknown[]) : [];
};

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];

const uniqueBy = <T>(values: readonly T[], key: (value: T) => string): readonly T[] =>
  [...new Map(values.toReversed().map((value) => [key(value), value])).values()].toReversed();
