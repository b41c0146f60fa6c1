import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const config = join(root, '.dependency-cruiser.cjs');
const program = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');

/** One import that must be refused, by the rule that must refuse it. */
const refused: readonly (readonly [rule: string, from: string, imported: string])[] = [
  ['domain-is-pure', 'server/src/domain/a.ts', 'node:fs'],
  ['domain-is-pure', 'server/src/domain/b.ts', 'graphql'],
  ['domain-is-pure', 'server/src/domain/c.ts', '../store/port.ts'],
  ['port-speaks-domain', 'server/src/store/port.ts', 'neo4j-driver'],
  ['app-knows-only-the-port', 'server/src/app/a.ts', '../api/b.ts'],
  ['app-knows-only-the-port', 'server/src/app/c.ts', '../store/embedded/b.ts'],
  ['app-knows-only-the-port', 'server/src/app/d.ts', '../config.ts'],
  ['importers-only-translate', 'server/src/importers/a.ts', '../store/index.ts'],
  ['store-knows-no-use-case', 'server/src/store/neo4j/a.ts', '../../app/b.ts'],
  ['stores-stay-apart', 'server/src/store/neo4j/c.ts', '../embedded/b.ts'],
  ['stores-stay-apart', 'server/src/store/embedded/c.ts', '../neo4j/b.ts'],
  ['shared-store-code-has-no-adapter', 'server/src/store/queries/a.ts', '../neo4j/b.ts'],
  ['neo4j-driver-in-its-adapter', 'server/src/store/graph-store.ts', 'neo4j-driver'],
  ['neo4j-driver-in-its-adapter', 'server/src/app/e.ts', 'neo4j-driver'],
  ['grafeo-in-its-adapter', 'server/src/store/executor.ts', '@grafeo-db/js'],
  ['api-translates-only', 'server/src/api/a.ts', '../store/neo4j/b.ts'],
  ['http-gets-its-store-given', 'server/src/http/a.ts', '../store/index.ts'],
  ['nobody-imports-main', 'server/src/http/c.ts', '../main.ts'],
  ['server-stands-alone', 'server/src/api/c.ts', '../../../web/src/graph-model/b.ts'],
  ['web-talks-graphql', 'web/src/features/trace/a.ts', '../../../../server/src/domain/b.ts'],
  ['web-talks-graphql', 'web/src/features/trace/c.ts', '@ehi/server/domain'],
  ['graph-model-is-pure', 'web/src/graph-model/a.ts', 'react'],
  ['graph-model-is-pure', 'web/src/graph-model/c.ts', '../ui/b.ts'],
  ['graph-canvas-only-draws', 'web/src/graph-canvas/a.ts', '../features/trace/b.ts'],
  ['cytoscape-in-the-canvas', 'web/src/features/trace/d.ts', 'cytoscape'],
  ['cytoscape-in-the-canvas', 'web/src/graph-model/d.ts', 'cytoscape'],
  ['features-stay-apart', 'web/src/features/home/a.ts', '../trace/b.ts'],
  ['editing-knows-no-screen', 'web/src/editing/a.ts', '../features/trace/b.ts'],
  ['live-knows-no-screen', 'web/src/live/a.ts', '../features/trace/b.ts'],
  ['ui-knows-no-domain', 'web/src/ui/a.ts', '../graph-model/b.ts'],
  ['api-client-knows-no-screen', 'web/src/api/a.ts', '../features/trace/b.ts'],
  ['nobody-imports-tests', 'server/src/app/f.ts', '../../../test/kit/b.ts'],
  ['launchers-need-nothing', 'server/bin/a.mjs', 'yaml'],
  ['product-needs-no-dev-dependency', 'server/src/http/d.ts', 'fast-check'],
  ['imports-resolve', 'server/src/http/e.ts', './is-not-there.ts'],
  ['no-circles', 'server/src/http/round.ts', './trip.ts'],
];

/** Imports of the same kinds that are right, so that a rule that refuses everything is found out. */
const allowed: readonly (readonly [from: string, imported: string])[] = [
  ['server/src/domain/good.ts', './b.ts'],
  ['server/src/app/good.ts', '../store/port.ts'],
  ['server/src/store/neo4j/good.ts', 'neo4j-driver'],
  ['server/src/store/embedded/good.ts', '@grafeo-db/js'],
  ['server/src/store/index.ts', './embedded/b.ts'],
  ['server/src/main.ts', './store/index.ts'],
  ['server/src/api/good.ts', 'graphql'],
  ['server/bin/good.mjs', 'node:fs'],
  ['web/src/graph-canvas/good.ts', 'cytoscape'],
  ['web/src/graph-model/good.ts', '../gql/b.ts'],
  ['web/src/features/trace/good.ts', 'react'],
  ['test/contract/good.ts', '../../server/src/store/neo4j/b.ts'],
];

/** Modules that are only imported. */
const targets = [
  'server/src/domain/b.ts',
  'server/src/api/b.ts',
  'server/src/app/b.ts',
  'server/src/config.ts',
  'server/src/store/embedded/b.ts',
  'server/src/store/neo4j/b.ts',
  'web/src/graph-model/b.ts',
  'web/src/features/trace/b.ts',
  'web/src/ui/b.ts',
  'web/src/gql/b.ts',
  'test/kit/b.ts',
];

type Violation = { readonly from: string; readonly rule: { readonly name: string } };

let folder = '';
let violations: readonly Violation[] = [];

const put = (file: string, text: string): void => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};

const violatedBy = (from: string): readonly string[] =>
  violations.filter((violation) => violation.from === from).map(({ rule }) => rule.name);

describe('who may import what', () => {
  beforeAll(() => {
    // Below the project, and with the real packages: how a package resolves is part of what is tested.
    mkdirSync(join(root, '.cache'), { recursive: true });
    folder = mkdtempSync(join(root, '.cache', 'boundaries-'));
    for (const file of targets) put(file, 'export const b = 1;\n');
    for (const [, from, imported] of refused) put(from, `import type {} from '${imported}';\nimport '${imported}';\n`);
    for (const [from, imported] of allowed) put(from, `import '${imported}';\n`);
    put('server/src/app/types-only.ts', `import type { Driver } from 'neo4j-driver';\nexport type D = Driver;\n`);
    put('server/src/http/trip.ts', `import './round.ts';\n`);
    for (const name of ['server', 'web', 'test']) {
      symlinkSync(join(root, name, 'node_modules'), join(folder, name, 'node_modules'), 'dir');
      symlinkSync(join(root, name, 'package.json'), join(folder, name, 'package.json'));
    }
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [program, '--config', config, '--output-type', 'json', 'server', 'web', 'test'],
      { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    );
    if (stdout === '') throw new Error(`dependency-cruiser printed nothing: ${stderr}`);
    violations = (JSON.parse(stdout) as { summary: { violations: readonly Violation[] } }).summary.violations;
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(refused)('%s: %s may not import %s', (rule, from) => {
    expect(violatedBy(from)).toContain(rule);
  });

  it.each(allowed)('%s may import %s', (from) => {
    expect(violatedBy(from)).toEqual([]);
  });

  it('counts an import of types alone', () => {
    expect(violatedBy('server/src/app/types-only.ts')).toContain('neo4j-driver-in-its-adapter');
  });

  it('has a refused import for every rule', () => {
    const { forbidden } = createRequire(import.meta.url)(config) as { forbidden: readonly { name: string }[] };
    expect([...new Set(refused.map(([rule]) => rule))].toSorted()).toEqual(
      forbidden.map(({ name }) => name).toSorted(),
    );
  });
});
