import type { ChangeSetError as Refusal, ChangeSetResult, SetChange } from '../../../app/change-set.ts';
import type { EntityPatch } from '../../../app/build-document.ts';
import type { WritableConcept } from '../../../app/entity-fields.ts';
import { toGraphQLError, toUserError } from '../../errors.ts';
import type { ChangeInput, MutationResolvers, ResolversTypes } from '../../gen/resolver-types.ts';
import type { NodeModel } from '../../models.ts';
import { conceptByEnum } from '../concept-fields.ts';

/** Writes several changes in one transaction. */
export const applyChanges: NonNullable<MutationResolvers['applyChanges']> = async (
  _parent,
  { changes, reason },
  { services, reads, actor },
) => {
  const applied = await services.applyChangeSet({ changes: changes.map(toSetChange), actor, ...saying(reason) });
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

/** What the fields of a change mean: the name of the mutation of that kind. */
const toSetChange = (change: ChangeInput): SetChange => {
  const { end } = change;
  if (end !== null && end !== undefined) {
    const { id, expectedRevision: expected, endedOn, reason } = end;
    return { kind: 'END', concept: conceptByEnum[end.concept], id, expected, endedOn, reason };
  }
  // Exactly one field is given: the schema says so.
  const [[field, value]] = Object.entries(change) as [[string, unknown]];
  if (field.startsWith('create')) {
    const { id, ...patch } = value as EntityPatch & { readonly id?: string | null };
    const concept = field.slice('create'.length) as WritableConcept;
    return { kind: 'CREATE', concept, patch, ...(typeof id === 'string' ? { id } : {}) };
  }
  const { id, expectedRevision: expected, input: patch } = value as UpdateChange;
  return { kind: 'UPDATE', concept: field.slice('update'.length) as WritableConcept, id, expected, patch };
};

interface UpdateChange {
  readonly id: string;
  readonly expectedRevision: number;
  readonly input: EntityPatch;
}

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
