import { describe, expect, it } from 'vitest';
import { err, ok, type Result } from '../domain/result.ts';
import type { ImportArtefactError, ImportArtefactInput, ImportReport } from './import-artefact.ts';
import { createImportJobs, type ImportJobsDeps } from './import-jobs.ts';

const now = () => '2026-11-27T12:00:00.000Z';
const refused: Result<ImportReport, ImportArtefactError> = err({
  type: 'ArtefactRefused',
  reason: 'UNREADABLE',
  file: 'a.xml',
  message: 'it ends early',
  mend: 'export it again',
});
const input = (fileName: string) => ({ fileName, bytes: new Uint8Array(), bytesTotal: 0 });

const open = (run: ImportJobsDeps['run']) => createImportJobs({ run, now, report: () => undefined });

/** Starts a job and waits until it has ended. */
const ended = (jobs: ReturnType<typeof open>, fileName: string): Promise<string> =>
  new Promise((resolve) => {
    const { id } = jobs.start({ ...input(fileName), done: () => resolve(id) });
  });

describe('the imports of a process', () => {
  it('have ended only when what came of them can be asked for', async () => {
    const phases: string[] = [];
    const jobs: ReturnType<typeof open> = open(async ({ onProgress }: ImportArtefactInput) => {
      onProgress?.({ phase: 'READING' });
      // What is done after the last step, like keeping why a run failed, takes time in which somebody asks.
      await Promise.resolve();
      phases.push(jobs.list()[0]?.phase ?? '');
      return refused;
    });
    const id = await ended(jobs, 'a.xml');
    expect(phases).toStrictEqual(['READING']);
    expect(jobs.get(id)).toMatchObject({ phase: 'FAILED', error: { message: 'it ends early' }, finishedAt: now() });
  });

  it('are forgotten, the oldest first, but none that has not ended', async () => {
    let finish: (() => void) | undefined;
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const jobs = open(async () => {
      await held;
      return ok({} as ImportReport);
    });
    const ids = Array.from({ length: 60 }, (_, at) => jobs.start(input(`${at}.xml`)).id);
    expect(ids.every((id) => jobs.get(id)?.phase === 'WAITING')).toBe(true);
    finish?.();
    await ended(jobs, 'last.xml');
    const [first = ''] = ids;
    jobs.start(input('one more.xml'));
    expect(jobs.get(first)).toBeUndefined();
    expect(jobs.list()[0]?.file).toBe('one more.xml');
  });
});
