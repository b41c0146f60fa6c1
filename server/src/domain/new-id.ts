import type { Id } from './model/entity.ts';

/** Returns a readable id for a name that no entity of `taken` has yet: `northwind-fhir`, `northwind-fhir-2` … Pure. */
export const newId = (name: string, taken: Pick<ReadonlySet<Id>, 'has'>): Id => {
  const slug =
    name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/\p{M}/gu, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, longestSlug)
      .replace(/-+$/, '') || 'unnamed';
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
};

const longestSlug = 60;
