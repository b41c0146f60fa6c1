#!/usr/bin/env node
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { requireNode } from './lib/node-version.mjs';
import { root } from './lib/root.mjs';

requireNode();

const { endWithSignals, runNode } = await import('./lib/run.mjs');
const { explainFailure, prepare } = await import('./lib/prepare.mjs');
const { closingLine, skippedLines, verdictOf } = await import('./lib/summary.mjs');

const finish = (verdict) => {
  process.stdout.write(`${closingLine(verdict)}\n`);
  process.exit(verdict.code);
};

endWithSignals();
try {
  await prepare();
} catch (error) {
  explainFailure(error);
  finish(verdictOf(undefined, 1));
}

const summaryFile = join(root, '.cache', 'test', 'summary.json');
rmSync(summaryFile, { force: true });
const reporter = join(root, 'server', 'bin', 'lib', 'summary-reporter.mjs');
const { code, output } = await runNode(
  join(root, 'node_modules', 'vitest', 'vitest.mjs'),
  ['run', '--reporter=default', `--reporter=${reporter}`, ...process.argv.slice(2)],
  {
    output: 'inherit',
    env: {
      EHI_TEST_SUMMARY: summaryFile,
      // Where the run is meant to gate a change, a database that cannot be had is a failure and not a skip.
      ...(process.env.CI === 'true' && process.env.EHI_REQUIRE_NEO4J === undefined ? { EHI_REQUIRE_NEO4J: '1' } : {}),
    },
  },
);

const readSummary = () => {
  try {
    return JSON.parse(readFileSync(summaryFile, 'utf8'));
  } catch {
    return undefined;
  }
};
const summary = readSummary();
const verdict = verdictOf(summary, code);
for (const line of skippedLines(summary?.skipped ?? [])) console.log(line);
for (const failure of summary?.failures ?? []) console.log(`FAILED ${failure}`);
if (summary === undefined) console.log(`The test runner ended without a summary, with code ${code}. ${output}`.trim());
else if (summary.passed + summary.failed === 0) console.log('No test was executed.');
else if (code !== 0 && summary.failed === 0) console.log(`The test runner ended with code ${code} and named no test.`);
finish(verdict);
