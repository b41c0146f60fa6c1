import { actorHeader } from '../../api/actor.ts';

/** A file the server keeps until it is imported. */
export interface Uploaded {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
}

/** Sends a file to the server as it is; `onSent` is told the share of it from 0 to 1. Rejects with words for people. */
export const upload = (file: File, onSent: (share: number) => void, signal: AbortSignal): Promise<Uploaded> =>
  new Promise((resolve, reject) => {
    // fetch cannot say how much of a body it has sent.
    const request = new XMLHttpRequest();
    request.open('POST', '/imports');
    request.setRequestHeader('x-ehi-upload', '1');
    request.setRequestHeader('x-ehi-file', encodeURIComponent(file.name));
    for (const [name, value] of Object.entries(actorHeader())) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) => onSent(total === 0 ? 1 : loaded / total));
    request.addEventListener('load', () => {
      if (request.status === 201) resolve(JSON.parse(request.responseText) as Uploaded);
      else reject(new Error(messageIn(request.responseText)));
    });
    request.addEventListener('error', () => reject(new Error('The server cannot be reached. Try again in a moment.')));
    request.addEventListener('abort', () => reject(new Error('The upload was stopped.')));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });

const messageIn = (body: string): string => {
  try {
    const { errors } = JSON.parse(body) as { readonly errors?: readonly { readonly message?: string }[] };
    return errors?.[0]?.message ?? 'The server did not take the file. Try again in a moment.';
  } catch {
    return 'The server did not take the file. Try again in a moment.';
  }
};
