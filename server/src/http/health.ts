import type { GraphStore } from '../store/port.ts';
import type { Reply } from './respond.ts';

const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };

/** Returns that the process runs. */
export const live = (): Reply => ({ status: 200, headers, body: JSON.stringify({ status: 'live' }) });

/** Returns whether the store answers: 200 with its revision, or 503. */
export const ready = async (store: GraphStore): Promise<Reply> => {
  const revision = await store.revision();
  if (revision.ok) {
    return {
      status: 200,
      headers,
      body: JSON.stringify({ status: 'ready', store: store.kind, revision: revision.value }),
    };
  }
  const body = JSON.stringify({ status: 'unavailable', code: 'STORE_UNAVAILABLE', retryable: true });
  return { status: 503, headers: { ...headers, 'retry-after': '1' }, body };
};
