import { compareIds, type Id } from '../model/entity.ts';
import type { OutcomeTurn } from './class-turns.ts';

/** Which of two what-ifs turns something. */
export const shares = ['BOTH', 'EACH_OTHERWISE', 'ONLY_A', 'ONLY_B'] as const;
export type Share = (typeof shares)[number];

/** What comes of a class on a channel for an audience in two what-ifs of one inventory; absent: nothing turns there. */
export interface ComparedTurn {
  readonly dataClass: Id;
  readonly channel: Id;
  readonly audience: Id;
  readonly share: Share;
  readonly a?: OutcomeTurn;
  readonly b?: OutcomeTurn;
}

/** What turns in either of two what-ifs, by class, then channel, then audience. Pure. */
export const compareTurns = (a: readonly OutcomeTurn[], b: readonly OutcomeTurn[]): readonly ComparedTurn[] => {
  const [inA, inB] = [byPlace(a), byPlace(b)];
  return [...inA.keys(), ...[...inB.keys()].filter((key) => !inA.has(key))]
    .flatMap((key): readonly ComparedTurn[] => {
      const [one, other] = [inA.get(key), inB.get(key)];
      const there = one ?? other;
      if (there === undefined) return [];
      const { dataClass, channel, audience } = there;
      return [
        {
          dataClass,
          channel,
          audience,
          share: shareOf(one, other),
          ...(one === undefined ? {} : { a: one }),
          ...(other === undefined ? {} : { b: other }),
        },
      ];
    })
    .sort(
      (x, y) =>
        compareIds(x.dataClass, y.dataClass) || compareIds(x.channel, y.channel) || compareIds(x.audience, y.audience),
    );
};

/** Whether something is released there now, or would be in one of the two: else only why it is not released differs. */
export const isOfRelease = ({ a, b }: Pick<ComparedTurn, 'a' | 'b'>): boolean =>
  [a, b].some((each) => each !== undefined && each.turn !== 'NOT_RELEASED_OTHERWISE');

/**
 * Two what-ifs in a sentence: of what turns in what is released, how much both do, and how much only one; what is released neither now nor in
 * either is counted by itself. Pure.
 */
export const describeShares = (nameA: string, nameB: string, all: readonly ComparedTurn[]): string => {
  const rows = all.filter(isOfRelease);
  const others = all.length - rows.length;
  const why =
    others === 0
      ? ''
      : ` ${others} ${others === 1 ? 'answer differs' : 'answers differ'} only in why something is not released.`;
  if (rows.length === 0) return `Neither "${nameA}" nor "${nameB}" makes a difference in what is released.${why}`;
  const of = (share: Share): number => rows.filter((row) => row.share === share).length;
  const told = [
    [of('BOTH'), 'the same in both'],
    [of('EACH_OTHERWISE'), 'different in each'],
    [of('ONLY_A'), `only in "${nameA}"`],
    [of('ONLY_B'), `only in "${nameB}"`],
  ] as const;
  const parts = told.flatMap(([count, words]) => (count === 0 ? [] : [`${count} ${words}`]));
  return `Of ${rows.length} ${rows.length === 1 ? 'answer that turns' : 'answers that turn'}: ${parts.join('; ')}.${why}`;
};

const byPlace = (turns: readonly OutcomeTurn[]): ReadonlyMap<string, OutcomeTurn> =>
  new Map(turns.map((turn) => [`${turn.dataClass}\n${turn.channel}\n${turn.audience}`, turn]));

/** To the same: the same outcome, by the same number of parts. */
const shareOf = (a: OutcomeTurn | undefined, b: OutcomeTurn | undefined): Share => {
  if (b === undefined) return 'ONLY_A';
  if (a === undefined) return 'ONLY_B';
  const isSame = a.after === b.after && a.moved.gained === b.moved.gained && a.moved.lost === b.moved.lost;
  return isSame ? 'BOTH' : 'EACH_OTHERWISE';
};
