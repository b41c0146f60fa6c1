import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './root.mjs';
import { run, runNode } from './run.mjs';
import { stepFailure } from './steps.mjs';

const home = join(root, '.cache', 'pnpm');
const program = join(home, 'node_modules', 'pnpm', 'bin', 'pnpm.cjs');

/** The pnpm version the project is pinned to, from `packageManager` in package.json: its only home. */
const pinned = () => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager.split('@')[1];

const installed = () => {
  try {
    return JSON.parse(readFileSync(join(home, 'node_modules', 'pnpm', 'package.json'), 'utf8')).version;
  } catch {
    return undefined;
  }
};

/** How to run npm: the one that started us, else the one beside this Node, else the one on the PATH. */
const npm = (args, options) => {
  const candidates = [
    process.env.npm_execpath ?? '',
    join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const script = candidates.find((file) => file.endsWith('npm-cli.js') && existsSync(file));
  return script === undefined ? run('npm', args, options) : runNode(script, args, options);
};

/** Puts the pinned pnpm into `.cache/pnpm` unless it is there. Needs the network once. */
const ensurePnpm = async (options) => {
  const version = pinned();
  if (installed() === version) return;
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  // A package.json of its own keeps npm from looking for one in the folders above.
  writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
  const { code, output } = await npm(
    ['install', '--prefix', home, `pnpm@${version}`, '--no-audit', '--no-fund', '--no-save', '--loglevel=error'],
    options,
  );
  if (code !== 0 || installed() !== version) {
    throw stepFailure(`npm could not install pnpm ${version}. The first run needs the network.`, output);
  }
};

/** Runs the pinned pnpm with `args` (installing it first if needed) and resolves as `run` does. */
export const pnpm = async (args, options = {}) => {
  await ensurePnpm({ ...options, output: 'keep' });
  return runNode(program, args, { ...options, env: { NPM_CONFIG_UPDATE_NOTIFIER: 'false', ...options.env } });
};
