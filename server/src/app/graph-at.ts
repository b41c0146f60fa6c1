import { createRewind } from '../domain/model/rewind-changes.ts';
import { emptyGraph, type EhiGraph } from '../domain/model/ehi-graph.ts';
import type { Instant, Revision } from '../domain/model/entity.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { GraphStore, StoreUnavailable } from '../store/port.ts';

/** How many log entries are read at a time. */
const pageLength = 1_000;

/** A revision and when it was recorded; the empty inventory was never recorded. */
export interface RevisionThen {
  readonly revision: Revision;
  readonly at?: Instant;
}

/**
 * The last revision recorded before an instant, of those up to `newest`; 0 where there is none. Reads a handful of entries: times never
 * fall along the log, because a commit that finds a later time at its end takes that one.
 */
export const revisionBefore = async (
  store: Pick<GraphStore, 'changes'>,
  newest: Revision,
  instant: Instant,
): Promise<Result<RevisionThen, StoreUnavailable>> => {
  let found: RevisionThen = { revision: 0 };
  let [from, to] = [1, newest];
  while (from <= to) {
    const middle = Math.floor((from + to) / 2);
    const page = await store.changes(middle - 1, 1);
    if (!page.ok) return page;
    const [entry] = page.value;
    if (entry?.revision !== middle) return err(logEnds(middle));
    if (entry.at < instant) {
      found = { revision: middle, at: entry.at };
      from = middle + 1;
    } else to = middle - 1;
  }
  return ok(found);
};

/**
 * The inventory as it was at an earlier revision: `graph` taken back along the log, page by page. What is kept on the way is one document for each
 * thing that changed since, however long the log is.
 */
export const graphAt = async (
  store: Pick<GraphStore, 'changes'>,
  graph: EhiGraph,
  revision: Revision,
): Promise<Result<EhiGraph, StoreUnavailable>> => {
  if (revision === graph.revision) return ok(graph);
  if (revision === emptyGraph.revision) return ok(emptyGraph);
  const rewind = createRewind();
  for (let at = revision; at < graph.revision;) {
    const page = await store.changes(at, Math.min(pageLength, graph.revision - at));
    if (!page.ok) return page;
    const last = page.value.at(-1)?.revision;
    if (last !== at + page.value.length) return err(logEnds(at + 1));
    rewind.add(page.value);
    at = last;
  }
  return ok(rewind.apply(graph, revision));
};

const logEnds = (revision: Revision): StoreUnavailable => ({
  type: 'StoreUnavailable',
  message: `The change log has no entry ${revision}, which the inventory rests on. Run verify-log; if it stays so, restore a backup.`,
});
