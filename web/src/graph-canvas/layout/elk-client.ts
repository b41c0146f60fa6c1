import ElkConstructor from 'elkjs/lib/elk-api.js';
import type { ElkNode } from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';

/** Lays a graph out and gives it back with places. Rejects only when the engine itself fails. */
export type LayoutEngine = (graph: ElkNode) => Promise<ElkNode>;

/** An engine that works in a worker of its own, so that the screen stays awake. One worker serves all pictures. */
export const createLayoutEngine = (): LayoutEngine => {
  const elk = new ElkConstructor({ workerFactory: () => new Worker(workerUrl) });
  return (graph) => elk.layout(graph);
};
