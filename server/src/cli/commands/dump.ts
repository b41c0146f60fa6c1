import { dumpInventory } from '../../app/dump-inventory.ts';
import { ok } from '../../domain/result.ts';
import { statement } from '../../domain/statement.ts';
import { withWorkspace, type CommandContext, type StoreOptions } from '../command-context.ts';
import type { ExitCode } from '../exit-codes.ts';

/** `dump DIR`: writes the whole inventory, at one revision, to a folder. */
export const dump = (context: CommandContext, directory: string, options: StoreOptions): Promise<ExitCode> =>
  withWorkspace(context, options, async (workspace) => {
    const dumped = await dumpInventory(workspace)(directory);
    if (!dumped.ok) return dumped;
    const { revision, files, entities } = dumped.value;
    const text = `${entities} things in ${files} files, written to ${directory}: the inventory at revision ${revision}.\n${statement}`;
    return ok({ value: { ok: true, statement, directory, ...dumped.value }, text });
  });
