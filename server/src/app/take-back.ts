import type { Change } from '../domain/model/change.ts';
import type { Instant, Revision } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { GraphStore, StoreUnavailable } from '../store/port.ts';
import { checkSetSize, commitSet, type ChangeSetResult } from './change-set.ts';
import type { CurrentGraph } from './current-graph.ts';
import { readStoodThen } from './stood-then.ts';
import { planTakeBack, type PlacedEntry } from './plan-take-back.ts';
import type { InTurn } from './turns.ts';

export interface TakeBackDeps {
  readonly store: GraphStore;
  readonly currentGraph: CurrentGraph;
  readonly now: () => Instant;
  readonly inTurn: InTurn;
}

/** Which entries of the log are taken back, and by whom. */
export interface TakeBackCommand {
  readonly revisions: readonly Revision[];
  readonly actor: string;
  readonly reason?: string;
}

export type TakeBack = (command: TakeBackCommand) => Promise<ChangeSetResult>;

/**
 * Returns the use case that takes back what entries of the log did, in one transaction. What they made ends on the day it begins, so that
 * it never was; what they changed or ended is as before. Errors: `ChangeSetRefused` (somebody wrote one of the things since; something
 * refers to one that was made; there is no such entry), `StoreUnavailable`; then nothing is written.
 */
export const createTakeBack = ({ store, currentGraph, now, inTurn }: TakeBackDeps): TakeBack => {
  const takeBack = ({ revisions, actor, reason }: TakeBackCommand): Promise<ChangeSetResult> =>
    commitSet(store, { actor, reason: reasonOf(revisions, reason) }, async () => {
      const current = await currentGraph.get();
      if (!current.ok) return current;
      const entries = await readEntries(store, revisions);
      if (!entries.ok) return entries;
      const { graph } = current.value;
      const then = await readStoodThen(store, graph, entries.value);
      if (!then.ok) return then;
      return ok({ graph, plan: planTakeBack(graph, entries.value, then.value, now().slice(0, 10)) });
    });

  return async (command) => {
    const revisions = [...new Set(command.revisions)];
    const wrong = checkSetSize('revisions', revisions.length);
    if (wrong !== undefined) return err(wrong);
    // What it does to data classes is known only once the log is read.
    return inTurn('DataClass', () => takeBack({ ...command, revisions }));
  };
};

/** The log entries asked for, each with its place in the call; those that follow one another are read at once. */
const readEntries = async (
  store: GraphStore,
  revisions: readonly Revision[],
): Promise<Result<readonly PlacedEntry[], StoreUnavailable>> => {
  const found = new Map<Revision, Change>();
  for (const [first, last] of runsOf(revisions.filter((revision) => revision >= 1))) {
    const read = await store.changes(first - 1, last - first + 1);
    if (!read.ok) return read;
    for (const change of read.value) found.set(change.revision, change);
  }
  return ok(revisions.map((revision, at) => ({ at, revision, change: found.get(revision) })));
};

/** `3, 1, 2, 7` gives `1 to 3` and `7 to 7`. */
const runsOf = (revisions: readonly Revision[]): readonly (readonly [Revision, Revision])[] => {
  const runs: [Revision, Revision][] = [];
  for (const revision of revisions.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && revision === last[1] + 1) last[1] = revision;
    else runs.push([revision, revision]);
  }
  return runs;
};

/** More stretches than these are counted in the log's reason. */
const mostNamed = 8;

const reasonOf = (revisions: readonly Revision[], reason: string | undefined): string => {
  const runs = runsOf(revisions);
  const named = runs.slice(0, mostNamed).map(([first, last]) => (first === last ? String(first) : `${first}–${last}`));
  const rest = runs.length > mostNamed ? ` and ${runs.length - mostNamed} more` : '';
  return `undo of revision ${named.join(', ')}${rest}${reason === undefined ? '' : `: ${reason}`}`;
};
