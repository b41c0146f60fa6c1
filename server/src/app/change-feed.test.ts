import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Change } from '../domain/model/change.ts';
import { ok } from '../domain/result.ts';
import { createChangeFeed } from './change-feed.ts';
import { createSharedRevision } from './shared-revision.ts';

const change = (revision: number): Change => ({
  revision,
  at: '2026-11-21T00:00:00.000Z',
  actor: 'test',
  action: 'CREATE',
  concept: 'System',
  entity: `system-${revision}`,
  before: null,
  after: {},
  previousHash: '',
  hash: '',
});

/** A database of several members: the one that is asked first is behind. */
const lagging = { follower: 98, leader: 100, reads: 0 };

const feedOver = () => {
  const state = { ...lagging };
  const store = {
    revision: async (atLeast = 0) => {
      state.reads += 1;
      return ok(state.follower >= atLeast ? state.follower : state.leader);
    },
    changes: async (after: number, limit: number) =>
      ok(Array.from({ length: Math.min(limit, state.leader - after) }, (_, at) => change(after + at + 1))),
  };
  const revision = createSharedRevision(store);
  return { state, feed: createChangeFeed({ store, revision, pollMs: 100 }) };
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the feed of changes', () => {
  it('asks the member that writes, where the one at hand is behind what the client was told of', async () => {
    const { state, feed } = feedOver();
    const follower = feed.follow(100);
    const next = follower.next();
    await vi.advanceTimersByTimeAsync(50);
    state.leader = 101;
    state.follower = 101;
    await vi.advanceTimersByTimeAsync(200);
    expect(await next).toEqual({ done: false, value: ok(change(101)) });
    await follower.return?.();
  });

  it('says so where no member has what the client was told of', async () => {
    const { feed } = feedOver();
    expect(await feed.follow(200).next()).toEqual({
      done: false,
      value: { ok: false, error: { type: 'RevisionAhead', asked: 200, actual: 100 } },
    });
  });

  it('looks as often for many followers, who come and go, as for one, and not at all for none', async () => {
    const { state, feed } = feedOver();
    state.follower = 100;
    const looksIn = async (ms: number): Promise<number> => {
      const before = state.reads;
      await vi.advanceTimersByTimeAsync(ms);
      return state.reads - before;
    };
    for (let round = 0; round < 20; round += 1) {
      const passing = feed.follow();
      void passing.next();
      await vi.advanceTimersByTimeAsync(100 * (round % 3) + 1);
      await passing.return?.();
    }
    const stays = feed.follow();
    void stays.next();
    await vi.advanceTimersByTimeAsync(500);
    expect(await looksIn(1_000)).toBeLessThanOrEqual(10);
    await stays.return?.();
    await vi.advanceTimersByTimeAsync(200);
    expect(await looksIn(1_000)).toBe(0);
  });

  it('ends for those who follow when it is stopped', async () => {
    const { state, feed } = feedOver();
    state.follower = 100;
    const follower = feed.follow();
    const next = follower.next();
    await vi.advanceTimersByTimeAsync(50);
    feed.stop();
    expect(await next).toEqual({ done: true, value: undefined });
  });
});
