import { describe, expect, it } from 'vitest';
import { createAllowance } from './allowance.ts';
import type { Participant, Signal } from './participant.ts';
import { isOfPointerOnly, takeSignal, troubleOfSignal } from './take-signal.ts';

const client = 'page-0001';
const from = (time: string) => ({ name: 'Ana', now: `2026-11-30T${time}:00.000Z` });
const after = (before: Participant | undefined, signal: Partial<Signal>, time = '10:00'): Participant => {
  const taken = takeSignal(before, { client, ...signal }, from(time));
  if (!taken.ok) throw new Error(JSON.stringify(taken.error));
  return taken.value;
};

describe('a signal', () => {
  it('comes in with an address, changes what it says, and takes away what it says is null', () => {
    expect(takeSignal(undefined, { client, title: 'Map' }, from('10:00'))).toMatchObject({
      ok: false,
      error: { type: 'ParticipantUnknown' },
    });
    const came = after(undefined, { address: '/map', title: 'Map', selection: ['system:ehr'] });
    expect(came).toEqual({
      client,
      name: 'Ana',
      address: '/map',
      title: 'Map',
      selection: ['system:ehr'],
      spotlight: [],
      since: '2026-11-30T10:00:00.000Z',
    });
    const moved = after(
      came,
      { pointer: { picture: 'map', x: 1, y: 2 }, title: null, name: ' Ana\u0000 Li ' },
      '10:01',
    );
    expect(moved).toEqual({
      client,
      name: 'Ana Li',
      address: '/map',
      selection: ['system:ehr'],
      spotlight: [],
      pointer: { picture: 'map', x: 1, y: 2 },
      since: '2026-11-30T10:00:00.000Z',
    });
  });

  it('keeps since when a form is open and since when one presents', () => {
    const thing = { concept: 'System', id: 'ehr' } as const;
    const first = after(undefined, { address: '/', editing: thing, presenting: true });
    const second = after(first, { editing: thing, presenting: true }, '10:05');
    expect([second.editing?.since, second.presentingSince]).toEqual([
      '2026-11-30T10:00:00.000Z',
      '2026-11-30T10:00:00.000Z',
    ]);
    const third = after(second, { editing: { ...thing, id: 'lis' }, presenting: false }, '10:06');
    expect([third.editing?.since, third.presentingSince]).toEqual(['2026-11-30T10:06:00.000Z', undefined]);
    expect(after(third, { editing: null }).editing).toBeUndefined();
  });

  it('presents after whoever does, also where the clock of another process is ahead', () => {
    const taken = takeSignal(
      undefined,
      { client, address: '/', presenting: true },
      { ...from('10:00'), begun: '2026-11-30T10:05:00.000Z' },
    );
    expect(taken).toMatchObject({ ok: true, value: { presentingSince: '2026-11-30T10:05:00.001Z' } });
  });

  it('is of the pointer only when it says nothing else', () => {
    expect(isOfPointerOnly({ client, pointer: null })).toBe(true);
    expect(isOfPointerOnly({ client, pointer: null, title: null })).toBe(false);
    expect(isOfPointerOnly({ client })).toBe(false);
  });

  it.each([
    ['a short id of a page', 'r', { client: 'x' }],
    ['no room', '', { client }],
    ['a long address', 'r', { client, address: `/${'x'.repeat(4_000)}` }],
    ['an address of another site', 'r', { client, address: '//elsewhere.example' }],
    ['an address that is none', 'r', { client, address: '/\t/' }],
    ['an address that is a script', 'r', { client, address: 'javascript:alert(1)' }],
    ['too much that is selected', 'r', { client, selection: Array.from({ length: 201 }, () => 'x') }],
    ['a pointer nowhere', 'r', { client, pointer: { picture: 'p', x: Number.NaN, y: 0 } }],
  ] satisfies readonly (readonly [string, string, Signal])[])('is refused for %s', (_what, room, signal) => {
    expect(troubleOfSignal(room, signal)).toMatchObject({ type: 'InputInvalid' });
  });
});

describe('an allowance', () => {
  it('is so many at once, and so many a second', () => {
    let now = 0;
    const { take } = createAllowance(10, () => now);
    const taken = () => Array.from({ length: 50 }, () => take('ana')).filter(Boolean).length;
    expect(taken()).toBe(10);
    now += 500;
    expect(taken()).toBe(5);
    expect(take('bo')).toBe(true);
    now += 60_000;
    expect(taken()).toBe(10);
  });

  it('forgets who was quiet for a second', () => {
    let now = 0;
    const { take, size } = createAllowance(10, () => now);
    for (let who = 0; who < 1_000; who += 1) take(`page ${who}`);
    expect(size()).toBe(1_000);
    now += 1_001;
    take('ana');
    expect(size()).toBe(1);
  });
});
