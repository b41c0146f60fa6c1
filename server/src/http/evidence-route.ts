import type { IncomingMessage } from 'node:http';
import type { EvidenceFiles } from '../app/evidence-files.ts';
import type { GraphStore } from '../store/port.ts';
import { failure } from './graphql-route.ts';
import type { Reply } from './respond.ts';
import { viewOf } from './view-of.ts';

/**
 * Returns the file of a piece of evidence as a download. Whatever it is, a browser saves it and shows nothing of it: it has no type
 * that is rendered, and what it could do is forbidden.
 */
export const handOutEvidence = async (
  store: GraphStore,
  files: EvidenceFiles,
  request: IncomingMessage,
  path: string,
  requestId: string,
): Promise<Reply> => {
  const view = viewOf(request);
  if (!view.ok) return failure(400, 'BAD_USER_INPUT', view.error, requestId);
  if (view.value?.hideNames === true) {
    const message =
      'Files are not handed out while names are hidden: they may hold names. Show names, then open the file.';
    return failure(403, 'NAMES_HIDDEN', message, requestId);
  }
  const id = decode(path.slice('/evidence/'.length));
  const found = await store.get('Evidence', [id]);
  if (!found.ok)
    return failure(503, 'STORE_UNAVAILABLE', 'The database does not answer. Try again in a moment.', requestId);
  const [evidence] = found.value;
  if (evidence?.sha256 === undefined || evidence.fileName === undefined) {
    return failure(
      404,
      'NOT_FOUND',
      'No file is kept for that evidence. It may be a link: open its record.',
      requestId,
    );
  }
  const bytes = await files.read(evidence.sha256);
  if (!bytes.ok) return failure(500, 'FILES_UNAVAILABLE', bytes.error.message, requestId);
  if (bytes.value === undefined) {
    return failure(
      404,
      'NOT_FOUND',
      `The file of "${evidence.name}" is on record and not in the folder of evidence. Restore the folder with the database.`,
      requestId,
    );
  }
  return {
    status: 200,
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="evidence"; filename*=UTF-8''${encodeURIComponent(evidence.fileName)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    },
    body: bytes.value,
  };
};

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
};
