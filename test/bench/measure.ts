import { loadCatalogues } from '../../server/src/app/load-catalogues.ts';
import { findFindings } from '../../server/src/domain/findings/index.ts';
import { createTraceIndex, trace } from '../../server/src/domain/trace/index.ts';
import { generateInventory } from '../generators/generate-inventory.ts';
import type { Size } from '../generators/size.ts';
import { compare, type Comparison } from './compare.ts';
import { measureImports, type ImportMeasured } from './imports.ts';
import type { BenchNeo4j } from './neo4j-database.ts';
import { question } from './released.ts';
import { measureStores, type StoresMeasured } from './stores.ts';
import { timed, timeEach, timingOf, usedMemory, type Timing } from './timing.ts';

/** What was measured of one size. Times in milliseconds, memory in bytes. */
export interface Measured {
  readonly size: Size['name'];
  readonly things: Readonly<Record<string, number>>;
  readonly index: number;
  readonly memory: number;
  /** A class for every channel and audience: outcomes alone, and with every list, path count and sentence read. */
  readonly trace: Timing;
  readonly traceWhole: Timing;
  readonly findingsFirst: number;
  readonly findings: Timing;
  readonly stores: StoresMeasured;
  readonly contestants: Comparison;
  readonly imports: readonly ImportMeasured[];
}

/** Measures one size: the same inventory and the same questions for everybody, in one process. `neo4j` is emptied and filled. */
export const measure = async (size: Size, rounds: number, neo4j: BenchNeo4j): Promise<Measured> => {
  const loaded = await loadCatalogues('schema');
  if (!loaded.ok) throw new Error('The catalogues cannot be loaded.');
  const catalogues = loaded.value;
  const { graph } = generateInventory(size, 1);
  const before = usedMemory();
  const [index, indexing] = timed(() => createTraceIndex(graph));
  const classes = [...graph.DataClass.values()].filter(({ level }) => level === 'CLASS').map(({ id }) => id);
  const ask = (dataClass: string) => {
    const traced = trace(index, { dataClass, asOf: question.asOf });
    if (!traced.ok) throw new Error(traced.error.type);
    return traced.value;
  };
  const outcomes = timeEach(classes, rounds, (id) => ask(id).outcomes.length);
  const memory = usedMemory() - before;
  const whole = timeEach(classes, 1, (id) => JSON.stringify(ask(id)).length);
  const find = () => findFindings({ index, catalogues, asOf: question.asOf });
  const [, findingsFirst] = timed(() =>
    findFindings({ index: createTraceIndex(graph), catalogues, asOf: question.asOf }),
  );
  const findings = timingOf(Array.from({ length: Math.max(3, rounds) }, () => timed(find)[1]));
  return {
    size: size.name,
    things: {
      systems: graph.System.size,
      flows: graph.Flow.size,
      classes: classes.length,
      elements: graph.DataClass.size - classes.length,
      channels: graph.AccessChannel.size,
      restrictions: graph.Restriction.size,
    },
    index: indexing,
    memory,
    trace: outcomes,
    traceWhole: whole,
    findingsFirst,
    findings,
    // The stores first, which leave the inventory in the database of those that ask it there; imports last, which add to it.
    stores: await measureStores(graph, neo4j),
    contestants: await compare(graph, classes, rounds, neo4j),
    imports: await measureImports(graph, catalogues, neo4j),
  };
};
