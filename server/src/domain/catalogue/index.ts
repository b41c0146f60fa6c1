export type { AudienceEntry, ChannelKind, ChannelReach, PurposeEntry } from './access.ts';
export {
  catalogueFiles,
  describeCatalogueProblem,
  formatPath,
  type CatalogueInvalid,
  type CatalogueProblem,
  type Catalogues,
} from './catalogues.ts';
export {
  citationCovers,
  citationTextCovers,
  findCitations,
  formatCitation,
  parseCitation,
  type Citation,
  type CitationInvalid,
} from './citation.ts';
export type { DrsClass, Lane, SystemKind, UscdiClass, UscdiElement, UscdiVersion } from './data.ts';
export type { CatalogueHeader, Entry, Mark } from './entry.ts';
export type { ActorEntry, DrsBranchEntry, ExceptionEntry, RuleEntry } from './law.ts';
export { entryById, laneOf, referenceClass, sourceOf, wholeException, type ReferenceClass } from './lookup.ts';
export { parseCatalogues } from './parse-catalogues.ts';
export type {
  OverlayEffect,
  OverlayEntry,
  OverlayRule,
  StateLawEntry,
  PlausibleException,
  PracticeEntry,
  StatutoryHook,
} from './practice.ts';
export type { SectionSign, SegmentSign, WordSign } from './sign.ts';
export type { Source } from './source.ts';
