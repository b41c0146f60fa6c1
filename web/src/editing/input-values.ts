import type { ThingRef } from './edited-concept.ts';
import { formSpecs, type FieldSpec } from './form-specs.ts';
import { newLink, type ClassLink, type FieldValue, type FormValues } from './form-values.ts';
import type { EditedConcept } from './edited-concept.ts';

/** What an input of the API says of the fields of a form. */
export type FieldInput = Readonly<Record<string, unknown>>;

/** A thing without its name. */
export type ThingKey = Pick<ThingRef, 'concept' | 'id'>;

/** The things an input names, by concept and id: their names are needed to show it in a form. Pure. */
export const thingsOfInput = (concept: EditedConcept, input: FieldInput): readonly ThingKey[] =>
  formSpecs[concept].flatMap((spec) => (isGiven(input[spec.name]) ? thingsOfField(spec, input[spec.name]) : []));

const isGiven = (value: unknown): boolean => value !== null && value !== undefined;

const thingsOfField = (spec: FieldSpec, value: unknown): readonly ThingKey[] => {
  switch (spec.kind) {
    case 'thing':
      return [{ concept: spec.concepts[0] ?? '', id: String(value) }];
    case 'things':
      return (value as readonly string[]).map((id) => ({ concept: spec.concepts[0] ?? '', id }));
    case 'target':
      return targetOf(value as FieldInput);
    case 'classes':
      return (value as readonly { readonly dataClass: string }[]).map(({ dataClass }) => ({
        concept: 'DATA_CLASS',
        id: dataClass,
      }));
    default:
      return [];
  }
};

const targetConcepts: Readonly<Record<string, string>> = { system: 'SYSTEM', flow: 'FLOW', channel: 'ACCESS_CHANNEL' };

const targetOf = (target: FieldInput): readonly ThingKey[] =>
  Object.entries(targetConcepts).flatMap(([field, concept]) => {
    const id = target[field];
    return typeof id === 'string' ? [{ concept, id }] : [];
  });

/** The form with what an input says of it: the way back from `createInput` and `updateInput`. `nameOf` gives the names of things. Pure. */
export const withInput = (
  concept: EditedConcept,
  values: FormValues,
  input: FieldInput,
  nameOf: (thing: ThingKey) => string,
): FormValues => ({
  ...values,
  ...Object.fromEntries(
    formSpecs[concept].flatMap((spec) =>
      input[spec.name] === undefined
        ? []
        : [[spec.name, readInput(spec, input[spec.name], values[spec.name], nameOf)] as const],
    ),
  ),
});

const readInput = (
  spec: FieldSpec,
  value: unknown,
  before: FieldValue | undefined,
  nameOf: (thing: ThingKey) => string,
): FieldValue => {
  const named = (thing: ThingKey): ThingRef => ({ ...thing, name: nameOf(thing) });
  if (value === null) return spec.kind === 'thing' || spec.kind === 'target' ? null : '';
  switch (spec.kind) {
    case 'yesno':
      return value === true ? 'yes' : 'no';
    case 'list':
      return (value as readonly string[]).join(', ');
    case 'codes':
      return value as readonly string[];
    case 'thing':
    case 'target':
      return thingsOfField(spec, value).map(named)[0] ?? null;
    case 'things':
      return thingsOfField(spec, value).map(named);
    case 'classes':
      return (value as readonly FieldInput[]).map((link) =>
        readLink(link, (Array.isArray(before) ? before : []) as readonly ClassLink[], named),
      );
    default:
      return String(value);
  }
};

const readLink = (
  { dataClass, role, endedOn, endReason }: FieldInput,
  before: readonly ClassLink[],
  named: (thing: ThingKey) => ThingRef,
): ClassLink => {
  const id = String(dataClass);
  const known = before.find((link) => link.id === id);
  return {
    ...(known ?? newLink(named({ concept: 'DATA_CLASS', id }), '')),
    ...(typeof role === 'string' ? { role } : {}),
    endedOn: typeof endedOn === 'string' ? endedOn : '',
    endReason: typeof endReason === 'string' ? endReason : '',
  };
};
