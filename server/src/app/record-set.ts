import { recordSetOf, type RecordSet } from '../domain/coverage/index.ts';
import type { CalendarDate } from '../domain/model/entity.ts';
import { ok, type Result } from '../domain/result.ts';
import type { TraceError, TraceIndex } from '../domain/trace/index.ts';
import { coverageOfInventory } from './coverage-of.ts';
import type { InputInvalid } from './input-invalid.ts';
import type { JudgeDeps } from './restriction-judge.ts';

/** How much of the designated record set the inventory maps as of a day. Errors: no such day. */
export const recordSetOfInventory = (
  index: TraceIndex,
  deps: JudgeDeps,
  asOf: CalendarDate,
): Result<RecordSet, TraceError | InputInvalid> => {
  const coverage = coverageOfInventory(index, deps, { asOf, filter: {} });
  if (!coverage.ok) return coverage;
  return ok(recordSetOf({ index, catalogues: deps.catalogues, coverage: coverage.value }));
};
