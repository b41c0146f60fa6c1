import type { EditedConcept } from './edited-concept.ts';
import { formSpecs, type FieldSpec } from './form-specs.ts';
import type { FormValues } from './form-values.ts';

/** What comes of two people's changes to one thing: the fields that fit together, and those that both changed differently. */
export interface Merged {
  /** Everything, with mine where both changed the same field. */
  readonly values: FormValues;
  /** The fields to choose for. */
  readonly clashes: readonly FieldSpec[];
  /** The fields that only the other changed. */
  readonly theirs: readonly FieldSpec[];
}

/** Puts together what I made of `base` and what somebody else made of it meanwhile. Pure and total. */
export const mergeValues = (concept: EditedConcept, base: FormValues, mine: FormValues, theirs: FormValues): Merged =>
  mergeFields(formSpecs[concept], base, mine, theirs);

/** The same for a form of these fields. Pure and total. */
export const mergeFields = (
  specs: readonly FieldSpec[],
  base: FormValues,
  mine: FormValues,
  theirs: FormValues,
): Merged => {
  const same = (a: FormValues, b: FormValues, name: string): boolean =>
    JSON.stringify(a[name]) === JSON.stringify(b[name]);
  const byOther = specs.filter(({ name }) => !same(base, theirs, name));
  const clashes = byOther.filter(({ name }) => !same(base, mine, name) && !same(mine, theirs, name));
  const onlyTheirs = byOther.filter(({ name }) => same(base, mine, name));
  return {
    values: { ...mine, ...Object.fromEntries(onlyTheirs.map(({ name }) => [name, theirs[name] ?? ''])) },
    clashes,
    theirs: onlyTheirs,
  };
};
