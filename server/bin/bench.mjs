#!/usr/bin/env node
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { requireNode } from './lib/node-version.mjs';
import { root } from './lib/root.mjs';

requireNode();

const { endWithSignals, runNode } = await import('./lib/run.mjs');
const { explainFailure, prepare } = await import('./lib/prepare.mjs');

// The sources are measured as they are: types are taken off them as they are loaded.
const loader = pathToFileURL(join(root, 'test', 'contract', 'typescript-loader.mjs')).href;
const register = `data:text/javascript,import{register}from'node:module';register(${JSON.stringify(loader)})`;

endWithSignals();
try {
  // The server and the interface are measured as they are built.
  await prepare({ verbose: false });
  const { code } = await runNode('--expose-gc', ['--import', register, join(root, 'test', 'bench', 'main.ts')], {
    output: 'show',
  });
  process.exitCode = code;
} catch (error) {
  process.exitCode = explainFailure(error);
}
process.exit();
