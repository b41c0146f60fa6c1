import { cleanText } from '../json-value.ts';
import type { XmlElement } from '../xml/read-xml.ts';
import type { DocumentSection, SectionContent } from './document.ts';

/** Returns a name without its prefix, which every system chooses as it likes. Pure. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Returns the LOINC code of a `code` element, `''` for anything else: what is no code is not kept. Pure. */
export const loincIn = (code: XmlElement | undefined): string => {
  const text = code?.attributes['code']?.trim() ?? '';
  return /^\d{1,7}-\d$/.test(text) ? text : '';
};

/** How deep sections may stand in one another. */
const deepest = 40;

/** Returns a section and those in it, the outer first. Pure. */
export const toSections = (element: XmlElement, outer?: DocumentSection, depth = 0): readonly DocumentSection[] => {
  const inner = childrenNamed(element, 'component').flatMap((component) => childrenNamed(component, 'section'));
  const said = childrenNamed(element, 'entry').filter((entry) => !saysNothing(entry));
  const section: DocumentSection = {
    loinc: loincIn(childrenNamed(element, 'code')[0]),
    templates: childrenNamed(element, 'templateId')
      .flatMap(({ attributes }) => attributes['root'] ?? [])
      .filter((root) => /^\d+(?:\.\d+){2,40}$/.test(root))
      .slice(0, 20),
    title: (cleanText(childrenNamed(element, 'title')[0]?.text) ?? '').slice(0, 100),
    content: contentOf(element, said.length, inner.length),
    entries: said.length,
    ...(outer === undefined ? {} : { outer }),
    line: element.line,
  };
  return [section, ...(depth < deepest ? inner.flatMap((each) => toSections(each, section, depth + 1)) : [])];
};

const contentOf = (element: XmlElement, entries: number, inner: number): SectionContent => {
  if (entries > 0) return 'DATA';
  // A section that says "no information", or whose every entry says it, has a sentence for people about that; it is no content.
  if (element.attributes['nullFlavor'] !== undefined || childrenNamed(element, 'entry').length > 0)
    return 'NO_INFORMATION';
  if (childrenNamed(element, 'text').some(hasTextIn)) return 'NARRATIVE';
  return inner > 0 ? 'SECTIONS' : 'EMPTY';
};

/** An entry without a statement, or one that is marked as missing, says nothing. "No known allergies" is a statement, and data. */
const saysNothing = ({ attributes, children }: XmlElement): boolean =>
  attributes['nullFlavor'] !== undefined ||
  children.every((statement) => statement.attributes['nullFlavor'] !== undefined);

const hasTextIn = (element: XmlElement): boolean => element.hasText || element.children.some(hasTextIn);

const childrenNamed = ({ children }: XmlElement, name: string): readonly XmlElement[] =>
  children.filter((each) => localName(each.name) === name);
