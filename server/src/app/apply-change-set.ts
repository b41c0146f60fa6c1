import type { Catalogues } from '../domain/catalogue/index.ts';
import type { Instant } from '../domain/model/entity.ts';
import { err, ok } from '../domain/result.ts';
import type { GraphStore } from '../store/port.ts';
import { checkSetSize, commitSet, type ChangeSetResult, type SetChange } from './change-set.ts';
import type { CurrentGraph } from './current-graph.ts';
import { createKnownCodes } from './known-codes.ts';
import { planChangeSet } from './plan-change-set.ts';
import type { InTurn } from './turns.ts';

export interface ApplyChangeSetDeps {
  readonly store: GraphStore;
  readonly catalogues: Catalogues;
  readonly currentGraph: CurrentGraph;
  readonly now: () => Instant;
  readonly inTurn: InTurn;
}

/** Several changes by one person. */
export interface ChangeSetCommand {
  readonly changes: readonly SetChange[];
  readonly actor: string;
  readonly reason?: string;
}

export type ApplyChangeSet = (command: ChangeSetCommand) => Promise<ChangeSetResult>;

/** Returns the use case that writes several changes in one transaction. Errors: `ChangeSetRefused`, `StoreUnavailable`; then nothing is written. */
export const createApplyChangeSet = (deps: ApplyChangeSetDeps): ApplyChangeSet => {
  const codes = createKnownCodes(deps.catalogues);

  const apply = ({ changes, ...batch }: ChangeSetCommand): Promise<ChangeSetResult> =>
    commitSet(deps.store, batch, async () => {
      const current = await deps.currentGraph.get();
      if (!current.ok) return current;
      const { graph } = current.value;
      const stamp = { actor: batch.actor, now: deps.now() };
      return ok({ graph, plan: planChangeSet(graph, changes, { stamp, codes }) });
    });

  return async (command) => {
    const wrong = checkSetSize('changes', command.changes.length);
    if (wrong !== undefined) return err(wrong);
    return command.changes.some(({ concept }) => concept === 'DataClass')
      ? deps.inTurn('DataClass', () => apply(command))
      : apply(command);
  };
};
