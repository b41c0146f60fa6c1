import type { Outcome } from '../trace/index.ts';

/** How what comes of a class on a channel for an audience turns; what releases more first, then what releases less. */
export const turns = [
  'NEWLY_RELEASED',
  'NEWLY_RELEASED_LIMITED',
  'MORE_PARTS_RELEASED',
  'NO_LONGER_LIMITED',
  'NEWLY_STOPPED',
  'NO_LONGER_REACHED',
  'NO_LONGER_OFFERED',
  'NO_LONGER_THERE',
  'NO_LONGER_KNOWN',
  'FEWER_PARTS_RELEASED',
  'NEWLY_LIMITED',
  'PARTS_CHANGED',
  'NOT_RELEASED_OTHERWISE',
] as const;
export type Turn = (typeof turns)[number];

/** Whether more is released, or less, some more and some less, or nothing either way. */
export type TurnDirection = 'MORE' | 'LESS' | 'BOTH' | 'NEITHER';

/** How many parts of a class get further than before, and how many less far; a class without parts is one. */
export interface PartsMoved {
  readonly gained: number;
  readonly lost: number;
}

/** How far an outcome of one part is from not being released at all. */
export const rankOf = (outcome: Outcome | undefined): number =>
  outcome === 'RELEASED' ? 2 : outcome === 'LIMITED' ? 1 : 0;

/** Which way parts moved. */
export const directionOf = ({ gained, lost }: PartsMoved): TurnDirection =>
  gained > 0 ? (lost > 0 ? 'BOTH' : 'MORE') : lost > 0 ? 'LESS' : 'NEITHER';

/** The outcome of a class with those of its parts, each once; no outcome where there is no such channel for the audience, or no such class. */
export interface Side {
  readonly outcome: Outcome | undefined;
  readonly parts: readonly (Outcome | undefined)[];
}

/** The turn from one side to the other, given how many parts moved which way. Pure and total. */
export const turnOf = (before: Side, after: Side, moved: PartsMoved): Turn => {
  switch (directionOf(moved)) {
    case 'BOTH':
      return 'PARTS_CHANGED';
    case 'NEITHER':
      return isReleased(before) || isReleased(after) ? 'PARTS_CHANGED' : 'NOT_RELEASED_OTHERWISE';
    case 'MORE':
      if (after.outcome === 'RELEASED') return before.outcome === 'LIMITED' ? 'NO_LONGER_LIMITED' : 'NEWLY_RELEASED';
      return after.outcome === 'LIMITED' ? 'NEWLY_RELEASED_LIMITED' : 'MORE_PARTS_RELEASED';
    case 'LESS':
      if (!isReleased(after)) return lossOf(after);
      return after.outcome === 'LIMITED' ? 'NEWLY_LIMITED' : 'FEWER_PARTS_RELEASED';
  }
};

/** Whether some part is released, limited or not. */
export const isReleased = ({ parts }: Side): boolean => parts.some((outcome) => rankOf(outcome) > 0);

/** Why nothing is released any more; where parts differ in that, what a restriction does counts first. */
const lossOf = ({ outcome, parts }: Side): Turn => {
  const all = new Set(outcome === undefined ? [] : parts);
  if (all.has('WITHHELD')) return 'NEWLY_STOPPED';
  if (all.has('UNREACHED')) return 'NO_LONGER_REACHED';
  if (all.has('NOT_OFFERED')) return 'NO_LONGER_OFFERED';
  return all.has('UNKNOWN') ? 'NO_LONGER_KNOWN' : 'NO_LONGER_THERE';
};
