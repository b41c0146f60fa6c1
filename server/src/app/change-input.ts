import { conceptNames, type ConceptName } from '../domain/model/concepts.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { EntityPatch } from './build-document.ts';
import type { SetChange } from './change-set.ts';
import type { WritableConcept } from './entity-fields.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';

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

/** Returns the change that any input of the API stands for; exactly one field of it is given. Pure. */
export const toAnyChange = (change: CreateOrUpdate): SetChange => {
  const end = change['end'] as EndInput | null | undefined;
  if (end === null || end === undefined) return toSetChange(change);
  const { id, expectedRevision: expected, endedOn, reason } = end;
  // The API, and `readChanges`, let no other name in.
  const concept = conceptNamed(end.concept) as ConceptName;
  return { kind: 'END', concept, id, expected, endedOn, reason };
};

/**
 * Returns the changes that a record keeps as JSON, each as the API takes it. Error: the first that is none, by its place; a record may have come
 * from a file. Pure.
 */
export const readChanges = (records: readonly CreateOrUpdate[]): Result<readonly SetChange[], InputInvalid> => {
  const changes: SetChange[] = [];
  for (const [at, record] of records.entries()) {
    const [first, ...others] = Object.entries(record).filter(([, given]) => given !== null && given !== undefined);
    const [field, value] = first ?? ['', undefined];
    if (others.length > 0 || !isChange(field, value))
      return err(
        inputInvalid(
          'changes',
          `The change at place ${at} is none that the API takes (see ChangeInput). Mend or leave out that one.`,
        ),
      );
    changes.push(toAnyChange({ [field]: value }));
  }
  return ok(changes);
};

/** Whether a field with its value is a change that the API takes. */
const isChange = (field: string, value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  const has = (key: string, type: string): boolean => typeof (value as Readonly<Record<string, unknown>>)[key] === type;
  if (field === 'end')
    return (
      ['id', 'endedOn', 'reason'].every((key) => has(key, 'string')) &&
      has('expectedRevision', 'number') &&
      'concept' in value &&
      conceptNamed(String(value.concept)) !== undefined
    );
  const concept = changed.find((each) => field === `create${each}` || field === `update${each}`);
  if (concept === undefined) return false;
  return (
    field.startsWith('create') || (has('id', 'string') && has('expectedRevision', 'number') && has('input', 'object'))
  );
};

/** The concepts that a change of a set may create or change. */
const changed = ['System', 'Flow', 'AccessChannel', 'DataClass', 'Restriction'] as const;

interface EndInput {
  readonly concept: string;
  readonly id: string;
  readonly expectedRevision: number;
  readonly endedOn: string;
  readonly reason: string;
}

/** The concept that the API calls by a name in capitals; `undefined` for none. */
const conceptNamed = (name: string): ConceptName | undefined =>
  conceptNames.find((concept) => concept.replace(/(?!^)[A-Z]/g, '_$&').toUpperCase() === name);

interface UpdateChange {
  readonly id: string;
  readonly expectedRevision: number;
  readonly input: EntityPatch;
}
