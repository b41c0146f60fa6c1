import type { ThingRef } from './edited-concept.ts';
import type { FieldSpec } from './form-specs.ts';
import type { ClassLink, FieldValue } from './form-values.ts';

/** What a field holds, in words, for two versions side by side. Pure. */
export const valueWords = (spec: FieldSpec, value: FieldValue | undefined): string => {
  if (value === undefined || value === null || value === '') return 'nothing';
  switch (spec.kind) {
    case 'select':
      return spec.options.find(([code]) => code === value)?.[1] ?? String(value);
    case 'thing':
    case 'target':
      return (value as ThingRef).name;
    case 'things':
      return namesOf(value as readonly ThingRef[]);
    case 'list':
      // The names of people may have commas in them.
      return typeof value === 'string' ? value : (value as readonly string[]).join('; ') || 'nothing';
    case 'codes':
      return (value as readonly string[]).join(', ') || 'nothing';
    case 'classes':
      return namesOf((value as readonly ClassLink[]).filter(({ endedOn }) => endedOn === ''));
    default:
      return String(value);
  }
};

const namesOf = (things: readonly { readonly name: string }[]): string =>
  things.map(({ name }) => name).join(', ') || 'nothing';
