import { count, flag, listOf, oneOf, record, text, textLike, type Decoder } from './decode.ts';
import { decodeMarks, entryOptional, entryRequired, id, type Entry, type Mark } from './entry.ts';

export const lanes = ['SOURCE', 'INTEGRATION', 'STORE'] as const;
/** Where a picture puts a system when nothing better is known: data begins there, passes through, or is kept. */
export type Lane = (typeof lanes)[number];

/**
 * A kind of system. `uscdiClasses` and `drsClasses` are ids of classes it typically holds: those of USCDI and those beyond it. `addition`: this project
 * added the kind.
 */
export interface SystemKind extends Entry {
  readonly lane: Lane;
  readonly ownerRole: string;
  readonly uscdiClasses: readonly string[];
  readonly drsClasses: readonly string[];
  readonly interfaces: readonly string[];
  readonly addition: boolean;
}

const inDrs = ['YES', 'USUALLY', 'DEPENDS', 'NO', 'EXCLUDED'] as const;

/** A class of the designated record set beyond USCDI. `slug` is its id in an inventory; `inDrs` a starting proposal. */
export interface DrsClass extends Entry {
  readonly slug: string;
  readonly branch: readonly string[];
  readonly inDrs: (typeof inDrs)[number];
  readonly systemKinds: readonly string[];
  readonly fhirResources: readonly string[];
  readonly overlays: readonly string[];
  readonly otherSystems?: string;
  readonly usualRoute?: string;
  readonly watchFor?: string;
  readonly condition?: string;
  readonly exclusion?: string;
}

/** A published version of USCDI. `released` is a year and month, or a date. */
export interface UscdiVersion extends Entry {
  readonly released: string;
  readonly releaseNote?: string;
  readonly elements?: number;
  readonly classes?: number;
  readonly usCore: readonly string[];
  readonly role: string;
}

/** An element of USCDI. `slug` is its id in an inventory; `until` is the first version without it; `fhir` are R4 paths. */
export interface UscdiElement {
  readonly slug: string;
  readonly name: string;
  readonly since: string;
  readonly until?: string;
  readonly fhir: readonly string[];
  readonly formerly?: string;
  readonly mark: readonly Mark[];
  readonly unverified: boolean;
  readonly note?: string;
}

/** A name a class had, from one version up to and including another. */
export interface FormerName {
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

/** A class of USCDI with its elements, in the standard's order. */
export interface UscdiClass extends Entry {
  readonly slug: string;
  readonly since: string;
  readonly until?: string;
  readonly fhirResources: readonly string[];
  readonly profiles: readonly string[];
  readonly formerly: readonly FormerName[];
  readonly elements: readonly UscdiElement[];
}

/** Decodes an entry of system-kinds.yaml. */
export const decodeSystemKind: Decoder<SystemKind> = record(
  {
    ...entryRequired,
    lane: oneOf(lanes),
    ownerRole: text,
    uscdiClasses: listOf(text),
    drsClasses: listOf(text),
    interfaces: listOf(text),
    addition: flag,
  },
  entryOptional,
);

/** Decodes an entry of drs-classes.yaml. */
export const decodeDrsClass: Decoder<DrsClass> = record(
  {
    ...entryRequired,
    slug: id,
    branch: listOf(text),
    inDrs: oneOf(inDrs),
    systemKinds: listOf(text),
    fhirResources: listOf(text),
    overlays: listOf(text),
  },
  { ...entryOptional, otherSystems: text, usualRoute: text, watchFor: text, condition: text, exclusion: text },
);

/** Decodes a version in uscdi.yaml. */
export const decodeUscdiVersion: Decoder<UscdiVersion> = record(
  {
    ...entryRequired,
    released: textLike(/^\d{4}-\d{2}(?:-\d{2})?$/, 'a month or date such as 2022-07'),
    usCore: listOf(text),
    role: text,
  },
  { ...entryOptional, releaseNote: text, elements: count, classes: count },
);

const decodeUscdiElement: Decoder<UscdiElement> = record(
  {
    slug: id,
    name: text,
    since: text,
    fhir: listOf(text),
    mark: decodeMarks,
    unverified: flag,
  },
  { until: text, formerly: text, note: text },
);

/** Decodes a class in uscdi.yaml with its elements. */
export const decodeUscdiClass: Decoder<UscdiClass> = record(
  {
    ...entryRequired,
    slug: id,
    since: text,
    fhirResources: listOf(text),
    profiles: listOf(text),
    formerly: listOf(record({ from: text, to: text, name: text }, {})),
    elements: listOf(decodeUscdiElement),
  },
  { ...entryOptional, until: text },
);
