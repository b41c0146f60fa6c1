import type { Flow, Restriction, TargetKind } from '../model/concepts.ts';
import type { EhiGraph } from '../model/ehi-graph.ts';
import { compareIds, isLiveOn, type CalendarDate, type Id } from '../model/entity.ts';
import { oncePer } from '../once.ts';
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

/** How what sits on the things and flows of a graph stands, each worked out when asked for. */
export const createStandings = (
  graph: Pick<EhiGraph, 'Restriction'>,
  asOf: CalendarDate,
  judge: JudgeWhole,
): Standings => {
  const judgedAt = (kind: TargetKind, id: Id) => restrictionsAt(graph, kind, id, asOf).map(({ id }) => judge(id));
  return {
    ofThing: ({ concept, entity }) => standingOf(judgedAt(concept === 'System' ? 'SYSTEM' : 'CHANNEL', entity.id)),
    ofFlows: (flows) => standingOf(flows.flatMap(({ id }) => judgedAt('FLOW', id))),
  };
};

/** The restrictions that sit at a place and are live on a day, by id. */
export const restrictionsAt = (
  { Restriction: all }: Pick<EhiGraph, 'Restriction'>,
  kind: TargetKind,
  id: Id,
  asOf: CalendarDate,
): readonly Restriction[] =>
  byTarget(all)
    .get(`${kind} ${id}`)
    ?.filter((each) => isLiveOn(each, asOf)) ?? [];

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

const byTarget = oncePer((all: EhiGraph['Restriction']): ReadonlyMap<string, readonly Restriction[]> => {
  const groups = new Map<string, Restriction[]>();
  for (const restriction of [...all.values()].sort((a, b) => compareIds(a.id, b.id))) {
    const key = `${restriction.appliesTo.kind} ${restriction.appliesTo.id}`;
    const there = groups.get(key);
    if (there === undefined) groups.set(key, [restriction]);
    else there.push(restriction);
  }
  return groups;
});
