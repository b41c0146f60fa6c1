import neo4j, { Neo4jError } from 'neo4j-driver';
import type { Neo4jForTests } from '../kit/neo4j.ts';
import { apocSubgraph, shortestPaths, variableLength, variableLengthPruned } from './neo4j-queries.ts';
import { question, Unanswered, type Contestant } from './released.ts';

/** The contestants on a database, and in words who could not take part and why. */
export interface Neo4jContestants {
  readonly contestants: readonly Contestant[];
  readonly skipped: readonly string[];
}

interface Way extends Pick<Contestant, 'name' | 'what'> {
  readonly text: string;
  /** A procedure that the query calls. */
  readonly needs?: string;
}

const ways: readonly Way[] = [
  {
    name: 'Neo4j, variable-length Cypher',
    what: 'every path of any length, checked on the way: what is written down first',
    text: variableLength,
  },
  {
    name: 'Neo4j, variable-length Cypher, pruned',
    what: 'the same, written so that the planner visits no system twice',
    text: variableLengthPruned,
  },
  {
    name: 'Neo4j, shortest-path Cypher',
    what: 'a quantified pattern, one shortest path to each system',
    text: shortestPaths,
  },
  {
    name: 'Neo4j, APOC subgraphNodes',
    what: 'expansion that visits each node once, inside what carries the class',
    text: apocSubgraph,
    needs: 'apoc.path.subgraphNodes',
  },
];

/** A query is given up after `queryMs`; who is slow is asked about as many classes as `budgetMs` lets. */
const patience = { queryMs: 10_000, budgetMs: 60_000 } as const;

/**
 * Returns Neo4j's own ways to answer, on a database that holds the inventory as the product stores it: one query for each answer, sent to a
 * server on this machine. Whoever asks closes each of them.
 */
export const neo4jContestants = async (database: Neo4jForTests): Promise<Neo4jContestants> => {
  const driver = open(database);
  try {
    // Plans are made anew, knowing the data that is there now.
    await driver.executeQuery('CALL db.prepareForReplanning()');
    const { records } = await driver.executeQuery('SHOW PROCEDURES YIELD name');
    const procedures = new Set(records.map((record) => record.get('name') as string));
    const isReady = ({ needs }: Way): boolean => needs === undefined || procedures.has(needs);
    return {
      contestants: ways.filter(isReady).map((way) => contestant(database, way)),
      skipped: ways
        .filter((way) => !isReady(way))
        .map(({ name, needs }) => `${name}: the database has no procedure ${needs}`),
    };
  } finally {
    await driver.close();
  }
};

const open = ({ uri, user, password }: Neo4jForTests) =>
  neo4j.driver(uri, neo4j.auth.basic(user, password), {
    disableLosslessIntegers: true,
    notificationFilter: { minimumSeverityLevel: 'OFF' },
  });

const contestant = (database: Neo4jForTests, { name, what, text }: Way): Contestant => {
  const driver = open(database);
  const session = driver.session({ defaultAccessMode: 'READ' });
  return {
    name,
    what,
    patience,
    released: async (dataClass) => {
      try {
        const { records } = await session.run(text, { ...question, dataClass }, { timeout: patience.queryMs });
        return records.map((record) => record.get('channel') as string);
      } catch (cause) {
        throw cause instanceof Neo4jError ? new Unanswered(reasonOf(cause)) : cause;
      }
    },
    close: async () => {
      await session.close();
      await driver.close();
    },
  };
};

const reasonOf = ({ code }: Neo4jError): string =>
  code.includes('TransactionTimedOut') ? `timed out after ${patience.queryMs / 1_000} s` : code;
