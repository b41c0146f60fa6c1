import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { err, ok, type Result } from '../../domain/result.ts';
import type { ArtefactRefused } from '../artefact-refused.ts';
import { refused, type Artefact } from '../artefact/artefact.ts';

/** What a workbook may be. Bytes: one list needs a few MiB. */
export const workbookLimits = {
  file: 32 * 1024 * 1024,
  /** All that is read of it, unpacked. */
  unpacked: 64 * 1024 * 1024,
  /** All that is in it, pictures too, by what it says itself. */
  declared: 512 * 1024 * 1024,
  entries: 2_000,
  /** How much larger a part may get by unpacking; looked at above 1 MiB. */
  ratio: 200,
} as const;

/** The parts of a ZIP file that may be read, each with its size checked. */
export interface ZipParts {
  readonly names: readonly string[];
  /** The bytes of a part, `undefined` when there is none of that name. Error: damaged, or more than all parts together may have. */
  readonly read: (name: string) => Promise<Result<Buffer | undefined, ArtefactRefused>>;
}

const another = 'save it again as an Excel workbook (.xlsx), or as CSV, and import that';

/**
 * Returns the parts of a ZIP file after looking at its list of contents, before anything is unpacked. Errors: too large, too many parts,
 * parts that unpack to far more than they are, encrypted ones, two of one name, not a ZIP file. Parts are counted again while they are
 * unpacked: what the list says about their size is not believed.
 */
export const openZip = async (artefact: Artefact): Promise<Result<ZipParts, ArtefactRefused>> => {
  if (artefact.bytes > workbookLimits.file)
    return err(
      refused(
        artefact,
        'TOO_LARGE',
        'the workbook has more than 32 MiB',
        `delete pictures and other sheets, or ${another}`,
      ),
    );
  const pieces: Uint8Array[] = [];
  for await (const chunk of artefact.chunks()) pieces.push(chunk);
  try {
    const zip = await fromBufferPromise(Buffer.concat(pieces), { lazyEntries: true, validateEntrySizes: true });
    const entries = new Map<string, Entry>();
    let declared = 0;
    for await (const entry of zip.eachEntry()) {
      declared += entry.uncompressedSize;
      const problem = problemOf(artefact, entry, entries, declared);
      if (problem !== undefined) return err(problem);
      entries.set(entry.fileName, entry);
    }
    return ok({ names: [...entries.keys()], read: readerOf(artefact, zip, entries) });
  } catch {
    return err(damaged(artefact));
  }
};

const damaged = (artefact: Artefact): ArtefactRefused =>
  refused(
    artefact,
    'MALFORMED',
    'the workbook is damaged: its parts cannot be unpacked',
    `fetch it again, or ${another}`,
  );

const problemOf = (
  artefact: Artefact,
  entry: Entry,
  before: ReadonlyMap<string, Entry>,
  declared: number,
): ArtefactRefused | undefined => {
  if (before.size >= workbookLimits.entries)
    return refused(artefact, 'TOO_LARGE', `the workbook has more than ${workbookLimits.entries} parts`, another);
  if (declared > workbookLimits.declared)
    return refused(artefact, 'TOO_LARGE', 'the workbook unpacks to more than 512 MiB', another);
  if (entry.uncompressedSize > 1024 * 1024 && entry.uncompressedSize > entry.compressedSize * workbookLimits.ratio)
    return refused(
      artefact,
      'TOO_LARGE',
      `a part of the workbook unpacks to more than ${workbookLimits.ratio} times its size`,
      another,
    );
  if (entry.isEncrypted())
    return refused(artefact, 'NOT_SUPPORTED', 'the workbook is encrypted', `without a password, ${another}`);
  if (before.has(entry.fileName))
    return refused(artefact, 'MALFORMED', 'the workbook has two parts of one name', another);
  return undefined;
};

const readerOf = (artefact: Artefact, zip: ZipFile, entries: ReadonlyMap<string, Entry>): ZipParts['read'] => {
  let unpacked = 0;
  return async (name) => {
    const entry = entries.get(name);
    if (entry === undefined) return ok(undefined);
    try {
      const pieces: Uint8Array[] = [];
      const stream = await zip.openReadStreamPromise(entry);
      for await (const piece of stream) {
        pieces.push(piece as Uint8Array);
        unpacked += (piece as Uint8Array).length;
        if (unpacked <= workbookLimits.unpacked) continue;
        stream.destroy();
        return err(
          refused(
            artefact,
            'TOO_LARGE',
            'the sheets of the workbook unpack to more than 64 MiB',
            'save the sheet with the list as CSV and import that',
          ),
        );
      }
      return ok(Buffer.concat(pieces));
    } catch {
      return err(damaged(artefact));
    }
  };
};
