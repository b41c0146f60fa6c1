import { waysOf } from '../../app/ways-of.ts';
import { ok } from '../../domain/result.ts';
import { statement } from '../../domain/statement.ts';
import { withWorkspace, type CommandContext, type StoreOptions } from '../command-context.ts';
import { describeWayPage } from '../describe-map.ts';
import type { ExitCode } from '../exit-codes.ts';
import { openJudged } from '../open-judged.ts';
import { thingNamed } from '../thing-named.ts';

/** Options of `ways`, as they were given. */
export interface WaysOptions extends StoreOptions {
  readonly via?: readonly string[];
  readonly class?: string;
  readonly asOf?: string;
  readonly first: number;
  readonly after?: string;
}

/** `ways FROM TO`: every way from a system to another one, or out by a channel. */
export const ways = (context: CommandContext, from: string, to: string, options: WaysOptions): Promise<ExitCode> =>
  withWorkspace(context, options, async (workspace) => {
    const opened = await openJudged(workspace);
    if (!opened.ok) return opened;
    const { index, deps } = opened.value;
    const idOf = (word: string) => thingNamed(index.graph, word).id;
    const page = waysOf(index, deps, {
      asOf: options.asOf ?? workspace.clock.now().slice(0, 10),
      from: idOf(from),
      to: thingNamed(index.graph, to),
      via: options.via?.map(idOf),
      dataClass: options.class,
      first: options.first,
      after: options.after,
    });
    if (!page.ok) return page;
    return ok({ value: { ok: true, statement, ...page.value }, text: describeWayPage(page.value) });
  });
