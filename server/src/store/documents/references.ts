import type { ConceptName, ConditionAnswer, RestrictionTarget, ThingReference } from '../../domain/model/concepts.ts';
import type { Id } from '../../domain/model/entity.ts';
import type { Document, Plain } from './document.ts';
import { appliesToLinks, linkFields, type LinkField } from './link-fields.ts';

/** One entity that a document refers to, and in which field. */
export interface Reference {
  readonly field: string;
  readonly concept: ConceptName;
  readonly target: Id;
}

const inField = (field: LinkField, value: unknown): readonly Reference[] => {
  const to = (concept: ConceptName, target: Id, name = field.field): Reference => ({ field: name, concept, target });
  switch (field.as) {
    case 'ID':
      return [to(field.target, value as Id)];
    case 'IDS':
    case 'PROPERTY':
      return (value as readonly Id[]).map((target) => to(field.target, target));
    case 'CLASS_LINKS':
      return (value as readonly Plain[]).map((link) => to('DataClass', String(link['dataClass'])));
    case 'TARGET': {
      const { kind, id } = value as RestrictionTarget;
      return [to(appliesToLinks[kind].target, id)];
    }
    case 'MATCH':
    case 'NAMED': {
      const { concept, id } = value as ThingReference;
      return [to(concept, id)];
    }
    case 'ANSWERS':
      return (value as readonly ConditionAnswer[]).flatMap(({ evidence }) =>
        evidence.map((target) => to('Evidence', target, 'answers.evidence')),
      );
  }
};

/** What a document refers to, in the order of its fields; repeated when it is referred to twice. Pure. */
export const referencesOf = (concept: ConceptName, document: Document): readonly Reference[] =>
  linkFields[concept].flatMap((field) => {
    const value = document[field.field];
    return value === undefined ? [] : inField(field, value);
  });
