import type { WriteMinutes } from '../app/minutes-of.ts';
import { formatByExtension, type MinutesFormat } from '../domain/workshop/index.ts';
import { failure } from './graphql-route.ts';
import type { Reply } from './respond.ts';

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

/** Returns minutes as a download, its links to places in the page as the client reaches them. The HTML, too, is saved rather than shown, and what it could do is forbidden where a browser shows it after all. */
export const handOutMinutes = async (
  writeMinutes: WriteMinutes,
  { workshop, format, origin }: MinutesAsked & { readonly origin?: string | undefined },
  requestId: string,
): Promise<Reply> => {
  const written = await writeMinutes(workshop, format, origin);
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
