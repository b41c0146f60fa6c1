import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { importArtefact, type ImportReport } from '../../app/import-artefact.ts';
import { advance, type ImportProgress, type OnProgress } from '../../app/import-progress.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { CliError, FileUnreadable } from '../cli-error.ts';
import { withWorkspace, type CommandContext, type StoreOptions } from '../command-context.ts';
import { describeImport } from '../describe-import.ts';
import type { ExitCode } from '../exit-codes.ts';
import { codeOf, describeError } from '../fail.ts';
import type { Output } from '../output.ts';
import type { Workspace } from '../open-workspace.ts';
import { whyUnreadable } from '../why-unreadable.ts';

/** Options of `import`, as they were given. */
export interface ImportFilesOptions extends StoreOptions {
  readonly dryRun?: boolean;
  readonly audience?: readonly string[];
  readonly system?: string;
  readonly channel?: string;
  readonly url?: string;
  readonly again?: boolean;
  readonly actor?: string;
  readonly origin?: string;
  readonly systemName?: string;
  /** `Title=target`, one for each column. */
  readonly column?: readonly string[];
}

/** A file that was not imported: the error, or nothing when it was not tried because the store went away. */
interface NotImported {
  readonly file: string;
  readonly error?: CliError;
}

/**
 * `import FILE…`: one file after another, each its own transaction. A file that is refused stops none of the others; the
 * answer names every file and whether it was imported.
 */
export const importFiles = (
  context: CommandContext,
  files: readonly string[],
  options: ImportFilesOptions,
): Promise<ExitCode> =>
  withWorkspace(context, { ...options, create: true }, async (workspace) => {
    const reports: ImportReport[] = [];
    const notImported: NotImported[] = [];
    const outcomes: string[] = [];
    let failed: CliError | undefined;
    for (const file of files) {
      if (failed?.type === 'StoreUnavailable') {
        notImported.push({ file });
        outcomes.push(`${file}: not tried`);
        continue;
      }
      const report = await importFile(workspace, context.output, file, options);
      if (report.ok) {
        reports.push(report.value);
        outcomes.push(describeImport(report.value));
        continue;
      }
      failed = report.error;
      notImported.push({ file, error: failed });
      outcomes.push(`${file}: NOT IMPORTED\n${describeError(failed)}`);
    }
    if (failed === undefined) return ok({ value: { ok: true, reports }, text: outcomes.join('\n\n') });
    if (files.length === 1) return err(failed);
    const sum = `${reports.length} of ${files.length} files ${options.dryRun === true ? 'would be imported' : 'were imported'}; each file is its own transaction.`;
    return ok({
      value: { ok: false, reports, notImported },
      text: [...outcomes, sum].join('\n\n'),
      code: codeOf(failed),
    });
  });

const importFile = async (
  workspace: Workspace,
  output: Output,
  file: string,
  options: ImportFilesOptions,
): Promise<Result<ImportReport, CliError>> => {
  const { dryRun = false, audience: audiences, system, channel, url, again, actor, origin, systemName } = options;
  const bytes = await lengthOf(file);
  if (!bytes.ok) return bytes;
  const columns = columnsOf(options.column ?? []);
  return importArtefact(workspace)({
    fileName: file,
    read: () => createReadStream(file),
    dryRun,
    options: withoutAbsent({ audiences, system, channel, url, again, origin, systemName, columns }),
    onProgress: progressOn(output, file, bytes.value, options.json === true),
    ...(actor === undefined ? {} : { actor }),
  });
};

const columnsOf = (said: readonly string[]): Readonly<Record<string, string>> | undefined =>
  said.length === 0
    ? undefined
    : Object.fromEntries(
        said.map((each) => {
          const at = each.lastIndexOf('=');
          return [each.slice(0, at < 0 ? undefined : at).trim(), at < 0 ? '' : each.slice(at + 1).trim()];
        }),
      );

/** The length of a file that can be read. */
const lengthOf = async (file: string): Promise<Result<number, FileUnreadable>> => {
  const unreadable = (cause: unknown): Result<never, FileUnreadable> =>
    err({ type: 'FileUnreadable', file, message: `${file} cannot be read: ${whyUnreadable(cause)}` });
  try {
    const found = await stat(file);
    if (found.isDirectory()) return unreadable({ code: 'EISDIR' });
    const handle = await open(file);
    await handle.close();
    return ok(found.size);
  } catch (cause) {
    return unreadable(cause);
  }
};

/** Files below this length are read before anybody wonders. */
const longFile = 4 * 1024 * 1024;

/** Tells how far a long file is, in tenths, on the error output: the answer stays clean. */
const progressOn = (output: Output, file: string, bytes: number, json: boolean): OnProgress => {
  let progress: ImportProgress = { phase: 'WAITING', bytesRead: 0 };
  let told = '';
  return (step) => {
    progress = advance(progress, step);
    if (json || bytes < longFile) return;
    const tenths = Math.min(10, Math.floor((progress.bytesRead / Math.max(1, bytes)) * 10));
    const reading = progress.phase === 'HASHING' || progress.phase === 'READING';
    const now = `${file}: ${progress.phase.toLowerCase()}${reading ? ` ${tenths * 10} %` : ''}`;
    if (now !== told) output.err(now);
    told = now;
  };
};

/** An option that was not given is no option, not one that is `undefined`. */
const withoutAbsent = <T extends object>(options: T): { readonly [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as never;
