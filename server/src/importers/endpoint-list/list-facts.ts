import type { Artefact } from '../artefact/artefact.ts';
import { noFacts, type ArtefactFacts, type ChannelFact, type NoteFact, type SystemFact } from '../facts/facts.ts';
import type { Reading } from '../importer.ts';
import { cleanText } from '../json-value.ts';
import { cleanAddress, hostOf } from '../web-address.ts';
import { checkAddress } from './check-address.ts';
import { groupRows, organizationsOfMany, someNames, type EndpointGroup } from './group-rows.ts';
import type { EndpointList } from './list.ts';
import { mostAddresses, mostPublishers, warningsOf } from './warnings.ts';

/** Returns the facts of a list: a system and a way out for patients at each address, nothing about what either holds. Pure. */
export const listFacts = (list: EndpointList, { name }: Pick<Artefact, 'name'>, reading: Reading): ArtefactFacts => {
  const grouped = groupRows(list.rows);
  const groups = grouped.groups.slice(0, mostAddresses);
  const many = organizationsOfMany(groups);
  const shared = groups.filter(({ organizations }) => organizations.length > 1);
  const { origin, isStable } = originOf(list, groups, name, reading);
  const organizations = new Set(groups.flatMap((group) => group.organizations));
  const isDevelopers = list.form === 'list of developers';
  const publishers = list.publishers.slice(0, mostPublishers);
  return {
    ...noFacts,
    kind: 'endpoint-list',
    title: isDevelopers
      ? `List of ${list.publishers.length} developers and where each publishes its endpoints`
      : `${list.form} of FHIR endpoints, ${grouped.groups.length} addresses of ${organizations.size} organizations`,
    grade: 'ADVERTISED',
    origin,
    ...(list.date === undefined ? {} : { date: list.date }),
    describes: isDevelopers
      ? { form: list.form, developers: list.publishers.length }
      : {
          form: list.form,
          rows: list.rows.length,
          addresses: grouped.groups.length,
          organizations: organizations.size,
          addressesOfSeveralOrganizations: shared.length,
          organizationsWithSeveralAddresses: many.length,
          ...(list.source === undefined ? {} : { fetchedFrom: list.source }),
        },
    // A list under a name that another list could have too must not make the entries of that one vanish.
    covers: isStable && list.isWhole && groups.length === grouped.groups.length ? ['endpoints'] : [],
    systems: groups.map((group) => systemOf(group)),
    channels: groups.map((group) => channelOf(group, reading)),
    notes: [
      ...summaries(shared, many),
      ...[...list.left].toSorted(byText).map(([why, { count, place }]): NoteFact => ({
        key: `left ${why}`,
        scope: 'endpoints',
        name: `${count} ${count === 1 ? 'endpoint' : 'endpoints'} left out: each ${why}`,
        pointer: place,
        code: 'endpoint-left-out',
      })),
      ...(list.alone.length === 0
        ? []
        : [
            {
              key: 'organizations without endpoint',
              scope: 'endpoints',
              name: `${list.alone.length} organizations without an endpoint`,
              pointer: '$.entry',
              code: 'organization-without-endpoint',
              description: someNames(list.alone.toSorted()),
            },
          ]),
      ...publisherNotes(publishers),
    ],
    cannotTell: isDevelopers
      ? []
      : [
          {
            subject: 'What each endpoint releases',
            reason:
              'a list of endpoints names addresses only; import the capability statement at each address (/metadata)',
            candidates: [],
          },
        ],
    warnings: [...list.warnings, ...warningsOf({ list, grouped, shared, many, isStable, origin })],
  };
};

