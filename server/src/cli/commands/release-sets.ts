import { smallestReleaseSets } from '../../app/release-sets.ts';
import { ok } from '../../domain/result.ts';
import { statement } from '../../domain/statement.ts';
import { withWorkspace, type CommandContext, type StoreOptions } from '../command-context.ts';
import type { ExitCode } from '../exit-codes.ts';
import { openJudged } from '../open-judged.ts';

/** Options of `release-sets`, as they were given. */
export interface ReleaseSetsOptions extends StoreOptions {
  readonly audience: string;
  readonly asOf?: string;
  readonly allowLimited?: boolean;
  readonly first: number;
}

/** `release-sets CLASS`: the smallest sets of changes that would release a class to an audience. Nothing is written. */
export const releaseSets = (
  context: CommandContext,
  dataClass: string,
  options: ReleaseSetsOptions,
): Promise<ExitCode> =>
  withWorkspace(context, options, async (workspace) => {
    const opened = await openJudged(workspace);
    if (!opened.ok) return opened;
    const { index, deps } = opened.value;
    const now = workspace.clock.now();
    const { audience, allowLimited, first } = options;
    const found = await smallestReleaseSets(
      index,
      { ...deps, stamp: { actor: 'local user', now } },
      { dataClass, audience, asOf: options.asOf ?? now.slice(0, 10), allowLimited, first },
    );
    if (!found.ok) return found;
    const { sets, ...told } = found.value;
    const value = {
      ok: true,
      statement,
      ...told,
      sets: sets.map(({ changes, requiredByLaw, channel, path, outcome }) => ({
        changes,
        requiredByLaw,
        channel,
        outcome: outcome(),
        path,
      })),
    };
    const text = [
      told.sentence,
      ...told.notes,
      ...sets.flatMap(({ changes, path }, at) => [
        `${at + 1}. ${changes.map(({ words }) => words).join(' ')}`,
        `   Then: ${path.sentence}`,
      ]),
    ].join('\n');
    return ok({ value, text });
  });
