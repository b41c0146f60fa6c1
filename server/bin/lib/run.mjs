import { spawn } from 'node:child_process';
import { root } from './root.mjs';

const children = new Set();

/**
 * Runs a program in the project's root and resolves to `{ code, output }`. `output` says what becomes of its lines:
 * `show` passes them on to `stream` as they come, `keep` returns them, to be shown if it fails, `inherit` gives it the
 * terminal itself. Never rejects: a program that cannot be started has code 127 and the reason as output.
 */
export const run = (command, args, { output = 'keep', stream = process.stdout, env = {} } = {}) =>
  new Promise((resolve) => {
    const kept = [];
    const pipe = output === 'inherit' ? 'inherit' : 'pipe';
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', pipe, pipe],
      windowsHide: true,
    });
    children.add(child);
    for (const source of [child.stdout, child.stderr]) {
      source?.on('data', (bytes) => (output === 'show' ? stream.write(bytes) : kept.push(bytes)));
    }
    const done = (code, note = '') => {
      children.delete(child);
      resolve({ code, output: Buffer.concat(kept).toString('utf8') + note });
    };
    child.once('error', (error) => done(127, `${command}: ${error.message}\n`));
    child.once('close', (code, signal) => done(code ?? 1, signal === null ? '' : `${command}: ended by ${signal}\n`));
  });

/** Runs a JavaScript file with this Node; see `run`. */
export const runNode = (file, args, options) => run(process.execPath, [file, ...args], options);

/**
 * Makes Ctrl-C and SIGTERM end the running programs and then this process, by the same signal, so that the caller sees
 * what happened. Returns a function that undoes it, for the moment when the server takes the signals over.
 */
export const endWithSignals = () => {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const handler = (signal) => {
    for (const child of children) child.kill(signal);
    // A signal's default end skips the exit listeners, and one of them gives the lock back.
    process.emit('exit', 1);
    undo();
    process.kill(process.pid, signal);
  };
  const undo = () => {
    for (const signal of signals) process.off(signal, handler);
  };
  for (const signal of signals) process.on(signal, handler);
  return undo;
};
