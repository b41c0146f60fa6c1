import { compareIds, isCalendarDate, isLiveOn, type CalendarDate, type Id } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { verdictDifferences, type Verdict, type VerdictDifference } from '../domain/verdict/index.ts';
import { inputInvalid, type InputInvalid } from './input-invalid.ts';
import { createJudge, findPack, type JudgeDeps } from './restriction-judge.ts';
import type { EntityNotFound } from './write-entity.ts';

/** `restriction` absent: every one that is live. `rulePack` absent: the newest in force. */
export interface VerdictQuestion {
  readonly asOf: CalendarDate;
  readonly rulePack?: string;
  readonly restriction?: Id;
}

/** The verdicts asked for, by restriction id. Errors: no such restriction, no such rule pack, no such day. */
export const verdictsOf = (
  deps: JudgeDeps,
  { asOf, rulePack, restriction }: VerdictQuestion,
): Result<readonly Verdict[], InputInvalid | EntityNotFound> => {
  const { graph, packs } = deps;
  if (!isCalendarDate(asOf)) return err(inputInvalid('asOf', `"${asOf}" is not a day. Write it like 2026-11-21.`));
  const pack = findPack(packs, rulePack);
  if (!pack.ok) return pack;
  if (restriction !== undefined && !graph.Restriction.has(restriction)) {
    return err({ type: 'EntityNotFound', concept: 'Restriction', id: restriction });
  }
  const judge = createJudge(deps, asOf, pack.value);
  const asked = [...graph.Restriction.values()].filter((each) =>
    restriction === undefined ? isLiveOn(each, asOf) : each.id === restriction,
  );
  return ok(asked.toSorted((a, b) => compareIds(a.id, b.id)).map(({ id }) => judge(id)));
};

/** `from` absent: the newest pack in force. */
export interface DifferenceQuestion {
  readonly asOf: CalendarDate;
  readonly from?: string;
  readonly to: string;
}

/** The live restrictions that two packs judge differently, by id. Errors: no such rule pack, no such day. */
export const verdictDifference = (
  deps: JudgeDeps,
  { asOf, from, to }: DifferenceQuestion,
): Result<readonly VerdictDifference[], InputInvalid | EntityNotFound> => {
  const before = verdictsOf(deps, { asOf, ...(from === undefined ? {} : { rulePack: from }) });
  if (!before.ok) return before;
  const after = verdictsOf(deps, { asOf, rulePack: to });
  if (!after.ok) return after;
  return ok(verdictDifferences(before.value, after.value));
};
