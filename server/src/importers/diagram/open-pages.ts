import { inflateRawSync } from 'node:zlib';
import { err, ok, type Result } from '../../domain/result.ts';
import type { ArtefactRefused } from '../artefact-refused.ts';
import { refused, type Artefact } from '../artefact/artefact.ts';
import { openArtefact, sourceOfBytes } from '../artefact/open-artefact.ts';
import { child, readXml, type XmlElement } from '../xml/read-xml.ts';
import { toCell, type Cell } from './cells.ts';

/** One page of a drawing: the cells of its graph. */
export interface DiagramPage {
  readonly name: string;
  readonly cells: readonly Cell[];
}

/** The pages of a drawing, and what of it was not read. */
export interface Pages {
  readonly pages: readonly DiagramPage[];
  readonly warnings: readonly string[];
}

/** How large all pages together may become when they are unpacked. Bytes; 32 MiB: a drawing people can read is far below. */
const largestDrawing = 32 * 1024 * 1024;

/** How many pages are read, and how many cells of all of them. */
const mostPages = 200;
const mostCells = 200_000;

/** Returns the pages of a drawing, unpacked where they are packed. Errors: not well-formed, or pages that unpack to more than is read. */
export const openPages = async (artefact: Artefact): Promise<Result<Pages, ArtefactRefused>> => {
  const found: XmlElement[] = [];
  const read = await readXml(artefact, {
    isWanted: (path) => path.at(-1) === 'diagram' || (path.length === 1 && path[0] === 'mxGraphModel'),
    onElement: (element) => found.push(element),
    maxElements: 4 * mostCells,
  });
  if (!read.ok) return read;
  const inner = read.value.root === 'svg' ? read.value.rootAttributes['content'] : undefined;
  if (inner !== undefined) {
    const drawing = await openArtefact(sourceOfBytes(artefact.name, Buffer.from(inner)));
    return drawing.ok ? openPages(drawing.value) : drawing;
  }
  const pages: DiagramPage[] = [];
  const warnings: string[] = [];
  let [room, cells] = [largestDrawing, 0];
  for (const [at, element] of found.slice(0, mostPages).entries()) {
    const name =
      (element.attributes['name'] ?? '')
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim()
        .slice(0, 80) || `page ${at + 1}`;
    const plain = element.name === 'mxGraphModel' ? element : child(element, 'mxGraphModel');
    const model = plain === undefined ? await unpack(artefact, element, name, room) : ok({ root: plain, bytes: 0 });
    if (!model.ok) return model;
    room -= model.value.bytes;
    const all = child(model.value.root, 'root')?.children ?? [];
    pages.push({ name, cells: all.slice(0, mostCells - cells).map(toCell) });
    if (all.length > mostCells - cells)
      warnings.push(`The page "${name}" has more shapes than are read: ${mostCells} of one drawing are.`);
    cells += Math.min(all.length, mostCells - cells);
  }
  if (found.length > mostPages) warnings.push(`The first ${mostPages} of ${found.length} pages are read.`);
  return ok({ pages, warnings });
};

interface Unpacked {
  readonly root: XmlElement | undefined;
  readonly bytes: number;
}

/** A packed page is XML, percent-encoded, deflated, in base64. */
const unpack = async (
  artefact: Artefact,
  element: XmlElement,
  name: string,
  room: number,
): Promise<Result<Unpacked, ArtefactRefused>> => {
  const packed = element.text.trim();
  if (packed === '') return ok({ root: undefined, bytes: 0 });
  const broken = (message: string): Result<never, ArtefactRefused> =>
    err(
      refused(artefact, 'MALFORMED', `the page "${name}" ${message}`, 'save the drawing again, without compression', {
        line: element.line,
        column: 1,
      }),
    );
  let xml: string;
  let bytes: number;
  try {
    const inflated = inflateRawSync(Buffer.from(packed, 'base64'), { maxOutputLength: Math.max(1, room) });
    bytes = inflated.length;
    const text = inflated.toString('utf8');
    // Some tools leave the percent-encoding out.
    xml = text.startsWith('<') ? text : decodeURIComponent(text);
  } catch (cause) {
    return (cause as { readonly code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE'
      ? broken('unpacks to more than 32 MiB')
      : broken('cannot be unpacked');
  }
  const inner = await openArtefact(sourceOfBytes(artefact.name, Buffer.from(xml)));
  if (!inner.ok) return broken('is empty');
  const found: XmlElement[] = [];
  const read = await readXml(inner.value, {
    isWanted: (path) => path.length === 1,
    onElement: (each) => found.push(each),
    maxElements: 4 * mostCells,
  });
  return read.ok ? ok({ root: found[0], bytes }) : broken('is no drawing');
};
