import { err, ok, type Result } from '../../domain/result.ts';
import type { ArtefactRefused } from '../artefact-refused.ts';
import { refused, type Artefact } from '../artefact/artefact.ts';
import {
  noFacts,
  type ArtefactFacts,
  type ClassSign,
  type FlowFact,
  type NoteFact,
  type SystemFact,
} from '../facts/facts.ts';
import type { Reading } from '../importer.ts';
import { createWordMatcher, type WordMatcher } from '../signs/class-signs.ts';
import type { XmlElement } from '../xml/read-xml.ts';
import { openPages, type DiagramPage } from './open-pages.ts';

/** A shape or line of a page. */
interface Cell {
  readonly id: string;
  readonly label: string;
  readonly style: string;
  readonly isVertex: boolean;
  readonly isEdge: boolean;
  readonly parent: string;
  readonly source: string;
  readonly target: string;
  readonly line: number;
}

/** Returns the systems and flows of a drawing. Errors: not a drawing, or one that cannot be unpacked. */
export const readDiagram = async (
  artefact: Artefact,
  { vocabulary, options }: Reading,
): Promise<Result<ArtefactFacts, ArtefactRefused>> => {
  const pages = await openPages(artefact);
  if (!pages.ok) return pages;
  if (pages.value.length === 0)
    return err(refused(artefact, 'MALFORMED', 'there is no page in the drawing', 'save the drawing again'));
  const matcher = createWordMatcher(vocabulary);
  const warnings: string[] = [];
  const parts = pages.value.map((page) => readPage(page, matcher, warnings));
  const systems = new Map(parts.flatMap((part) => part.systems.map((each) => [each.key, each] as const)));
  const flows = new Map(parts.flatMap((part) => part.flows.map((each) => [each.key, each] as const)));
  return ok({
    kind: 'drawio',
    title: `Drawing with ${pages.value.length} ${pages.value.length === 1 ? 'page' : 'pages'}, ${systems.size} boxes and ${flows.size} arrows`,
    grade: 'DOCUMENTED',
    origin: options.origin ?? pages.value[0]?.name ?? 'drawing',
    describes: { pages: pages.value.length },
    ...noFacts,
    covers: pages.value.map(scopeOf),
    systems: [...systems.values()],
    flows: [...flows.values()],
    notes: parts.flatMap(({ notes }) => notes),
    warnings,
  });
};

const scopeOf = ({ name }: DiagramPage): string => `page:${name}`;

interface PageFacts {
  readonly systems: readonly SystemFact[];
  readonly flows: readonly FlowFact[];
  readonly notes: readonly NoteFact[];
}

const readPage = (page: DiagramPage, matcher: WordMatcher, warnings: string[]): PageFacts => {
  const cells = page.cells.map(toCell);
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  const edges = cells.filter(({ isEdge }) => isEdge);
  const ends = new Set(edges.flatMap(({ source, target }) => [source, target]));
  const parents = new Set(cells.filter(({ isVertex }) => isVertex).map(({ parent }) => parent));
  const isLabelOfEdge = ({ style, parent }: Cell): boolean =>
    /edgeLabel/i.test(style) || byId.get(parent)?.isEdge === true;
  const boxes = cells.filter((cell) => cell.isVertex && !isLabelOfEdge(cell) && cell.label !== '');
  // A container is a zone unless an arrow ends at it; a text without an arrow is a remark.
  const isSystem = (cell: Cell): boolean =>
    ends.has(cell.id) || (!parents.has(cell.id) && !/(?:^|;)text(?:;|$)|note|shape=image|edgeLabel/i.test(cell.style));
  const scope = scopeOf(page);
  const where = ({ line }: Cell): string => `page ${page.name}, line ${line}`;
  const systems = boxes.filter(isSystem).map((cell): SystemFact => {
    const zones = zonesOf(cell, byId);
    return {
      key: keyOf(cell.label),
      scope,
      name: cell.label,
      pointer: where(cell),
      ...(zones.length === 0 ? {} : { description: `In ${zones.join(', in ')}` }),
      isSelf: false,
      isUnresolved: false,
      identifiers: [],
      certainty: 'LIKELY',
    };
  });
  const known = new Map(boxes.filter(isSystem).map((cell) => [cell.id, cell]));
  const flows = edges.flatMap((edge): readonly FlowFact[] => {
    const labels = [
      edge.label,
      ...cells.filter((cell) => cell.parent === edge.id && cell.label !== '').map(({ label }) => label),
    ].filter((label) => label !== '');
    const label = labels.join(', ');
    const [from, to] = [nearest(edge.source, byId, known), nearest(edge.target, byId, known)];
    if (from === undefined || to === undefined) {
      warnings.push(
        `The arrow${label === '' ? '' : ` "${label}"`} at ${where(edge)} is not joined to a named box at both ends, and is left out.`,
      );
      return [];
    }
    return toFlows(edge, { label, from, to, scope, pointer: where(edge), matcher });
  });
  const notes = boxes
    .filter((cell) => !isSystem(cell) && !parents.has(cell.id))
    .map((cell): NoteFact => ({
      key: `${scope}/${cell.id}`,
      scope,
      name: cell.label.slice(0, 200),
      pointer: where(cell),
      code: 'remark',
    }));
  return { systems, flows, notes };
};

