import type { WorkshopItemKind } from '../../gql/graphql.ts';

/** What one kind of saying is called, and how it is written down. */
export interface ItemKindWords {
  readonly kind: WorkshopItemKind;
  /** One of them. */
  readonly one: string;
  /** Several of them: the name of their list. */
  readonly many: string;
  /** The sign a line begins with to be of this kind; undefined where there is none. */
  readonly sign: string | undefined;
  /** What the line is to say. */
  readonly hint: string;
}

/**
 * The kinds in the order of the lists. The signs are characters no sentence begins with, so that a line never becomes something else by what it
 * says.
 */
export const itemKinds: readonly ItemKindWords[] = [
  {
    kind: 'PROPOSAL',
    one: 'Proposal',
    many: 'Proposals',
    sign: undefined,
    hint: 'LIS sends lab results to EHR via HL7 v2',
  },
  {
    kind: 'DECISION',
    one: 'Decision',
    many: 'Decisions',
    sign: '!',
    hint: 'What was decided, as a sentence',
  },
  {
    kind: 'QUESTION',
    one: 'Question',
    many: 'Questions',
    sign: '?',
    hint: 'What somebody is to find out',
  },
  {
    kind: 'UNKNOWN',
    one: 'Unknown',
    many: 'Unknowns',
    sign: '~',
    hint: 'What nobody here knows',
  },
  {
    kind: 'PARKED',
    one: 'Parked',
    many: 'Parking lot',
    sign: '>',
    hint: 'What is to be talked about another time',
  },
  {
    kind: 'NOTE',
    one: 'Note',
    many: 'Notes',
    sign: '*',
    hint: 'Anything else worth keeping',
  },
  {
    kind: 'PICTURE',
    one: 'Picture',
    many: 'Pictures',
    sign: undefined,
    hint: 'A caption',
  },
];

const byKind = new Map(itemKinds.map((each) => [each.kind, each]));

/** The words of a kind. */
export const wordsOfKind = (kind: WorkshopItemKind): ItemKindWords =>
  byKind.get(kind) ?? (itemKinds[0] as ItemKindWords);

/** What can be written down as a line: every kind but pictures. */
export const lineKinds = itemKinds.filter(({ kind }) => kind !== 'PICTURE');

/** The kinds an item of this kind can be turned into: proposals and pictures stay what they are. Pure. */
export const turnsInto = (kind: WorkshopItemKind): readonly ItemKindWords[] =>
  kind === 'PROPOSAL' || kind === 'PICTURE' ? [] : lineKinds.filter((each) => each.kind !== 'PROPOSAL');
