import type { EntityPatch } from './build-document.ts';
import type { SetChange } from './change-set.ts';
import type { WritableConcept } from './entity-fields.ts';

/** One creation or update as the API takes it: the name of its mutation, and what that is given. */
export type CreateOrUpdate = Readonly<Record<string, unknown>>;

/** Returns the change that a creation or update of the API stands for; exactly one field of it is given. Pure. */
export const toSetChange = (change: CreateOrUpdate): SetChange => {
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