const keyOf = (label: string): string => `box:${label.toLowerCase()}`;

const toCell = (element: XmlElement): Cell => {
  // A shape with properties of its own is wrapped: the wrapper has the label and the id.
  const wraps = element.name === 'object' || element.name === 'UserObject';
  const cell = wraps ? (element.children.find(({ name }) => name === 'mxCell') ?? element) : element;
  const { attributes } = cell;
  return {
    id: element.attributes['id'] ?? attributes['id'] ?? '',
    label: plainText(wraps ? (element.attributes['label'] ?? '') : (attributes['value'] ?? '')),
    style: attributes['style'] ?? '',
    isVertex: attributes['vertex'] === '1',
    isEdge: attributes['edge'] === '1',
    parent: attributes['parent'] ?? '',
    source: attributes['source'] ?? '',
    target: attributes['target'] ?? '',
    line: element.line,
  };
};

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };

/** Labels are HTML; what is kept is the text of it, on one line, and no picture. */
const plainText = (html: string): string =>
  html
    .slice(0, 20_000)
    .replace(/<(?:br|\/p|\/div)[^<>]{0,200}>/gi, ' ')
    .replace(/<[^<>]{0,2000}>/g, '')
    .replace(/&(#?\w{1,8});/g, (all, name: string) => entities[name] ?? all)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 200);

const zonesOf = (cell: Cell, byId: ReadonlyMap<string, Cell>): readonly string[] => {
  const zones: string[] = [];
  const seen = new Set<string>();
  for (let at = byId.get(cell.parent); at !== undefined && !seen.has(at.id); at = byId.get(at.parent)) {
    seen.add(at.id);
    if (at.label !== '') zones.push(at.label);
  }
  return zones;
};

/** An arrow may end at a part of a box; the box it is in is meant. */
const nearest = (id: string, byId: ReadonlyMap<string, Cell>, known: ReadonlyMap<string, Cell>): Cell | undefined => {
  const seen = new Set<string>();
  for (let at = byId.get(id); at !== undefined && !seen.has(at.id); at = byId.get(at.parent)) {
    if (known.has(at.id)) return at;
    seen.add(at.id);
  }
  return undefined;
};

interface Joined {
  readonly label: string;
  readonly from: Cell;
  readonly to: Cell;
  readonly scope: string;
  readonly pointer: string;
  readonly matcher: WordMatcher;
}

const protocols =
  /\b(HL7(?: ?v?[23](?:\.\d){0,2})?|FHIR(?: R\d\w?)?|DICOM(?:web)?|SFTP|FTP|HTTPS?|REST|SOAP|MLLP|JDBC|ODBC|C-?CDA|X12|NCPDP|SQL|API|SMTP|VPN|fax)\b/i;

const toFlows = (edge: Cell, { label, from, to, scope, pointer, matcher }: Joined): readonly FlowFact[] => {
  const protocol = protocols.exec(label)?.[1];
  const carries = matcher.signsIn(label).map(({ sign, phrase }): ClassSign => ({
    classes: sign.classes,
    certainty: sign.classes.length === 1 ? 'LIKELY' : 'POSSIBLE',
    reason: `"${phrase}" stands at the arrow`,
    pointer,
  }));
  const flow = (start: Cell, end: Cell): FlowFact => ({
    key: `${keyOf(start.label)}>${keyOf(end.label)}>${label.toLowerCase()}`,
    scope,
    name: label === '' ? `${start.label} to ${end.label}` : label,
    pointer,
    from: keyOf(start.label),
    to: keyOf(end.label),
    ...(protocol === undefined ? {} : { protocol }),
    carries,
    isComplete: false,
    certainty: 'LIKELY',
  });
  const atStart = /startArrow=(?!none)\w/.test(edge.style);
  const atEnd = !/endArrow=none/.test(edge.style);
  if (atStart && !atEnd) return [flow(to, from)];
  return atStart ? [flow(from, to), flow(to, from)] : [flow(from, to)];
};
