import { describe, expect, it } from 'vitest';
import type { Revision } from '../domain/model/entity.ts';
import { ok, type Result } from '../domain/result.ts';
import type { StoreUnavailable } from '../store/port.ts';
import { createSharedRevision } from './shared-revision.ts';

type Read = Result<Revision, StoreUnavailable>;

/** A store whose reads are answered by hand, in order. */
const heldStore = () => {
  const reads: { readonly atLeast: Revision | undefined; readonly answer: (read: Read) => void }[] = [];
  const revision = (atLeast?: Revision): Promise<Read> => new Promise((answer) => void reads.push({ atLeast, answer }));
  return { store: { revision }, reads };
};

const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

describe('the revision that many ask for at once', () => {
  it('is read once for all who came while a read was under way, and by a read that began after they came', async () => {
    const { store, reads } = heldStore();
    const shared = createSharedRevision(store);
    const first = shared.read();
    const later = [shared.read(), shared.read(), shared.read()];
    expect(reads).toHaveLength(1);
    reads[0]?.answer(ok(4));
    expect(await first).toEqual(ok(4));
    await settled();
    expect(reads).toHaveLength(2);
    reads[1]?.answer(ok(5));
    expect(await Promise.all(later)).toEqual([ok(5), ok(5), ok(5)]);
    expect(reads).toHaveLength(2);
    expect(shared.seen()).toBe(5);
  });

  it('is not set back by a read that began before a change was written here', async () => {
    const { store, reads } = heldStore();
    const shared = createSharedRevision(store);
    const early = shared.read();
    shared.saw(8);
    reads[0]?.answer(ok(7));
    await early;
    expect(shared.seen()).toBe(8);
  });

  it('is set back when the database itself went back', async () => {
    const { store, reads } = heldStore();
    const shared = createSharedRevision(store);
    shared.saw(8);
    let moves = 0;
    shared.onMove(() => (moves += 1));
    const read = shared.read();
    reads[0]?.answer(ok(3));
    await read;
    expect(shared.seen()).toBe(3);
    expect(moves).toBe(1);
  });

  it('asks for what somebody was told of elsewhere, and says when it is not there', async () => {
    const { store, reads } = heldStore();
    const shared = createSharedRevision(store);
    const reached = shared.reach(12);
    expect(reads[0]?.atLeast).toBe(12);
    reads[0]?.answer(ok(12));
    expect(await reached).toEqual(ok(undefined));
    expect(await shared.reach(11)).toEqual(ok(undefined));
    expect(reads).toHaveLength(1);
    const tooFar = shared.reach(99);
    reads[1]?.answer(ok(13));
    expect(await tooFar).toEqual({ ok: false, error: { type: 'RevisionAhead', asked: 99, actual: 13 } });
  });
});
