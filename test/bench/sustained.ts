import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What is asked of which server, by how many connections, for how long. `compressed`: whether answers are taken in brotli. */
export interface SustainedQuestions {
  readonly url: string;
  readonly bodies: readonly string[];
  readonly compressed: boolean;
  readonly connections: number;
  readonly seconds: number;
}

/** Answers a second while many connections ask without a pause, and everything that was no answer. */
export interface Sustained {
  readonly connections: number;
  readonly seconds: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Connections that failed, and answers that say so in GraphQL. */
  readonly errors: number;
  readonly timeouts: number;
  readonly non2xx: number;
}

/**
 * Returns how many of the questions the server at `url` answers a second. A process of its own asks, so that neither the server nor this
 * process has to wait for it.
 */
export const sustain = (url: string, bodies: readonly string[], compressed = false): Promise<Sustained> =>
  new Promise((resolve, reject) => {
    // Takes over how this process was started: the sources are run as they are.
    const child = fork(fileURLToPath(new URL('sustained-process.ts', import.meta.url)));
    child.once('message', (sustained) => resolve(sustained as Sustained));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Asking ended with ${String(code)} before it was done.`)));
    child.send({ url, bodies, compressed, connections: 50, seconds: 8 } satisfies SustainedQuestions);
  });
