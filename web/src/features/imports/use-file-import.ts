import { useCallback, useEffect, useRef, useState } from 'react';
import { client, createClient } from '../../api/client.ts';
import type { ImportJobPartsFragment, StartImportInput } from '../../gql/graphql.ts';
import { ImportJobDocument, StartImportDocument } from './documents.ts';
import { upload, type Uploaded } from './upload.ts';

/** What a person says that the file does not. */
export interface Said {
  readonly system?: string;
  readonly systemName?: string;
  readonly origin?: string;
  readonly url?: string;
  readonly columns?: readonly { readonly title: string; readonly target: string }[];
}

/** How the import of one file stands. */
export type FileState =
  | { readonly stage: 'UPLOADING'; readonly share: number }
  | { readonly stage: 'TRYING' | 'IMPORTING'; readonly job: ImportJobPartsFragment | undefined }
  | { readonly stage: 'TRIED' | 'DONE'; readonly job: ImportJobPartsFragment }
  | { readonly stage: 'FAILED'; readonly message: string };

/** The import of one file: it is sent and tried at once; importing is asked for. */
export interface FileImport {
  readonly state: FileState;
  readonly uploaded: Uploaded | undefined;
  /** Tries it again with what was said. */
  readonly retry: (said: Said) => void;
  readonly start: (said: Said, again?: boolean) => void;
}

/** How often a running import is asked how far it is. Milliseconds. */
const interval = 400;

const sendOnce = createClient({
  fetch: (input, init) => fetch(input, init),
  wait: () => Promise.reject(new Error('an import is not begun again by itself')),
  isRetried: false,
});

/** Returns the import of a file. Leaving the page stops an upload; an import that was begun goes on at the server. */
export const useFileImport = (file: File, onDone: () => void): FileImport => {
  const [state, setState] = useState<FileState>({ stage: 'UPLOADING', share: 0 });
  const [uploaded, setUploaded] = useState<Uploaded>();
  const round = useRef(0);
  const done = useRef(onDone);
  done.current = onDone;

  const run = useCallback(async (id: string, said: Said, dryRun: boolean, again: boolean): Promise<void> => {
    const own = (round.current += 1);
    const isCurrent = (): boolean => round.current === own;
    const set = (next: FileState): void => {
      if (isCurrent()) setState(next);
    };
    set({ stage: dryRun ? 'TRYING' : 'IMPORTING', job: undefined });
    const begun = await sendOnce(
      StartImportDocument,
      { input: inputOf(id, said, dryRun, again) },
      { signal: new AbortController().signal },
    );
    if (!begun.ok) return set({ stage: 'FAILED', message: begun.error.message });
    const { job, error } = begun.value.startImport;
    if (job === null || job === undefined)
      return set({ stage: 'FAILED', message: error?.message ?? 'The import could not be begun.' });
    let current: ImportJobPartsFragment = job;
    while (isCurrent() && current.phase !== 'DONE' && current.phase !== 'FAILED') {
      set({ stage: dryRun ? 'TRYING' : 'IMPORTING', job: current });
      await new Promise((resolve) => setTimeout(resolve, interval));
      const asked = await client(ImportJobDocument, { id: job.id }, { signal: new AbortController().signal });
      if (!asked.ok) return set({ stage: 'FAILED', message: asked.error.message });
      if (asked.value.importJob === null || asked.value.importJob === undefined)
        return set({
          stage: 'FAILED',
          message: 'The server was started anew meanwhile. Look at the list of imports below.',
        });
      current = asked.value.importJob;
    }
    if (current.phase === 'FAILED') set({ stage: 'FAILED', message: current.error?.message ?? 'The import failed.' });
    else set({ stage: dryRun ? 'TRIED' : 'DONE', job: current });
    if (!dryRun && isCurrent()) done.current();
    return undefined;
  }, []);

  useEffect(() => {
    const abort = new AbortController();
    upload(file, (share) => setState({ stage: 'UPLOADING', share }), abort.signal).then(
      (kept) => {
        if (abort.signal.aborted) return;
        setUploaded(kept);
        void run(kept.id, {}, true, false);
      },
      (cause: unknown) => {
        if (!abort.signal.aborted)
          setState({ stage: 'FAILED', message: cause instanceof Error ? cause.message : String(cause) });
      },
    );
    return () => {
      abort.abort();
      round.current += 1;
    };
  }, [file, run]);

  const retry = useCallback(
    (said: Said) => {
      if (uploaded !== undefined) void run(uploaded.id, said, true, false);
    },
    [run, uploaded],
  );
  const start = useCallback(
    (said: Said, again = false) => {
      if (uploaded !== undefined) void run(uploaded.id, said, false, again);
    },
    [run, uploaded],
  );
  return { state, uploaded, retry, start };
};

const inputOf = (upload: string, said: Said, dryRun: boolean, again: boolean): StartImportInput => {
  const { system, url, systemName, origin, columns } = said;
  return {
    upload,
    dryRun,
    again,
    ...(system === undefined || system === '' ? {} : { system }),
    ...(url === undefined || url === '' ? {} : { url }),
    options: {
      ...(systemName === undefined || systemName === '' ? {} : { systemName }),
      ...(origin === undefined || origin === '' ? {} : { origin }),
      ...(columns === undefined ? {} : { columns: [...columns] }),
    },
  };
};
