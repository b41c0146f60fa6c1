import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { err, ok, type Result } from '../../domain/result.ts';
import type { ArtefactRefused } from '../artefact-refused.ts';
import { refused, type Artefact } from '../artefact/artefact.ts';

/** An element with everything in it. `text` is its own text, references decoded; `hasText` says whether there is any, also where it is not kept; `line` counts from 1. Names keep their prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
  readonly hasText: boolean;
  readonly line: number;
}

/** What of a document is wanted. Paths are element names from the root. */
export interface XmlWanted {
  /** Called with each element as soon as it is read whole, for the paths that `isWanted` names; elements inside it are in it and not given again. */
  readonly onElement: (element: XmlElement, path: readonly string[]) => void;
  readonly isWanted: (path: readonly string[]) => boolean;
  /** Elements whose text is never kept: sample messages. Default: none. */
  readonly isSecret?: (path: readonly string[]) => boolean;
  readonly maxDepth?: number;
  /** How many elements one wanted element may hold. */
  readonly maxElements?: number;
  /** How much text one element may hold, in characters; what is longer is cut, and `cut` in the answer counts it. */
  readonly maxText?: number;
}

/** What was seen while reading. `repaired`: there are references to control characters, which XML 1.0 forbids and these products write. */
export interface XmlRead {
  readonly root: string;
  readonly rootAttributes: Readonly<Record<string, string>>;
  readonly repaired: boolean;
  readonly cut: number;
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  readonly line: number;
  text: string;
  hasText: boolean;
}

/**
 * Reads an XML document as a stream and hands out the wanted elements one by one. It is read by the rules of XML 1.1, whose only
 * difference that matters is that references to control characters are allowed. Nothing outside the file is ever fetched, and entities
 * that a document declares itself are not known, so none can grow. Errors: not well-formed, or nested too deep, with the place.
 */
export const readXml = async (artefact: Artefact, wanted: XmlWanted): Promise<Result<XmlRead, ArtefactRefused>> => {
  const { maxDepth = 300, maxElements = 2_000_000, maxText = 8 * 1024 * 1024, isSecret = () => false } = wanted;
  const parser = new SaxesParser({ xmlns: false, position: true, defaultXMLVersion: '1.1', forceXMLVersion: true });
  const path: string[] = [];
  let open: Open[] = [];
  let root: SaxesTagPlain | undefined;
  let elements = 0;
  let cut = 0;
  let problem: ArtefactRefused | undefined;
  const stop = (message: string, mend: string): void => {
    problem ??= refused(artefact, 'MALFORMED', message, mend, { line: parser.line, column: parser.columnIndex + 1 });
  };
  const addText = (text: string): void => {
    const at = open.at(-1);
    if (at === undefined) return;
    at.hasText ||= text.trim() !== '';
    if (isSecret(path)) return;
    if (at.text.length + text.length <= maxText) at.text += text;
    else cut += 1;
  };
  parser.on('error', (error) => {
    const what = error.message.replace(/^\d+:\d+:\s*/, '');
    stop(
      /undefined entity|entity reference|disallowed/i.test(what) && /entity/i.test(what)
        ? `it uses an entity that it declares itself (${what}); such entities are never resolved`
        : `it is not well-formed XML: ${what}`,
      'export it again, and check that it was written whole',
    );
  });
  parser.on('opentag', (tag) => {
    root ??= tag;
    path.push(tag.name);
    if (path.length > maxDepth) {
      stop(`more than ${maxDepth} elements are nested`, 'this is not a file of a kind that can be imported');
      return;
    }
    if (open.length === 0 && !wanted.isWanted(path)) return;
    elements = open.length === 0 ? 1 : elements + 1;
    if (elements > maxElements) stop(`one part has more than ${maxElements} elements`, 'export less in one file');
    open.push({
      name: tag.name,
      attributes: tag.attributes,
      children: [],
      line: parser.line,
      text: '',
      hasText: false,
    });
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const done = open.pop();
    if (done !== undefined) {
      const parent = open.at(-1);
      if (parent === undefined) wanted.onElement(done, path);
      else parent.children.push(done);
    }
    path.pop();
  });
  const illegal = /&#(?:x0*(?:[1-8bcef]|1[0-9a-f])|0*(?:[1-8]|1[124-9]|2\d|3[01]));/i;
  let repaired = false;
  let rest = '';
  try {
    for await (const piece of artefact.text()) {
      if (!repaired) {
        repaired = illegal.test(rest + piece);
        rest = piece.slice(-12);
      }
      parser.write(piece);
      if (problem !== undefined) return err(problem);
    }
    parser.close();
  } catch (cause) {
    stop(
      `it is not well-formed XML: ${cause instanceof Error ? cause.message : String(cause)}`,
      'export it again, and check that it was written whole',
    );
  }
  open = [];
  if (problem !== undefined) return err(problem);
  return ok({
    root: root?.name ?? '',
    rootAttributes: root?.attributes ?? {},
    repaired,
    cut,
  });
};

/** Returns the first child with a name, `undefined` when there is none. */
export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((each) => each.name === name);

/** Returns the children with a name, in order. */
export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((each) => each.name === name) ?? [];

/** Returns the element at a path of names below another, `undefined` when there is none. */
export const at = (element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined =>
  names.reduce<XmlElement | undefined>((from, name) => child(from, name), element);

/** Returns the trimmed text at a path below an element, `undefined` when it is absent or empty. */
export const textAt = (element: XmlElement | undefined, ...names: readonly string[]): string | undefined =>
  at(element, ...names)?.text.trim() || undefined;

/** Returns the name of the root element of a head of text and whether it looks like XML at all, without parsing the rest. */
export const rootNameOf = (head: string): string | undefined =>
  /^\s*(?:<\?xml[^>]*\?>)?(?:\s|<!--[\s\S]*?-->|<\?[^>]*\?>|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?\s*>)*<([A-Za-z_][\w.:-]*)/.exec(
    head,
  )?.[1];
