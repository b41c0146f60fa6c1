import type { Id } from '../model/entity.ts';
import { rankOf, type RestrictionJudged } from '../verdict/index.ts';
import type { PartAnswer } from './answer-part.ts';
import { compareIds } from './trace-index.ts';

/** An integer has room for this many audiences; more are answered in turns. */
export const audiencesPerPass = 31;

/** Audiences in the turns they are answered in; one empty turn where there are none, so that what asks about nobody is answered too. */
export const passesOf = (audiences: readonly Id[]): readonly (readonly Id[])[] => {
  const passes: (readonly Id[])[] = [audiences.slice(0, audiencesPerPass)];
  for (let from = audiencesPerPass; from < audiences.length; from += audiencesPerPass)
    passes.push(audiences.slice(from, from + audiencesPerPass));
  return passes;
};

/** One answer for all audiences from the answers for some of them each: same class, same day. Throws on an empty list. */
export const mergeAudiences = (passes: readonly PartAnswer[]): PartAnswer => {
  const [first, ...others] = passes;
  if (first === undefined) throw new Error('merging no answers');
  return others.reduce(mergeTwo, first);
};

const mergeTwo = (a: PartAnswer, b: PartAnswer): PartAnswer => ({
  starts: a.starts,
  originUnknown: a.originUnknown,
  stranded: a.stranded,
  outcomes: [...a.outcomes, ...b.outcomes].sort(
    (x, y) => compareIds(x.channel, y.channel) || compareIds(x.audience, y.audience),
  ),
  systems: mergeById(a.systems, b.systems, (item) => item.system, mergeReach),
  flows: mergeById(a.flows, b.flows, (item) => item.flow, mergeReach),
  channels: mergeById(
    a.channels,
    b.channels,
    (item) => item.channel,
    (x, y) => ({ ...x, outcomes: [...x.outcomes, ...y.outcomes], restrictions: union(x.restrictions, y.restrictions) }),
  ),
  restrictions: mergeById(
    a.restrictions,
    b.restrictions,
    (item) => item.restriction,
    (x, y) => {
      if (x.place !== y.place) return x.place === 'MET' ? x : y;
      const worst = worstJudged(x.judged, y.judged);
      return {
        ...x,
        audiences: [...x.audiences, ...y.audiences],
        documentation: x.documentation === 'NONE' ? x.documentation : y.documentation,
        ...(worst === undefined ? {} : { judged: worst }),
      };
    },
  ).sort(
    (x, y) => Number(x.place === 'BEHIND') - Number(y.place === 'BEHIND') || compareIds(x.restriction, y.restriction),
  ),
  countPaths: (budget) => [...a.countPaths(budget), ...b.countPaths(budget)],
});

const worstJudged = (
  x: RestrictionJudged | undefined,
  y: RestrictionJudged | undefined,
): RestrictionJudged | undefined => {
  if (x === undefined || y === undefined) return x ?? y;
  return rankOf(x.verdict) <= rankOf(y.verdict) ? x : y;
};

const mergeReach = <T extends { readonly reach: readonly unknown[]; readonly restrictions: readonly Id[] }>(
  x: T,
  y: T,
): T => ({
  ...x,
  reach: [...x.reach, ...y.reach],
  restrictions: union(x.restrictions, y.restrictions),
});

const union = (a: readonly Id[], b: readonly Id[]): readonly Id[] => [...new Set([...a, ...b])].sort(compareIds);

const mergeById = <T>(a: readonly T[], b: readonly T[], idOf: (item: T) => Id, merge: (x: T, y: T) => T): T[] => {
  const byId = new Map(a.map((item) => [idOf(item), item]));
  for (const item of b) {
    const there = byId.get(idOf(item));
    byId.set(idOf(item), there === undefined ? item : merge(there, item));
  }
  return [...byId.values()].sort((x, y) => compareIds(idOf(x), idOf(y)));
};
