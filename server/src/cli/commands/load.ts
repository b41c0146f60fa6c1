import { loadInventory } from '../../app/load-inventory.ts';
import { defaultFolderLimits } from '../../app/read-inventory-folder.ts';
import { ok } from '../../domain/result.ts';
import { withWorkspace, type CommandContext, type StoreOptions } from '../command-context.ts';
import type { ExitCode } from '../exit-codes.ts';

/** Options of `load`, as they were given. */
export interface LoadOptions extends StoreOptions {
  readonly dryRun?: boolean;
  readonly merge?: boolean;
  readonly actor?: string;
  readonly maxFileMib: number;
}

const bytesPerMib = 1024 * 1024;

/** The longest file that `load` reads when nothing else is said, in MiB. */
export const defaultMaxFileMib = defaultFolderLimits.maxFileBytes / bytesPerMib;

/** `load DIR`: writes an inventory folder to the store, in one transaction. */
export const load = (context: CommandContext, directory: string, options: LoadOptions): Promise<ExitCode> =>
  withWorkspace(context, { ...options, create: true }, async (workspace) => {
    const dryRun = options.dryRun === true;
    const loaded = await loadInventory(workspace)(directory, {
      dryRun,
      merge: options.merge === true,
      limits: { maxFileBytes: options.maxFileMib * bytesPerMib },
      ...(options.actor === undefined ? {} : { actor: options.actor }),
    });
    if (!loaded.ok) return loaded;
    const { name, created, updated, unchanged, revision } = loaded.value;
    const done = `${created} created, ${updated} updated, ${unchanged} unchanged`;
    const text = dryRun
      ? `${name}: would give ${done}. Nothing was written (dry run).`
      : `${name}: ${done}. The inventory is at revision ${revision}.`;
    return ok({ value: { ok: true, dryRun, ...loaded.value }, text });
  });
