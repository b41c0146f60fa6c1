import { catalogueSource } from '../inventory/inventory-documents.ts';
import type { ConceptName } from '../model/concepts.ts';
import type { Id } from '../model/entity.ts';
import { hiddenText, type Pseudonyms } from './pseudonyms.ts';

/** What is being hidden: the names in use, and whose field it is. */
export interface Hiding {
  readonly names: Pseudonyms;
  readonly concept: ConceptName;
  readonly id: Id;
}

/** What takes the place of the value of one field; `undefined`: the field is left out. */
export type Rule<T> = (value: T, hiding: Hiding) => T | undefined;

/** A number, a date, an id, a word of a closed list: it names nobody. */
export const keep = <T>(value: T): T => value;

/** The field is left out. */
export const leaveOut = (): undefined => undefined;

/** A text that people wrote: that there is one still shows. */
export const text = (value: string): string => (value.trim() === '' ? value : hiddenText);

/** The name of the thing itself. */
export const ownName = (_value: string, { names, concept, id }: Hiding): string => names.nameOf(concept, id);

/** One of several values that people gave names to: `Vendor 2`. A blank one still is. */
export const numbered =
  (label: string) =>
  (value: string, { names }: Hiding): string =>
    value.trim() === '' ? value : names.numbered(label, value);

/** A person. */
export const person = numbered('Person');

/** Several people. */
export const people = (values: readonly string[], hiding: Hiding): readonly string[] =>
  values.map((value) => person(value, hiding));

/** Where a fact comes from: the reference data and an import run stay, the run by its id; a person in a workshop stays in it; anybody else is a person. */
export const source = (value: string, hiding: Hiding): string => {
  if (value.startsWith('import:') || value === catalogueSource) return value;
  const [, workshop, who] = /^(workshop:[^/]+\/)(.+)$/s.exec(value) ?? [];
  return workshop === undefined ? person(value, hiding) : `${workshop}${person(who ?? '', hiding)}`;
};

/** A code of the reference data; whatever else stands there is numbered. */
export const code =
  (label: string) =>
  (value: string, { names }: Hiding): string =>
    names.catalogues.isCode(value) ? value : names.numbered(label, value);

/** Codes of the reference data. */
export const codes =
  (label: string) =>
  (values: readonly string[], hiding: Hiding): readonly string[] =>
    values.map((value) => code(label)(value, hiding));

/** A list that names something, emptied. */
export const none = (): readonly never[] => [];
