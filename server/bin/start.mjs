#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { requireNode } from './lib/node-version.mjs';
import { root } from './lib/root.mjs';

requireNode();

const usage = `Usage: npm start -- [OPTIONS]

Installs and builds what is missing, then serves EHI Atlas on this computer. Stop it with Ctrl-C.

  --port N      port to listen on (default 4400, or PORT)
  --host HOST   address to listen on (default 127.0.0.1: this computer only)
  --data DIR    folder of the embedded database (default data/embedded, or EHI_DATA)
  --seed NAME   example inventory for an empty database: a folder name under seeds/ (default regional-hospital), or none
  --help        this text

With NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD set, that database is used and --data is not.
EHI_ALLOWED_HOSTS: names, separated by commas, that it answers to beside localhost and --host.
`;

const valued = new Set(['--port', '--host', '--data', '--seed']);

/** The first thing wrong with the arguments, as a sentence, or `undefined`. Told before the first long step, not after. */
const wrongArgument = (args) => {
  for (let at = 0; at < args.length; at += 1) {
    const [name, inline] = args[at].split(/=(.*)/s);
    if (!valued.has(name)) return `Unknown option ${args[at]}.`;
    if (inline === undefined) at += 1;
    const value = inline ?? args[at];
    if (value === undefined || value === '' || (inline === undefined && value.startsWith('--')))
      return `${name} needs a value.`;
    if (name === '--port' && !(/^\d{1,5}$/.test(value) && Number(value) <= 65_535)) return `${value} is not a port.`;
  }
  return undefined;
};

const args = process.argv.slice(2);
if (args.includes('--help') || args.includes('-h')) {
  process.stdout.write(usage);
  process.exit(0);
}
const wrong = wrongArgument(args);
if (wrong !== undefined) {
  process.stderr.write(`${wrong}\n\n${usage}`);
  process.exit(2);
}

const { countSignalsOnce } = await import('./lib/one-signal.mjs');
const { endWithSignals } = await import('./lib/run.mjs');
const { explainFailure, prepare } = await import('./lib/prepare.mjs');
const letSignalsGo = endWithSignals();
try {
  await prepare();
} catch (error) {
  process.exit(explainFailure(error));
}
// In this order: Node keeps the `emit` it had when the first listener of a signal came, for as long as there is one.
letSignalsGo();
countSignalsOnce();

// The server runs in this process: one process to stop, and it gets the signals of the terminal itself.
const main = join(root, 'server', 'dist', 'main.js');
if (!existsSync(main)) throw new Error(`${main} is missing after a build that said it was done.`);
process.argv = [process.execPath, main, ...args];
await import(pathToFileURL(main).href);
