import type { ChangeSetError as Refusal, ChangeSetResult } from '../../../app/change-set.ts';
import { toAnyChange } from '../../../app/change-input.ts';
import { toGraphQLError, toUserError } from '../../errors.ts';
import type { MutationResolvers, ResolversTypes } from '../../gen/resolver-types.ts';
import type { NodeModel } from '../../models.ts';

/** Writes several changes in one transaction. */
export const applyChanges: NonNullable<MutationResolvers['applyChanges']> = async (
  _parent,
  { changes, reason },
  { services, reads, actor },
) => {
  const applied = await services.applyChangeSet({ changes: changes.map(toAnyChange), actor, ...saying(reason) });
  reads.forget();
  return toPayload(applied);
};

/** Takes back what entries of the log did. */
export const takeBack: NonNullable<MutationResolvers['takeBack']> = async (
  _parent,
  { revisions, reason },
  { services, reads, actor },
) => {
  const taken = await services.takeBack({ revisions, actor, ...saying(reason) });
  reads.forget();
  return toPayload(taken);
};

const saying = (reason: string | null | undefined): { readonly reason?: string } =>
  typeof reason === 'string' && reason.trim() !== '' ? { reason: reason.trim() } : {};

const toPayload = (result: ChangeSetResult): ResolversTypes['ChangeSetPayload'] => {
  if (result.ok) return { ok: true, errors: [], ...result.value };
  // A store that is away is no outcome of the write.
  if (result.error.type === 'StoreUnavailable') throw toGraphQLError(result.error);
  const errors = result.error.errors.map(toError);
  return { ok: false, error: errors[0]?.error, errors, changes: [] };
};

const toError = ({ at, error, current, lastChange }: Refusal) => ({
  at,
  error: toUserError(error),
  ...(current === undefined ? {} : { current: { ...current.entity, __typename: current.concept } as NodeModel }),
  ...(lastChange === undefined ? {} : { lastChange }),
});
