import neo4j from 'neo4j-driver';
import { describe } from 'vitest';
import { findApoc, findJava } from './neo4j-classpath.ts';
import {
  addressOf,
  createNeo4jServer,
  restartNeo4jServer,
  runningServer,
  stopNeo4jServer,
  type OwnServer,
  type ServerExtras,
} from './neo4j-server.ts';

/** A Neo4j database for tests. */
export interface Neo4jForTests {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** Empties the database. A database that is not ours and was not empty when first asked is left alone: it throws. */
  wipe(): Promise<void>;
  /** Stops and starts the server, or freezes and thaws it; only on one that the tests started themselves. */
  readonly control?: ServerControl;
}

/** Power over a server process. A frozen one keeps its connections and says nothing. */
export interface ServerControl {
  stop(): Promise<void>;
  start(): Promise<void>;
  freeze(): void;
  thaw(): void;
}

export interface NoNeo4j {
  readonly missing: string;
}

/** With `EHI_TEST_APOC=1` the tests have APOC too, as the benchmark has. */
const wantsApoc = process.env['EHI_TEST_APOC'] === '1';

/** What is wanted of a server that is started: its heap (`2g`), lines of its configuration, and APOC's procedures. */
export interface MoreOfNeo4j extends Omit<ServerExtras, 'plugins'> {
  readonly apoc?: boolean;
}

/**
 * The database to test against: `NEO4J_URI` (with `NEO4J_USER` and `NEO4J_PASSWORD`) when it is set, else a server
 * started from Maven Central's jars, once for a test run. `missing` says why there is none. What is wanted beyond what the tests
 * need is for a server that is started; where APOC's jars cannot be had it starts without them, and says so.
 */
export const findNeo4j = async ({ apoc = wantsApoc, ...extras }: MoreOfNeo4j = {}): Promise<
  Neo4jForTests | NoNeo4j
> => {
  const { NEO4J_URI: uri, NEO4J_USER: user = 'neo4j', NEO4J_PASSWORD: password = '' } = process.env;
  if (uri !== undefined && uri !== '') {
    const mayWipe = process.env['EHI_TEST_WIPE'] === '1';
    return { uri, user, password, wipe: createWipe({ uri, user, password }, mayWipe) };
  }
  try {
    const running = await runningServer();
    if (running) return ownDatabase(running);
    const java = await findJava();
    if ('missing' in java) return { missing: `NEO4J_URI is not set, and there is ${java.missing}` };
    const plugins = apoc ? await apocPlugins() : [];
    return ownDatabase(await createNeo4jServer(java.java, java.classpath, { ...extras, plugins }));
  } catch (error) {
    return { missing: error instanceof Error ? error.message : String(error) };
  }
};

/**
 * A suite that needs Neo4j. Without one it is skipped, with the reason in its title and on the console; with
 * `EHI_REQUIRE_NEO4J=1` that is an error. Await it at the top of a test file.
 */
export const describeWithNeo4j = async (title: string, suite: (database: Neo4jForTests) => void): Promise<void> => {
  const database = await findNeo4j();
  if (!('missing' in database)) {
    describe(title, () => suite(database));
    return;
  }
  if (process.env['EHI_REQUIRE_NEO4J'] === '1') throw new Error(`Neo4j is required: ${database.missing}`);
  process.stderr.write(`SKIPPED ${title}: ${database.missing}\n`);
  describe.skip(`${title} (skipped: ${database.missing})`, () => suite(noDatabase));
};

const apocPlugins = async (): Promise<readonly string[]> => {
  const apoc = await findApoc();
  if ('jars' in apoc) return apoc.jars;
  process.stderr.write(`Neo4j is started without APOC: ${apoc.missing}\n`);
  return [];
};

const noDatabase: Neo4jForTests = { uri: '', user: '', password: '', wipe: () => Promise.resolve() };

const ownDatabase = (started: OwnServer): Neo4jForTests => {
  let server = started;
  const access = { uri: addressOf(server), user: 'neo4j', password: '' };
  return {
    ...access,
    wipe: createWipe(access, true),
    control: {
      stop: () => stopNeo4jServer(server),
      start: async () => {
        server = await restartNeo4jServer(server);
      },
      freeze: () => process.kill(server.pid, 'SIGSTOP'),
      thaw: () => process.kill(server.pid, 'SIGCONT'),
    },
  };
};

interface Access {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
}

const createWipe = ({ uri, user, password }: Access, allowed: boolean): (() => Promise<void>) => {
  let mayWipe = allowed;
  return async () => {
    const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
    try {
      const { records } = await driver.executeQuery('MATCH (n) RETURN count(n) AS nodes');
      const nodes = records[0]?.get('nodes') as number;
      if (nodes > 0 && !mayWipe) {
        throw new Error(`${uri} holds ${nodes} nodes. Tests empty the database: set EHI_TEST_WIPE=1 to allow it.`);
      }
      // It was empty: what is in it from here on is the tests' own.
      mayWipe = true;
      const session = driver.session();
      await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS');
      await session.close();
    } finally {
      await driver.close();
    }
  };
};
