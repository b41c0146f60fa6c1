import { readFile } from 'node:fs/promises';
import { importArtefact, type ImportReport } from '../../app/import-artefact.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { CliError, FileUnreadable } from '../cli-error.ts';
import { withWorkspace, type CommandContext, type StoreOptions } from '../command-context.ts';
import { describeImport } from '../describe-import.ts';
import type { ExitCode } from '../exit-codes.ts';
import { codeOf, describeError } from '../fail.ts';
import type { Workspace } from '../open-workspace.ts';

/** Options of `import`, as they were given. */
export interface ImportFilesOptions extends StoreOptions {
  readonly dryRun?: boolean;
  readonly audience?: readonly string[];
  readonly system?: string;
  readonly channel?: string;
  readonly url?: string;
  readonly again?: boolean;
  readonly actor?: string;
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
      const report = await importFile(workspace, file, options);
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
  file: string,
  { dryRun = false, audience: audiences, system, channel, url, again, actor }: ImportFilesOptions,
): Promise<Result<ImportReport, CliError>> => {
  const bytes = await read(file);
  if (!bytes.ok) return bytes;
  return importArtefact(workspace)({
    fileName: file,
    bytes: bytes.value,
    dryRun,
    options: withoutAbsent({ audiences, system, channel, url, again }),
    ...(actor === undefined ? {} : { actor }),
  });
};

const read = async (file: string): Promise<Result<Uint8Array, FileUnreadable>> => {
  try {
    return ok(await readFile(file));
  } catch (cause) {
    return err({ type: 'FileUnreadable', file, message: `${file} cannot be read: ${whyUnreadable(cause)}` });
  }
};

const whyUnreadable = (cause: unknown): string =>
  reasonByCode[String((cause as { readonly code?: unknown }).code)] ??
  (cause instanceof Error ? cause.message : String(cause));

const reasonByCode: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file. Check the name, and the folder this is run in.',
  ENOTDIR: 'a part of this path is a file and no folder. Check the name.',
  EISDIR: 'it is a folder. Name the files in it; an inventory folder is read with: atlas load DIR',
  EACCES: 'this user may not read it. Ask for permission, or copy it to where it may be read.',
  EPERM: 'this user may not read it. Ask for permission, or copy it to where it may be read.',
};

/** An option that was not given is no option, not one that is `undefined`. */
const withoutAbsent = <T extends object>(options: T): { readonly [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as never;
