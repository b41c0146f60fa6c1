import { MultiDirectedGraph } from 'graphology';
import initSqlJs from 'sql.js';
import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import { createTraceIndex, trace } from '../../server/src/domain/trace/index.ts';
import { question, type Contestant, type Tables } from './released.ts';

const key = (dataClass: string, place: string): string => `${dataClass} ${place}`;

/** The product's own trace, for every channel and audience, of which the answer for one audience is read. */
export const ownTrace = (graph: EhiGraph): Contestant => {
  const index = createTraceIndex(graph);
  return {
    name: 'EHI Atlas',
    what: 'every channel, audience and outcome, exact',
    released: (dataClass) => {
      const traced = trace(index, { dataClass, asOf: question.asOf });
      if (!traced.ok) throw new Error(traced.error.type);
      return traced.value.outcomes
        .filter(
          ({ audience, outcome }) => audience === question.audience && /^(?:RELEASED|LIMITED|PARTIAL)$/.test(outcome),
        )
        .map(({ channel }) => channel)
        .toSorted();
    },
  };
};

/** A breadth-first search over arrays that were made for each class and audience: as little as any answer can cost. */
export const plainSearch = ({ origins, carries, releases, stops }: Tables): Contestant => {
  const stopped = new Set(stops.map(([dataClass, place]) => key(dataClass, place)));
  const numbers = new Map<string, number>();
  const numberOf = (system: string): number => {
    const known = numbers.get(system) ?? numbers.size;
    numbers.set(system, known);
    return known;
  };
  for (const system of carries.flatMap(([, from, to]) => [from, to])) numberOf(system);
  for (const [, system] of [...origins, ...releases]) numberOf(system);
  interface Made {
    readonly starts: number[];
    readonly out: Map<number, number[]>;
    readonly exits: (readonly [system: number, channel: string])[];
  }
  const byClass = new Map<string, Made>();
  const madeFor = (dataClass: string): Made => {
    const made = byClass.get(dataClass) ?? { starts: [], out: new Map<number, number[]>(), exits: [] };
    byClass.set(dataClass, made);
    return made;
  };
  for (const [dataClass, system] of origins) madeFor(dataClass).starts.push(numberOf(system));
  for (const [dataClass, from, to, flow] of carries) {
    if (stopped.has(key(dataClass, from)) || stopped.has(key(dataClass, flow))) continue;
    const { out } = madeFor(dataClass);
    out.set(numberOf(from), [...(out.get(numberOf(from)) ?? []), numberOf(to)]);
  }
  for (const [dataClass, system, channel] of releases)
    if (!stopped.has(key(dataClass, system)) && !stopped.has(key(dataClass, channel)))
      madeFor(dataClass).exits.push([numberOf(system), channel]);
  const rows = new Map(
    [...byClass].map(([dataClass, { starts, out, exits }]) => {
      const offsets = new Int32Array(numbers.size + 1);
      for (const [from, to] of out) offsets[from + 1] = to.length;
      for (let at = 0; at < numbers.size; at += 1) offsets[at + 1] = (offsets[at + 1] ?? 0) + (offsets[at] ?? 0);
      const targets = new Int32Array(offsets[numbers.size] ?? 0);
      for (const [from, to] of out) targets.set(to, offsets[from] ?? 0);
      return [dataClass, { starts, offsets, targets, exits }];
    }),
  );
  return {
    name: 'plain search over arrays',
    what: 'breadth-first over arrays made for this class and audience: the practical limit',
    released: (dataClass) => {
      const made = rows.get(dataClass);
      if (made === undefined) return [];
      const reached = new Uint8Array(numbers.size);
      const queue = [...made.starts];
      for (const start of queue) reached[start] = 1;
      for (let system = queue.pop(); system !== undefined; system = queue.pop())
        for (let at = made.offsets[system] ?? 0; at < (made.offsets[system + 1] ?? 0); at += 1) {
          const to = made.targets[at] ?? 0;
          if (reached[to] === 1) continue;
          reached[to] = 1;
          queue.push(to);
        }
      return made.exits
        .filter(([system]) => reached[system] === 1)
        .map(([, channel]) => channel)
        .toSorted();
    },
  };
};

