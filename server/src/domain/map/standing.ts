import type { Flow, Restriction, TargetKind } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import { compareIds, isLiveOn, type CalendarDate, type Id } from '../model/entity.ts';
import { oncePer } from '../once.ts';
import { groupByEach } from '../trace/index.ts';
import {
  isIncomplete,
  rankOf,
  worstDocumentation,
  type DocumentationState,
  type RestrictionJudged,
  type Verdict,
  type VerdictId,
} from '../verdict/index.ts';
import type { Thing } from './map-day.ts';

/** What one restriction comes to as a whole: the very verdict that traces and the matrix are made from. */
export type JudgeWhole = (restriction: Id) => Verdict;

/** How some restrictions stand. `status`, `verdict`: the worst of them; absent where there are none. */
export interface Standing {
  readonly restrictions: number;
  /** How many are marked: their documentation is not complete, or no exception fits. */
  readonly marked: number;
  readonly status?: DocumentationState;
  readonly verdict?: VerdictId;
}

/** How what sits on things and flows stands on a day. */
export interface Standings {
  readonly ofThing: (thing: Thing) => Standing;
  /** Of several flows together. */
  readonly ofFlows: (flows: readonly Flow[]) => Standing;
}

/** How what sits on the things and flows of a graph stands: each place once for one judge and day, however often it is asked. */
export const createStandings = (
  { Restriction: all }: Pick<EhiGraph, 'Restriction'>,
  asOf: CalendarDate,
  judge: JudgeWhole,
): Standings => {
  const days = standingsBy(judge)(all);
  const known = days.get(asOf);
  if (known !== undefined) return known;
  const judgedAt = remembered(all, asOf, judge);
  const standings: Standings = {
    ofThing: ({ concept, entity }) => judgedAt(concept === 'System' ? 'SYSTEM' : 'CHANNEL', entity.id).standing,
    ofFlows: (flows) => {
      const restricted = flows.map(({ id }) => judgedAt('FLOW', id)).filter(({ judged }) => judged.length > 0);
      const [only, ...others] = restricted;
      if (only === undefined) return none;
      return others.length === 0 ? only.standing : standingOf(restricted.flatMap(({ judged }) => judged));
    },
  };
  days.set(asOf, standings);
  return standings;
};

const standingsBy = oncePer((_judge: JudgeWhole) =>
  oncePer((_all: EhiGraph['Restriction']) => new Map<CalendarDate, Standings>()),
);

/** What the restrictions of a place come to, and how they stand together. */
interface JudgedPlace {
  readonly judged: readonly Verdict[];
  readonly standing: Standing;
}

/** Returns what judges a place; each once. */
const remembered = (all: EhiGraph['Restriction'], asOf: CalendarDate, judge: JudgeWhole) => {
  const places = new Map<string, JudgedPlace>();
  return (kind: TargetKind, id: Id): JudgedPlace => {
    if (!byTarget(all)[kind].has(id)) return nothing;
    const key = `${kind} ${id}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    const judged = restrictionsAt({ Restriction: all }, kind, id, asOf).map((restriction) => judge(restriction.id));
    const place = { judged, standing: standingOf(judged) };
    places.set(key, place);
    return place;
  };
};

/** The restrictions that sit at a place and are live on a day, by id. */
export const restrictionsAt = (
  { Restriction: all }: Pick<EhiGraph, 'Restriction'>,
  kind: TargetKind,
  id: Id,
  asOf: CalendarDate,
): readonly Restriction[] => (byTarget(all)[kind].get(id) ?? []).filter((each) => isLiveOn(each, asOf));

/** How restrictions stand together. Pure and total. */
export const standingOf = (judged: readonly Pick<RestrictionJudged, 'verdict' | 'documentation'>[]): Standing => {
  if (judged.length === 0) return none;
  const [first] = judged.toSorted((a, b) => rankOf(a.verdict) - rankOf(b.verdict));
  return {
    restrictions: judged.length,
    marked: judged.filter(isIncomplete).length,
    status: worstDocumentation(judged.map(({ documentation }) => documentation)),
    ...(first === undefined ? {} : { verdict: first.verdict }),
  };
};

const none: Standing = { restrictions: 0, marked: 0 };
const nothing: JudgedPlace = { judged: [], standing: none };

const byTarget = oncePer(
  (all: EhiGraph['Restriction']): Readonly<Record<TargetKind, ReadonlyMap<Id, readonly Restriction[]>>> => {
    const sorted = [...all.values()].sort((a, b) => compareIds(a.id, b.id));
    const on = (kind: TargetKind) =>
      groupByEach(
        sorted.filter(({ appliesTo }) => appliesTo.kind === kind),
        ({ appliesTo }) => [appliesTo.id],
      );
    return { SYSTEM: on('SYSTEM'), FLOW: on('FLOW'), CHANNEL: on('CHANNEL') };
  },
);
