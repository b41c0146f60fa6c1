import type { Turn, TurnDirection } from '../../gql/graphql.ts';
import type { Tone } from '../../graph-model/tone.ts';

/** What a turn is called. */
export const turnWords: Readonly<Record<Turn, string>> = {
  NEWLY_RELEASED: 'newly released',
  NEWLY_RELEASED_LIMITED: 'newly released, limited',
  MORE_PARTS_RELEASED: 'more parts released',
  NO_LONGER_LIMITED: 'no longer limited',
  NEWLY_STOPPED: 'newly stopped',
  NO_LONGER_REACHED: 'no longer reached',
  NO_LONGER_OFFERED: 'no longer offered',
  NO_LONGER_THERE: 'no longer there',
  NO_LONGER_KNOWN: 'no longer known',
  FEWER_PARTS_RELEASED: 'fewer parts released',
  NEWLY_LIMITED: 'newly limited',
  PARTS_CHANGED: 'parts changed',
  NOT_RELEASED_OTHERWISE: 'not released, for another reason',
};

/** The sign of a direction: it stands before the words, never alone. */
export const directionSigns: Readonly<Record<TurnDirection, string>> = { MORE: '+', LESS: '−', BOTH: '±', NEITHER: '~' };

/** What a direction means, in words. */
export const directionWords: Readonly<Record<TurnDirection, string>> = {
  MORE: 'more is released',
  LESS: 'less is released',
  BOTH: 'some parts more, some less',
  NEITHER: 'otherwise',
};

/** The colour of a direction. */
export const directionTones: Readonly<Record<TurnDirection, Tone>> = {
  MORE: 'released',
  LESS: 'undocumented',
  BOTH: 'review',
  NEITHER: 'unknown',
};
