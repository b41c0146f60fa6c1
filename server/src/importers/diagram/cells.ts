import { redact } from '../redact.ts';
import type { XmlElement } from '../xml/read-xml.ts';

/** A shape or line of a page. */
export interface Cell {
  readonly id: string;
  readonly label: string;
  readonly style: string;
  readonly isVertex: boolean;
  readonly isEdge: boolean;
  readonly isVisible: boolean;
  readonly parent: string;
  readonly source: string;
  readonly target: string;
  readonly line: number;
  /** What a shape says of itself in fields of its own, by lower-case name. */
  readonly properties: Readonly<Record<string, string>>;
}

/** Returns a child of the graph as a cell. A shape with properties of its own is wrapped: the wrapper has the label and the id. */
export const toCell = (element: XmlElement): Cell => {
  const wraps = element.name === 'object' || element.name === 'UserObject';
  const cell = wraps ? (element.children.find(({ name }) => name === 'mxCell') ?? element) : element;
  const { attributes } = cell;
  const properties = wraps ? propertiesOf(element.attributes) : {};
  const said = wraps ? (element.attributes['label'] ?? '') : (attributes['value'] ?? '');
  return {
    id: element.attributes['id'] ?? attributes['id'] ?? '',
    label: plainText(element.attributes['placeholders'] === '1' ? filled(said, properties) : said),
    // Pictures are pasted into styles, as long as they are.
    style: (attributes['style'] ?? '').slice(0, 2_000),
    isVertex: attributes['vertex'] === '1',
    isEdge: attributes['edge'] === '1',
    isVisible: attributes['visible'] !== '0',
    parent: attributes['parent'] ?? '',
    source: attributes['source'] ?? '',
    target: attributes['target'] ?? '',
    line: element.line,
    properties,
  };
};

const propertiesOf = (attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(attributes)
      .filter(([name]) => !/^(?:label|id|link|tooltip|placeholders|placeholder)$/i.test(name))
      .slice(0, 40)
      .map(([name, value]) => [name.toLowerCase(), plainText(value)]),
  );

/** A label may name properties of its shape, `%owner%`. */
const filled = (label: string, properties: Readonly<Record<string, string>>): string =>
  label.slice(0, 4_000).replace(/%(\w{1,60})%/g, (all, name: string) => properties[name.toLowerCase()] ?? all);

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', apos: "'" };

const decoded = (all: string, name: string): string => {
  const known = entities[name.toLowerCase()];
  if (known !== undefined) return known;
  const code = /^#x[0-9a-f]{1,6}$/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.replace('#', ''));
  return name.startsWith('#') && code > 31 && code < 0x110000 ? String.fromCodePoint(code) : all;
};

/** How much of a label is looked at, in characters: pictures are pasted into labels, and the text may stand behind one. */
const longestLabel = 4 * 1024 * 1024;

/** Returns the text of a label, on one line: labels are HTML, and what is between angle brackets, scripts and pictures, is dropped. */
export const plainText = (html: string): string =>
  redact(
    html
      .slice(0, longestLabel)
      .replace(/<(script|style)\b[^<>]*>[^<]*<\/\1\s{0,9}>/gi, '')
      .replace(/<(?:br|hr|\/p|\/div|\/li|\/td|\/h\d)(?:\s[^<>]*)?\/?>/gi, ' ')
      // The last one may have been cut.
      .replace(/<\/?[a-z!][^<>]*(?:>|$)/gi, '')
      .slice(0, 2_000)
      .replace(/&(#?\w{1,8});/g, decoded)
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, 400),
  ).slice(0, 200);
