import type { Id } from '../model/entity.ts';
import { oncePer } from '../once.ts';
import { combineOutcomes, compareIds, type ClassOutcomes, type GroupOutcomes, type Outcome } from '../trace/index.ts';
import { rankOf, turnOf, type PartsMoved, type Side, type Turn } from './turn.ts';

/** What comes of a class on a channel for an audience otherwise than before. */
export interface OutcomeTurn {
  readonly dataClass: Id;
  readonly channel: Id;
  readonly audience: Id;
  /** Absent: there was no such class, or no such channel for the audience. */
  readonly before?: Outcome;
  /** Absent: there is no such class any more, or no such channel for the audience. */
  readonly after?: Outcome;
  readonly turn: Turn;
  readonly moved: PartsMoved;
}

/** On how many channels something of a class is released to an audience, before and after. */
export interface ChannelsReleasing {
  readonly audience: Id;
  readonly before: number;
  readonly after: number;
}

/** What differs for one class: by channel, then audience; and for each audience how many channels release something of it. */
export interface ClassTurns {
  readonly turns: readonly OutcomeTurn[];
  readonly releasing: readonly ChannelsReleasing[];
}

/**
 * What differs between two answers for one class, part by part; `undefined` where nothing bears on it otherwise than before. Parts that there
 * are on one side only count where the class as a whole turns. Pure.
 */
export const classTurns = (
  dataClass: Id,
  before: ClassOutcomes | undefined,
  after: ClassOutcomes | undefined,
): ClassTurns | undefined => {
  if (isSame(before, after)) return undefined;
  const pairs = pairsOf(before, after);
  const isOneSided = pairs.some(({ from, to }) => from === -1 || to === -1);
  const turns: OutcomeTurn[] = [];
  const releasing = new Map<Id, { audience: Id; before: number; after: number }>();
  const [sideBefore, sideAfter] = [sideOf(before), sideOf(after)];
  forEachCell(sideBefore, sideAfter, ({ channel, audience, from: placeBefore, to: placeAfter }) => {
    const count = releasing.get(audience) ?? { audience, before: 0, after: 0 };
    releasing.set(audience, count);
    if (isSomeReleased(sideBefore, placeBefore)) count.before += 1;
    if (isSomeReleased(sideAfter, placeAfter)) count.after += 1;
    const differs = pairs.some(
      ({ from, to }) =>
        from !== -1 && to !== -1 && outcomeIn(sideBefore, from, placeBefore) !== outcomeIn(sideAfter, to, placeAfter),
    );
    if (!differs && !isOneSided) return;
    const [then, now] = [outcomesAt(sideBefore, placeBefore), outcomesAt(sideAfter, placeAfter)];
    const [was, is] = [toSide(then), toSide(now)];
    const whole = was.outcome !== is.outcome;
    if (!whole && !differs) return;
    const moved = movedBetween(pairs, was, is, whole);
    turns.push({
      dataClass,
      channel,
      audience,
      ...(was.outcome === undefined ? {} : { before: was.outcome }),
      ...(is.outcome === undefined ? {} : { after: is.outcome }),
      turn: turnOf(was, is, moved),
      moved,
    });
  });
  return { turns, releasing: [...releasing.values()] };
};

const isSame = (before: ClassOutcomes | undefined, after: ClassOutcomes | undefined): boolean =>
  before === after ||
  (before !== undefined &&
    after !== undefined &&
    before.groups.length === after.groups.length &&
    before.groups.every(
      ({ parts, found }, at) => found === after.groups[at]?.found && parts === after.groups[at]?.parts,
    ));

/** So many parts that were in one group, by its number, and are in another; -1 where they were not there, or are not. */
interface Pair {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

const pairsOf = (before: ClassOutcomes | undefined, after: ClassOutcomes | undefined): readonly Pair[] => {
  const [then, now] = [before?.groups ?? [], after?.groups ?? []];
  if (then.length === now.length && then.every(({ parts }, at) => parts === now[at]?.parts))
    return then.map(({ parts }, at) => ({ from: at, to: at, count: parts.length }));
  const groupNow = new Map(now.flatMap(({ parts }, at) => parts.map((part) => [part, at] as const)));
  const counts = new Map<string, { from: number; to: number; count: number }>();
  const add = (from: number, to: number): void => {
    const key = `${from} ${to}`;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { from, to, count: 1 });
    else known.count += 1;
  };
  then.forEach(({ parts }, from) => {
    for (const part of parts) {
      add(from, groupNow.get(part) ?? -1);
      groupNow.delete(part);
    }
  });
  for (const to of groupNow.values()) add(-1, to);
  return [...counts.values()];
};

