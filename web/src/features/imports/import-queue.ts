import type { ApiFailure } from '../../api/failure.ts';
import { isBusy, isTried, nothingSaid, type ImportEntry, type Said } from './import-entry.ts';
import { listKind } from './words.ts';
import { columnsOf, runImport } from './run-import.ts';
import { uploadFile } from './upload-file.ts';

/**
 * The files on their way into the inventory. They belong to the tab and not to the page: whoever looks at what one of them brought
 * finds the others as they were on coming back.
 */
export interface ImportQueue {
  readonly entries: () => readonly ImportEntry[];
  readonly subscribe: (listener: () => void) => () => void;
  readonly add: (files: readonly File[]) => void;
  /** Takes a file off the page. One that is being written stays. */
  readonly remove: (id: string) => void;
  /** Says something of a file that it does not say; it is tried again with that, unless an attempt has it to come anyway. */
  readonly say: (id: string, said: Partial<Said>) => void;
  readonly tryAgain: (id: string) => void;
  /** Imports a file that was tried with what is said now; others are left alone. */
  readonly importNow: (id: string, again?: boolean) => void;
}

/** How long nobody types before a file is tried with what was typed, in milliseconds. */
const settle = 600;

/** Returns a queue with nothing in it. */
export const createImportQueue = (): ImportQueue => {
  let entries: readonly ImportEntry[] = [];
  let count = 0;
  let uploads: Promise<unknown> = Promise.resolve();
  const listeners = new Set<() => void>();
  const aborts = new Map<string, AbortController>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const find = (id: string): ImportEntry | undefined => entries.find((entry) => entry.id === id);
  const show = (next: readonly ImportEntry[]): void => {
    entries = next;
    for (const listener of listeners) listener();
  };
  const change = (id: string, part: Partial<ImportEntry>): void =>
    show(entries.map((entry) => (entry.id === id ? { ...entry, ...part } : entry)));
  const fail = (id: string, attempt: 'upload' | 'try' | 'import', error: ApiFailure): void =>
    change(id, { step: { at: 'failed', attempt, error } });

  /** One upload after the other: two at once would only share the same way. */
  const upload = async (id: string, signal: AbortSignal): Promise<string | undefined> => {
    const entry = find(id);
    if (entry?.upload !== undefined) return entry.upload.id;
    change(id, { step: { at: 'queued' } });
    const turn = uploads.then(async () => {
      const { file } = find(id) ?? {};
      if (file === undefined || signal.aborted) return undefined;
      change(id, { step: { at: 'uploading', sent: 0 } });
      const onSent = (sent: number): void => change(id, { step: { at: 'uploading', sent } });
      return uploadFile(file, { signal, onSent });
    });
    uploads = turn.catch(() => undefined);
    const sent = await turn;
    if (sent === undefined) return undefined;
    if (!sent.ok) {
      fail(id, 'upload', sent.error);
      return undefined;
    }
    change(id, { upload: sent.value });
    return sent.value.id;
  };

  /** Tries or imports. An upload that the server keeps no longer is sent once more: nothing was begun with it. */
  const run = async (id: string, isDryRun: boolean, again: boolean, signal: AbortSignal): Promise<void> => {
    for (let attempt = 1; ; attempt += 1) {
      const sent = await upload(id, signal);
      const entry = find(id);
      if (sent === undefined || entry === undefined) return;
      const { said, file } = entry;
      change(id, {
        step: { at: 'running', isDryRun, phase: 'WAITING', bytesRead: 0, bytes: file.size },
      });
      const ran = await runImport({
        upload: sent,
        isDryRun,
        said,
        again,
        signal,
        onProgress: ({ phase, bytesRead, bytes }) =>
          change(id, { step: { at: 'running', isDryRun, phase, bytesRead, bytes } }),
      });
      // What was imported, or failed to be, is not kept by the server.
      if (!isDryRun) change(id, { upload: undefined });
      if (!ran.ok && ran.error.field === 'upload' && attempt === 1) {
        change(id, { upload: undefined });
        continue;
      }
      if (!isDryRun) {
        if (ran.ok) change(id, { step: { at: 'imported', ...ran.value } });
        else fail(id, 'import', ran.error);
        return;
      }
      const mayBeList = ran.ok ? ran.value.report.kind === listKind : true;
      const columns = mayBeList ? await columnsOf(sent, signal) : undefined;
      // What was said meanwhile is tried next; until then the last answer stands.
      const isLatest = find(id)?.said === said;
      if (ran.ok) change(id, { columns, tried: { ...ran.value, said }, step: { at: 'tried' } });
      else {
        change(id, { columns });
        fail(id, 'try', ran.error);
      }
      if (isLatest) return;
      attempt = 0;
    }
  };

  const begin = (id: string, isDryRun: boolean, again = false): void => {
    clearTimeout(timers.get(id));
    const entry = find(id);
    if (entry === undefined || (isBusy(entry) && aborts.has(id))) return;
    const abort = new AbortController();
    aborts.set(id, abort);
    // At once, so that a second press finds it busy.
    const bytes = entry.file.size;
    change(id, {
      step:
        entry.upload === undefined
          ? { at: 'queued' }
          : { at: 'running', isDryRun, phase: 'WAITING', bytesRead: 0, bytes },
    });
    // It rejects only when it was given up.
    void run(id, isDryRun, again, abort.signal)
      .catch(() => undefined)
      .finally(() => {
        if (aborts.get(id) === abort) aborts.delete(id);
      });
  };

  return {
    entries: () => entries,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    add: (files) => {
      const added = files.map((file): ImportEntry => {
        count += 1;
        return {
          id: `file-${count}`,
          file,
          step: { at: 'queued' },
          upload: undefined,
          said: nothingSaid,
          tried: undefined,
          columns: undefined,
        };
      });
      show([...entries, ...added]);
      for (const { id } of added) begin(id, true);
    },
    remove: (id) => {
      const entry = find(id);
      if (entry?.step.at === 'running' && !entry.step.isDryRun) return;
      clearTimeout(timers.get(id));
      aborts.get(id)?.abort(new Error('given up'));
      show(entries.filter((each) => each.id !== id));
    },
    say: (id, part) => {
      const entry = find(id);
      if (entry === undefined) return;
      change(id, { said: { ...entry.said, ...part } });
      clearTimeout(timers.get(id));
      timers.set(
        id,
        setTimeout(() => {
          const now = find(id);
          if (now !== undefined && !isTried(now)) begin(id, true);
        }, settle),
      );
    },
    tryAgain: (id) => begin(id, true),
    importNow: (id, again = false) => {
      const entry = find(id);
      if (entry !== undefined && isTried(entry)) begin(id, false, again);
    },
  };
};

/** The queue of this tab. */
export const importQueue = createImportQueue();
