import type { Concept, SearchQuery } from '../../gql/graphql.ts';
import type { Verb } from './palette-words.ts';

/** A thing of the inventory that was found. */
export type Found = SearchQuery['search'][number];

const conceptWords: Readonly<Record<string, string>> = {
  DATA_CLASS: 'Data class',
  SYSTEM: 'System',
  FLOW: 'Flow',
  ACCESS_CHANNEL: 'Access channel',
  RESTRICTION: 'Restriction',
};

/** What a found thing is, in a word or two. */
export const conceptName = (concept: Concept): string => conceptWords[concept] ?? concept;

/** What kinds of things are looked for, by what is to be done with them. */
export const conceptsOf: Readonly<Record<Verb, Concept[]>> = {
  open: ['DATA_CLASS', 'SYSTEM', 'FLOW', 'ACCESS_CHANNEL', 'RESTRICTION'],
  trace: ['DATA_CLASS'],
  map: ['SYSTEM', 'ACCESS_CHANNEL'],
};

/** Where a found thing is opened: a class by its trace, a restriction by its page, others by their record, or all on the map. */
export const addressOfFound = ({ concept, id }: Found, verb: Verb): string => {
  const target = encodeURIComponent(id);
  if (verb === 'map') return `/map?around=${concept === 'SYSTEM' ? 'system' : 'channel'}:${target}`;
  if (concept === 'DATA_CLASS') return `/trace?class=${target}`;
  return concept === 'RESTRICTION' ? `/restriction?id=${target}` : `/record?concept=${concept}&id=${target}`;
};
