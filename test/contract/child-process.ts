import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const loader = new URL('./typescript-loader.mjs', import.meta.url).href;
const register = `data:text/javascript,import{register}from'node:module';register(${JSON.stringify(loader)})`;

/** Starts a TypeScript file of this folder as a process of its own. Its errors go to this process's. */
export const startChild = (file: string, ...args: readonly string[]): ChildProcessByStdio<null, Readable, null> =>
  spawnChild(process.execPath, argumentsFor(file, args));

/** The same, in a process that can write no file beyond `kibibytes`: what a full disk is like. Not on Windows. */
export const startChildOnFullDisk = (
  kibibytes: number,
  file: string,
  ...args: readonly string[]
): ChildProcessByStdio<null, Readable, null> =>
  spawnChild('bash', [
    '-c',
    `trap '' XFSZ; ulimit -f ${kibibytes}; exec "$@"`,
    'bash',
    process.execPath,
    ...argumentsFor(file, args),
  ]);

const argumentsFor = (file: string, args: readonly string[]): readonly string[] => [
  '--import',
  register,
  fileURLToPath(new URL(file, import.meta.url)),
  ...args,
];

const spawnChild = (program: string, args: readonly string[]): ChildProcessByStdio<null, Readable, null> =>
  spawn(program, [...args], { stdio: ['ignore', 'pipe', 'inherit'] });
