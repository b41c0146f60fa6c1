import type { Catalogues } from '../domain/catalogue/index.ts';
import type { CodeList } from './entity-fields.ts';
import type { KnownCodes } from './read-field.ts';

/** Returns the look-up of the ids each catalogue knows. */
export const createKnownCodes = (catalogues: Catalogues): KnownCodes => {
  const setByList = new Map<string, ReadonlySet<string>>();
  return (list) => {
    const known = setByList.get(list) ?? new Set(catalogues[list as CodeList].map(({ id }) => id));
    setByList.set(list, known);
    return known;
  };
};
