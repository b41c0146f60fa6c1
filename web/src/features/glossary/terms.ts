import { inventoryTerms } from './inventory-terms.ts';
import { meetingTerms } from './meeting-terms.ts';
import type { Term, TermGroup } from './term.ts';

/** What the words on the screens mean. Legal terms are told in our own words; the text of the law decides. */
export const termGroups: readonly TermGroup[] = [...inventoryTerms, ...meetingTerms];

/** Every term by its id. */
export const termById: ReadonlyMap<string, Term> = new Map(
  termGroups.flatMap(({ terms }) => terms.map((term) => [term.id, term])),
);
