import { conceptNames } from '../../server/src/domain/model/concepts.ts';
import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import { createTraceIndex } from '../../server/src/domain/trace/index.ts';
import type { GraphStore, Write } from '../../server/src/store/index.ts';
import { fillStore } from './fill-store.ts';
import type { BenchNeo4j } from './neo4j-database.ts';
import { expectOk, onServer, withEmbedded, type Open } from './open-stores.ts';
import { timingOf, type Timing } from './timing.ts';

/** What was measured of one store with one inventory. Times in milliseconds. */
export interface StoreMeasured {
  readonly kind: GraphStore['kind'];
  /** Things and the links between them, written in order through the one write path. */
  readonly things: number;
  readonly links: number;
  readonly fill: number;
  /** One system changed, and committed. */
  readonly edit: Timing;
  /** Opening a store that is filled, until it tells its revision: for the embedded one, its files are opened. */
  readonly reopen: number;
  /** The whole inventory read and its index made: once right after opening, and again. */
  readonly snapshotFirst: number;
  readonly snapshot: Timing;
}

/** The stores that were measured, and in words which were not and why. */
export interface StoresMeasured {
  readonly measured: readonly StoreMeasured[];
  readonly skipped: readonly string[];
}

/** Measures both stores with an inventory. `neo4j` is emptied before, and holds the inventory after. */
export const measureStores = async (graph: EhiGraph, neo4j: BenchNeo4j): Promise<StoresMeasured> => {
  const embedded = await withEmbedded((open) => measureStore(open, graph));
  if ('missing' in neo4j) return { measured: [embedded], skipped: [`Neo4j: ${neo4j.missing}`] };
  await neo4j.wipe();
  return { measured: [embedded, await measureStore(onServer(neo4j), graph)], skipped: [] };
};

const edits = 100;
const snapshots = 5;

const measureStore = async (open: Open, graph: EhiGraph): Promise<StoreMeasured> => {
  const filled = expectOk(await open());
  expectOk(await filled.migrate());
  const fill = await msOf(() => fillStore(filled, graph));
  const edit = timingOf(await editEach(filled, graph));
  await filled.close();

  let store = filled;
  const reopen = await msOf(async () => {
    store = expectOk(await open());
    expectOk(await store.revision());
  });
  const read = async () => createTraceIndex(expectOk(await store.snapshot()));
  const snapshotFirst = await msOf(read);
  const times: number[] = [];
  for (let round = 0; round < snapshots; round += 1) times.push(await msOf(read));
  await store.close();
  return {
    kind: store.kind,
    ...sizeOf(graph),
    fill,
    edit,
    reopen,
    snapshotFirst,
    snapshot: timingOf(times),
  };
};

/** Changes one system after another as a person does, a few more before it counts. */
const editEach = async (store: GraphStore, graph: EhiGraph): Promise<readonly number[]> => {
  const systems = [...graph.System.values()];
  const times: number[] = [];
  for (let at = -10; at < edits; at += 1) {
    const system = systems[(at + systems.length) % systems.length];
    if (system === undefined) break;
    const document = { ...system, description: `Changed ${at}` };
    const writes: readonly Write[] = [{ concept: 'System', document, action: 'UPDATE' }];
    const ms = await msOf(async () => expectOk(await store.commit({ actor: 'bench', writes })));
    if (at >= 0) times.push(ms);
  }
  return times;
};

const sizeOf = (graph: EhiGraph): Pick<StoreMeasured, 'things' | 'links'> => {
  const links = [...graph.System.values()].map(({ holds }) => holds.length);
  for (const { carries } of graph.Flow.values()) links.push(carries.length + 2);
  for (const { releases, audiences } of graph.AccessChannel.values())
    links.push(releases.length + audiences.length + 1);
  for (const { limits } of graph.Restriction.values()) links.push(limits.length + 1);
  for (const { partOf } of graph.DataClass.values()) links.push(partOf === undefined ? 0 : 1);
  return {
    things: conceptNames.reduce((sum, concept) => sum + graph[concept].size, 0),
    links: links.reduce((sum, count) => sum + count, 0),
  };
};

const msOf = async (run: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await run();
  return performance.now() - start;
};
