import type { ChangeInput, Concept } from '../../gql/graphql.ts';
import type { EditedConcept } from '../../editing/edited-concept.ts';
import type { FieldInput } from '../../editing/input-values.ts';

/** One change as it is read: something is added, changed, or ends. */
export type ReadChange =
  | { readonly kind: 'add'; readonly concept: EditedConcept; readonly id: string; readonly input: FieldInput }
  | {
      readonly kind: 'change';
      readonly concept: EditedConcept;
      readonly id: string;
      readonly revision: number;
      readonly input: FieldInput;
    }
  | {
      readonly kind: 'end';
      readonly concept: Concept;
      readonly id: string;
      readonly revision: number;
      readonly endedOn: string;
      readonly reason: string;
    };

const concepts: Readonly<Record<string, EditedConcept>> = {
  System: 'SYSTEM',
  Flow: 'FLOW',
  AccessChannel: 'ACCESS_CHANNEL',
  DataClass: 'DATA_CLASS',
  Restriction: 'RESTRICTION',
};

interface RawUpdate {
  readonly id: string;
  readonly expectedRevision: number;
  readonly input: FieldInput;
}

/** The one field of a change that is given, with what it says. */
const givenIn = (change: ChangeInput): readonly [string, unknown] | readonly [] =>
  Object.entries(change).find(([, given]) => given !== null && given !== undefined) ?? [];

/** A change of the API's kind, read; undefined for one that this page does not know. Pure and total. */
export const readChange = (change: ChangeInput): ReadChange | undefined => {
  const [field, value] = givenIn(change);
  if (field === undefined) return undefined;
  if (field === 'end') {
    const { concept, id, expectedRevision, endedOn, reason } = value as NonNullable<ChangeInput['end']>;
    return { kind: 'end', concept, id, revision: expectedRevision, endedOn, reason };
  }
  const concept = concepts[field.replace(/^(create|update)/u, '')];
  if (concept === undefined) return undefined;
  if (field.startsWith('create')) {
    const { id, ...input } = value as { readonly id?: string };
    return { kind: 'add', concept, id: id ?? '', input };
  }
  const { id, expectedRevision, input } = value as RawUpdate;
  return { kind: 'change', concept, id, revision: expectedRevision, input };
};

/** The change with another revision as the one that was seen. One that adds has none, and stays. Pure. */
export const withRevision = (change: ChangeInput, revision: number): ChangeInput => {
  const [field, value] = givenIn(change);
  if (field === undefined || field.startsWith('create')) return change;
  return { [field]: { ...(value as object), expectedRevision: revision } } as unknown as ChangeInput;
};

/** The change with an id where it adds something that has none, so that later changes can name it. Pure. */
export const withId = (change: ChangeInput, id: string): ChangeInput => {
  const [field, value] = givenIn(change);
  if (field === undefined || !field.startsWith('create')) return change;
  return { [field]: { ...(value as object), id } } as unknown as ChangeInput;
};
