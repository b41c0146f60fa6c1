import type { Catalogues } from './catalogues.ts';
import { citationCovers, formatCitation, parseCitation } from './citation.ts';
import type { DrsClass, Lane, UscdiClass, UscdiElement } from './data.ts';
import type { ExceptionEntry } from './law.ts';
import type { Source } from './source.ts';

const indexes = new WeakMap<object, ReadonlyMap<string, unknown>>();

/** The entry of `list` with this id; `undefined` when there is none. The index is built once per list. */
export const entryById = <T extends { readonly id: string }>(list: readonly T[], id: string): T | undefined => {
  const index = indexes.get(list) ?? new Map(list.map((entry) => [entry.id, entry]));
  indexes.set(list, index);
  // The map was built from this very list.
  return index.get(id) as T | undefined;
};

/** The lane of a kind of system; `STORE` for a kind the catalogue does not know. */
export const laneOf = (catalogues: Catalogues, systemKind: string): Lane =>
  entryById(catalogues.systemKinds, systemKind)?.lane ?? 'STORE';

/** The exception an id belongs to: itself, or the one it is part of; `undefined` when the id is unknown. */
export const wholeException = (catalogues: Catalogues, id: string): ExceptionEntry | undefined => {
  const entry = entryById(catalogues.exceptions, id);
  return entry?.partOf === undefined ? entry : entryById(catalogues.exceptions, entry.partOf);
};

/** What a data class of an inventory stands for in the reference data. */
export type ReferenceClass =
  | { readonly kind: 'DRS_CLASS'; readonly entry: DrsClass }
  | { readonly kind: 'USCDI_CLASS'; readonly entry: UscdiClass }
  | { readonly kind: 'USCDI_ELEMENT'; readonly entry: UscdiElement; readonly within: UscdiClass };

const referenceIndexes = new WeakMap<Catalogues, ReadonlyMap<string, ReferenceClass>>();

const buildReferenceIndex = (catalogues: Catalogues): ReadonlyMap<string, ReferenceClass> => {
  const index = new Map<string, ReferenceClass>();
  for (const entry of catalogues.drsClasses) {
    const found = { kind: 'DRS_CLASS', entry } as const;
    index.set(entry.id, found).set(entry.slug, found);
  }
  for (const within of catalogues.uscdi.classes) {
    const found = { kind: 'USCDI_CLASS', entry: within } as const;
    index.set(within.id, found).set(within.slug, found);
    for (const entry of within.elements) index.set(entry.slug, { kind: 'USCDI_ELEMENT', entry, within });
  }
  return index;
};

/** The reference class with this id (`DR-ECG`, `UC-LAB`) or slug (`laboratory.tests`); `undefined` when there is none. */
export const referenceClass = (catalogues: Catalogues, idOrSlug: string): ReferenceClass | undefined => {
  const index = referenceIndexes.get(catalogues) ?? buildReferenceIndex(catalogues);
  referenceIndexes.set(catalogues, index);
  return index.get(idOrSlug);
};

/**
 * The narrowest source whose text contains the citation, for its title and public address; `undefined` when the text is
 * no citation or nothing covers it.
 */
export const sourceOf = (catalogues: Catalogues, citation: string): Source | undefined => {
  const cite = parseCitation(citation);
  if (!cite.ok) return undefined;
  let narrowest: Source | undefined;
  let length = -1;
  for (const source of catalogues.sources) {
    const outer = parseCitation(source.cite);
    if (!outer.ok || !citationCovers(outer.value, cite.value)) continue;
    const found =
      outer.value.kind === 'CFR' && outer.value.section === undefined ? 0 : formatCitation(outer.value).length;
    if (found > length) [narrowest, length] = [source, found];
  }
  return narrowest;
};
