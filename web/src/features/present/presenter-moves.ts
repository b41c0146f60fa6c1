import type { Walk } from '../../present/walk.ts';

/** Among what the keys go on: the stops of a walkthrough, the paths or findings of a screen, or the steps of one of them. */
export type Level = 'stop' | 'item' | 'step';

/** Where one is in a walk: the number of the path or finding and, at that level, of the step. */
export interface WalkPlace {
  readonly at: number | undefined;
  readonly step: number | undefined;
}

/** Where a press leads: to a place, to further ones that have to be fetched first, or nowhere, with the words for that. */
export type Move =
  | { readonly kind: 'go'; readonly at: number; readonly step: number | undefined }
  | { readonly kind: 'more' }
  | { readonly kind: 'end'; readonly words: string };

/** Where the next (1) or the previous (-1) press leads from a place. At the level of steps it goes on from the last step of one to the first of the next. Pure and total. */
export const moveIn = (walk: Walk, place: WalkPlace, by: 1 | -1, level: Level): Move => {
  const { at, step } = place;
  const first = level === 'step' ? 0 : undefined;
  if (at === undefined) {
    if (walk.ready === 0 && walk.more !== undefined) return { kind: 'more' };
    if (walk.ready === 0) return { kind: 'end', words: `There is no ${walk.item} to walk through here.` };
    return { kind: 'go', at: 0, step: first };
  }
  if (level === 'step' && step !== undefined) {
    const next = step + by;
    if (next >= 0 && next < walk.steps.length) return { kind: 'go', at, step: next };
  }
  const next = at + by;
  if (next < 0) return { kind: 'end', words: `This is the first ${walk.item}.` };
  if (next < walk.ready) return { kind: 'go', at: next, step: first };
  return walk.more === undefined ? { kind: 'end', words: `This was the last ${walk.item}.` } : { kind: 'more' };
};
