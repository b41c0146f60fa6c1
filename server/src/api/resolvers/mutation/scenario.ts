import type { ScenarioSeen, WriteScenario } from '../../../app/write-scenario.ts';
import { toGraphQLError, toUserError } from '../../errors.ts';
import type { MutationResolvers, ResolversTypes } from '../../gen/resolver-types.ts';
import { toPlacedError } from '../placed-error.ts';
import { toOutage } from '../query/what-if.ts';

type Field<K extends keyof MutationResolvers> = NonNullable<MutationResolvers[K]>;

/** Saves a scenario. */
export const saveScenario: Field<'saveScenario'> = async (_parent, { id, expectedRevision, input }, context) => {
  const saved = await context.services.writeScenario.save(
    {
      name: input.name,
      description: input.description,
      changes: input.changes ?? [],
      outages: (input.outages ?? []).map(toOutage),
      workshop: input.workshop,
    },
    {
      actor: context.actor,
      ...(typeof id === 'string' ? { id } : {}),
      ...(typeof expectedRevision === 'number' ? { expected: expectedRevision } : {}),
    },
  );
  context.reads.forget();
  return toPayload(saved);
};

/** Hands a scenario in for a decision. */
export const proposeScenario: Field<'proposeScenario'> = async (_parent, args, context) => {
  const proposed = await context.services.writeScenario.propose(seenBy(args, context.actor));
  context.reads.forget();
  return toPayload(proposed);
};

/** Decides a scenario. */
export const decideScenario: Field<'decideScenario'> = async (_parent, { decision, reason, ...args }, context) => {
  const decided = await context.services.writeScenario.decide(seenBy(args, context.actor), { decision, reason });
  context.reads.forget();
  return toPayload(decided);
};

/** Leaves a scenario aside. */
export const discardScenario: Field<'discardScenario'> = async (_parent, args, context) => {
  const discarded = await context.services.writeScenario.discard(seenBy(args, context.actor));
  context.reads.forget();
  return toPayload(discarded);
};

const seenBy = (
  { id, expectedRevision }: { readonly id: string; readonly expectedRevision: number },
  actor: string,
): ScenarioSeen => ({ id, expected: expectedRevision, actor });

const toPayload = (result: Awaited<ReturnType<WriteScenario['save']>>): ResolversTypes['ScenarioPayload'] => {
  if (result.ok) return { ok: true, errors: [], ...result.value };
  const { error } = result;
  // A store that is away is no outcome of the write.
  if (error.type === 'StoreUnavailable') throw toGraphQLError(error);
  if (error.type === 'ChangeSetRefused') {
    const errors = error.errors.map(toPlacedError);
    return { ok: false, error: errors[0]?.error, errors, changes: [] };
  }
  if (error.error.type === 'StoreUnavailable') throw toGraphQLError(error.error);
  return { ok: false, error: toUserError(error.error), errors: [], scenario: error.current, changes: [] };
};
