import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const loader = new URL('./typescript-loader.mjs', import.meta.url).href;
const register = `data:text/javascript,import{register}from'node:module';register(${JSON.stringify(loader)})`;

/** Starts a TypeScript file of this folder as a process of its own. Its errors go to this process's. */
export const startChild = (file: string, ...args: readonly string[]): ChildProcessByStdio<null, Readable, null> =>
  spawn(process.execPath, ['--import', register, fileURLToPath(new URL(file, import.meta.url)), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
