import { readFile } from 'node:fs/promises';
import { importArtefact, type ImportReport } from '../../app/import-artefact.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { FileUnreadable } from '../cli-error.ts';
import { withWorkspace, type CommandContext, type StoreOptions } from '../command-context.ts';
import { describeImport } from '../describe-import.ts';
import type { ExitCode } from '../exit-codes.ts';

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

/** `import FILE…`: one file after another; stops at the first that is refused, what came before it stays. */
export const importFiles = (
  context: CommandContext,
  files: readonly string[],
  options: ImportFilesOptions,
): Promise<ExitCode> =>
  withWorkspace(context, { ...options, create: true }, async (workspace) => {
    const { dryRun = false, audience: audiences, system, channel, url, again, actor } = options;
    const reports: ImportReport[] = [];
    for (const fileName of files) {
      const bytes = await read(fileName);
      if (!bytes.ok) return bytes;
      const report = await importArtefact(workspace)({
        fileName,
        bytes: bytes.value,
        dryRun,
        options: withoutAbsent({ audiences, system, channel, url, again }),
        ...(actor === undefined ? {} : { actor }),
      });
      if (!report.ok) return report;
      reports.push(report.value);
    }
    return ok({ value: { ok: true, reports }, text: reports.map(describeImport).join('\n\n') });
  });

const read = async (file: string): Promise<Result<Uint8Array, FileUnreadable>> => {
  try {
    return ok(await readFile(file));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return err({ type: 'FileUnreadable', file, message: `${file} cannot be read: ${reason}` });
  }
};

/** An option that was not given is no option, not one that is `undefined`. */
const withoutAbsent = <T extends object>(options: T): { readonly [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as never;
