import { loadRulePacks } from '../../app/load-rule-packs.ts';
import { verdictDifference, verdictsOf } from '../../app/verdicts-of.ts';
import { ok } from '../../domain/result.ts';
import { statement } from '../../domain/statement.ts';
import { withWorkspace, type CommandContext, type StoreOptions } from '../command-context.ts';
import { describeDifferences, describeVerdict } from '../describe-verdict.ts';
import type { ExitCode } from '../exit-codes.ts';
import { schemaFolder } from '../open-workspace.ts';

/** Options of `verdict`, as they were given. */
export interface VerdictOptions extends StoreOptions {
  readonly asOf?: string;
  readonly rulePack?: string;
  /** Another pack: tells the differences instead. */
  readonly compareWith?: string;
}

/** `verdict RESTRICTION`: what the restriction comes to under a rule pack, condition by condition; without an id, every live one. */
export const verdict = (
  context: CommandContext,
  restriction: string | undefined,
  options: VerdictOptions,
): Promise<ExitCode> =>
  withWorkspace(context, options, async ({ store, catalogues, clock, calendar }) => {
    const packs = await loadRulePacks(schemaFolder, catalogues);
    if (!packs.ok) return packs;
    const graph = await store.snapshot();
    if (!graph.ok) return graph;
    const deps = { graph: graph.value, catalogues, packs: packs.value, calendar };
    const asOf = options.asOf ?? clock.now().slice(0, 10);
    if (options.compareWith !== undefined) {
      const found = verdictDifference(deps, {
        asOf,
        to: options.compareWith,
        ...(options.rulePack === undefined ? {} : { from: options.rulePack }),
      });
      if (!found.ok) return found;
      return ok({
        value: { ok: true, statement, differences: found.value },
        text: describeDifferences(graph.value, found.value, options.compareWith),
      });
    }
    const judged = verdictsOf(deps, {
      asOf,
      ...(options.rulePack === undefined ? {} : { rulePack: options.rulePack }),
      ...(restriction === undefined ? {} : { restriction }),
    });
    if (!judged.ok) return judged;
    return ok({
      value: { ok: true, statement, verdicts: judged.value },
      text: describeVerdict(graph.value, judged.value, restriction !== undefined),
    });
  });
