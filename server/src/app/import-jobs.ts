import { ulid } from 'ulid';
import type { Instant } from '../domain/model/entity.ts';
import type { Result } from '../domain/result.ts';
import type { ImportArtefactError, ImportArtefactInput, ImportReport } from './import-artefact.ts';
import { advance, type ImportProgress } from './import-progress.ts';

/** An import this process runs or has run. */
export interface ImportJob extends ImportProgress {
  readonly id: string;
  readonly file: string;
  readonly bytes: number;
  readonly dryRun: boolean;
  readonly actor: string;
  readonly startedAt: Instant;
  readonly finishedAt?: Instant;
  readonly report?: ImportReport;
  readonly error?: ImportArtefactError;
}

/** The imports of this process, one after the other. */
export interface ImportJobs {
  /** Begins an import, or lets it wait for the one before it. `done` is called when it ends. */
  readonly start: (
    input: ImportArtefactInput & { readonly bytesTotal: number; readonly done?: () => void },
  ) => ImportJob;
  readonly get: (id: string) => ImportJob | undefined;
  /** Newest first. */
  readonly list: () => readonly ImportJob[];
}

export interface ImportJobsDeps {
  readonly run: (input: ImportArtefactInput) => Promise<Result<ImportReport, ImportArtefactError>>;
  readonly now: () => Instant;
  /** Is told of a fault of the program: the job says only that there was one. */
  readonly report: (cause: unknown) => void;
}

/** How many are remembered, those that have not ended apart. */
const mostKept = 50;

/** Returns the imports of a process. They run one at a time: two of them would only wait for each other's writes. */
export const createImportJobs = ({ run, now, report }: ImportJobsDeps): ImportJobs => {
  const jobs = new Map<string, ImportJob>();
  let last: Promise<unknown> = Promise.resolve();
  const change = (id: string, next: Partial<ImportJob>): void => {
    const job = jobs.get(id);
    if (job !== undefined) jobs.set(id, { ...job, ...next });
  };
  return {
    start: ({ bytesTotal, done = () => undefined, ...input }) => {
      const id = ulid();
      const job: ImportJob = {
        id,
        file: input.fileName,
        bytes: bytesTotal,
        dryRun: input.dryRun ?? false,
        actor: input.actor ?? '',
        startedAt: now(),
        phase: 'WAITING',
        bytesRead: 0,
      };
      jobs.set(id, job);
      const past = [...jobs.values()].filter(({ finishedAt }) => finishedAt !== undefined);
      for (const old of past.slice(0, Math.max(0, jobs.size - mostKept))) jobs.delete(old.id);
      last = last
        .then(async () => {
          const result = await run({
            ...input,
            onProgress: (step) => {
              const current = jobs.get(id);
              if (current !== undefined) jobs.set(id, { ...current, ...advance(current, step) });
            },
          });
          change(id, result.ok ? { phase: 'DONE', report: result.value } : { phase: 'FAILED', error: result.error });
        })
        .catch((cause: unknown) => {
          report(cause);
          change(id, {
            phase: 'FAILED',
            error: {
              type: 'ArtefactRefused',
              reason: 'UNREADABLE',
              file: input.fileName,
              message: 'something went wrong inside the server; its log has the cause',
              mend: 'tell whoever runs the server',
            },
          });
        })
        .finally(() => {
          change(id, { finishedAt: now() });
          done();
        });
      return job;
    },
    get: (id) => jobs.get(id),
    list: () => [...jobs.values()].toReversed(),
  };
};
