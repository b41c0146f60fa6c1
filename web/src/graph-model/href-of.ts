import type { Concept } from '../gql/graphql.ts';

/** The page that shows a thing of the inventory; undefined where there is none. */
export const hrefOf = (concept: Concept, id: string): string | undefined => {
  const target = encodeURIComponent(id);
  switch (concept) {
    case 'DATA_CLASS':
      return `/trace?class=${target}`;
    case 'RESTRICTION':
      return `/restriction?id=${target}`;
    case 'SYSTEM':
    case 'FLOW':
    case 'ACCESS_CHANNEL':
      return `/record?concept=${concept}&id=${target}`;
    default:
      return undefined;
  }
};
