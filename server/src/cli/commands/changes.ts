import { ok } from '../../domain/result.ts';
import { statement } from '../../domain/statement.ts';
import { withWorkspace, type CommandContext, type StoreOptions } from '../command-context.ts';
import type { ExitCode } from '../exit-codes.ts';
import { toTable } from '../output.ts';

/** `changes`: the log after a revision, oldest first, with how many there are and where to go on. */
export const changes = (
  context: CommandContext,
  options: StoreOptions & { readonly after: number; readonly limit: number },
): Promise<ExitCode> =>
  withWorkspace(context, options, async ({ store }) => {
    const { after, limit } = options;
    const log = await store.changes(after, limit);
    if (!log.ok) return log;
    // Asked after the log: a change that somebody makes in between is counted as one more, never as one less.
    const revision = await store.revision();
    if (!revision.ok) return revision;
    // One change is one revision.
    const total = Math.max(0, revision.value - after);
    const last = log.value.at(-1)?.revision ?? after;
    const hasMore = last < revision.value;
    const value = { statement, changes: log.value, total, hasMore, ...(hasMore ? { next: last } : {}) };
    if (total === 0) return ok({ value, text: `No change after revision ${after}.\n\n${statement}` });
    const rows = log.value.map(({ revision: number, at, actor, action, concept, entity, reason }) => [
      String(number),
      at,
      actor,
      action,
      `${concept} ${entity}`,
      reason ?? '',
    ]);
    const table = toTable([['REVISION', 'AT', 'WHO', 'WHAT', 'THING', 'WHY'], ...rows]);
    const counted = `${rows.length} of ${total} after revision ${after}`;
    return ok({
      value,
      text: `${table}\n${counted}${hasMore ? `; more with --after ${last} or --limit N` : ''}.\n\n${statement}`,
    });
  });
