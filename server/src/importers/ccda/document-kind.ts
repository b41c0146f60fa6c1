import type { ClinicalDocument } from './document.ts';

/** What kind of document it is. `channel` is an id of the catalogue of channels. */
export interface DocumentKind {
  readonly name: string;
  readonly standard: string;
  readonly channel: string;
  /** Whether it follows a template of Consolidated CDA. */
  readonly isConsolidated: boolean;
}

/** Types of documents by their LOINC code. What a document calls itself is not kept: a title can name a patient. */
const nameOfType: Readonly<Record<string, string>> = {
  '34133-9': 'Continuity of care document',
  '18842-5': 'Discharge summary',
  '11490-0': 'Discharge summary',
  '57133-1': 'Referral note',
  '18761-7': 'Transfer summary',
  '11488-4': 'Consultation note',
  '34117-2': 'History and physical',
  '11506-3': 'Progress note',
  '28570-0': 'Procedure note',
  '11504-8': 'Operative note',
  '52521-2': 'Care plan',
  '18748-4': 'Diagnostic imaging report',
  '11502-2': 'Laboratory report',
  '34109-9': 'Note',
  '55751-2': 'Public health case report',
  '55182-0': 'Quality measure report',
};

const consolidated = '2.16.840.1.113883.10.20.22.1.';
/** Types of documents by the last part of their template of Consolidated CDA; 1 is what all have in common. */
const nameOfTemplate: Readonly<Record<string, string>> = {
  '2': 'Continuity of care document',
  '3': 'History and physical',
  '4': 'Consultation note',
  '5': 'Diagnostic imaging report',
  '6': 'Procedure note',
  '7': 'Operative note',
  '8': 'Discharge summary',
  '9': 'Progress note',
  '10': 'Unstructured document',
  '13': 'Transfer summary',
  '14': 'Referral note',
  '15': 'Care plan',
};

/** Other documents of the same format that go another way than to people who treat or to the patient. */
const others: readonly (readonly [template: RegExp, name: string, standard: string, channel: string])[] = [
  [/^2\.16\.840\.1\.113883\.10\.20\.24\.1\./, 'Quality measure report', 'QRDA', 'CH-QM'],
  [/^2\.16\.840\.1\.113883\.10\.20\.27\.1\./, 'Quality measure report', 'QRDA', 'CH-QM'],
  [/^2\.16\.840\.1\.113883\.10\.20\.15\.2(?:\.|$)/, 'Public health case report', 'eICR', 'CH-PH'],
];

/** Returns the kind of a document by its templates and its type. Pure. */
export const kindOf = ({ type, templates }: Pick<ClinicalDocument, 'type' | 'templates'>): DocumentKind => {
  for (const [template, name, standard, channel] of others)
    if (templates.some(({ root }) => template.test(root))) return { name, standard, channel, isConsolidated: false };
  const own = templates.filter(({ root }) => root.startsWith(consolidated));
  const byTemplate = own
    .map(({ root }) => nameOfTemplate[root.slice(consolidated.length)])
    .find((name) => name !== undefined && name !== 'Unstructured document');
  return {
    name: nameOfType[type] ?? byTemplate ?? (type === '' ? 'Document of an unnamed type' : `Document of type ${type}`),
    standard: own.length === 0 ? 'CDA R2' : `C-CDA ${releaseOf(own.map(({ extension }) => extension))}`,
    channel: 'CH-B1-CCDA',
    isConsolidated: own.length > 0,
  };
};

/** Templates had no date before R2.0; each later release dates those it changed. */
const releaseOf = (extensions: readonly string[]): string => {
  const last = extensions.toSorted().at(-1) ?? '';
  if (last === '') return 'R1.1';
  if (last < '2015-08-01') return 'R2.0';
  return last < '2024-01-01' ? 'R2.1' : 'R3.0 or later';
};
