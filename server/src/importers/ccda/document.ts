/** How much a section has: data, text that only people can read, a statement that there is no information, nothing, or only other sections. */
export type SectionContent = 'DATA' | 'NARRATIVE' | 'NO_INFORMATION' | 'EMPTY' | 'SECTIONS';

/** A section of a document: what it is and how much is in it, nothing of what it says. */
export interface DocumentSection {
  /** Its LOINC code, `''` when it has none. */
  readonly loinc: string;
  readonly templates: readonly string[];
  /** Only to be compared with titles that are known: some systems write what was found or done into it. */
  readonly title: string;
  readonly content: SectionContent;
  /** Entries that say something. */
  readonly entries: number;
  /** The section around it, when there is one. */
  readonly outer?: DocumentSection;
  readonly line: number;
}

/** A template a document says it follows. */
export interface DocumentTemplate {
  readonly root: string;
  readonly extension: string;
}

/** What a document says of itself, and its sections, the outer before the inner. Every text is `''` when it is not said. */
export interface ClinicalDocument {
  /** LOINC code of its type. */
  readonly type: string;
  readonly templates: readonly DocumentTemplate[];
  readonly custodian: string;
  readonly authorOrganization: string;
  readonly software: string;
  readonly device: string;
  readonly date: string;
  /** The media type of a body that is a file (`''` when it is not said), `undefined` when the body has sections. */
  readonly fileBody: string | undefined;
  readonly sections: readonly DocumentSection[];
  /** Sections beyond the limit. */
  readonly passedOver: number;
}
