import type { EditedThingQuery } from '../gql/graphql.ts';
import type { EditedConcept, ThingRef } from './edited-concept.ts';
import { formSpecs, type FieldSpec } from './form-specs.ts';

/**
 * A data class in a list, and what is said of it. `kept` is what the form does not show and must not lose (source and grade are no part of it: the
 * server keeps those of what stays as it is, and anything else is this person's word); `recorded` says that it is in the
 * inventory already: such an entry is ended, not taken out.
 */
export interface ClassLink {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly endedOn: string;
  readonly endReason: string;
  readonly recorded: boolean;
  readonly kept: Readonly<Record<string, unknown>>;
}

/** What a field holds: text (empty for none), a thing, several things, codes, or data classes. It can be written as JSON and read again. */
export type FieldValue = string | ThingRef | null | readonly string[] | readonly ThingRef[] | readonly ClassLink[];

/** What the fields of a form hold, by name. */
export type FormValues = Readonly<Record<string, FieldValue>>;

/** A thing as the form of its concept got it from the API. */
export type EditedThing = NonNullable<EditedThingQuery['node']>;

const emptyOf = ({ kind }: FieldSpec): FieldValue => {
  if (kind === 'thing' || kind === 'target') return null;
  return kind === 'things' || kind === 'codes' || kind === 'classes' ? [] : '';
};

/** The form of a thing to be added; `preset` is what is known beforehand. */
export const newValues = (concept: EditedConcept, preset: FormValues = {}): FormValues => ({
  ...Object.fromEntries(formSpecs[concept].map((spec) => [spec.name, emptyOf(spec)])),
  grade: 'ASSERTED',
  ...(concept === 'DATA_CLASS' ? { level: 'CLASS', drsStatus: 'UNDECIDED' } : {}),
  ...preset,
});

/** The form of a thing as it is. Total: what the thing has not stays empty. */
export const valuesOf = (concept: EditedConcept, thing: EditedThing): FormValues => {
  const raw = thing as unknown as Readonly<Record<string, unknown>>;
  return Object.fromEntries(formSpecs[concept].map((spec) => [spec.name, readField(spec, raw[spec.name])]));
};

interface RawThing {
  readonly __typename?: string;
  readonly id: string;
  readonly name: string;
}

const conceptOfType: Readonly<Record<string, string>> = {
  System: 'SYSTEM',
  Flow: 'FLOW',
  AccessChannel: 'ACCESS_CHANNEL',
};

const readField = (spec: FieldSpec, value: unknown): FieldValue => {
  if (value === null || value === undefined) return emptyOf(spec);
  switch (spec.kind) {
    case 'yesno':
      return value === true ? 'yes' : 'no';
    case 'list':
      return (value as readonly string[]).join(', ');
    case 'codes':
      return value as readonly string[];
    case 'thing':
    case 'target':
      return refOf(spec.concepts, value as RawThing);
    case 'things':
      return (value as readonly RawThing[]).map((thing) => refOf(spec.concepts, thing));
    case 'classes':
      return (value as readonly RawLink[]).map(readLink);
    default:
      return String(value);
  }
};

const refOf = (concepts: readonly string[], { __typename, id, name }: RawThing): ThingRef => ({
  concept: conceptOfType[__typename ?? ''] ?? concepts[0] ?? '',
  id,
  name,
});

type RawLink = Readonly<Record<string, unknown>> & { readonly dataClass: RawThing };

const readLink = ({ dataClass, role, endedOn, endReason, __typename, ...kept }: RawLink): ClassLink => ({
  id: dataClass.id,
  name: dataClass.name,
  role: typeof role === 'string' ? role : '',
  endedOn: typeof endedOn === 'string' ? endedOn : '',
  endReason: typeof endReason === 'string' ? endReason : '',
  recorded: true,
  kept,
});

/** A class that is put into a list. Pure. */
export const newLink = ({ id, name }: { readonly id: string; readonly name: string }, role: string): ClassLink => ({
  id,
  name,
  role,
  endedOn: '',
  endReason: '',
  recorded: false,
  kept: {},
});

