import type { Concept } from '../../gql/graphql.ts';

/** The address of the page of a thing. */
export const recordHref = (concept: Concept, id: string): string =>
  `/record?concept=${concept}&id=${encodeURIComponent(id)}`;
