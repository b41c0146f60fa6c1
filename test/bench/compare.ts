import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import { createTraceIndex, trace } from '../../server/src/domain/trace/index.ts';
import { ask, type Asked } from './ask.ts';
import { graphLibrary, ownTrace, plainSearch, recursiveSql } from './contestants.ts';
import type { BenchNeo4j } from './neo4j-database.ts';
import { neo4jContestants } from './neo4j-contestants.ts';
import { question, tablesOf, type Contestant } from './released.ts';

/** What every contestant gave, the product first, and in words who could not take part and why. */
export interface Comparison {
  readonly asked: readonly Asked[];
  readonly skipped: readonly string[];
}

/** Puts the same question to everybody. `neo4j` holds the inventory. */
export const compare = async (
  graph: EhiGraph,
  all: readonly string[],
  rounds: number,
  neo4j: BenchNeo4j,
): Promise<Comparison> => {
  const classes = beginningAtOrigins(graph, all);
  const tables = tablesOf(graph, classes);
  const own = ownTrace(graph);
  const onNeo4j =
    'missing' in neo4j ? { contestants: [], skipped: [`Neo4j: ${neo4j.missing}`] } : await neo4jContestants(neo4j);
  const contestants: readonly Contestant[] = [
    own,
    plainSearch(tables),
    graphLibrary(tables),
    await recursiveSql(tables),
    ...onNeo4j.contestants,
  ];
  const asked: Asked[] = [];
  for (const contestant of contestants) {
    asked.push(await ask(contestant, classes, rounds, own.released));
    await contestant.close?.();
  }
  return { asked, skipped: onNeo4j.skipped };
};

/** Those that begin at an origin only: where else a class begins is a rule of the product. */
const beginningAtOrigins = (graph: EhiGraph, all: readonly string[]): readonly string[] => {
  const index = createTraceIndex(graph);
  return all.filter((dataClass) => {
    const traced = trace(index, { dataClass, asOf: question.asOf });
    return (
      traced.ok &&
      traced.value.answers.length === 1 &&
      traced.value.answers[0]?.starts.every(({ kind }) => kind === 'ORIGIN')
    );
  });
};
