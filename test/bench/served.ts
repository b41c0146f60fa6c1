import { generateInventory } from '../generators/generate-inventory.ts';
import { sizes, type Size } from '../generators/size.ts';
import { findNeo4j } from '../kit/neo4j.ts';
import { createServedProcesses } from '../kit/served-process.ts';
import { askEach, connectTo, type Asked, type Connection } from './ask-server.ts';
import { measureFindings, type ServedFindings } from './served-findings.ts';
import { bodies } from './served-questions.ts';
import { fillFolder, fillNeo4j, type FilledStore } from './served-store.ts';
import { sustain, type Sustained } from './sustained.ts';

/** What was measured of the built server on one size in one store, over HTTP. Milliseconds; sizes in bytes. */
export interface Served {
  readonly size: Size['name'];
  readonly store: StoreName;
  readonly filling: number;
  /** From the start of the process until it listens. */
  readonly starting: number;
  readonly trace: AskedTwice;
  readonly whole: AskedTwice;
  readonly findings: ServedFindings;
}

export type StoreName = 'embedded' | 'Neo4j';

/** Every class asked about for the first time in a fresh process, then several times more, then by many at once. */
export interface AskedTwice {
  /** The first class of all: the inventory is read and its index made for it. */
  readonly opening: number;
  readonly first: Asked;
  readonly warm: Asked;
  readonly sustained: Sustained;
}

/** What was measured, and why something was not. */
export interface ServedSizes {
  readonly served: readonly Served[];
  readonly skipped: readonly string[];
}

/** Sizes that are measured on Neo4j, too. */
const onNeo4j: ReadonlySet<Size['name']> = new Set(['S', 'M']);

/** Measures the built server, in a process of its own, on each size: in embedded stores, and on Neo4j where there is one. */
export const measureServed = async (wanted: readonly Size[], rounds: number): Promise<ServedSizes> => {
  const served: Served[] = [];
  for (const size of wanted) served.push(await measureStore(size, 'embedded', await fillFolder(size), rounds));
  const others = wanted.filter(({ name }) => onNeo4j.has(name));
  if (others.length === 0) return { served, skipped: [] };
  const neo4j = await findNeo4j();
  if ('missing' in neo4j) return { served, skipped: [`The server on Neo4j: ${neo4j.missing}.`] };
  try {
    // A server that has just started is still compiling itself: filled once, it is as it always is. One with data in it is refused here.
    await (await fillNeo4j(neo4j, sizes.S)).remove();
  } catch (cause) {
    return { served, skipped: [`The server on Neo4j: ${cause instanceof Error ? cause.message : String(cause)}`] };
  }
  for (const size of others) served.push(await measureStore(size, 'Neo4j', await fillNeo4j(neo4j, size), rounds));
  return { served, skipped: [] };
};

const measureStore = async (size: Size, store: StoreName, filled: FilledStore, rounds: number): Promise<Served> => {
  process.stderr.write(`Measuring the server on ${size.name}, ${store} …\n`);
  const classes = [...generateInventory(size, 1).graph.DataClass.values()]
    .filter(({ level }) => level === 'CLASS')
    .map(({ id }) => id);
  try {
    const traced = await askTwice(filled, { rounds, questions: classes.map(bodies.outcomes), compressed: false });
    const whole = await askTwice(filled, { rounds: 1, questions: classes.map(bodies.whole), compressed: true });
    // Last: it changes the inventory.
    const findings = await inFreshProcess(filled, async (connection) => {
      await askEach(connection, classes.slice(0, 1).map(bodies.outcomes));
      return measureFindings(connection);
    });
    return {
      size: size.name,
      store,
      filling: filled.filling,
      starting: traced.starting,
      trace: traced,
      whole,
      findings: findings.value,
    };
  } finally {
    await filled.remove();
  }
};

interface Questions {
  readonly rounds: number;
  readonly questions: readonly string[];
  /** Whether the answers are taken in brotli, as a browser does. */
  readonly compressed: boolean;
}

const askTwice = async (
  filled: FilledStore,
  { rounds, questions, compressed }: Questions,
): Promise<AskedTwice & { readonly starting: number }> => {
  const { starting, value } = await inFreshProcess(filled, async (connection, url) => {
    const opening = await askEach(connection, questions.slice(0, 1), compressed);
    const first = await askEach(connection, questions.slice(1), compressed);
    const often = Array.from({ length: rounds }, () => questions).flat();
    const warm = await askEach(connection, often, compressed);
    return { opening: opening.timing.max, first, warm, sustained: await sustain(url, questions, compressed) };
  });
  return { starting, ...value };
};

/** Starts a server on the store, and stops it when the work is done. */
const inFreshProcess = async <T>(
  { args, environment }: FilledStore,
  work: (connection: Connection, url: string) => Promise<T>,
): Promise<{ readonly starting: number; readonly value: T }> => {
  const processes = createServedProcesses();
  const start = performance.now();
  const { child, address, ended } = processes.serve(['--port', '0', '--seed', 'none', ...args], environment);
  try {
    const url = await address();
    const starting = performance.now() - start;
    const connection = connectTo(url);
    const value = await work(connection, url);
    connection.close();
    child.kill('SIGTERM');
    await ended;
    return { starting, value };
  } finally {
    processes.killAll();
  }
};
