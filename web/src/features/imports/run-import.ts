import { client, createClient } from '../../api/client.ts';
import type { ApiFailure, ApiResult } from '../../api/failure.ts';
import type { ImportProgressQuery } from '../../gql/graphql.ts';
import {
  ImportColumnsDocument,
  ImportProgressDocument,
  ImportReportDocument,
  StartImportDocument,
} from './documents.ts';
import type { ColumnsData, ReportData, Said } from './import-entry.ts';
import { pause } from './pause.ts';

type Progress = NonNullable<ImportProgressQuery['importJob']>;

/** What is imported, and how it is followed. */
export interface RunInput {
  readonly upload: string;
  readonly isDryRun: boolean;
  readonly said: Said;
  readonly again: boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** A finished import: the job that has its details, and what it did or would do. */
export interface Ran {
  readonly job: string;
  readonly report: ReportData;
}

/** How often the server is asked how far it is, in milliseconds. */
const every = 400;

/** A change is sent once: whether a request that was lost had been carried out, only reading tells. */
const sendOnce = createClient({
  fetch: (input, init) => fetch(input, init),
  wait: () => Promise.reject(new Error('a change is not sent again by itself')),
  isRetried: false,
});

/** Begins an import, once, and follows it to its end. Rejects only when `signal` gives it up; the server then goes on. */
export const runImport = async (input: RunInput): Promise<ApiResult<Ran>> => {
  const { signal, onProgress } = input;
  const started = await sendOnce(StartImportDocument, { input: inputOf(input) }, { signal });
  if (!started.ok) return started;
  const { job, error } = started.value.startImport;
  if (error) return { ok: false, error: failureOf(error) };
  if (!job) return { ok: false, error: gone };
  for (;;) {
    const asked = await client(ImportProgressDocument, { id: job.id }, { signal });
    if (!asked.ok) return asked;
    const progress = asked.value.importJob;
    if (!progress) return { ok: false, error: gone };
    if (progress.phase === 'FAILED') return { ok: false, error: progress.error ? failureOf(progress.error) : gone };
    if (progress.phase === 'DONE') return reportOf(job.id, signal);
    onProgress(progress);
    await pause(every, signal);
  }
};

const reportOf = async (job: string, signal: AbortSignal): Promise<ApiResult<Ran>> => {
  const asked = await client(ImportReportDocument, { id: job }, { signal });
  if (!asked.ok) return asked;
  const report = asked.value.importJob?.report;
  return report ? { ok: true, value: { job, report } } : { ok: false, error: gone };
};

/** What the columns of an upload are taken for; undefined when it is no list, or its columns cannot be told. */
export const columnsOf = async (upload: string, signal: AbortSignal): Promise<ColumnsData | undefined> => {
  const asked = await client(ImportColumnsDocument, { upload }, { signal });
  return asked.ok ? (asked.value.importColumns ?? undefined) : undefined;
};

const inputOf = ({ upload, isDryRun, said, again }: RunInput) => ({
  upload,
  dryRun: isDryRun,
  again,
  system: said.system?.id ?? null,
  url: said.url.trim() || null,
  options: {
    systemName: said.systemName.trim() || null,
    origin: said.origin.trim() || null,
    columns:
      said.columns === undefined ? null : Object.entries(said.columns).map(([title, target]) => ({ title, target })),
  },
});

const failureOf = ({
  code,
  field,
  message,
  choices,
}: {
  readonly code: string;
  readonly field?: string | null | undefined;
  readonly message: string;
  readonly choices?: readonly string[] | null | undefined;
}): ApiFailure => ({
  type: 'ApiFailure',
  code,
  message,
  retryable: false,
  ...(field ? { field } : {}),
  ...(choices && choices.length > 0 ? { choices } : {}),
});

const gone: ApiFailure = {
  type: 'ApiFailure',
  code: 'GONE',
  message:
    'The server does not know this import any more: it was started anew meanwhile, or ran many others since. Try the file again; that tells whether it was imported.',
  retryable: false,
};
