import { actorHeader } from '../../api/actor.ts';
import { readAnswer } from '../../api/client.ts';
import { unreadableFailure, type ApiFailure, type ApiResult } from '../../api/failure.ts';

/** A file that the server has and has not read yet. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
}

/** How an upload is followed and given up. `onSent` is told how many bytes are on their way. */
export interface UploadOptions {
  readonly signal: AbortSignal;
  readonly onSent: (bytes: number) => void;
}

/** Sends the bytes of a file as they are. Rejects only when `signal` gives it up. A request of its own kind: only this one tells how much has been sent. */
export const uploadFile = (file: File, { signal, onSent }: UploadOptions): Promise<ApiResult<Upload>> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/imports');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-ehi-upload', '1');
    request.setRequestHeader('x-ehi-file', encodeURIComponent(file.name.replaceAll(/\p{Surrogate}/gu, '\uFFFD')));
    for (const [name, value] of Object.entries(actorHeader())) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded }) => onSent(loaded));
    request.addEventListener('load', () => resolve(answerOf(request)));
    request.addEventListener('error', () => resolve({ ok: false, error: cutOff(file) }));
    request.addEventListener('abort', () => reject(signal.reason));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });

const answerOf = ({ responseText, status }: XMLHttpRequest): ApiResult<Upload> => {
  const answer = parse(responseText);
  if (status === 201 && isUpload(answer)) return { ok: true, value: answer };
  const failed = readAnswer<never>(answer, status);
  return failed.ok ? { ok: false, error: unreadableFailure(status) } : failed;
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isUpload = (answer: unknown): answer is Upload =>
  typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string';

/** A server that takes no more of a file ends the connection, and the browser then hides what it said. */
const cutOff = (file: File): ApiFailure => ({
  type: 'ApiFailure',
  code: 'NETWORK',
  message: `Not all of “${file.name}” arrived. Check that the file is still there and that EHI Atlas is running, then try again. If it is larger than the server takes, import it with the command “atlas import” on the server.`,
  retryable: true,
});
