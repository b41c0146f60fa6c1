import { coverageOf, narrowCoverage, type Coverage, type CoverageFilter } from '../domain/coverage/index.ts';
import { isCalendarDate, type CalendarDate } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { TraceError, TraceIndex } from '../domain/trace/index.ts';
import type { InputInvalid } from './input-invalid.ts';
import { forTrace, judgeUnder, type JudgeById, type JudgeDeps } from './restriction-judge.ts';

/** What is asked of the coverage, as it comes in. `rulePack` absent: the newest in force. */
export interface CoverageRequest {
  readonly asOf: CalendarDate;
  readonly rulePack?: string | null | undefined;
  readonly filter: CoverageFilter;
}

/**
 * Computed once for one revision, day and rule pack, a judge standing for the latter two: it goes through every class. Only a few judges are
 * kept for a revision, and with them their coverages.
 */
const wholeBy = new WeakMap<TraceIndex, WeakMap<JudgeById, Coverage>>();

/** The coverage of the inventory, narrowed. Errors: no such audience, no such day, no such rule pack. */
export const coverageOfInventory = (
  index: TraceIndex,
  deps: JudgeDeps,
  { asOf, rulePack, filter }: CoverageRequest,
): Result<Coverage, TraceError | InputInvalid> => {
  const { audience } = filter;
  if (audience !== undefined && !index.graph.Audience.has(audience) && !index.audiences.includes(audience))
    return err({ type: 'AudienceNotFound', id: audience });
  if (!isCalendarDate(asOf)) return err({ type: 'DateInvalid', value: asOf });
  const judge = judgeUnder(deps, asOf, rulePack);
  if (!judge.ok) return judge;
  const known = wholeBy.get(index) ?? new WeakMap<JudgeById, Coverage>();
  wholeBy.set(index, known);
  const { catalogues } = deps;
  const whole =
    known.get(judge.value) ??
    coverageOf({ index, catalogues, asOf, judge: forTrace(judge.value), verdictOf: judge.value });
  known.set(judge.value, whole);
  return ok(narrowCoverage(index.graph, whole, filter));
};
