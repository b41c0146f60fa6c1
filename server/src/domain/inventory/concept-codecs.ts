import type { ConceptName } from '../model/concepts.ts';
import type { InventoryDocument } from './inventory-documents.ts';
import {
  classLinks,
  entries,
  grade,
  instant,
  jsonText,
  lifespan,
  list,
  optionalList,
  oneReference,
  readFields,
  recordedAt,
  required,
  source,
  text,
  withDefault,
  writeFields,
  type Entry,
  type EntryContext,
  type FieldCodec,
} from './field-codecs.ts';

/** The concepts an observation can stand for, by the word a file uses for each. */
export const conceptByMatchKey: Readonly<Record<string, ConceptName>> = {
  organization: 'Organization',
  system: 'System',
  dataClass: 'DataClass',
  flow: 'Flow',
  audience: 'Audience',
  channel: 'AccessChannel',
  restriction: 'Restriction',
  claim: 'BasisClaim',
  evidence: 'Evidence',
  run: 'ImportRun',
  observation: 'Observation',
  findingReview: 'FindingReview',
};

const ownFields: { readonly [C in ConceptName]: readonly FieldCodec[] } = {
  Organization: [list('actorRoles')],
  DataClass: [
    required('level'),
    text('partOf'),
    text('catalogue'),
    text('drsBranch'),
    withDefault('drsStatus', 'UNDECIDED'),
    text('exclusion'),
    text('rationale'),
    text('uscdi'),
    list('fhirResources'),
    list('overlays'),
  ],
  Audience: [],
  System: [
    required('kind'),
    text('vendor'),
    text('product'),
    text('version'),
    text('custodian'),
    text('organization'),
    text('certified'),
    text('lifecycle'),
    text('zone'),
    list('identifiers'),
    classLinks('holds', [required('role'), text('format'), text('retention')]),
  ],
  Flow: [
    required('from'),
    required('to'),
    text('protocol'),
    text('trigger'),
    text('schedule'),
    text('engineRef'),
    classLinks('carries', [text('transform')]),
  ],
  AccessChannel: [
    required('kind'),
    required('system'),
    list('standards'),
    text('floor'),
    list('identifiers'),
    classLinks('releases'),
    list('for', 'audiences'),
  ],
  Restriction: [
    required('practice'),
    required('effect'),
    withDefault('basis', 'UNKNOWN'),
    withDefault('automated', false),
    oneReference('appliesTo', 'kind', { system: 'SYSTEM', flow: 'FLOW', channel: 'CHANNEL' }),
    list('limits'),
    list('audiences'),
    list('purposes'),
  ],
  Evidence: [text('uri'), text('sha256'), text('dated'), text('fileName'), text('mediaType'), text('bytes')],
  BasisClaim: [
    required('restriction'),
    text('exception'),
    text('lawCitation'),
    text('rulePack'),
    withDefault('status', 'DRAFT'),
    instant('claimedAt'),
    text('submittedBy'),
    instant('submittedAt'),
    text('decidedBy'),
    instant('decidedAt'),
    text('decisionReason'),
    text('supersedes'),
    text('reviewBy'),
    entries('answers', [
      required('condition'),
      required('answer'),
      text('rationale'),
      instant('answeredAt'),
      required('answeredBy'),
      list('evidence'),
    ]),
  ],
  ImportRun: [
    required('kind'),
    required('file'),
    required('sha256'),
    instant('startedAt'),
    instant('finishedAt'),
    withDefault('status', 'DONE'),
    list('warnings'),
    text('title'),
    text('origin'),
    text('dated'),
    text('bytes'),
    text('baseRevision'),
    optionalList('covers'),
    jsonText('counts'),
    jsonText('settings'),
    text('undoneBy'),
    instant('undoneAt'),
    text('undoReason'),
  ],
  Observation: [
    required('run'),
    required('fact'),
    required('pointer'),
    text('detail'),
    oneReference('matches', 'concept', conceptByMatchKey),
    withDefault('outcome', 'NOTED'),
    text('key'),
    text('origin'),
    text('scope'),
    jsonText('statement'),
    text('decision'),
    text('decidedBy'),
    instant('decidedAt'),
    text('decisionReason'),
  ],
  FindingReview: [
    required('finding'),
    required('rule'),
    withDefault('state', 'OPEN'),
    text('owner'),
    text('dueOn'),
    text('rationale'),
    text('explanation'),
  ],
};

/**
 * Returns the document of one entry. The entry must be valid by the JSON Schema of its file: that is what makes the
 * result a document of the concept. Pure; what the file leaves out has its default.
 */
export const entryToDocument = <C extends ConceptName>(
  concept: C,
  entry: Entry,
  context: EntryContext,
): InventoryDocument<C> => {
  const fields = readFields(fieldsByConcept[concept], entry, context);
  // The name is the one default that depends on another field of the entry.
  return { ...fields, name: fields['name'] ?? fields['id'] } as unknown as InventoryDocument<C>;
};

/** Returns the entry of one document, keys in a fixed order, without defaults and without the server's stamps. Pure and total. */
export const documentToEntry = <C extends ConceptName>(
  concept: C,
  document: InventoryDocument<C>,
  context: EntryContext,
): Entry => {
  const entry = writeFields(fieldsByConcept[concept], document, context);
  if (entry['name'] !== entry['id']) return entry;
  const { name: _, ...rest } = entry;
  return rest;
};

const fieldsByConcept = Object.fromEntries(
  Object.entries(ownFields).map(([concept, own]) => [
    concept,
    [required('id'), text('name'), text('description'), ...own, ...lifespan, source, grade, recordedAt],
  ]),
) as unknown as { readonly [C in ConceptName]: readonly FieldCodec[] };
