import { ok, type Result } from '../../domain/result.ts';
import type { ArtefactRefused } from '../artefact-refused.ts';
import type { Artefact } from '../artefact/artefact.ts';
import { cleanText } from '../json-value.ts';
import { redact } from '../redact.ts';
import { readXml, type XmlElement } from '../xml/read-xml.ts';
import type { ClinicalDocument, DocumentSection, DocumentTemplate } from './document.ts';
import { loincIn, localName, toSections } from './to-sections.ts';

/** As many sections as are kept. */
export const mostSections = 1_000;

/** Where names stand that may be read: of the organization that keeps the document, and of the software that made it. No person is there. */
const names = {
  custodian: 'ClinicalDocument/custodian/assignedCustodian/representedCustodianOrganization/name',
  authorOrganization: 'ClinicalDocument/author/assignedAuthor/representedOrganization/name',
  software: 'ClinicalDocument/author/assignedAuthor/assignedAuthoringDevice/softwareName',
  device: 'ClinicalDocument/author/assignedAuthor/assignedAuthoringDevice/manufacturerModelName',
} as const;
const placeOfName: ReadonlyMap<string, keyof typeof names> = new Map(
  Object.entries(names).map(([name, place]) => [place, name as keyof typeof names]),
);
const otherPlaces = new Set([
  'ClinicalDocument/code',
  'ClinicalDocument/templateId',
  'ClinicalDocument/effectiveTime',
  'ClinicalDocument/component/nonXMLBody',
]);

/** Returns what a document shows of itself, its sections one at a time. The text of anything but names above and titles is never read. Error: not well-formed. */
export const readDocument = async (artefact: Artefact): Promise<Result<ClinicalDocument, ArtefactRefused>> => {
  const said = { type: '', date: '', custodian: '', authorOrganization: '', software: '', device: '' };
  const templates: DocumentTemplate[] = [];
  const sections: DocumentSection[] = [];
  let fileBody: string | undefined;
  let passedOver = 0;
  const take = (element: XmlElement, path: readonly string[]): void => {
    const { attributes } = element;
    const place = placeIn(path);
    const name = placeOfName.get(place);
    if (name !== undefined) said[name] ||= redact(cleanText(element.text) ?? '').slice(0, 120);
    else if (place === 'ClinicalDocument/code') said.type ||= loincIn(element);
    else if (place === 'ClinicalDocument/effectiveTime') said.date ||= dateIn(attributes['value']);
    else if (place === 'ClinicalDocument/templateId') {
      if (templates.length < 50) templates.push(templateIn(attributes));
    } else if (place === 'ClinicalDocument/component/nonXMLBody') fileBody = mediaTypeIn(element);
    else {
      const found = toSections(element);
      const room = mostSections - sections.length;
      sections.push(...found.slice(0, room));
      passedOver += Math.max(0, found.length - room);
    }
  };
  const read = await readXml(artefact, {
    isWanted: (path) => {
      if (localName(path.at(-1) ?? '') === 'section') return true;
      if (path.length > 5) return false;
      const place = placeIn(path);
      return placeOfName.has(place) || otherPlaces.has(place);
    },
    isSecret: (path) => !isReadable(path),
    onElement: take,
  });
  return read.ok ? ok({ ...said, templates, fileBody, sections, passedOver }) : read;
};

const placeIn = (path: readonly string[]): string => path.map(localName).join('/');

/** Returns whether the text at a path of element names may be read; every other text is never kept. Pure. */
export const isReadable = (path: readonly string[]): boolean => {
  const last = localName(path.at(-1) ?? '');
  if (last === 'title') return localName(path.at(-2) ?? '') === 'section';
  return path.length <= 5 && placeOfName.has(placeIn(path));
};

const templateIn = (attributes: Readonly<Record<string, string>>): DocumentTemplate => ({
  root: matching(attributes['root'], /^\d+(?:\.\d+){2,40}$/),
  extension: matching(attributes['extension'], /^\d{4}-\d\d-\d\d$/),
});

const dateIn = (text: string | undefined): string => {
  const [, year, month = '01', day = '01'] =
    /^((?:19|20)\d\d)(?:(0[1-9]|1[0-2])(?:(0[1-9]|[12]\d|3[01]))?)?/.exec(text ?? '') ?? [];
  return year === undefined ? '' : `${year}-${month}-${day}`;
};

const mediaTypeIn = (body: XmlElement): string =>
  matching(
    body.children.find(({ name }) => localName(name) === 'text')?.attributes['mediaType'],
    /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/,
  );

const matching = (text: string | undefined, pattern: RegExp): string => (pattern.test(text ?? '') ? (text ?? '') : '');
