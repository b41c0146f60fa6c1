import type { ClassLink, Concepts, ConditionAnswer } from '../domain/model/concepts.ts';
import { ok, type Result } from '../domain/result.ts';
import {
  commonFields,
  defaultsByConcept,
  fieldsByConcept,
  type FieldSpec,
  type WritableConcept,
} from './entity-fields.ts';
import type { InputInvalid } from './input-invalid.ts';
import { readField, type KnownCodes } from './read-field.ts';
import { readAnswers, readLinks, readTarget, type Stamp } from './read-links.ts';
import { isImportSource } from './text-rules.ts';

/** Fields as an input gives them: absent means unchanged, null cleared. */
export type EntityPatch = Readonly<Record<string, unknown>>;

/** A whole document ready for the store, without the stamps that are the store's. */
export type EntityDocument<C extends WritableConcept> = Omit<Concepts[C], 'revision' | 'createdAt' | 'updatedAt'>;

/**
 * Returns the whole document that a patch makes of the stored one, or of nothing (`before` undefined: a creation, where
 * every required field must be there). Checks each field by itself. Error: `InputInvalid` naming the field. Pure.
 */
export const buildDocument = <C extends WritableConcept>(
  concept: C,
  id: string,
  before: Concepts[C] | undefined,
  patch: EntityPatch,
  context: { readonly stamp: Stamp; readonly codes: KnownCodes },
): Result<EntityDocument<C>, InputInvalid> => {
  const { stamp } = context;
  const specs = { ...commonFields, ...fieldsByConcept[concept] };
  const stored = (before ?? {}) as EntityPatch;
  const given = withDefaults(concept, before === undefined, patch, stored, stamp);
  const document: Record<string, unknown> = { id, recordedAt: before?.recordedAt ?? stamp.now };
  for (const [field, spec] of Object.entries(specs)) {
    if (before !== undefined && given[field] === undefined) {
      if (stored[field] !== undefined) document[field] = stored[field];
      continue;
    }
    const read = readAny(field, spec, given[field], stored[field], context);
    if (!read.ok) return read;
    if (read.value !== undefined) document[field] = read.value;
  }
  if (concept === 'BasisClaim') stampClaim(document, stored, stamp);
  if (concept === 'Evidence') keepFile(document, stored);
  return ok(document as unknown as EntityDocument<C>);
};

const readAny = (
  field: string,
  spec: FieldSpec,
  value: unknown,
  stored: unknown,
  { stamp, codes }: { readonly stamp: Stamp; readonly codes: KnownCodes },
): Result<unknown, InputInvalid> => {
  switch (spec.kind) {
    case 'links':
      return readLinks(field, spec.own, value, (stored ?? []) as readonly ClassLink[], stamp);
    case 'target':
      return readTarget(field, value);
    case 'answers':
      return readAnswers(field, value, (stored ?? []) as readonly ConditionAnswer[], stamp);
    default:
      return readField(field, spec, value, codes);
  }
};

/** What a person changes is from then on the person's statement, unless the input says otherwise: an import's no longer. */
const withDefaults = (
  concept: WritableConcept,
  isNew: boolean,
  patch: EntityPatch,
  stored: EntityPatch,
  stamp: Stamp,
): EntityPatch => {
  const own = { source: stamp.actor, grade: 'ASSERTED' };
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  if (isNew) return { ...own, ...defaultsByConcept[concept], ...withoutNulls(given) };
  const fromImport = isImportSource(String(stored['source'])) && Object.keys(given).length > 0;
  return fromImport ? { ...own, ...given } : given;
};

const withoutNulls = (fields: EntityPatch): EntityPatch =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

/** Where a claim stands, who moved it and when is written by the steps of a claim alone (`claim-steps.ts`). Mutates `document`. */
const stampClaim = (document: Record<string, unknown>, stored: EntityPatch, stamp: Stamp): void => {
  document['claimedAt'] = stored['claimedAt'] ?? stamp.now;
  document['status'] = stored['status'] ?? 'DRAFT';
  for (const field of ['submittedBy', 'submittedAt', 'decidedBy', 'decidedAt', 'decisionReason', 'supersedes']) {
    if (stored[field] !== undefined) document[field] = stored[field];
  }
};

/** A file kept beside the database is written with it, not by a form. Mutates `document`. */
const keepFile = (document: Record<string, unknown>, stored: EntityPatch): void => {
  for (const field of ['fileName', 'mediaType', 'bytes']) {
    if (stored[field] !== undefined) document[field] = stored[field];
  }
};
