import type { ChangeInput } from '../gql/graphql.ts';
import type { EditedConcept, ThingRef } from './edited-concept.ts';
import { createInput, updateInput, type ClassLink, type FormValues } from './form-values.ts';

const suffixes: Readonly<Record<EditedConcept, string>> = {
  SYSTEM: 'System',
  FLOW: 'Flow',
  ACCESS_CHANNEL: 'AccessChannel',
  DATA_CLASS: 'DataClass',
  RESTRICTION: 'Restriction',
};

/** The change that adds what the form says. A flow without a name gets one made of its ends and of what it carries. Pure. */
export const additionOf = (concept: EditedConcept, values: FormValues): ChangeInput => {
  const input = createInput(concept, values);
  if (concept === 'FLOW' && input['name'] === undefined) input['name'] = flowName(values);
  return { [`create${suffixes[concept]}`]: input } as unknown as ChangeInput;
};

/** The change of a thing from what it was to what the form says; undefined when nothing differs. Pure. */
export const changeOf = (
  concept: EditedConcept,
  thing: { readonly id: string; readonly revision: number },
  before: FormValues,
  after: FormValues,
): ChangeInput | undefined => {
  const input = updateInput(concept, before, after);
  if (Object.keys(input).length === 0) return undefined;
  return {
    [`update${suffixes[concept]}`]: { id: thing.id, expectedRevision: thing.revision, input },
  } as unknown as ChangeInput;
};

/** `A → B: results`: what a flow is called that nobody named. Pure. */
export const flowName = (values: FormValues): string => {
  const nameOf = (field: string): string => (values[field] as ThingRef | null)?.name ?? '';
  const classes = (values['carries'] as readonly ClassLink[] | undefined) ?? [];
  const first = classes[0]?.name;
  const what = first === undefined ? '' : `: ${first}${classes.length > 1 ? ` and ${classes.length - 1} more` : ''}`;
  return `${nameOf('from')} → ${nameOf('to')}${what}`;
};
