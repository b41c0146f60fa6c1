import type { ChangeSetResult } from '../../../app/change-set.ts';
import { toAnyChange } from '../../../app/change-input.ts';
import { toGraphQLError } from '../../errors.ts';
import type { MutationResolvers, ResolversTypes } from '../../gen/resolver-types.ts';
import { toPlacedError } from '../placed-error.ts';

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
  const errors = result.error.errors.map(toPlacedError);
  return { ok: false, error: errors[0]?.error, errors, changes: [] };
};
