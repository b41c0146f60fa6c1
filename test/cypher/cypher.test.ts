import { createRequire } from 'node:module';
import type * as Grafeo from '@grafeo-db/js';
import neo4j from 'neo4j-driver';
import { describe, expect, it } from 'vitest';
import { conceptNames } from '../../server/src/domain/model/concepts.ts';
import { readMigrations } from '../../server/src/store/migrations.ts';
import { cypher } from '../../server/src/store/queries/cypher-query.ts';
import { describeWithNeo4j } from '../kit/neo4j.ts';
import { loadQueries, scansOnPurpose, sourceOf } from './queries.ts';

const queries = await loadQueries();
const { GrafeoDB } = createRequire(import.meta.url)('@grafeo-db/js') as typeof Grafeo;

describe('every Cypher statement', () => {
  it('is found, and has a name of its own', () => {
    expect(queries.length).toBeGreaterThan(100);
    expect(new Set(queries.map((one) => one.name)).size).toBe(queries.length);
  });

  it('says which index it uses', async () => {
    for (const file of new Set(queries.map((one) => one.file))) {
      expect((await sourceOf(file)).match(/Index: /g), file).not.toBeNull();
    }
  });

  it('orders its rows when it reads, unless they make a set', () => {
    const unordered = queries.filter(({ access, text }) => access === 'READ' && !/ORDER BY/.test(text));
    expect(unordered.map((one) => one.name)).toEqual(['find-targets']);
  });

  it('only writes when it says so', () => {
    for (const { name, access, text } of queries) {
      expect(/\b(?:CREATE|MERGE|SET|DELETE)\b/.test(text), name).toBe(access === 'WRITE');
    }
  });

  it('looks only at labels that have a key, and an index for it in the embedded database', async () => {
    const labels = new Set(queries.flatMap(({ text }) => [...text.matchAll(/\(\w*:(\w+)/g)].map(([, label]) => label)));
    const statements = await readMigrations('embedded');
    const definedFor = (kind: string) =>
      statements.filter((one) => one.includes(kind)).map((one) => /\(n:(\w+)\)/.exec(one)?.[1]);
    expect(labels.size).toBeGreaterThan(conceptNames.length);
    expect([...labels].filter((label) => !definedFor('CREATE CONSTRAINT').includes(label))).toEqual([]);
    expect([...labels].filter((label) => !definedFor('_lookup').includes(label))).toEqual([]);
    expect((await readMigrations('neo4j')).filter((one) => one.includes('_lookup'))).toEqual([]);
  });

  it('takes values as parameters only', () => {
    const label = 'System';
    // @ts-expect-error a substitution is a second argument, and the tag takes one
    const interpolated = () => cypher`MATCH (n:${label}) RETURN n`;
    expect(interpolated).toBeTypeOf('function');
  });

  it('is understood by the embedded database, which finds keys by index', async () => {
    const database = GrafeoDB.create();
    for (const statement of await readMigrations('embedded')) await database.executeCypher(statement);
    const withoutIndex: string[] = [];
    for (const { name, text } of queries) {
      const [row] = (await database.executeCypher(`EXPLAIN ${text}`, plainParamsOf(name))).toArray();
      const { plan } = row as { readonly plan: string };
      const isKeyed = /\{id: |WHERE/.test(text) && !scansOnPurpose(name);
      if (isKeyed && !/\[(?:index|range): /.test(plan)) withoutIndex.push(`${name}: ${plan}`);
    }
    expect(withoutIndex).toEqual([]);
    database.close();
  });
});

/** Values of the right kind for a statement that is planned and not run. */
const paramsOf = (name: string): Record<string, unknown> => {
  const number = neo4j.int(1);
  const ids = name === 'find-targets' ? Object.fromEntries(conceptNames.map((concept) => [concept, ['x']])) : ['x'];
  const texts = {
    id: 'x',
    concept: 'Flow',
    commitId: 'x',
    by: 'x',
    process: 'x',
    toldText: 'x',
    headHash: 'x',
    text: 'x',
    liveOn: 'x',
    sort: 'NAME',
  };
  const numbers = {
    after: number,
    upTo: number,
    before: number,
    limit: number,
    first: number,
    revision: number,
    beat: number,
  };
  const place = { afterValue: 'x', afterId: 'x', descending: true, equals: {} };
  return { ids, rows: [], words: [], concepts: [], ...texts, ...numbers, ...place };
};

/** The same for the embedded database, which takes numbers as they are. */
const plainParamsOf = (name: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(paramsOf(name)).map(([key, value]) => [key, neo4j.isInt(value) ? 1 : value]));

await describeWithNeo4j('every Cypher statement on Neo4j', (target) => {
  it('is planned without a scan it does not need, and uses nothing deprecated', async () => {
    await target.wipe();
    const driver = neo4j.driver(target.uri, neo4j.auth.basic(target.user, target.password));
    const session = driver.session();
    try {
      for (const statement of await readMigrations('neo4j')) await session.run(statement);
      for (const { name, text } of queries) {
        const { summary } = await session.run(`EXPLAIN ${text}`, paramsOf(name));
        const notes = summary.notifications.map(({ code, category }) => ({ code, category }));
        expect(
          notes.filter(({ category }) => category === 'DEPRECATION'),
          name,
        ).toEqual([]);
        expect(summary.plan, name).not.toBe(false);
        const operators = operatorsOf(summary.plan as Plan);
        const scans = operators.filter((one) => /AllNodesScan|NodeByLabelScan|RelationshipTypeScan/.test(one));
        if (scansOnPurpose(name)) expect(scans, name).not.toEqual([]);
        else expect(scans, `${name}: ${operators.join(' < ')}`).toEqual([]);
      }
    } finally {
      await session.close();
      await driver.close();
    }
  }, 300_000);
});

interface Plan {
  readonly operatorType: string;
  readonly children: readonly Plan[];
}

const operatorsOf = (plan: Plan): readonly string[] => [plan.operatorType, ...plan.children.flatMap(operatorsOf)];
