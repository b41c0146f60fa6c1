import { err, ok, type Result } from '../domain/result.ts';
import type { ArtefactRefused, RefusalReason } from './artefact-refused.ts';
import { decodeUtf8, describeNotUtf8, mendNotUtf8 } from './decode-utf8.ts';
import { parseJsonText } from './json-text.ts';

/** How long a file may be. Bytes; 50 MiB. */
export const maxArtefactBytes = 50 * 1024 * 1024;

/** Returns the JSON value of a file's bytes. Error: `ArtefactRefused` with the place and how to mend it. Pure. */
export const readJsonArtefact = (file: string, bytes: Uint8Array): Result<unknown, ArtefactRefused> => {
  const refuse = (
    reason: RefusalReason,
    message: string,
    mend: string,
    at: object = {},
  ): Result<never, ArtefactRefused> => err({ type: 'ArtefactRefused', reason, file, message, mend, ...at });

  if (bytes.length > maxArtefactBytes)
    return refuse(
      'TOO_LARGE',
      `the file has ${mebibytes(bytes.length)} MiB, the limit is ${mebibytes(maxArtefactBytes)} MiB`,
      'export less in one file',
    );
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) return refuse('NOT_UTF8', describeNotUtf8(decoded.error), mendNotUtf8(decoded.error));
  const text = decoded.value;
  if (text.trim() === '')
    return refuse('EMPTY', 'the file is empty', 'fetch it again, and check that the server answered');
  if (text.trimStart().startsWith('<')) {
    const what = /<html/i.test(text.slice(0, 2_000)) ? 'a web page' : 'XML';
    return refuse(
      'XML',
      `the file is ${what}, not JSON`,
      'ask the server for JSON: the header "Accept: application/fhir+json", or "?_format=json" in the address',
      { line: 1, column: 1 },
    );
  }
  const parsed = parseJsonText(text);
  if (parsed.ok) return ok(parsed.value);
  const { reason, line, column, message } = parsed.error;
  const mend =
    reason === 'TOO_DEEP'
      ? 'this is not a file of a kind that can be imported'
      : 'fetch or save the file again; it may be cut off';
  return refuse(reason, `${reason === 'NOT_JSON' ? 'the file is not JSON: ' : ''}${message}`, mend, { line, column });
};

const mebibytes = (bytes: number): string => (bytes / (1024 * 1024)).toFixed(1);
