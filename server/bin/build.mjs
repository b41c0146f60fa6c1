#!/usr/bin/env node
import { requireNode } from './lib/node-version.mjs';

requireNode();

const { endWithSignals } = await import('./lib/run.mjs');
const { explainFailure, prepare } = await import('./lib/prepare.mjs');
endWithSignals();
try {
  await prepare({ verbose: process.stdout.isTTY === true });
  process.stdout.write('Packages, generated types and builds are up to date.\n');
} catch (error) {
  process.exitCode = explainFailure(error);
}
process.exit();
