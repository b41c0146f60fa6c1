#!/usr/bin/env node
import { join } from 'node:path';
import { requireNode } from './lib/node-version.mjs';
import { root } from './lib/root.mjs';

requireNode();

const { endWithSignals, runNode } = await import('./lib/run.mjs');
const { explainFailure, prepare } = await import('./lib/prepare.mjs');
const { createSteps, stepFailure } = await import('./lib/steps.mjs');

const tool = (...path) => join(root, 'node_modules', ...path);

/** The static checks, cheapest first: each a title, a program and its arguments. */
const checks = [
  [
    'Formatting (prettier)',
    tool('prettier', 'bin', 'prettier.cjs'),
    [
      '--check',
      '--log-level=warn',
      '--cache',
      '--cache-strategy=content',
      `--cache-location=${join(root, '.cache', 'prettier')}`,
      '.',
    ],
  ],
  ['Lint (oxlint)', tool('oxlint', 'bin', 'oxlint'), ['.']],
  ['Lint with types (oxlint)', tool('oxlint', 'bin', 'oxlint'), ['--type-aware', '.']],
  [
    'Who may import what (dependency-cruiser)',
    tool('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
    ['--config', '.dependency-cruiser.cjs', 'server/src', 'server/bin', 'web/src', 'schema', 'test'],
  ],
  ['Types of the server', tool('typescript', 'bin', 'tsc'), ['-b', 'server']],
  ['Types of the domain alone', tool('typescript', 'bin', 'tsc'), ['-p', 'server/src/domain', '--noEmit']],
  ['Types of the user interface', tool('typescript', 'bin', 'tsc'), ['-p', 'web', '--noEmit']],
  ['Types of the tests', tool('typescript', 'bin', 'tsc'), ['-p', 'test']],
];

endWithSignals();
const progress = createSteps({ total: checks.length, stream: process.stdout });
let failed = 0;
try {
  await prepare({ verbose: false, until: 'generate' });
  for (const [title, program, args] of checks) {
    try {
      await progress.step(title, async () => {
        const { code, output } = await runNode(program, args);
        if (code !== 0) throw stepFailure(`${title} failed.`, output);
      });
    } catch (error) {
      explainFailure(error);
      failed += 1;
    }
  }
} catch (error) {
  explainFailure(error);
  failed += 1;
}
console.log(failed === 0 ? 'Every check passed.' : `${failed} of ${checks.length} checks failed.`);
process.exit(failed === 0 ? 0 : 1);
