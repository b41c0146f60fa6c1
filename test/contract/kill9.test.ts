import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openEmbeddedStore, verifyChangeLog } from '../../server/src/store/index.ts';
import { startChild } from './child-process.ts';
import { expectOk, tickingClock } from './store-subject.ts';

/** Lets a writer commit at least `rounds` times, kills it at a random moment, and gives the last revision it acknowledged. */
const writeAndKill = async (directory: string, rounds: number): Promise<number> => {
  const child = startChild('./embedded-writer.ts', directory);
  let acknowledged = 0;
  let seen = 0;
  const lines = createInterface({ input: child.stdout });
  const closed = once(lines, 'close');
  lines.on('line', (line) => {
    acknowledged = Number(line.split(' ')[0]);
    seen += 1;
    if (seen === rounds) void sleep(randomInt(0, 12)).then(() => child.kill('SIGKILL'));
  });
  await Promise.all([once(child, 'exit'), closed]);
  expect(child.signalCode).toBe('SIGKILL');
  return acknowledged;
};

it('loses nothing it acknowledged when its process is killed, and keeps no half commit', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'ehi-atlas-kill-'));
  try {
    for (let kill = 1; kill <= 6; kill += 1) {
      const acknowledged = await writeAndKill(directory, randomInt(1, 60));
      expect(acknowledged).toBeGreaterThan(0);
      const store = expectOk(await openEmbeddedStore({ directory, now: tickingClock() }));
      const graph = expectOk(await store.snapshot());
      expect(graph.revision).toBeGreaterThanOrEqual(acknowledged);
      expect(graph.revision % 3).toBe(0);
      const names = [graph.Audience.get('A'), graph.Audience.get('B'), graph.System.get('S')].map((one) => one?.name);
      expect(names).toEqual(Array(3).fill(`round ${graph.revision / 3}`));
      const log = expectOk(await store.changes(0, graph.revision + 10));
      const head = expectOk(verifyChangeLog(log));
      expect(head.revision).toBe(graph.revision);
      await store.close();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});
