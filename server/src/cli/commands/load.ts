import { loadInventory } from '../../app/load-inventory.ts';
import { ok } from '../../domain/result.ts';
import { withWorkspace, type CommandContext, type StoreOptions } from '../command-context.ts';
import type { ExitCode } from '../exit-codes.ts';

/** `load DIR`: writes an inventory folder to the store, in one transaction. */
export const load = (
  context: CommandContext,
  directory: string,
  options: StoreOptions & { readonly dryRun?: boolean; readonly actor?: string },
): Promise<ExitCode> =>
  withWorkspace(context, options, async (workspace) => {
    const dryRun = options.dryRun === true;
    const loaded = await loadInventory(workspace)(directory, {
      dryRun,
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
