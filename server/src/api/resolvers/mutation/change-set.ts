import type { ChangeSetError as Refusal, ChangeSetResult, SetChange } from '../../../app/change-set.ts';
import { toSetChange } from '../../../app/change-input.ts';
import { toGraphQLError, toUserError, type ApiError } from '../../errors.ts';
import type { ChangeInput, MutationResolvers, ResolversTypes } from '../../gen/resolver-types.ts';
import type { NodeModel } from '../../models.ts';
import { conceptByEnum } from '../concept-fields.ts';

/** Writes several changes in one transaction. */
export const applyChanges: NonNullable<MutationResolvers['applyChanges']> = async (
  _parent,
  { changes, reason },
  { services, reads, actor },
) => {
  const applied = await services.applyChangeSet({ changes: changes.map(toChange), actor, ...saying(reason) });
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

/** Returns the change that an input of the API stands for. */
export const toChange = (change: ChangeInput): SetChange => {
  const { end } = change;
  if (end === null || end === undefined) return toSetChange(change);
  const { id, expectedRevision: expected, endedOn, reason } = end;
  return { kind: 'END', concept: conceptByEnum[end.concept], id, expected, endedOn, reason };
};

const toPayload = (result: ChangeSetResult): ResolversTypes['ChangeSetPayload'] => {
  if (result.ok) return { ok: true, errors: [], ...result.value };
  // A store that is away is no outcome of the write.
  if (result.error.type === 'StoreUnavailable') throw toGraphQLError(result.error);
  const errors = result.error.errors.map(toError);
  return { ok: false, error: errors[0]?.error, errors, changes: [] };
};

/** Returns a problem of one change as the API tells it. */
export const toError = ({ at, error, current, lastChange }: Omit<Refusal, 'error'> & { readonly error: ApiError }) => ({
  at,
  error: toUserError(error),
  ...(current === undefined ? {} : { current: { ...current.entity, __typename: current.concept } as NodeModel }),
  ...(lastChange === undefined ? {} : { lastChange }),
});
