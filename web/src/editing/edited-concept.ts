/** The concepts that people edit in forms. */
export const editedConcepts = ['SYSTEM', 'FLOW', 'ACCESS_CHANNEL', 'DATA_CLASS', 'RESTRICTION'] as const;
export type EditedConcept = (typeof editedConcepts)[number];

/** What a thing of a concept is called. */
export const conceptNouns: Readonly<Record<EditedConcept, string>> = {
  SYSTEM: 'system',
  FLOW: 'flow',
  ACCESS_CHANNEL: 'access channel',
  DATA_CLASS: 'data class',
  RESTRICTION: 'restriction',
};

/** A thing of the inventory that a field names. */
export interface ThingRef {
  readonly concept: string;
  readonly id: string;
  readonly name: string;
}

/** Whether a concept has a form. */
export const isEdited = (concept: string | null): concept is EditedConcept =>
  editedConcepts.some((known) => known === concept);