const systemOf = ({ key, address, place, organizations, nameless }: EndpointGroup): SystemFact => {
  const [only, second] = organizations;
  const isOne = only !== undefined && second === undefined && nameless === 0;
  return {
    key,
    scope: 'endpoints',
    name: isOne ? `FHIR server of ${only}` : `FHIR server at ${key}`,
    pointer: place,
    isSelf: false,
    isUnresolved: false,
    kind: 'SYS-FHIR',
    ...(isOne ? { organization: only } : {}),
    identifiers: [address],
    description:
      organizations.length === 0
        ? 'The list names no organization.'
        : `${organizations.length} ${organizations.length === 1 ? 'organization' : 'organizations'}: ${someNames(organizations)}`,
    certainty: 'CERTAIN',
  };
};

const channelOf = ({ key, address, place, standards }: EndpointGroup, { vocabulary }: Reading): ChannelFact => ({
  key,
  scope: 'endpoints',
  name: `${vocabulary.channels.find(({ id }) => id === 'CH-G10-PAT')?.name ?? 'FHIR API'} at ${key}`,
  pointer: place,
  system: key,
  kind: 'CH-G10-PAT',
  standards,
  identifiers: [address],
  audiences: [],
  releases: [],
  isComplete: false,
  // The certified API for patients is FHIR R4: an older address beside it is something else, or an old list.
  certainty: standards.some((standard) => /DSTU2|STU3|FHIR [13]\./.test(standard)) ? 'POSSIBLE' : 'LIKELY',
});

const summaries = (
  shared: readonly EndpointGroup[],
  many: ReturnType<typeof organizationsOfMany>,
): readonly NoteFact[] => [
  ...(shared.length === 0
    ? []
    : [
        {
          key: 'shared endpoints',
          scope: 'endpoints',
          name: `${shared.length} ${shared.length === 1 ? 'address is' : 'addresses are'} shared by several organizations`,
          pointer: shared[0]?.place ?? '$',
          code: 'shared-endpoint',
          description: someNames(mostFirst(shared).map((group) => `${group.key} (${group.organizations.length})`)),
        },
      ]),
  ...(many.length === 0
    ? []
    : [
        {
          key: 'organizations with several endpoints',
          scope: 'endpoints',
          name: `${many.length} ${many.length === 1 ? 'organization has' : 'organizations have'} several addresses`,
          pointer: '$',
          code: 'several-endpoints',
          description: someNames(many.map(({ organization, count }) => `${organization.slice(0, 70)} (${count})`)),
        },
      ]),
];

const mostFirst = (groups: readonly EndpointGroup[]): readonly EndpointGroup[] =>
  groups.toSorted((a, b) => b.organizations.length - a.organizations.length || (a.key < b.key ? -1 : 1));

const publisherNotes = (publishers: EndpointList['publishers']): readonly NoteFact[] => {
  const seen = new Map<string, number>();
  return publishers.map(({ developer, url, place }) => {
    const checked = checkAddress(url);
    const base = JSON.stringify([developer, checked.ok ? checked.key : '']);
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return {
      key: count === 1 ? base : `${base} ${count}`,
      scope: 'endpoints',
      name: `${developer} publishes a list of endpoints`,
      pointer: place,
      code: 'endpoint-list-published',
      description: checked.ok ? checked.address : `The row ${checked.why}.`,
    };
  });
};

/** The stable name of a list: as the person says, as the list says, else by its one host, else by its file. */
const originOf = (
  list: EndpointList,
  groups: readonly EndpointGroup[],
  file: string,
  { options }: Reading,
): { readonly origin: string; readonly isStable: boolean } => {
  const said = cleanText(options.origin);
  if (said !== undefined) return { origin: cleanAddress(said)?.address ?? said, isStable: true };
  if (list.source !== undefined) return { origin: list.source, isStable: true };
  const hosts = new Set(groups.map(({ address }) => hostOf(address)));
  const [host] = hosts;
  if (hosts.size === 1 && host !== undefined) return { origin: `endpoints at ${host}`, isStable: false };
  return { origin: cleanText(file.replace(/\.[a-z0-9]{1,8}$/i, '')) ?? 'endpoint list', isStable: false };
};

const byText = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0;
