import { oncePer } from '../domain/once.ts';
import type { Result } from '../domain/result.ts';
import {
  trace,
  type RestrictionJudge,
  type Trace,
  type TraceError,
  type TraceIndex,
  type TraceQuestion,
} from '../domain/trace/index.ts';

/** How many answers of one revision, day and rule pack are kept, each part of a class with an answer of its own counted: some tens of megabytes. */
const mostKept = 300;

interface Kept {
  readonly answers: Map<string, { readonly answer: Result<Trace, TraceError>; readonly size: number }>;
  size: number;
}

const keptBy = oncePer<TraceIndex, (judge: RestrictionJudge) => Kept>(() =>
  oncePer<RestrictionJudge, Kept>(() => ({ answers: new Map(), size: 0 })),
);

/**
 * What `trace` answers. The last answers of a revision are kept, so that a room that looks at one screen, and whoever reads on in an answer,
 * does not wait for it to be worked out again. An index and a judge are of one revision each: nothing kept is ever stale.
 */
export const traceRemembered = (
  index: TraceIndex,
  question: TraceQuestion & { readonly judge: RestrictionJudge },
): Result<Trace, TraceError> => {
  const kept = keptBy(index)(question.judge);
  const { dataClass, audience, channel, purpose, asOf } = question;
  const key = JSON.stringify([asOf, dataClass, audience, channel, purpose]);
  const known = kept.answers.get(key);
  if (known !== undefined) {
    kept.answers.delete(key);
    kept.answers.set(key, known);
    return known.answer;
  }
  const answer = trace(index, question);
  const size = answer.ok ? answer.value.answers.length : 1;
  kept.answers.set(key, { answer, size });
  kept.size += size;
  for (const [oldest, { size: freed }] of kept.answers) {
    if (kept.size <= mostKept || oldest === key) break;
    kept.answers.delete(oldest);
    kept.size -= freed;
  }
  return answer;
};
