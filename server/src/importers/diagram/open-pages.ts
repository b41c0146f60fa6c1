import { inflateRawSync } from 'node:zlib';
import { err, ok, type Result } from '../../domain/result.ts';
import type { ArtefactRefused } from '../artefact-refused.ts';
import { refused, type Artefact } from '../artefact/artefact.ts';
import { openArtefact, sourceOfBytes } from '../artefact/open-artefact.ts';
import { child, readXml, type XmlElement } from '../xml/read-xml.ts';

/** One page of a drawing: the cells of its graph. */
export interface DiagramPage {
  readonly name: string;
  readonly cells: readonly XmlElement[];
}

/** How large a page may become when it is unpacked. Bytes; 32 MiB: a drawing people can read is far below. */
const largestPage = 32 * 1024 * 1024;

/** How many pages are read. */
const mostPages = 200;

/** Returns the pages of a drawing, unpacked where they are packed. Errors: not well-formed, or a page that unpacks to more than is read. */
export const openPages = async (artefact: Artefact): Promise<Result<readonly DiagramPage[], ArtefactRefused>> => {
  const found: XmlElement[] = [];
  const read = await readXml(artefact, {
    isWanted: (path) => path.at(-1) === 'diagram' || (path.length === 1 && path[0] === 'mxGraphModel'),
    onElement: (element) => found.push(element),
  });
  if (!read.ok) return read;
  const pages: DiagramPage[] = [];
  for (const [at, element] of found.slice(0, mostPages).entries()) {
    const name = (element.attributes['name'] ?? `page ${at + 1}`).slice(0, 80);
    const plain = element.name === 'mxGraphModel' ? element : child(element, 'mxGraphModel');
    const model = plain === undefined ? await unpack(artefact, element, name) : ok(plain);
    if (!model.ok) return model;
    pages.push({ name, cells: child(model.value, 'root')?.children ?? [] });
  }
  return ok(pages);
};

/** A packed page is XML, percent-encoded, deflated, in base64. */
const unpack = async (
  artefact: Artefact,
  element: XmlElement,
  name: string,
): Promise<Result<XmlElement | undefined, ArtefactRefused>> => {
  const packed = element.text.trim();
  if (packed === '') return ok(undefined);
  const broken = (message: string): Result<never, ArtefactRefused> =>
    err(
      refused(artefact, 'MALFORMED', `the page "${name}" ${message}`, 'save the drawing again, without compression', {
        line: element.line,
        column: 1,
      }),
    );
  let xml: string;
  try {
    const inflated = inflateRawSync(Buffer.from(packed, 'base64'), { maxOutputLength: largestPage });
    xml = decodeURIComponent(inflated.toString('utf8'));
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
  });
  return read.ok ? ok(found[0]) : broken('is no drawing');
};
