import { verifyLog } from '../../app/verify-log.ts';
import { ok } from '../../domain/result.ts';
import { withWorkspace, type CommandContext, type StoreOptions } from '../command-context.ts';
import type { ExitCode } from '../exit-codes.ts';

/** `verify-log`: whether every entry of the change log is there and unaltered; exit code 1 when not. */
export const verifyLogCommand = (context: CommandContext, options: StoreOptions): Promise<ExitCode> =>
  withWorkspace(context, options, async ({ store }) => {
    const verified = await verifyLog(store);
    if (!verified.ok) return verified;
    const { revision, hash } = verified.value;
    const text =
      revision === 0 ? 'The change log is empty.' : `All ${revision} entries verify. The last has the hash ${hash}.`;
    return ok({ value: { ok: true, ...verified.value }, text });
  });
