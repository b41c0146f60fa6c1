import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import {
  channelOutcomesRemembered,
  createTraceIndex,
  traceRestRemembered,
  type RestrictionJudge,
  type TraceIndex,
} from '../../server/src/domain/trace/index.ts';
import { judgedFor, type Verdict } from '../../server/src/domain/verdict/index.ts';
import { generateInventory } from '../generators/generate-inventory.ts';
import { sizes } from '../generators/size.ts';
import { judgedById } from './judged-by-id.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const asOf = '2026-11-21';
const kinds: ReadonlySet<string> = new Set();

const verdicts = new Map<string, Verdict>();
const verdictOf = (restriction: string): Verdict => {
  const verdict = verdicts.get(restriction) ?? judgedById(restriction);
  verdicts.set(restriction, verdict);
  return verdict;
};
const judge: RestrictionJudge = (restriction, lineage, audiences) =>
  judgedFor(verdictOf(restriction), lineage, audiences);

const askAll = (index: TraceIndex): void => {
  for (const { id } of index.classes) {
    const answer = traceRestRemembered(index, id, asOf);
    // Whatever is worked out when it is read, is worked out.
    if (answer.ok) JSON.stringify(answer.value);
    channelOutcomesRemembered(index, id, { asOf, judge, verdictOf });
  }
};

/** An index many edits later, each of another flow, with all answers read in between; and the graphs that were on the way. */
const afterManyEdits = (): { readonly index: TraceIndex; readonly earlier: readonly WeakRef<EhiGraph>[] } => {
  let index = createTraceIndex(generateInventory(sizes.S, 1).graph, kinds);
  askAll(index);
  const earlier = [new WeakRef(index.graph)];
  for (let edit = 0; edit < 30; edit += 1) {
    const flows = new Map(index.graph.Flow);
    const flow = [...flows.values()][edit];
    if (flow !== undefined) flows.set(flow.id, { ...flow, carries: flow.carries.slice(1) });
    index = createTraceIndex({ ...index.graph, Flow: flows, revision: index.graph.revision + 1 }, kinds, index);
    askAll(index);
    earlier.push(new WeakRef(index.graph));
  }
  return { index, earlier: earlier.slice(0, -1) };
};

describe('answers that outlast a revision', () => {
  it('do not keep it: what was edited long ago is let go', async () => {
    const { index, earlier } = afterManyEdits();
    // A WeakRef that was made in this turn of the event loop is kept until its end.
    await new Promise((resolve) => void setTimeout(resolve, 10));
    collectGarbage();
    expect(earlier.filter((graph) => graph.deref() !== undefined)).toHaveLength(0);
    expect(index.graph.revision).toBe(31);
  });
});
