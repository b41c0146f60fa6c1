import type { Concept } from '../../gql/graphql.ts';

/** A thing a finding is about. */
export interface ThingData {
  readonly concept: Concept;
  readonly id: string;
  readonly name: string;
}

/**
 * Where a thing is told, as of a day where the page can: a restriction's own page, for a claim that of its restriction among the `others`, a
 * class's trace, else the record. Undefined for what has no page. Pure.
 */
export const thingAddress = (
  { concept, id }: ThingData,
  others: readonly ThingData[],
  asOf: string | undefined,
): string | undefined => {
  const day = asOf === undefined ? '' : `&asOf=${encodeURIComponent(asOf)}`;
  switch (concept) {
    case 'RESTRICTION':
      return `/restriction?id=${encodeURIComponent(id)}${day}`;
    case 'BASIS_CLAIM': {
      const restriction = others.find((other) => other.concept === 'RESTRICTION');
      return restriction === undefined ? recordOf(concept, id) : thingAddress(restriction, [], asOf);
    }
    case 'DATA_CLASS':
      return `/trace?class=${encodeURIComponent(id)}${day}`;
    case 'AUDIENCE':
      return undefined;
    default:
      return recordOf(concept, id);
  }
};

const recordOf = (concept: Concept, id: string): string => `/record?concept=${concept}&id=${encodeURIComponent(id)}`;

const conceptWords: { readonly [K in Concept]?: string } = {
  DATA_CLASS: 'Data class',
  ACCESS_CHANNEL: 'Channel',
  BASIS_CLAIM: 'Claim',
};

/** What kind of thing it is, in words. */
export const thingKind = (concept: Concept): string =>
  conceptWords[concept] ?? `${concept.charAt(0)}${concept.slice(1).toLowerCase().replaceAll('_', ' ')}`;
