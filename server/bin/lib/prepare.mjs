import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { pnpm } from './pnpm.mjs';
import { root } from './root.mjs';
import { runNode } from './run.mjs';
import { contentStamp, dropStamp, readStamp, writeStamp } from './stamp.mjs';
import { createSteps, stepFailure } from './steps.mjs';

const at = (...parts) => join(root, ...parts);
const isCode = (file) => !/\.(test|spec)\.tsx?$/.test(file);

const must = (what, { code, output }) => {
  if (code !== 0) throw stepFailure(`${what} failed (exit code ${code}).`, output);
};

const lockFiles = ['pnpm-lock.yaml', 'pnpm-workspace.yaml'];
const schemaFiles = ['schema'];
const shapesTypes = (file) => !file.startsWith('schema/') || /\.(graphql|ts)$/.test(file);
const inherited = ['tsconfig.base.json', 'package.json'];

/**
 * The steps between a fresh clone and a runnable product, in order. `stamp` names the content a step's result depends
 * on, `outputs` what must exist afterwards; a step runs when either does not match.
 */
const steps = [
  {
    name: 'install',
    title: 'Installing packages',
    stamp: () => contentStamp(lockFiles, { extra: [process.platform, process.arch, process.version] }),
    outputs: [
      'node_modules/.modules.yaml',
      'server/node_modules',
      'web/node_modules',
      'schema/node_modules',
      'test/node_modules',
    ],
    work: async ({ stream, verbose }) =>
      must(
        'pnpm install',
        await pnpm(['install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only'], {
          output: verbose ? 'show' : 'keep',
          stream,
          // Without a terminal pnpm asks before it replaces a node_modules folder, and then gives up.
          env: { CI: 'true' },
        }),
      ),
  },
  {
    name: 'generate',
    title: 'Generating types from the schema',
    stamp: () =>
      contentStamp([...lockFiles, ...schemaFiles, 'web/src'], {
        keep: (file) => isCode(file) && shapesTypes(file) && !file.startsWith('web/src/gql/'),
      }),
    outputs: ['server/src/api/gen', 'web/src/gql'],
    work: async () => must('Code generation', await pnpm(['--filter', '@ehi/schema', 'run', 'generate'])),
  },
  {
    name: 'server',
    title: 'Building the server',
    stamp: () =>
      contentStamp(
        [...lockFiles, ...inherited, 'server/package.json', 'server/tsconfig.json', 'server/src', ...schemaFiles],
        {
          keep: (file) => isCode(file) && shapesTypes(file),
        },
      ),
    outputs: ['server/dist/main.js'],
    work: async ({ missing }) =>
      must(
        'The server build',
        // Build information may outlive a deleted dist folder; then only a forced build writes it again.
        await runNode(at('node_modules', 'typescript', 'bin', 'tsc'), [
          '-b',
          'server',
          ...(missing ? ['--force'] : []),
        ]),
      ),
  },
  {
    name: 'web',
    title: 'Building the user interface',
    stamp: () =>
      contentStamp([...lockFiles, ...inherited, 'web', ...schemaFiles], {
        keep: (file) => isCode(file) && shapesTypes(file),
      }),
    outputs: ['web/dist/index.html'],
    work: async () => must('The user interface build', await pnpm(['--filter', '@ehi/web', 'run', 'build'])),
  },
];

const isMissing = (step) => step.outputs.some((output) => !existsSync(at(output)));
const isDue = (step) => isMissing(step) || readStamp(step.name) !== step.stamp();

const runSteps = async (chosen, options) => {
  const progress = createSteps({ total: chosen.length, stream: options.stream });
  for (const step of chosen) {
    if (!isDue(step)) {
      progress.skip(step.title);
      continue;
    }
    await progress.step(step.title, async () => {
      const missing = isMissing(step);
      dropStamp(step.name);
      const stamp = step.stamp();
      await step.work({ ...options, missing });
      if (isMissing(step)) throw stepFailure(`${step.title} made no ${step.outputs.join(', ')}.`);
      writeStamp(step.name, stamp);
    });
  }
};

/**
 * Brings packages, generated types and both builds up to date, and resolves to nothing. Does no work, asks no network
 * and takes no lock when nothing has changed. Two processes may call it at once: one works, the other waits.
 * `until` stops after the named step; `verbose` shows pnpm's own progress. Rejects with a `stepFailure`.
 */
export const prepare = async ({ stream = process.stdout, until = 'web', verbose = true } = {}) => {
  const chosen = steps.slice(0, steps.findIndex((step) => step.name === until) + 1);
  if (!chosen.some(isDue)) return;
  await withLock(
    at('.cache', 'prepare.lock'),
    () => runSteps(chosen, { stream, verbose }),
    () => stream.write('Another command is preparing this folder; waiting for it …\n'),
  );
};

/** Prints a failure for people and returns the exit code for it. Bugs keep their stack. */
export const explainFailure = (error) => {
  if (error?.isStepFailure !== true) {
    console.error(error);
    return 1;
  }
  if (error.output.trim() !== '') console.error(error.output.trimEnd());
  console.error(error.message);
  return 1;
};
