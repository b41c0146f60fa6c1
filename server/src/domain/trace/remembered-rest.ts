import type { CalendarDate, Id } from '../model/entity.ts';
import type { Result } from '../result.ts';
import type { TraceAnswer } from './answer.ts';
import type { ClassShape } from './class-shape.ts';
import { dayOf } from './day-index.ts';
import { groundsOf, isSameGround, type Grounds } from './grounds.ts';
import { lineageOf } from './parts.ts';
import type { TraceError } from './question.ts';
import { traceRest } from './trace.ts';
import type { TraceIndex } from './trace-index.ts';

interface Known {
  readonly asOf: CalendarDate;
  readonly grounds: Grounds;
  readonly answer: Result<TraceAnswer, TraceError>;
}

/** By the shape of the class, which outlasts every edit that does not bear on it. */
const knownByShape = new WeakMap<ClassShape, Map<Id, Known>>();

/**
 * What `traceRest` answers for every channel and audience, with nothing judged; from an earlier revision where nothing that bears on the
 * class has changed since. Errors: as `traceRest`.
 */
export const traceRestRemembered = (
  index: TraceIndex,
  dataClass: Id,
  asOf: CalendarDate,
): Result<TraceAnswer, TraceError> => {
  const lineage = lineageOf(index, dataClass);
  const shape = dayOf(index, asOf).shapeOf(lineage);
  const grounds = groundsOf(index, lineage);
  const byClass = knownByShape.get(shape) ?? new Map<Id, Known>();
  knownByShape.set(shape, byClass);
  const known = byClass.get(dataClass);
  if (known !== undefined && known.asOf === asOf && isSameGround(known.grounds, grounds)) return known.answer;
  const answer = traceRest(index, { dataClass, asOf });
  byClass.set(dataClass, { asOf, grounds, answer });
  return answer;
};
