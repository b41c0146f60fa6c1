import { fileTypeFromBuffer } from 'file-type';
import { err, ok, type Result } from '../domain/result.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';

/** The largest file that is kept, in bytes. */
export const largestEvidence = 20 * 1024 * 1024;

/** What evidence may be: documents and pictures without macros, told by their bytes. */
const mediaTypeByKind: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  tif: 'image/tiff',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
};

/** Texts have no sign in their bytes: their name says what they are, and they have to be UTF-8. */
const textTypeByExtension: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
  json: 'application/json',
  eml: 'message/rfc822',
};

/** The names of the kinds, for a form. */
export const evidenceKinds: readonly string[] = [...Object.keys(mediaTypeByKind), ...Object.keys(textTypeByExtension)];

/**
 * Returns the media type of a file by its bytes, not by what its name says. Errors: an empty or too large file, a type that is not
 * kept (HTML, SVG, scripts, programs, archives, documents with macros), a text that is not UTF-8.
 */
export const evidenceMediaType = async (fileName: string, bytes: Uint8Array): Promise<Result<string, InputInvalid>> => {
  const refuse = (message: string): Result<string, InputInvalid> => err(inputInvalid('file', message));
  if (bytes.length === 0) return refuse(`"${fileName}" is empty. Give the file with its content.`);
  if (bytes.length > largestEvidence) {
    return refuse(
      `"${fileName}" has ${megabytes(bytes.length)} MiB; at most ${megabytes(largestEvidence)} are kept. Give a link to it instead.`,
    );
  }
  const extension = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const told = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (told !== undefined) {
    const mediaType = mediaTypeByKind[told.ext];
    if (mediaType === undefined) return refuse(notKept(fileName, told.ext));
    return ok(mediaType);
  }
  const text = textTypeByExtension[extension];
  if (text === undefined) return refuse(notKept(fileName, extension === '' ? 'unknown' : extension));
  return isText(bytes) ? ok(text) : refuse(`"${fileName}" is not UTF-8 text. Save it as UTF-8, or as PDF.`);
};

const notKept = (fileName: string, kind: string): string =>
  `"${fileName}" is of the kind ${kind}, which is not kept. Give one of ${evidenceKinds.join(', ')}, or a link.`;

const isText = (bytes: Uint8Array): boolean => {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\0');
  } catch {
    return false;
  }
};

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '');
