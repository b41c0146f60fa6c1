import type { Catalogues } from '../domain/catalogue/index.ts';
import type { EhiGraph } from '../domain/model/ehi-graph.ts';
import type { CalendarDate, Id } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { RestrictionJudge } from '../domain/trace/index.ts';
import {
  federalCalendar,
  judgedFor,
  judgeRestriction,
  type BusinessCalendar,
  type RulePack,
  type Verdict,
} from '../domain/verdict/index.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';
import type { RulePacks } from './load-rule-packs.ts';
import { reverseReferencesOf } from './reverse-references.ts';

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

/** Returns the judge of one graph as of a day under a pack. */
export const createJudge = (
  { graph, catalogues, calendar = federalCalendar() }: JudgeDeps,
  asOf: CalendarDate,
  pack: RulePack,
): JudgeById => {
  const judged = new Map<Id, Verdict>();
  const { claimsByRestriction } = reverseReferencesOf(graph);
  return (id) => {
    const known = judged.get(id);
    if (known !== undefined) return known;
    const restriction = graph.Restriction.get(id);
    if (restriction === undefined) throw new Error(`there is no restriction ${id} in the graph that is judged`);
    const claims = (claimsByRestriction.get(id) ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const verdict = judgeRestriction(restriction, { graph, catalogues, pack, calendar, asOf, claims });
    judged.set(id, verdict);
    return verdict;
  };
};

/** Returns what a trace asks for each restriction it meets. Error: there is no such pack. */
export const traceJudge = (
  deps: JudgeDeps,
  asOf: CalendarDate,
  rulePack: string | null | undefined,
): Result<RestrictionJudge, InputInvalid> => {
  const pack = findPack(deps.packs, rulePack ?? undefined);
  if (!pack.ok) return pack;
  const judge = createJudge(deps, asOf, pack.value);
  return ok((restriction, classes, audiences) => judgedFor(judge(restriction), classes, audiences));
};
