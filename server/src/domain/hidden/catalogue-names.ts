import { findCitations, referenceClass, type Catalogues } from '../catalogue/index.ts';
import { stateLawsIn } from '../verdict/class-scope.ts';

/** What the reference data calls its entries, and which codes it has: none of that names a real place or person. */
export interface CatalogueNames {
  readonly kindOfSystem: (id: string) => string | undefined;
  readonly kindOfChannel: (id: string) => string | undefined;
  readonly practice: (id: string) => string | undefined;
  readonly audience: (id: string) => string | undefined;
  /** What the entry of a data class is called, by its id or its slug. */
  readonly dataClass: (idOrSlug: string) => string | undefined;
  /** Whether a name is one the reference data gives to a data class. */
  readonly isNameOfClass: (name: string) => boolean;
  /** Whether a text is a code, a standard or a resource type of the reference data. */
  readonly isCode: (text: string) => boolean;
  /** The citations and state laws that a text names, and nothing else of it; `''` when it names none. */
  readonly lawsIn: (text: string) => string;
}

const byCatalogues = new WeakMap<Catalogues, CatalogueNames>();

/** Returns the names of the reference data; worked out once. */
export const catalogueNames = (catalogues: Catalogues): CatalogueNames => {
  const known = byCatalogues.get(catalogues) ?? collect(catalogues);
  byCatalogues.set(catalogues, known);
  return known;
};

const collect = (catalogues: Catalogues): CatalogueNames => {
  const { systemKinds, channels, practices, audiences, drsClasses, uscdi } = catalogues;
  const elements = uscdi.classes.flatMap((each) => each.elements);
  const classNames = new Set([...drsClasses, ...uscdi.classes, ...elements].map(({ name }) => name.toLowerCase()));
  const codes = new Set<string>([
    ...[systemKinds, channels, practices, audiences, drsClasses, uscdi.classes, uscdi.versions].flatMap((list) =>
      list.map(({ id }) => id),
    ),
    ...[
      catalogues.actors,
      catalogues.drsBranches,
      catalogues.exceptions,
      catalogues.overlays,
      catalogues.purposes,
      catalogues.stateLaws,
    ].flatMap((list) => list.map(({ id }) => id)),
    ...[...drsClasses, ...uscdi.classes, ...elements].map(({ slug }) => slug),
    ...channels.flatMap(({ standards, floor }) => [...standards, floor]),
    ...drsClasses.flatMap(({ fhirResources, exclusion }) => [
      ...fhirResources,
      ...(exclusion === undefined ? [] : [exclusion]),
    ]),
    ...elements.flatMap(({ fhir }) => fhir.map((path) => path.split('.')[0] ?? path)),
  ]);
  return {
    kindOfSystem: nameIn(systemKinds),
    kindOfChannel: nameIn(channels),
    practice: nameIn(practices),
    audience: nameIn(audiences),
    dataClass: (idOrSlug) => referenceClass(catalogues, idOrSlug)?.entry.name,
    isNameOfClass: (name) => classNames.has(name.toLowerCase()),
    isCode: (text) => codes.has(text),
    lawsIn: (text) =>
      [...findCitations(text), ...stateLawsIn(catalogues.stateLaws, text).map(({ law }) => law)].join('; '),
  };
};

const nameIn = (
  list: readonly { readonly id: string; readonly name: string }[],
): ((id: string) => string | undefined) => {
  const names = new Map(list.map(({ id, name }) => [id, name]));
  return (id) => names.get(id);
};