const movedBetween = (pairs: readonly Pair[], was: Side, is: Side, whole: boolean): PartsMoved => {
  let [gained, lost] = [0, 0];
  for (const { from, to, count } of pairs) {
    if (!whole && (from === -1 || to === -1)) continue;
    const [then, now] = [rankOf(was.parts[from]), rankOf(is.parts[to])];
    if (now > then) gained += count;
    if (now < then) lost += count;
  }
  return { gained, lost };
};

/** All groups of a class; the channels and audiences are the same in each. Of a class that is not there: no group, and nothing of the rest. */
interface Groups {
  readonly channels: readonly { readonly id: Id }[];
  readonly audiences: readonly Id[];
  readonly groups: readonly GroupOutcomes[];
}

const none: Groups['channels'] = [];

const sideOf = (found: ClassOutcomes | undefined): Groups => {
  const groups = (found?.groups ?? []).map((group) => group.found);
  return { channels: groups[0]?.channels ?? none, audiences: groups[0]?.audiences ?? [], groups };
};

/**
 * A channel and an audience it is for, before or after; `from` and `to` are where the outcomes of each group have its own, before and after:
 * -1 where there is none. There are a great many, so nothing is copied for one in which nothing differs.
 */
interface Cell {
  readonly channel: Id;
  readonly audience: Id;
  readonly from: number;
  readonly to: number;
}

/** Gives every channel with each audience it is for, before or after: by channel, then audience. */
const forEachCell = (before: Groups, after: Groups, give: (cell: Cell) => void): void => {
  const audiences = sortedUnion(before.audiences, after.audiences);
  const [placesBefore, placesAfter] = [placesOf(before, audiences), placesOf(after, audiences)];
  const numberAfter = numbersOf(after.channels);
  const numberBefore = numbersOf(before.channels);
  const ids = sortedUnion([...numberBefore.keys()], [...numberAfter.keys()]);
  for (const channel of ids) {
    const [rowBefore, rowAfter] = [numberBefore.get(channel) ?? -1, numberAfter.get(channel) ?? -1];
    audiences.forEach((audience, at) => {
      const from = placeOf(before, rowBefore, placesBefore[at] ?? -1);
      const to = placeOf(after, rowAfter, placesAfter[at] ?? -1);
      if (from !== -1 || to !== -1) give({ channel, audience, from, to });
    });
  }
};

/** The channels are the same list for every class of a day. */
const numbersOf = oncePer(
  (channels: Groups['channels']): ReadonlyMap<Id, number> => new Map(channels.map(({ id }, number) => [id, number])),
);

/** Where the outcomes of each group have that of a channel and an audience, given by number; -1 where the channel is not for the audience. */
const placeOf = ({ groups, audiences }: Groups, channel: number, audience: number): number => {
  const place = channel === -1 || audience === -1 ? -1 : channel * audiences.length + audience;
  return groups[0]?.outcomes[place] === undefined ? -1 : place;
};

const outcomeIn = ({ groups }: Groups, group: number, place: number): Outcome | undefined =>
  groups[group]?.outcomes[place];

const outcomesAt = ({ groups }: Groups, place: number): Side['parts'] => groups.map(({ outcomes }) => outcomes[place]);

const isSomeReleased = ({ groups }: Groups, place: number): boolean =>
  groups.some(({ outcomes }) => rankOf(outcomes[place]) > 0);

const placesOf = ({ audiences }: Groups, all: readonly Id[]): readonly number[] =>
  all.map((audience) => audiences.indexOf(audience));

/** Ids of two lists in id order, each once, in that order. */
const sortedUnion = (a: readonly Id[], b: readonly Id[]): readonly Id[] =>
  a.length === b.length && a.every((id, at) => id === b[at]) ? a : [...new Set([...a, ...b])].sort(compareIds);

const toSide = (parts: Side['parts']): Side => {
  const known = parts.filter((outcome): outcome is Outcome => outcome !== undefined);
  return { outcome: known.length === 0 ? undefined : combineOutcomes(known), parts };
};
