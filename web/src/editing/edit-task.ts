import { isEdited, type EditedConcept, type ThingRef } from './edited-concept.ts';

/** What one is about to do to the inventory. */
export type EditTask =
  | { readonly kind: 'capture' }
  | { readonly kind: 'template' }
  | {
      readonly kind: 'add';
      readonly concept: EditedConcept;
      /** Systems: the ends of a flow; of a channel the one that serves it. */
      readonly from?: string;
      readonly to?: string;
      /** What a restriction is on. */
      readonly on?: Pick<ThingRef, 'concept' | 'id'>;
    }
  | { readonly kind: 'edit'; readonly concept: EditedConcept; readonly id: string }
  | { readonly kind: 'end'; readonly things: readonly Pick<ThingRef, 'concept' | 'id'>[] }
  | { readonly kind: 'several'; readonly things: readonly Pick<ThingRef, 'concept' | 'id'>[] };

const codes: Readonly<Record<EditedConcept, string>> = {
  SYSTEM: 'system',
  FLOW: 'flow',
  ACCESS_CHANNEL: 'channel',
  DATA_CLASS: 'class',
  RESTRICTION: 'restriction',
};

const conceptOf = (code: string): EditedConcept | undefined =>
  (Object.keys(codes) as EditedConcept[]).find((concept) => codes[concept] === code);

const writeThing = ({ concept, id }: Pick<ThingRef, 'concept' | 'id'>): string =>
  `${isEdited(concept) ? codes[concept] : concept}:${id}`;

const readThings = (text: string): readonly Pick<ThingRef, 'concept' | 'id'>[] =>
  text.split(',').flatMap((each) => {
    const at = each.indexOf(':');
    const concept = conceptOf(each.slice(0, at));
    return concept === undefined || at === each.length - 1 ? [] : [{ concept, id: each.slice(at + 1) }];
  });

/** A task as it stands in the address, so that it is still there after a reload. Pure. */
export const writeTask = (task: EditTask): string => {
  switch (task.kind) {
    case 'capture':
    case 'template':
      return task.kind;
    case 'add':
      return [
        'add',
        codes[task.concept],
        task.on === undefined ? (task.from ?? '') : writeThing(task.on),
        task.to ?? '',
      ]
        .join(' ')
        .trimEnd();
    case 'edit':
      return `edit ${writeThing(task)}`;
    case 'end':
    case 'several':
      return `${task.kind} ${task.things.map(writeThing).join(',')}`;
  }
};

/** The task that an address names; undefined when none, or one that cannot be read. Pure and total. */
export const readTask = (text: string | null): EditTask | undefined => {
  const [kind, what = '', from, to] = (text ?? '').split(' ');
  switch (kind) {
    case 'capture':
    case 'template':
      return { kind };
    case 'add': {
      const concept = conceptOf(what);
      if (concept === undefined) return undefined;
      if (concept === 'RESTRICTION') {
        const [on] = readThings(from ?? '');
        return { kind, concept, ...(on === undefined ? {} : { on }) };
      }
      return { kind, concept, ...(from ? { from } : {}), ...(to ? { to } : {}) };
    }
    case 'edit': {
      const [thing] = readThings(what);
      return thing !== undefined && isEdited(thing.concept)
        ? { kind, concept: thing.concept, id: thing.id }
        : undefined;
    }
    case 'end':
    case 'several': {
      const things = readThings(what);
      return things.length === 0 ? undefined : { kind, things };
    }
    default:
      return undefined;
  }
};
