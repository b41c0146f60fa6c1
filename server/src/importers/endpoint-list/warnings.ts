import { checkAddress } from './check-address.ts';
import type { EndpointGroup, Grouped, organizationsOfMany } from './group-rows.ts';
import type { EndpointList } from './list.ts';

/** More addresses than the largest list that is published. */
export const mostAddresses = 20_000;
/** More developers than certify products. */
export const mostPublishers = 2_000;
/** As many rows as are told one by one. */
const mostRowWarnings = 30;

/** What warnings are made with. `isStable`: a later list of the same name can be compared with this one. */
export interface WarningInput {
  readonly list: EndpointList;
  readonly grouped: Grouped;
  readonly shared: readonly EndpointGroup[];
  readonly many: ReturnType<typeof organizationsOfMany>;
  readonly isStable: boolean;
  readonly origin: string;
}

/** Returns what a person should know about a list before its facts are used. Pure. */
export const warningsOf = ({ list, grouped, shared, many, isStable, origin }: WarningInput): readonly string[] => {
  const { groups, duplicates, invalid, hadSecrets, plain } = grouped;
  const publishersWithout = list.publishers.flatMap(({ url, place }) => {
    const checked = checkAddress(url);
    return checked.ok ? [] : [{ place, why: checked.why }];
  });
  const odd = [...invalid, ...publishersWithout];
  return [
    ...odd.slice(0, mostRowWarnings).map(({ place, why }) => `${place} ${why}: the row is passed over.`),
    ...(odd.length > mostRowWarnings
      ? [`${odd.length - mostRowWarnings} more rows without a usable address are passed over.`]
      : []),
    ...(groups.length > mostAddresses
      ? [`The list has ${groups.length} addresses; the first ${mostAddresses} are read. Divide the list.`]
      : []),
    ...(list.publishers.length > mostPublishers
      ? [`The list has ${list.publishers.length} developers; the first ${mostPublishers} are read.`]
      : []),
    ...(duplicates.count === 0
      ? []
      : [
          `${duplicates.count} rows repeat an address and organization, the first at ${duplicates.place ?? '$'}: each counts once.`,
        ]),
    ...(hadSecrets === 0 ? [] : [`${hadSecrets} addresses carried a user, password or query; it was dropped.`]),
    ...(plain === 0 ? [] : [`${plain} addresses are http, without encryption.`]),
    ...(shared.length === 0
      ? []
      : [
          `${shared.length} addresses serve several organizations (the most: ${Math.max(...shared.map((group) => group.organizations.length))}): a system here is the server at the address, not one organization.`,
        ]),
    ...(many.length === 0
      ? []
      : [
          `${many.length} organizations have several addresses: each address is a system of its own until somebody joins them.`,
        ]),
    ...(list.form === 'list of developers'
      ? [
          'The list tells where each developer publishes its endpoints, and no endpoint itself: fetch and import those lists.',
        ]
      : []),
    ...(isStable
      ? []
      : [
          `The list does not say whose it is; it is kept as "${origin}", and nothing is taken to have vanished. Name it (origin) to compare a later one with it.`,
        ]),
  ];
};
