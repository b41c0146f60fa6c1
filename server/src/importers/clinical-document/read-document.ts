import type { SectionSign } from '../../domain/catalogue/index.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { ArtefactRefused } from '../artefact-refused.ts';
import type { Artefact } from '../artefact/artefact.ts';
import { noFacts, type ArtefactFacts, type CannotTellFact, type ClassSign, type NoteFact } from '../facts/facts.ts';
import type { Reading } from '../importer.ts';
import { cleanText } from '../json-value.ts';
import { wordsOf } from '../signs/words-of.ts';
import { readXml, type XmlElement } from '../xml/read-xml.ts';

/** A section of a document: what it is, and how much is in it. Nothing of what it says. */
export interface DocumentSection {
  readonly loinc: string;
  readonly templates: readonly string[];
  readonly title: string;
  readonly entries: number;
  readonly hasNarrative: boolean;
  readonly nullFlavor: string;
  readonly line: number;
}

/** What a document says of itself. */
interface Header {
  type: string;
  typeName: string;
  templates: string[];
  custodian: string;
  software: string;
  date: string;
  isUnstructured: boolean;
}

/**
 * Elements that may be read: names of the document, of the organization that keeps it and of the software that made it, and of sections. The
 * text of everything else, the narrative above all, is never read.
 */
const isReadable = (path: readonly string[]): boolean => {
  const names = path.map(localName);
  const last = names.at(-1) ?? '';
  if (last === 'title') return names.at(-2) === 'section' || names.length === 2;
  if (last === 'softwareName' || last === 'manufacturerModelName') return true;
  return last === 'name' && names.includes('representedCustodianOrganization');
};

/** Returns what a document has, section by section. Error: not well-formed. */
export const readDocument = async (
  artefact: Artefact,
  { vocabulary, options }: Reading,
): Promise<Result<ArtefactFacts, ArtefactRefused>> => {
  const header: Header = {
    type: '',
    typeName: '',
    templates: [],
    custodian: '',
    software: '',
    date: '',
    isUnstructured: false,
  };
  const sections: DocumentSection[] = [];
  const read = await readXml(artefact, {
    isSecret: (path) => !isReadable(path),
    isWanted: (path) => path.length === 2,
    onElement: (element, path) => {
      if (path.length === 2 && localName(element.name) === 'component') collectSections(element, sections, header, 0);
      else if (path.length === 2) takeHeader(element, header);
    },
  });
  if (!read.ok) return read;
  const name = header.software || header.custodian || options.systemName || 'the system that made the document';
  const version = header.templates.some((template) => template.includes(' ')) ? 'C-CDA R2.1' : 'C-CDA R1.1';
  const kind = header.typeName || typeNames[header.type] || `document type ${header.type || 'not said'}`;
  const scope = `document:${header.type || 'untyped'}`;
  const { signs, notes, cannotTell } = judge(sections, vocabulary.sectionSigns, scope);
  return ok({
    kind: 'ccda',
    title: `${kind}, ${sections.length} ${sections.length === 1 ? 'section' : 'sections'}`,
    grade: 'OBSERVED',
    origin: options.origin ?? `${name}: ${header.type || 'document'}`,
    ...(header.date === '' ? {} : { date: header.date }),
    describes: {
      type: header.type,
      sections: sections.length,
      withEntries: sections.filter(({ entries }) => entries > 0).length,
    },
    ...noFacts,
    systems: [
      {
        key: 'maker',
        scope,
        name: options.systemName ?? name,
        pointer: 'ClinicalDocument/author',
        isSelf: true,
        isUnresolved: false,
        ...(header.software === '' ? {} : { product: header.software }),
        ...(header.custodian === '' ? {} : { organization: header.custodian }),
        identifiers: [],
        certainty: 'CERTAIN',
      },
    ],
    channels: [
      {
        key: `documents:${header.type || 'untyped'}`,
        scope,
        name: `${options.systemName ?? name}: ${kind}`,
        pointer: 'ClinicalDocument',
        system: 'maker',
        kind: 'CH-B1-CCDA',
        standards: [version],
        identifiers: [],
        audiences: [],
        releases: signs,
        isComplete: false,
        certainty: 'LIKELY',
      },
    ],
    notes,
    cannotTell,
    warnings: [
      'One document says nothing of others: a section that is empty here may be full elsewhere.',
      ...(header.isUnstructured
        ? ['The document is not structured: its body is a file, and what is in it does not show.']
        : []),
      ...(sections.length === 0 && !header.isUnstructured ? ['The document has no section.'] : []),
    ],
  });
};

/** Prefixes differ between systems; what follows them does not. */
const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const childrenNamed = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((each) => localName(each.name) === name);

const takeHeader = (element: XmlElement, header: Header): void => {
  switch (localName(element.name)) {
    case 'code':
      header.type = code(element.attributes['code']);
      header.typeName = cleanText(element.attributes['displayName']) ?? '';
      return;
    case 'templateId':
      header.templates.push(
        [element.attributes['root'] ?? '', element.attributes['extension'] ?? '']
          .filter((each) => each !== '')
          .join(' '),
      );
      return;
    case 'effectiveTime':
      header.date = dateOf(element.attributes['value']);
      return;
    case 'custodian':
      header.custodian = findText(element, 'name') ?? '';
      return;
    case 'author':
      header.software ||= findText(element, 'softwareName') ?? findText(element, 'manufacturerModelName') ?? '';
      return;
    default:
  }
};

