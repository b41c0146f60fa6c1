import type { FormBase } from '../../editing/drafts.ts';
import type { ThingRef } from '../../editing/edited-concept.ts';
import type { FieldSpec } from '../../editing/form-specs.ts';
import type { FieldValue, FormValues } from '../../editing/form-values.ts';
import type { Concept, UpdateWorkshopItemInput } from '../../gql/graphql.ts';
import { turnsInto } from './item-kinds.ts';
import type { ItemData, WorkshopData } from './workshop-data.ts';

/** What one does to something that was said: each is a form of its own. */
export type ItemTask = 'answer' | 'assign' | 'agree' | 'change';

/** What the button of a form is called, and the form. */
export const taskWords: Readonly<Record<ItemTask, string>> = {
  answer: 'Answer',
  assign: 'Assign',
  agree: 'Who agreed',
  change: 'Change',
};

const things: Concept[] = ['SYSTEM', 'FLOW', 'ACCESS_CHANNEL', 'DATA_CLASS', 'RESTRICTION', 'AUDIENCE'];

/** The fields of a form. Those of the kind `list` name people, and are ticked. Pure. */
export const specsOf = (
  task: ItemTask,
  item: ItemData,
  workshop: Pick<WorkshopData, 'topics'>,
): readonly FieldSpec[] => {
  switch (task) {
    case 'answer':
      return [{ name: 'answer', label: 'Answer', kind: 'long', required: true }];
    case 'assign':
      return [
        { name: 'assignee', label: 'Who finds out', kind: 'text' },
        { name: 'dueOn', label: 'By which day', kind: 'date' },
      ];
    case 'agree':
      return [
        { name: 'agreedBy', label: 'Agreed', kind: 'list' },
        { name: 'objectedBy', label: 'Objected', kind: 'list' },
      ];
    case 'change':
      return [
        { name: 'name', label: item.kind === 'PROPOSAL' ? 'The line' : 'What was said', kind: 'long', required: true },
        ...(item.kind === 'PROPOSAL'
          ? []
          : [{ name: 'description', label: 'More in words', kind: 'long' } satisfies FieldSpec]),
        ...(turnsInto(item.kind).length === 0
          ? []
          : [
              {
                name: 'kind',
                label: 'Kind',
                kind: 'select',
                required: true,
                options: turnsInto(item.kind).map(({ kind, one }) => [kind, one] as const),
              } satisfies FieldSpec,
            ]),
        {
          name: 'topic',
          label: 'Topic',
          kind: 'select',
          options: workshop.topics.map(({ id, title }) => [id, title] as const),
        },
        { name: 'about', label: 'About', kind: 'target', concepts: things },
      ];
  }
};

/** The form of an item as it is. Pure. */
export const baseOfItem = (item: ItemData): FormBase => ({
  revision: item.revision,
  values: {
    name: item.name,
    description: item.description ?? '',
    kind: item.kind,
    topic: item.topic ?? '',
    about: item.about ? { concept: item.about.concept, id: item.about.id, name: item.about.name } : null,
    agreedBy: item.agreedBy,
    objectedBy: item.objectedBy,
    assignee: item.assignee ?? '',
    dueOn: item.dueOn ?? '',
    answer: item.answer ?? '',
  },
});

/** What the fields that were changed are to be, as the API takes it; undefined where none was. Pure. */
export const itemInput = (
  specs: readonly FieldSpec[],
  base: FormValues,
  values: FormValues,
): UpdateWorkshopItemInput | undefined => {
  const changed = specs.filter(({ name }) => JSON.stringify(values[name]) !== JSON.stringify(base[name]));
  if (changed.length === 0) return undefined;
  return Object.fromEntries(changed.map((spec) => [spec.name, inputOf(spec, values[spec.name])]));
};

const inputOf = (spec: FieldSpec, value: FieldValue | undefined): unknown => {
  if (spec.kind === 'list') return value ?? [];
  if (spec.kind === 'target') {
    const thing = (value ?? null) as ThingRef | null;
    return thing === null ? null : { concept: thing.concept, id: thing.id };
  }
  const text = String(value ?? '').trim();
  return text === '' ? null : text;
};
