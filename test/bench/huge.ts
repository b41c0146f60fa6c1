import { createTraceIndex, dayOf, trace } from '../../server/src/domain/trace/index.ts';
import { generateHugeInventory } from '../generators/huge.ts';
import { judgeAll, judgingDeps } from './judging.ts';
import { question } from './released.ts';
import { timed, timingOf, usedMemory, type Timing } from './timing.ts';

/** The largest inventory, in memory only. Milliseconds and bytes. */
export interface Huge {
  readonly things: Readonly<Record<string, number>>;
  readonly index: number;
  /** What is live on the day, from ten million links. */
  readonly day: number;
  /** A class for every channel and audience, each asked once: the part that bears on it is made then. */
  readonly traceFirst: Timing;
  /** The same again, while the part is kept. */
  readonly traceAgain: Timing;
  readonly memory: number;
  /** Every class traced, every restriction judged, every finding found, from the index of the day. */
  readonly judging: number;
  readonly judged: number;
}

/** How many classes are asked again at once: as many as are surely kept. */
const askedAgain = 20;

/** Measures the largest inventory. Takes about a minute and two gigabytes. */
export const measureHuge = async (): Promise<Huge> => {
  const deps = await judgingDeps();
  const graph = generateHugeInventory(1);
  const before = usedMemory();
  const [index, indexing] = timed(() => createTraceIndex(graph, new Set(['SYS-IE'])));
  const [, day] = timed(() => dayOf(index, question.asOf));
  const ask = (dataClass: string): number => {
    const traced = trace(index, { dataClass, asOf: question.asOf });
    if (!traced.ok) throw new Error(traced.error.type);
    return traced.value.outcomes.length;
  };
  const first: number[] = [];
  const again: number[] = [];
  let kept: string[] = [];
  for (const dataClass of graph.DataClass.keys()) {
    first.push(timed(() => ask(dataClass))[1]);
    kept.push(dataClass);
    if (kept.length < askedAgain) continue;
    for (const known of kept) again.push(timed(() => ask(known))[1]);
    kept = [];
  }
  const memory = usedMemory() - before;
  const [judged, judging] = timed(() => judgeAll(index, deps));
  const carried = [...graph.Flow.values()].reduce((sum, { carries }) => sum + carries.length, 0);
  return {
    things: {
      systems: graph.System.size,
      flows: graph.Flow.size,
      classes: graph.DataClass.size,
      'carried classes': carried,
      channels: graph.AccessChannel.size,
      restrictions: graph.Restriction.size,
    },
    index: indexing,
    day,
    traceFirst: timingOf(first),
    traceAgain: timingOf(again),
    memory,
    judging: judging + indexing + day,
    judged,
  };
};
