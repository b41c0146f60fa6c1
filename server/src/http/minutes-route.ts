import type { IncomingMessage } from 'node:http';
import type { WriteMinutes } from '../app/minutes-of.ts';
import { formatByExtension, type MinutesFormat } from '../domain/workshop/index.ts';
import { failure } from './graphql-route.ts';
import type { Reply } from './respond.ts';
import { originOf } from './origin-of.ts';
import { viewOf } from './view-of.ts';

/** Which minutes, and as what. */
export interface MinutesAsked {
  readonly workshop: string;
  readonly format: MinutesFormat;
}

/** Returns which minutes a path asks for, `/workshops/ID/minutes.md` (or `.html`, `.csv`); `undefined` for every other path. */
export const minutesAsked = (path: string): MinutesAsked | undefined => {
  const [, id, extension] = /^\/workshops\/([^/]+)\/minutes\.(md|html|csv)$/.exec(path) ?? [];
  const format = formatByExtension[extension ?? ''];
  return id === undefined || format === undefined ? undefined : { workshop: decode(id), format };
};

/** Returns minutes as a download, as they are now, its links to places in the page as the client reaches them; in a view they are asked of the API. The HTML, too, is saved rather than shown, and what it could do is forbidden where a browser shows it after all. */
export const handOutMinutes = async (
  writeMinutes: WriteMinutes,
  request: IncomingMessage,
  { workshop, format }: MinutesAsked,
  requestId: string,
): Promise<Reply> => {
  const view = viewOf(request);
  if (!view.ok) return failure(400, 'BAD_USER_INPUT', view.error, requestId);
  if (view.value?.hideNames === true) {
    const message = 'Minutes are not handed out while names are hidden: they hold names. Show names, then save them.';
    return failure(403, 'NAMES_HIDDEN', message, requestId);
  }
  if (view.value !== undefined) {
    const message =
      'This address has the minutes as they are now. Leave out x-ehi-at-revision and x-ehi-scenario, or ask the API for `minutes` in that view.';
    return failure(400, 'BAD_USER_INPUT', message, requestId);
  }
  const written = await writeMinutes(workshop, format, originOf(request));
  if (!written.ok) {
    const { error } = written;
    if (error.type === 'EntityNotFound')
      return failure(404, 'NOT_FOUND', `There is no workshop "${workshop}". Ids are exact.`, requestId);
    return error.type === 'FilesUnavailable'
      ? failure(500, 'FILES_UNAVAILABLE', error.message, requestId)
      : failure(503, 'STORE_UNAVAILABLE', 'The database does not answer. Try again in a moment.', requestId);
  }
  const { fileName, mediaType, text } = written.value;
  return {
    status: 200,
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${fileName}"`,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
      'cache-control': 'private, no-store',
    },
    body: text,
  };
};

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
};
