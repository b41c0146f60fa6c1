import { mapOf } from '../../app/map-of.ts';
import { ok } from '../../domain/result.ts';
import { statement } from '../../domain/statement.ts';
import { withWorkspace, type CommandContext, type StoreOptions } from '../command-context.ts';
import { describeMap } from '../describe-map.ts';
import type { ExitCode } from '../exit-codes.ts';
import { openJudged } from '../open-judged.ts';
import { thingNamed } from '../thing-named.ts';

/** Options of `map`, as they were given. */
export interface MapOptions extends StoreOptions {
  readonly around?: readonly string[];
  readonly hops?: number;
  readonly expand?: readonly string[];
  readonly show?: readonly string[];
  readonly hide?: readonly string[];
  readonly class?: string;
  readonly asOf?: string;
  readonly most?: number;
}

/** `map`: systems and access channels, what runs between them, and where restrictions want attention. */
export const map = (context: CommandContext, options: MapOptions): Promise<ExitCode> =>
  withWorkspace(context, options, async (workspace) => {
    const opened = await openJudged(workspace);
    if (!opened.ok) return opened;
    const { index, deps } = opened.value;
    const things = (words: readonly string[] = []) => words.map((word) => thingNamed(index.graph, word));
    const picture = mapOf(index, deps, {
      asOf: options.asOf ?? workspace.clock.now().slice(0, 10),
      around: things(options.around),
      hops: options.hops,
      expand: things(options.expand).map((thing) => ({ thing, direction: 'BOTH' })),
      show: things(options.show),
      hide: things(options.hide),
      dataClass: options.class,
      most: options.most,
    });
    if (!picture.ok) return picture;
    return ok({ value: { ok: true, statement, ...picture.value }, text: describeMap(picture.value) });
  });
