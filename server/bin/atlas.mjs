#!/usr/bin/env node
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { requireNode } from './lib/node-version.mjs';
import { root } from './lib/root.mjs';

requireNode();

// Standard output belongs to the command (`--json`), so progress goes to standard error.
const { countSignalsOnce } = await import('./lib/one-signal.mjs');
const { endWithSignals } = await import('./lib/run.mjs');
const { explainFailure, prepare } = await import('./lib/prepare.mjs');
const letSignalsGo = endWithSignals();
try {
  await prepare({ stream: process.stderr, verbose: false, until: process.argv[2] === 'serve' ? 'web' : 'server' });
} catch (error) {
  process.exit(explainFailure(error));
}
// In this order, see there.
letSignalsGo();
countSignalsOnce();

const main = join(root, 'server', 'dist', 'cli', 'main.js');
process.argv = [process.execPath, main, ...process.argv.slice(2)];
await import(pathToFileURL(main).href);
