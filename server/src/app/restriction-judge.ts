import type { Catalogues } from '../domain/catalogue/index.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { BasisClaim } from '../domain/model/concepts.ts';
import { compareIds, type CalendarDate, type Id } from '../domain/model/entity.ts';
import { oncePer } from '../domain/once.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { RestrictionJudge } from '../domain/trace/index.ts';
import {
  classesOfLaw,
  federalCalendar,
  judgedFor,
  judgeRemembered,
  type BusinessCalendar,
  type RulePack,
  type Verdict,
} from '../domain/verdict/index.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';
import type { RulePacks } from './load-rule-packs.ts';

/** What restrictions are judged from. `calendar`: which days are business days; the federal one when absent. */
export interface JudgeDeps {
  readonly graph: EhiGraph;
  readonly catalogues: Catalogues;
  readonly packs: RulePacks;
  readonly calendar?: BusinessCalendar;
}

/** Judges one restriction of the graph by its id; each once, however often it is asked. Throws for an id that is not there. */
export type JudgeById = (restriction: Id) => Verdict;

/** The pack of that id, the newest in force when none is named. Error: there is no such pack. */
export const findPack = ({ packs, standard }: RulePacks, id: string | undefined): Result<RulePack, InputInvalid> => {
  const pack = id === undefined ? standard : packs.find((each) => each.id === id);
  if (pack !== undefined) return ok(pack);
  const known = packs.map((each) => each.id).join(', ');
  return err(inputInvalid('rulePack', `There is no rule pack "${id ?? ''}". There are: ${known}.`));
};

/** A judge, and what it judges by. */
interface KnownJudge {
  readonly catalogues: Catalogues;
  readonly calendar: BusinessCalendar;
  readonly asOf: CalendarDate;
  readonly pack: RulePack;
  readonly judge: JudgeById;
}

/** How many judges of one graph are kept: a few days and packs. */
const mostJudges = 8;

const judgesByGraph = new WeakMap<EhiGraph, KnownJudge[]>();

/** Returns the judge of one graph as of a day under a pack; the same one for the same question. */
export const createJudge = (
  { graph, catalogues, calendar = standardCalendar }: JudgeDeps,
  asOf: CalendarDate,
  pack: RulePack,
): JudgeById => {
  const known = judgesByGraph.get(graph) ?? [];
  judgesByGraph.set(graph, known);
  const same = known.find(
    (each) => each.asOf === asOf && each.pack === pack && each.catalogues === catalogues && each.calendar === calendar,
  );
  if (same !== undefined) return same.judge;
  const judged = new Map<Id, Verdict>();
  const claimsOf = claimsByRestriction(graph.BasisClaim);
  const lawClasses = () => classesOfLaw(graph.DataClass, catalogues);
  const judge: JudgeById = (id) => {
    const there = judged.get(id);
    if (there !== undefined) return there;
    const restriction = graph.Restriction.get(id);
    if (restriction === undefined) throw new Error(`there is no restriction ${id} in the graph that is judged`);
    const claims = claimsOf.get(id) ?? [];
    const verdict = judgeRemembered(restriction, { graph, catalogues, pack, calendar, asOf, claims, lawClasses });
    judged.set(id, verdict);
    return verdict;
  };
  known.unshift({ catalogues, calendar, asOf, pack, judge });
  known.length = Math.min(known.length, mostJudges);
  return judge;
};

const standardCalendar = federalCalendar();

/** The claims on each restriction, in the order of their ids. */
const claimsByRestriction = oncePer((all: EhiGraph['BasisClaim']): ReadonlyMap<Id, readonly BasisClaim[]> => {
  const groups = new Map<Id, BasisClaim[]>();
  for (const claim of [...all.values()].sort((a, b) => compareIds(a.id, b.id))) {
    const claims = groups.get(claim.restriction) ?? [];
    groups.set(claim.restriction, claims);
    claims.push(claim);
  }
  return groups;
});

/** Returns what a trace asks for each restriction it meets, the same for the same question. Error: there is no such pack. */
export const traceJudge = (
  deps: JudgeDeps,
  asOf: CalendarDate,
  rulePack: string | null | undefined,
): Result<RestrictionJudge, InputInvalid> => {
  const judge = judgeUnder(deps, asOf, rulePack);
  return judge.ok ? ok(forTrace(judge.value)) : judge;
};

/** Returns the judge of one graph as of a day under the pack of that id, the newest in force when none is named. Error: there is no such pack. */
export const judgeUnder = (
  deps: JudgeDeps,
  asOf: CalendarDate,
  rulePack: string | null | undefined,
): Result<JudgeById, InputInvalid> => {
  const pack = findPack(deps.packs, rulePack ?? undefined);
  return pack.ok ? ok(createJudge(deps, asOf, pack.value)) : pack;
};

/** What a trace asks of a judge; the same one for the same judge. */
export const forTrace = oncePer(
  (judge: JudgeById): RestrictionJudge =>
    (restriction, classes, audiences) =>
      judgedFor(judge(restriction), classes, audiences),
);
