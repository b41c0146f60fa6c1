import ElkConstructor from 'elkjs/lib/elk-api.js';
import type { ElkNode } from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';

/** Lays a graph out and gives it back with places. Rejects only when the engine itself fails. */
export type LayoutEngine = (graph: ElkNode) => Promise<ElkNode>;

let elk: InstanceType<typeof ElkConstructor> | undefined;

/** The page's one engine. It works in a worker of its own, so that the screen stays awake; the worker starts with the first picture and serves all. */
export const layOut: LayoutEngine = (graph) => {
  elk ??= new ElkConstructor({ workerFactory: () => new Worker(workerUrl) });
  return elk.layout(graph);
};
