import { listOf, record, text, textLike, type Decoder } from './decode.ts';
import { entryOptional, entryRequired, type Entry } from './entry.ts';

/** Words of a table, column, label or comment that point at a class. `classes` are ids of drs-classes.yaml and uscdi.yaml; several: any of them. */
export interface WordSign extends Entry {
  readonly classes: readonly string[];
  /** Words or phrases, lower case, singular, words apart by one blank: `lab result`. */
  readonly words: readonly string[];
  /** Words that, standing beside them, mean something else: `order` beside `sort`. */
  readonly unless: readonly string[];
}

/** A segment of an HL7 version 2 message and the class it carries. `messages` empty: in every message; else only in those (`MDM`). */
export interface SegmentSign extends Entry {
  readonly segment: string;
  readonly messages: readonly string[];
  readonly classes: readonly string[];
}

/** A section of a clinical document by its LOINC code, by its template, or by its title where it has neither. */
export interface SectionSign extends Entry {
  readonly loinc: readonly string[];
  readonly templates: readonly string[];
  readonly titles: readonly string[];
  readonly classes: readonly string[];
}

const lowerWords = textLike(/^[a-z0-9]+(?: [a-z0-9]+)*$/, 'words in lower case, apart by one blank');

/** Decodes an entry of word-signs.yaml. */
export const decodeWordSign: Decoder<WordSign> = record(
  { ...entryRequired, classes: listOf(text), words: listOf(lowerWords), unless: listOf(lowerWords) },
  entryOptional,
);

/** Decodes an entry of segment-signs.yaml. */
export const decodeSegmentSign: Decoder<SegmentSign> = record(
  {
    ...entryRequired,
    segment: textLike(/^[A-Z][A-Z0-9]{2}$/, 'a segment such as OBX'),
    messages: listOf(textLike(/^[A-Z0-9]{3}$/, 'a message such as MDM')),
    classes: listOf(text),
  },
  entryOptional,
);

/** Decodes an entry of section-signs.yaml. */
export const decodeSectionSign: Decoder<SectionSign> = record(
  {
    ...entryRequired,
    loinc: listOf(textLike(/^\d{1,7}-\d$/, 'a LOINC code such as 48765-2')),
    templates: listOf(textLike(/^\d+(?:\.\d+)+$/, 'an object identifier')),
    titles: listOf(lowerWords),
    classes: listOf(text),
  },
  entryOptional,
);
