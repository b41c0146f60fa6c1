import { ok } from '../../domain/result.ts';
import { withWorkspace, type CommandContext, type StoreOptions } from '../command-context.ts';
import type { ExitCode } from '../exit-codes.ts';
import { toTable } from '../output.ts';

/** `changes`: the log after a revision, oldest first. */
export const changes = (
  context: CommandContext,
  options: StoreOptions & { readonly after: number; readonly first: number },
): Promise<ExitCode> =>
  withWorkspace(context, options, async ({ store }) => {
    const log = await store.changes(options.after, options.first);
    if (!log.ok) return log;
    const rows = log.value.map(({ revision, at, actor, action, concept, entity, reason }) => [
      String(revision),
      at,
      actor,
      action,
      `${concept} ${entity}`,
      reason ?? '',
    ]);
    const table = toTable([['REVISION', 'AT', 'WHO', 'WHAT', 'THING', 'WHY'], ...rows]);
    return ok({ value: log.value, text: rows.length === 0 ? `No change after revision ${options.after}.` : table });
  });
