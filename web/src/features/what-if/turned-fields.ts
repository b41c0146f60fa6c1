import type { EditedConcept } from '../../editing/edited-concept.ts';
import { formSpecs, type FieldSpec } from '../../editing/form-specs.ts';
import type { ClassLink, FieldValue, FormValues } from '../../editing/form-values.ts';
import { withInput, type FieldInput, type ThingKey } from '../../editing/input-values.ts';
import { valueWords } from '../../editing/value-words.ts';
import { listed } from '../../graph-model/words.ts';

/** What a change does to each field it is about: of a list what is added and taken away, of any other field from what to what. Pure. */
export const turnedFields = (
  concept: EditedConcept,
  before: FormValues,
  input: FieldInput,
  nameOf: (thing: ThingKey) => string,
): readonly string[] => {
  const after = withInput(concept, before, input, nameOf);
  return formSpecs[concept].flatMap((spec) =>
    input[spec.name] === undefined ? [] : turnOf(spec, before[spec.name], after[spec.name]),
  );
};

const turnOf = (spec: FieldSpec, before: FieldValue | undefined, after: FieldValue | undefined): readonly string[] => {
  const label = spec.label.toLowerCase();
  const [was, is] = [entriesOf(spec, before), entriesOf(spec, after)];
  if (was === undefined || is === undefined) {
    const [from, to] = [valueWords(spec, before), valueWords(spec, after)];
    return from === to ? [] : [`${label}: ${from} → ${to}`];
  }
  const added = [...is].flatMap(([id, name]) => (was.has(id) ? [] : [name]));
  const gone = [...was].flatMap(([id, name]) => (is.has(id) ? [] : [name]));
  const words = [
    ...(added.length === 0 ? [] : [`adds ${listed(added)}`]),
    ...(gone.length === 0 ? [] : [`takes away ${listed(gone)}`]),
  ];
  return [`${label}: ${words.length === 0 ? 'the same ones, described otherwise' : words.join(', ')}`];
};

/** The entries of a list with their names, by id; undefined for a field that is none. What has ended is not in it. */
const entriesOf = (spec: FieldSpec, value: FieldValue | undefined): ReadonlyMap<string, string> | undefined => {
  switch (spec.kind) {
    case 'classes': {
      const links = Array.isArray(value) ? (value as readonly ClassLink[]) : [];
      return new Map(links.flatMap(({ id, name, endedOn }) => (endedOn === '' ? [[id, name] as const] : [])));
    }
    case 'things': {
      const things = Array.isArray(value) ? (value as readonly { readonly id: string; readonly name: string }[]) : [];
      return new Map(things.map(({ id, name }) => [id, name]));
    }
    case 'codes':
      return new Map((Array.isArray(value) ? (value as readonly string[]) : []).map((code) => [code, code]));
    default:
      return undefined;
  }
};
