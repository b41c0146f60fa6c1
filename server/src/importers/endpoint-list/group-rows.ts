import { checkAddress, releaseInPath } from './check-address.ts';
import type { ListRow } from './list.ts';

/** One address with the organisations behind it, by name. */
export interface EndpointGroup {
  readonly key: string;
  readonly address: string;
  readonly place: string;
  readonly organizations: readonly string[];
  /** Rows that name no organisation. */
  readonly nameless: number;
  readonly standards: readonly string[];
}

/** The rows of a list by address, and what was odd about them. */
export interface Grouped {
  readonly groups: readonly EndpointGroup[];
  readonly duplicates: { readonly count: number; readonly place?: string };
  readonly invalid: readonly { readonly place: string; readonly why: string }[];
  readonly hadSecrets: number;
  readonly plain: number;
}

/** Returns rows by address, in the order in which addresses are first met; the same organisation at the same address counts once. Pure. */
export const groupRows = (rows: readonly ListRow[]): Grouped => {
  interface Building {
    readonly key: string;
    readonly address: string;
    readonly place: string;
    readonly organizations: Set<string>;
    readonly standards: Set<string>;
    nameless: number;
  }
  const byKey = new Map<string, Building>();
  const seen = new Set<string>();
  const invalid: { readonly place: string; readonly why: string }[] = [];
  let duplicates = 0;
  let duplicatePlace: string | undefined;
  let hadSecrets = 0;
  for (const { url, organization, also, place, standards } of rows) {
    const checked = checkAddress(url);
    if (!checked.ok) {
      invalid.push({ place, why: checked.why });
      continue;
    }
    if (checked.hadSecrets) hadSecrets += 1;
    const { key, address } = checked;
    const identity = JSON.stringify([key, organization, also]);
    if (seen.has(identity)) {
      duplicates += 1;
      duplicatePlace ??= place;
    }
    seen.add(identity);
    let group = byKey.get(key);
    if (group === undefined) {
      group = { key, address, place, organizations: new Set(), standards: new Set(), nameless: 0 };
      byKey.set(key, group);
    }
    if (organization === undefined) group.nameless += 1;
    else group.organizations.add(organization);
    for (const standard of standards) group.standards.add(standard);
  }
  const groups = [...byKey.values()].map(({ organizations, standards, ...group }): EndpointGroup => {
    const release = releaseInPath(group.address);
    return {
      ...group,
      organizations: [...organizations].toSorted(),
      standards: standards.size > 0 ? [...standards].toSorted() : release === undefined ? [] : [release],
    };
  });
  return {
    groups,
    duplicates: { count: duplicates, ...(duplicatePlace === undefined ? {} : { place: duplicatePlace }) },
    invalid,
    hadSecrets,
    plain: groups.filter(({ address }) => address.startsWith('http:')).length,
  };
};

/** Returns the organisations that have several addresses, those with the most first. Pure. */
export const organizationsOfMany = (
  groups: readonly EndpointGroup[],
): readonly { readonly organization: string; readonly count: number }[] => {
  const countBy = new Map<string, number>();
  for (const { organizations } of groups)
    for (const organization of organizations) countBy.set(organization, (countBy.get(organization) ?? 0) + 1);
  return [...countBy]
    .filter(([, count]) => count > 1)
    .map(([organization, count]) => ({ organization, count }))
    .toSorted((a, b) => b.count - a.count || (a.organization < b.organization ? -1 : 1));
};

/** Returns up to 20 names as one text of bounded length, "and 90 more" for the others. Pure. */
export const someNames = (names: readonly string[]): string => {
  const shown: string[] = [];
  let length = 0;
  for (const name of names) {
    const short = name.slice(0, 80);
    if (shown.length === 20 || length + short.length > 800) break;
    shown.push(short);
    length += short.length + 2;
  }
  const more = names.length - shown.length;
  return more === 0 ? shown.join('; ') : `${shown.join('; ')} and ${more} more`;
};