/** Codes of documents and sections are LOINC codes; anything else there is not kept. */
const code = (text: string | undefined): string => (/^\d{1,7}-\d$/.test(text ?? '') ? (text ?? '') : '');

const dateOf = (text: string | undefined): string => {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})/.exec(text ?? '') ?? [];
  return year === undefined ? '' : `${year}-${month ?? '01'}-${day ?? '01'}`;
};

const findText = (element: XmlElement, name: string): string | undefined => {
  if (localName(element.name) === name) return cleanText(element.text);
  for (const each of element.children) {
    const found = findText(each, name);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** Sections nest; each is one. */
const collectSections = (element: XmlElement, sections: DocumentSection[], header: Header, depth: number): void => {
  for (const each of element.children) {
    const name = localName(each.name);
    if (name === 'nonXMLBody') header.isUnstructured = true;
    if (name === 'section') sections.push(toSection(each));
    if (depth < 40 && (name === 'section' || name === 'component' || name === 'structuredBody'))
      collectSections(each, sections, header, depth + 1);
  }
};

const toSection = (element: XmlElement): DocumentSection => {
  const [title] = childrenNamed(element, 'title');
  const [own] = childrenNamed(element, 'code');
  const [narrative] = childrenNamed(element, 'text');
  return {
    loinc: code(own?.attributes['code']),
    templates: childrenNamed(element, 'templateId').flatMap(({ attributes }) => attributes['root'] ?? []),
    title: (cleanText(title?.text) ?? '').slice(0, 80),
    // Something negated or of no information is no data.
    entries: childrenNamed(element, 'entry').length,
    hasNarrative: narrative !== undefined && hasTextIn(narrative),
    nullFlavor: element.attributes['nullFlavor'] ?? '',
    line: element.line,
  };
};

/** Whether anything is written in an element, whatever it says. */
const hasTextIn = (element: XmlElement): boolean => element.hasText || element.children.some(hasTextIn);

/** Names of the usual types of documents by their LOINC code. */
const typeNames: Readonly<Record<string, string>> = {
  '34133-9': 'Continuity of care document',
  '18842-5': 'Discharge summary',
  '57133-1': 'Referral note',
  '18761-7': 'Transfer summary',
  '11488-4': 'Consultation note',
  '34117-2': 'History and physical',
  '11506-3': 'Progress note',
  '28570-0': 'Procedure note',
  '11504-8': 'Operative note',
  '52521-2': 'Care plan',
};

interface Judged {
  readonly signs: readonly ClassSign[];
  readonly notes: readonly NoteFact[];
  readonly cannotTell: readonly CannotTellFact[];
}

/** A section with entries shows its class; narrative alone makes it likely at best; an empty one shows nothing. */
const judge = (sections: readonly DocumentSection[], catalogue: readonly SectionSign[], scope: string): Judged => {
  const signs: ClassSign[] = [];
  const notes: NoteFact[] = [];
  const cannotTell: CannotTellFact[] = [];
  for (const section of sections) {
    const entry = entryFor(section, catalogue);
    const name = entry?.name ?? (section.title || section.loinc || 'a section without a name');
    const pointer = `line ${section.line}, section ${name}`;
    const isEmpty = section.entries === 0 && (!section.hasNarrative || section.nullFlavor !== '');
    const key = `${section.loinc || section.title || name}/${isEmpty ? 'empty' : 'narrative'}`;
    if (section.entries === 0 && !notes.some((note) => note.key === key))
      notes.push({
        key,
        scope,
        name: isEmpty ? `The section ${name} is empty` : `The section ${name} has narrative only`,
        pointer,
        description: isEmpty
          ? 'There is neither narrative nor data in it.'
          : 'People can read it; no system can take data out of it.',
        code: isEmpty ? 'section-empty' : 'section-narrative-only',
      });
    if (entry === undefined) {
      if (!cannotTell.some(({ subject }) => subject === `section ${name}`))
        cannotTell.push({
          subject: `section ${name}`,
          reason: 'it has neither a code, nor a template or title that is known',
          candidates: [],
        });
      continue;
    }
    if (isEmpty) continue;
    const isOne = entry.classes.length === 1;
    signs.push({
      classes: entry.classes,
      certainty: section.entries > 0 ? (isOne ? 'CERTAIN' : 'POSSIBLE') : isOne ? 'LIKELY' : 'POSSIBLE',
      reason:
        section.entries > 0
          ? `the section ${name} has ${section.entries} entries`
          : `the section ${name} has narrative`,
      pointer,
    });
  }
  return {
    signs: signs.filter(({ classes }, at) => signs.findIndex((each) => each.classes.join() === classes.join()) === at),
    notes,
    cannotTell,
  };
};

/** By its code, else by its template, else by its title: a local title says least. */
const entryFor = (
  { loinc, templates, title }: DocumentSection,
  catalogue: readonly SectionSign[],
): SectionSign | undefined => {
  const words = wordsOf(title).join(' ');
  return (
    catalogue.find((each) => loinc !== '' && each.loinc.includes(loinc)) ??
    catalogue.find((each) => templates.some((template) => each.templates.includes(template))) ??
    catalogue.find((each) => words !== '' && each.titles.some((known) => wordsOf(known).join(' ') === words))
  );
};
