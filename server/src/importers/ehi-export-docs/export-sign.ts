import type { Artefact } from '../artefact/artefact.ts';

/** How a file shows that its tables are those of an EHI export: in words, or by a format that is published for such exports only. */
export type ExportSign = 'STATED' | 'FORMAT';

/**
 * Returns the sign that a file documents an EHI export, `undefined` for a plain data dictionary: what a database holds is not what leaves
 * it. `preamble`: what stands above the titles of its columns; there alone "export" by itself is about the whole file. Looks at the head
 * only. Pure. The exports are those of 45 CFR 170.315(b)(10).
 */
export const exportSign = ({ head }: Pick<Artefact, 'head'>, preamble = ''): ExportSign | undefined => {
  if (/\bEHI\b|electronic health information|170\.315\s?\(b\)\s?\(10\)/i.test(head) || /\bexports?\b/i.test(preamble))
    return 'STATED';
  return isEpicSchema(head) ? 'FORMAT' : undefined;
};

/** The table definitions that Epic publishes of its EHI export: no other dictionary has all of these names. */
const isEpicSchema = (head: string): boolean =>
  /^\s*[{[]/.test(head.slice(0, 2_000)) &&
  /"primaryKey"\s*:\s*\[\s*\{[^{}]*"columnName"\s*:/.test(head) &&
  /"ordinalPosition"\s*:\s*\d/.test(head) &&
  /"discontinued"\s*:\s*(?:true|false)/.test(head);
