import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { err, ok, type Result } from '../../domain/result.ts';
import type { ArtefactRefused } from '../artefact-refused.ts';
import { refused, type Artefact } from '../artefact/artefact.ts';

/** An element of a part that begins: its name without prefix and its attributes by their names without prefix. */
export type OnTag = (name: string, attributes: ReadonlyMap<string, string>) => string | undefined;

/**
 * Reads one XML part of a workbook and calls `onTag` with each element that begins; what it returns is why the part is refused. Errors:
 * no UTF-8, not well-formed, with a document type (which could declare entities), refused by `onTag`.
 */
export const scanPart = (
  artefact: Artefact,
  part: string,
  bytes: Buffer,
  onTag: OnTag,
): Result<true, ArtefactRefused> => {
  let problem: string | undefined;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const parser = new SaxesParser({ xmlns: false, position: false });
    parser.on('error', () => (problem ??= 'it is not well-formed'));
    parser.on('doctype', () => (problem ??= 'it declares a document type, which no workbook needs'));
    parser.on('opentag', (tag) => {
      const attributes = attributesOf(tag);
      // Which of the two another reader takes is not known.
      problem ??=
        attributes === undefined ? 'an element has an attribute twice' : onTag(localName(tag.name), attributes);
    });
    for (let at = 0; at < text.length && problem === undefined; at += pieceLength)
      parser.write(text.slice(at, at + pieceLength));
    if (problem === undefined) parser.close();
  } catch {
    problem ??= 'it is not well-formed text in UTF-8';
  }
  if (problem === undefined) return ok(true);
  return err(
    refused(
      artefact,
      'MALFORMED',
      `the part ${shown(part)} of the workbook cannot be read: ${problem}`,
      'open it in a spreadsheet program, save it again as an Excel workbook (.xlsx) or as CSV, and import that',
    ),
  );
};

const pieceLength = 64 * 1024;

const shown = (part: string): string => part.replace(/[^\w./-]+/g, '_').slice(-60);

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const attributesOf = ({ attributes }: SaxesTagPlain): ReadonlyMap<string, string> | undefined => {
  const entries = Object.entries(attributes).filter(([name]) => !name.startsWith('xmlns'));
  const byName = new Map(entries.map(([name, value]) => [localName(name), value]));
  return byName.size === entries.length ? byName : undefined;
};