/** The input of a creation: what is filled in. Pure. */
export const createInput = (concept: EditedConcept, values: FormValues): Record<string, unknown> =>
  Object.fromEntries(
    formSpecs[concept].flatMap((spec): readonly (readonly [string, unknown])[] => {
      const value = writeField(spec, values[spec.name] ?? emptyOf(spec));
      return value === null || (Array.isArray(value) && value.length === 0) ? [] : [[spec.name, value]];
    }),
  );

/** The names of the fields that differ. Pure. */
export const changedFields = (concept: EditedConcept, before: FormValues, after: FormValues): readonly string[] =>
  formSpecs[concept].map(({ name }) => name).filter((name) => !isSame(before[name], after[name]));

/** The input of a change: only the fields that differ; null takes away what was there. Pure. */
export const updateInput = (concept: EditedConcept, before: FormValues, after: FormValues): Record<string, unknown> => {
  const changed = new Set(changedFields(concept, before, after));
  return Object.fromEntries(
    formSpecs[concept]
      .filter(({ name }) => changed.has(name))
      .map((spec) => [spec.name, writeField(spec, after[spec.name] ?? emptyOf(spec))]),
  );
};

const isSame = (a: FieldValue | undefined, b: FieldValue | undefined): boolean =>
  JSON.stringify(a ?? '') === JSON.stringify(b ?? '');

const writeField = (spec: FieldSpec, value: FieldValue): unknown => {
  switch (spec.kind) {
    case 'yesno':
      return value === '' ? null : value === 'yes';
    case 'list':
      return String(value)
        .split(',')
        .map((each) => each.trim())
        .filter((each) => each !== '');
    case 'codes':
      return value;
    case 'thing':
      return (value as ThingRef | null)?.id ?? null;
    case 'target':
      return writeTarget(value as ThingRef | null);
    case 'things':
      return (value as readonly ThingRef[]).map(({ id }) => id);
    case 'classes':
      return (value as readonly ClassLink[]).map((link) => writeLink(link, spec.roles));
    default:
      return String(value).trim() === '' ? null : String(value).trim();
  }
};

const targetFields: Readonly<Record<string, string>> = { SYSTEM: 'system', FLOW: 'flow', ACCESS_CHANNEL: 'channel' };

const writeTarget = (target: ThingRef | null): unknown => {
  const field = targetFields[target?.concept ?? ''];
  return target === null || field === undefined ? null : { [field]: target.id };
};

const writeLink = ({ id, role, endedOn, endReason, kept }: ClassLink, roles: boolean): unknown => ({
  ...kept,
  dataClass: id,
  ...(roles ? { role: role === '' ? 'COPY' : role } : {}),
  ...(endedOn === '' ? {} : { endedOn, ...(endReason.trim() === '' ? {} : { endReason: endReason.trim() }) }),
});

/** A field that cannot be sent as it is, and what is to be done. */
export interface Missing {
  readonly spec: FieldSpec;
  readonly words: string;
}

/** What is missing before the form can be sent: empty fields that must be filled, and reasons for what was ended. `base`: what the form began with. Pure. */
export const missingFields = (concept: EditedConcept, values: FormValues, base: FormValues = {}): readonly Missing[] =>
  formSpecs[concept].flatMap((spec): readonly Missing[] => {
    const value = values[spec.name] ?? '';
    if (spec.kind === 'classes') {
      const before = (base[spec.name] ?? []) as readonly ClassLink[];
      const unexplained = (value === '' ? [] : (value as readonly ClassLink[])).filter(
        ({ id, endedOn, endReason }) =>
          endedOn !== '' &&
          endReason.trim() === '' &&
          !before.some((link) => link.id === id && link.endedOn === endedOn),
      );
      return unexplained.map(({ name }) => ({ spec, words: `Say why ${name} ended.` }));
    }
    const isEmpty = value === null || (typeof value === 'string' && value.trim() === '');
    return spec.required === true && isEmpty ? [{ spec, words: 'Needed.' }] : [];
  });
