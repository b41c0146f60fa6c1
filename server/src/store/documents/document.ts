import type { ConceptName, Concepts } from '../../domain/model/concepts.ts';
import { compareIds } from '../../domain/model/entity.ts';
import { canonicalJson } from '../canonical-json.ts';
import { linkFields } from './link-fields.ts';

/** Any concept's document, looked at as plain data. */
export type Document = Readonly<Record<string, unknown>> & { readonly id: string };

/** The same document as its concept's type: for data the store itself wrote or was given as that concept. */
export const asConcept = <C extends ConceptName>(_concept: C, document: Document): Concepts[C] =>
  document as unknown as Concepts[C];

/** The order of class links: by data class, then role, then all the rest. Pure and total. */
export const compareClassLinks = (a: Document | Plain, b: Document | Plain): number =>
  compareIds(String(a['dataClass']), String(b['dataClass'])) ||
  compareIds(String(a['role'] ?? ''), String(b['role'] ?? '')) ||
  compareIds(canonicalJson(a), canonicalJson(b));

/** Plain members of a nested object. */
export type Plain = Readonly<Record<string, unknown>>;

const loneSurrogate = /\p{Surrogate}/gu;

/** A copy without absent members, with text that UTF-8 can hold (a lone surrogate becomes U+FFFD). */
const clean = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replace(loneSurrogate, '\uFFFD');
  if (Array.isArray(value)) return value.map(clean);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => [key, clean(member)]),
  );
};

/**
 * The document as the store gives it back: nothing absent, text that UTF-8 can hold, class links in their order,
 * every other list as it was. Pure.
 */
export const normalizeDocument = (concept: ConceptName, document: object): Document => {
  const copy = clean(document) as Record<string, unknown> & { readonly id: string };
  for (const { field, as } of linkFields[concept]) {
    const links = copy[field];
    if (as === 'CLASS_LINKS' && Array.isArray(links)) copy[field] = (links as Plain[]).toSorted(compareClassLinks);
  }
  return copy;
};
