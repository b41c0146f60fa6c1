import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

/**
 * The one copy of `graphql` that Node gives the server's packages. Without this the sources under test get the package's
 * other build, and a schema made with one is refused by the other.
 */
const oneGraphql = [
  { find: /^graphql$/, replacement: createRequire(new URL('server/package.json', import.meta.url)).resolve('graphql') },
];

/**
 * The test projects, cheapest first. Projects with the same `groupOrder` run together; groups run one after another,
 * so that the suites that share one database, or drive a browser, never compete with each other for two cores.
 * Run one of them: `npx vitest run --project contract`.
 */
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias: oneGraphql },
        test: {
          name: 'server',
          include: ['server/src/**/*.test.ts', 'test/trace/**/*.test.ts'],
          environment: 'node',
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'web',
          include: ['web/src/**/*.test.{ts,tsx}'],
          environment: 'node',
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'rules',
          include: ['test/rules/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'contract',
          include: ['test/{contract,cypher}/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 300_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        resolve: { alias: oneGraphql },
        test: {
          name: 'api',
          include: ['test/{api,schema,cli,inventory,import}/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 300_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        resolve: { alias: oneGraphql },
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
      {
        resolve: { alias: oneGraphql },
        test: {
          name: 'run',
          include: ['test/{run,e2e}/**/*.test.ts'],
          environment: 'node',
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
});
