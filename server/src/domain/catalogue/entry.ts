import { parseCitation } from './citation.ts';
import { flag, oneOrMore, text, textLike, type Decoder } from './decode.ts';

/**
 * How well a statement is grounded: R read in the regulation or statute, N in the full text of a proposed rule, F in
 * guidance of ASTP/ONC or HHS, S in a secondary source, a `deduction` of this project, or `unverified`.
 */
export const marks = ['R', 'N', 'F', 'S', 'deduction', 'unverified'] as const;
export type Mark = (typeof marks)[number];

/** What every entry of a reference catalogue has. `mark` is never empty; `unverified` says that part of it is. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  readonly mark: readonly Mark[];
  readonly unverified: boolean;
  readonly cite: readonly string[];
  readonly note?: string;
}

/** What a catalogue file says about itself. `version` is a calendar date. */
export interface CatalogueHeader {
  readonly catalogue: string;
  readonly version: string;
  readonly title: string;
  readonly note: string;
}

/** Decodes `R` or `F, S`: one or more marks, comma between. */
export const decodeMarks: Decoder<readonly Mark[]> = (value, path, report) => {
  const written = text(value, path, report);
  if (written === undefined) return undefined;
  const words = written.split(',').map((word) => word.trim());
  const found = words.flatMap((word) => marks.find((mark) => mark === word) ?? []);
  if (found.length === words.length) return found;
  return void report(path, `expected marks of ${marks.join(' ')} with commas between, found "${written}"`);
};

/** Decodes a citation and keeps it as written: `45 CFR 171.204(a)(3)`. */
export const citation: Decoder<string> = (value, path, report) => {
  const written = text(value, path, report);
  if (written === undefined || parseCitation(written).ok) return written;
  return void report(path, `"${written}" is not a citation; write for example 45 CFR 171.204(a)(3) or 89 FR 1192`);
};

/** Decodes a calendar date. */
export const date = textLike(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'a date such as 2024-12-17');

/** Decodes a catalogue id: the characters of an inventory id. */
export const id = textLike(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/, 'an id of letters, digits and . _ : -');

/** The decoders of the fields every entry must have, or has by default. */
export const entryRequired = { id, name: text, mark: decodeMarks, unverified: flag, cite: oneOrMore(citation) };

/** The decoders of the fields any entry may have. */
export const entryOptional = { note: text };
