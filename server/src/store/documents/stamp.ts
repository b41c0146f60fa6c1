import type { ConceptName } from '../../domain/model/concepts.ts';
import type { Instant, Revision } from '../../domain/model/entity.ts';
import { canonicalJson } from '../canonical-json.ts';
import { compareClassLinks, type Document, type Plain } from './document.ts';
import { linkFields } from './link-fields.ts';

const serverStamps = new Set(['revision', 'createdAt', 'updatedAt', 'recordedAt']);
/** Rewording a fact or ending it does not record it anew. */
const words = new Set(['name', 'description', 'endedOn', 'endReason']);

const without = (plain: Plain, keys: ReadonlySet<string>): Plain =>
  Object.fromEntries(Object.entries(plain).filter(([key]) => !keys.has(key)));

const classLinkFields = (concept: ConceptName): readonly string[] =>
  linkFields[concept].filter((one) => one.as === 'CLASS_LINKS').map((one) => one.field);

/** What a document says, without what the server stamps on it: equal texts are no change. */
export const substanceOf = (concept: ConceptName, document: Document): string => {
  const rest: Record<string, unknown> = { ...without(document, serverStamps) };
  for (const field of classLinkFields(concept)) {
    const links = (rest[field] ?? []) as readonly Plain[];
    rest[field] = links.map((link) => canonicalJson(without(link, serverStamps))).toSorted();
  }
  return canonicalJson(rest);
};

/** A document's own facts: no links, no words, no stamps. */
const ownFacts = (concept: ConceptName, document: Document): string => {
  const apart = new Set([...serverStamps, ...words, ...linkFields[concept].map((one) => one.field)]);
  return canonicalJson(without(document, apart));
};

const linkFacts = (link: Plain): string => canonicalJson(without(without(link, serverStamps), words));

/** The new links with the record time of the stored link that says the same, else `at`. */
const stampLinks = (links: readonly Plain[], stored: readonly Plain[], at: Instant): readonly Plain[] => {
  const recordedAt = new Map<string, string[]>();
  for (const link of stored) {
    const times = recordedAt.get(linkFacts(link)) ?? [];
    recordedAt.set(linkFacts(link), [...times, String(link['recordedAt'])]);
  }
  return links.map((link) => ({ ...link, recordedAt: recordedAt.get(linkFacts(link))?.shift() ?? at }));
};

/**
 * The document with the server's stamps. `recordedAt` says since when a fact has been on record as it stands: it is
 * kept while the fact is only reworded or ended, and is `at` for whatever is new. Nothing of it is taken from the
 * writer. Pure.
 */
export const stampDocument = (
  concept: ConceptName,
  document: Document,
  stored: Document | undefined,
  stamp: { readonly revision: Revision; readonly at: Instant },
): Document => {
  const kept = stored !== undefined && ownFacts(concept, stored) === ownFacts(concept, document);
  const stamped: Record<string, unknown> & { readonly id: string } = {
    ...document,
    revision: stamp.revision,
    createdAt: stored?.['createdAt'] ?? stamp.at,
    updatedAt: stamp.at,
    recordedAt: kept ? stored['recordedAt'] : stamp.at,
  };
  for (const field of classLinkFields(concept)) {
    const links = (document[field] ?? []) as readonly Plain[];
    const before = (stored?.[field] ?? []) as readonly Plain[];
    stamped[field] = stampLinks(links, before, stamp.at).toSorted(compareClassLinks);
  }
  return stamped;
};
