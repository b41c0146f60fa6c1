import type { Id } from '../model/entity.ts';

/** The source of a fact that a person stated in a workshop: `workshop:<workshop id>/<person>`. */
export const workshopSource = (workshop: Id, person: string): string => `workshop:${workshop}/${person}`;

/** Returns the workshop and the person of such a source; `undefined` for every other one. */
export const parseWorkshopSource = (source: string): { readonly workshop: Id; readonly person: string } | undefined => {
  const [, workshop, person] = /^workshop:([A-Za-z0-9][A-Za-z0-9._:-]{0,127})\/(.+)$/s.exec(source) ?? [];
  return workshop === undefined || person === undefined ? undefined : { workshop, person };
};

/** A source as people read it: "<person>, in workshop <name or id>"; every other source as it is. */
export const sourceWords = (source: string, nameOf: (workshop: Id) => string | undefined): string => {
  const found = parseWorkshopSource(source);
  return found === undefined ? source : `${found.person}, in workshop ${nameOf(found.workshop) ?? found.workshop}`;
};
