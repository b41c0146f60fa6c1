import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/**
 * The one copy of `graphql` that Node gives the server's packages. Without this the sources under test get the package's
 * other build, and a schema made with one is refused by the other.
 */
const oneGraphql = [
  { find: /^graphql$/, replacement: createRequire(new URL('server/package.json', import.meta.url)).resolve('graphql') },
];

/** Files that use the one Neo4j of the run, so that no two of them ever run at the same time. A test holds the list. */
const onNeo4j = [
  'test/api/store-away.test.ts',
  'test/contract/*neo4j*.test.ts',
  'test/contract/parity.test.ts',
  'test/cypher/**/*.test.ts',
  'test/browser/*-neo4j.test.ts',
];

const minutes = (count: number): number => count * 60_000;

/** One test project. Timeouts are for a machine that is busy with other things, not a measure of speed. */
const project = (
  name: string,
  include: readonly string[],
  options: { group: number; exclude?: readonly string[]; alone?: boolean; timeout: number },
) => ({
  resolve: { alias: oneGraphql },
  test: {
    name,
    include: [...include],
    exclude: ['**/node_modules/**', ...(options.exclude ?? [])],
    environment: 'node' as const,
    testTimeout: options.timeout,
    hookTimeout: Math.max(options.timeout, minutes(5)),
    fileParallelism: options.alone !== true,
    sequence: { groupOrder: options.group },
  },
});

/**
 * The test projects, cheapest first. Projects of one group run together; groups run one after another, so that the suites
 * that share one database, or drive a browser, never compete with each other for two cores. Every test file belongs to
 * exactly one of them (`test/rules/projects.test.ts`). Run one: `npm test -- --project contract`.
 */
export default defineConfig({
  test: {
    // Two at a time on two cores as well: files wait for processes and timers a good part of their time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      project('server', ['server/src/**/*.test.ts', 'test/{trace,generators}/**/*.test.ts'], {
        group: 0,
        timeout: minutes(1),
      }),
      project('web', ['web/src/**/*.test.{ts,tsx}'], { group: 0, timeout: minutes(1) }),
      project('rules', ['test/{rules,golden}/**/*.test.ts'], { group: 0, timeout: minutes(1) }),
      project('contract', ['test/contract/**/*.test.ts'], { group: 1, timeout: minutes(3), exclude: onNeo4j }),
      project('api', ['test/{api,schema,cli,inventory,import}/**/*.test.ts'], {
        group: 1,
        timeout: minutes(2),
        exclude: onNeo4j,
      }),
      project('neo4j', onNeo4j, { group: 2, timeout: minutes(5), alone: true }),
      project('browser', ['test/browser/**/*.test.ts'], {
        group: 3,
        timeout: minutes(3),
        alone: true,
        exclude: onNeo4j,
      }),
      project('run', ['test/{run,e2e}/**/*.test.ts'], { group: 4, timeout: minutes(5), alone: true }),
    ],
  },
});