/** A library for graphs in JavaScript, its edges with what they carry, searched breadth-first. */
export const graphLibrary = ({ origins, carries, releases, stops }: Tables): Contestant => {
  const stopped = new Set(stops.map(([dataClass, place]) => key(dataClass, place)));
  const graph = new MultiDirectedGraph();
  const node = (id: string): void => void graph.mergeNode(id);
  for (const [dataClass, from, to, flow] of carries) {
    node(from);
    node(to);
    const edge = flow;
    if (!graph.hasEdge(edge)) graph.addEdgeWithKey(edge, from, to, { classes: new Set<string>() });
    (graph.getEdgeAttribute(edge, 'classes') as Set<string>).add(dataClass);
  }
  const starts = groupBy(origins);
  const exits = groupBy(releases);
  for (const [, system] of [...origins, ...releases]) node(system);
  return {
    name: 'graphology',
    what: 'a graph library, edges filtered as they are walked',
    released: (dataClass) => {
      const reached = new Set((starts.get(dataClass) ?? []).map(([, system]) => system));
      const queue = [...reached];
      for (let system = queue.pop(); system !== undefined; system = queue.pop()) {
        if (stopped.has(key(dataClass, system))) continue;
        graph.forEachOutEdge(system, (edge, attributes, _from, to) => {
          if (reached.has(to) || !(attributes['classes'] as Set<string>).has(dataClass)) return;
          if (stopped.has(key(dataClass, edge))) return;
          reached.add(to);
          queue.push(to);
        });
      }
      return (exits.get(dataClass) ?? [])
        .filter(
          ([, system, channel]) =>
            reached.has(system) && !stopped.has(key(dataClass, system)) && !stopped.has(key(dataClass, channel)),
        )
        .map(([, , channel]) => channel)
        .toSorted();
    },
  };
};

const groupBy = <T extends readonly [string, ...string[]]>(rows: readonly T[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row[0], [...(groups.get(row[0]) ?? []), row]);
  return groups;
};

/** A recursive query on SQLite, as catalogues that keep lineage in tables do it. */
export const recursiveSql = async ({ origins, carries, releases, stops }: Tables): Promise<Contestant> => {
  const sql = await initSqlJs();
  const database = new sql.Database();
  database.run(`
    CREATE TABLE origins (class TEXT, system TEXT);
    CREATE TABLE carries (class TEXT, sender TEXT, receiver TEXT, flow TEXT);
    CREATE TABLE releases (class TEXT, system TEXT, channel TEXT);
    CREATE TABLE stops (class TEXT, place TEXT);
  `);
  const fill = (table: string, rows: readonly (readonly string[])[]): void => {
    const [first] = rows;
    if (first === undefined) return;
    const insert = database.prepare(`INSERT INTO ${table} VALUES (${first.map(() => '?').join(', ')})`);
    database.run('BEGIN');
    for (const row of rows) insert.run([...row]);
    database.run('COMMIT');
    insert.free();
  };
  fill('origins', origins);
  fill('carries', carries);
  fill('releases', releases);
  fill('stops', stops);
  database.run(`
    CREATE INDEX origins_class ON origins (class);
    CREATE INDEX carries_sender ON carries (class, sender);
    CREATE INDEX releases_class ON releases (class);
    CREATE INDEX stops_place ON stops (class, place);
    ANALYZE;
  `);
  const query = database.prepare(`
    WITH RECURSIVE reached (system) AS (
      SELECT system FROM origins WHERE class = $class
      UNION
      SELECT carries.receiver FROM reached
      JOIN carries ON carries.class = $class AND carries.sender = reached.system
      WHERE NOT EXISTS (SELECT 1 FROM stops WHERE stops.class = $class AND stops.place IN (carries.sender, carries.flow))
    )
    SELECT DISTINCT channel FROM releases
    WHERE class = $class AND system IN (SELECT system FROM reached)
    AND NOT EXISTS (SELECT 1 FROM stops WHERE stops.class = $class AND stops.place IN (releases.system, releases.channel))
    ORDER BY channel
  `);
  return {
    name: 'recursive SQL (SQLite)',
    what: 'a recursive query over indexed tables, as catalogues do it',
    released: (dataClass) => {
      query.bind({ $class: dataClass });
      const found: string[] = [];
      while (query.step()) found.push(String(query.get()[0]));
      query.reset();
      return found;
    },
    close: () => {
      query.free();
      database.close();
    },
  };
};
