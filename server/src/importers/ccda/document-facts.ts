import { noFacts, type ArtefactFacts, type ChannelFact, type NoteFact, type SystemFact } from '../facts/facts.ts';
import type { ClassVocabulary, ReadOptions } from '../importer.ts';
import type { ClinicalDocument } from './document.ts';
import { kindOf, type DocumentKind } from './document-kind.ts';
import { mostSections } from './read-document.ts';
import { sectionFacts } from './section-facts.ts';

/** Returns the facts of a document: the system that made it and what documents of this type were seen to release. Pure. */
export const documentFacts = (
  document: ClinicalDocument,
  vocabulary: Pick<ClassVocabulary, 'sectionSigns'>,
  options: ReadOptions,
): ArtefactFacts => {
  const { type, date, sections, fileBody } = document;
  const kind = kindOf(document);
  const scope = `document:${type || 'untyped'}`;
  const system = systemOf(document, scope, options);
  const channelKey = `documents:${system.name}:${type || 'untyped'}`;
  const { signs, notes, cannotTell } = sectionFacts(sections, vocabulary.sectionSigns, channelKey, scope);
  const channel: ChannelFact = {
    key: channelKey,
    scope,
    name: `${system.name}: ${kind.name}`,
    pointer: 'ClinicalDocument',
    system: system.key,
    kind: kind.channel,
    standards: [kind.standard],
    identifiers: [],
    audiences: [],
    releases: signs,
    isComplete: false,
    certainty: kind.isConsolidated ? 'LIKELY' : 'POSSIBLE',
  };
  return {
    kind: 'ccda',
    title: `${kind.name} (${kind.standard}), ${sections.length} ${sections.length === 1 ? 'section' : 'sections'}`,
    grade: 'OBSERVED',
    origin: options.origin ?? `${system.name}: ${kind.name}`,
    ...(date === '' ? {} : { date }),
    describes: {
      type: type || 'not said',
      standard: kind.standard,
      sections: sections.length,
      withEntries: sections.filter(({ content }) => content === 'DATA').length,
      narrativeOnly: sections.filter(({ content }) => content === 'NARRATIVE').length,
      empty: sections.filter(({ content }) => content === 'EMPTY' || content === 'NO_INFORMATION').length,
    },
    ...noFacts,
    systems: [system],
    channels: [channel],
    notes: [...notes, ...fileBodyNote(document, channelKey, scope)],
    cannotTell: [
      ...cannotTell,
      ...(fileBody === undefined
        ? []
        : [
            {
              subject: 'the body of the document',
              reason: 'it is a file, and no file in a document is opened',
              candidates: [],
            },
          ]),
    ],
    warnings: warningsOf(document, kind, system),
  };
};

const systemOf = (document: ClinicalDocument, scope: string, { systemName }: ReadOptions): SystemFact => {
  const { software, device } = document;
  const organization = document.custodian || document.authorOrganization;
  // Some write only a version where the name of the software belongs.
  const product = [software, device].find((name) => /^\p{L}/u.test(name));
  const version = product === undefined ? software : '';
  const name =
    systemName ??
    product ??
    (organization === '' ? 'the system that made the document' : `Record system of ${organization}`);
  return {
    key: `system:${name}`,
    scope,
    name,
    pointer:
      product === undefined
        ? 'ClinicalDocument/custodian'
        : 'ClinicalDocument/author/assignedAuthor/assignedAuthoringDevice',
    isSelf: true,
    isUnresolved: false,
    ...(device !== '' && device !== product && /^\p{L}/u.test(device)
      ? { description: `It calls its device "${device}".` }
      : {}),
    ...(product === undefined ? {} : { product }),
    ...(version === '' ? {} : { version }),
    ...(organization === '' ? {} : { organization }),
    identifiers: [],
    certainty: product === undefined ? 'LIKELY' : 'CERTAIN',
  };
};

const fileBodyNote = ({ fileBody }: ClinicalDocument, channel: string, scope: string): readonly NoteFact[] =>
  fileBody === undefined
    ? []
    : [
        {
          key: `${channel}/file-body`,
          scope,
          name: 'The body of the document is a file',
          pointer: 'ClinicalDocument/component/nonXMLBody',
          description: `${fileBody === '' ? 'A file' : `A file of type ${fileBody}`} instead of sections: people can read it; no system can take data out of it.`,
          code: 'document-unstructured',
          about: { kind: 'CHANNEL', key: channel },
        },
      ];

const warningsOf = (
  { sections, fileBody, passedOver }: ClinicalDocument,
  kind: DocumentKind,
  system: SystemFact,
): readonly string[] => [
  'One document says nothing of others: a section that is empty or missing here may be full elsewhere.',
  ...(kind.isConsolidated
    ? []
    : [`The document follows no template of C-CDA that is known (${kind.standard}); check what it is for.`]),
  ...(fileBody === undefined
    ? []
    : ['The document is not structured: its body is a file, and what is in it does not show.']),
  ...(sections.length === 0 && fileBody === undefined
    ? ['The document has no section. Check that it was exported whole.']
    : []),
  ...(passedOver > 0
    ? [`${passedOver} sections were passed over: no more than ${mostSections} of one document are kept.`]
    : []),
  ...(system.product === undefined
    ? ['The document does not name the software that made it. Say which system it is from when you import it.']
    : []),
];
