import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../../server/src/config.ts';

/** The built server, as it is started for real: signals, ports and a second process cannot be tried within the test's own. */
const main = join(projectFolder, 'server', 'dist', 'main.js');

/** A server process. */
export interface Served {
  readonly child: ChildProcessWithoutNullStreams;
  /** What it wrote, on both streams. */
  readonly text: () => string;
  /** Exit code, or the signal's name. */
  readonly ended: Promise<number | string>;
  /** Where it listens, once it does; fails with what it wrote when it ends before. */
  readonly address: () => Promise<string>;
}

/** Server processes of one test file or run: none is left over after `killAll`. */
export interface ServedProcesses {
  /** Starts one; without `NEO4J_URI` in `environment` it never uses the Neo4j of this process. */
  readonly serve: (args: readonly string[], environment?: Readonly<Record<string, string>>) => Served;
  readonly killAll: () => void;
}

/** Returns no server processes yet. */
export const createServedProcesses = (): ServedProcesses => {
  const running = new Set<ChildProcessWithoutNullStreams>();
  return {
    serve: (args, added = {}) => {
      const environment: NodeJS.ProcessEnv = { ...process.env };
      for (const name of ['NEO4J_URI', 'NEO4J_USER', 'NEO4J_PASSWORD', 'NODE_ENV']) delete environment[name];
      const child = spawn(process.execPath, [main, ...args], {
        cwd: projectFolder,
        env: { ...environment, ...added },
      });
      running.add(child);
      let text = '';
      child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
      const ended = new Promise<number | string>((resolve) =>
        child.once('exit', (code, signal) => {
          running.delete(child);
          resolve(code ?? signal ?? 'ended');
        }),
      );
      return { child, text: () => text, ended, address: () => addressOf(() => text, ended) };
    },
    killAll: () => {
      for (const child of running) child.kill('SIGKILL');
    },
  };
};

const addressOf = async (text: () => string, ended: Promise<unknown>): Promise<string> => {
  const address = (): string | undefined => /EHI Atlas is at (\S+)/.exec(text())?.[1];
  const gone = ended.then(() => true);
  const soon = (): Promise<boolean> => new Promise((resolve) => setTimeout(() => resolve(false), 50));
  let over = false;
  while (address() === undefined && !over) over = await Promise.race([gone, soon()]);
  const found = address();
  if (found === undefined) throw new Error(`no address: ${text()}`);
  return found;
};
