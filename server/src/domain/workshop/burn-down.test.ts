import { describe, expect, it } from 'vitest';
import type { Workshop } from '../model/concepts.ts';
import { burnDown } from './burn-down.ts';
import { totalUnknown, unknownKinds, type UnknownCounts } from './unknowns.ts';

const counts = (each: number): UnknownCounts =>
  Object.fromEntries(unknownKinds.map((kind) => [kind, each])) as unknown as UnknownCounts;
const at = (day: string): string => `2026-11-${day}T09:00:00.000Z`;
const workshop = (id: string, fields: Partial<Workshop>): Workshop => ({
  id,
  name: `Workshop ${id}`,
  facilitator: 'F',
  heldOn: '2026-11-20',
  state: 'CLOSED',
  attendees: [],
  source: 'F',
  grade: 'ASSERTED',
  recordedAt: at('01'),
  createdAt: at('01'),
  updatedAt: at('01'),
  revision: 1,
  ...fields,
});

describe('the burn-down', () => {
  it('has what each workshop kept when it was opened and closed, oldest first, and now', () => {
    const second = workshop('b', { openedAt: at('20'), openedRevision: 30, unknownsAtOpen: JSON.stringify(counts(2)) });
    const first = workshop('a', {
      openedAt: at('10'),
      openedRevision: 10,
      unknownsAtOpen: JSON.stringify(counts(5)),
      closedAt: at('11'),
      closedRevision: 20,
      unknownsAtClose: JSON.stringify({ ...counts(3), CLASS_UNMAPPED: 'many' }),
    });
    const points = burnDown([second, workshop('planned', { state: 'PLANNED' }), first], {
      at: at('25'),
      revision: 40,
      counts: counts(1),
    });
    expect(points.map(({ moment, revision }) => [moment, revision])).toEqual([
      ['OPENED', 10],
      ['CLOSED', 20],
      ['OPENED', 30],
      ['NOW', 40],
    ]);
    expect(points.map((point) => totalUnknown(point.counts))).toEqual([40, 21, 16, 8]);
  });

  it('has now alone where no workshop was opened', () => {
    expect(burnDown([], { at: at('25'), revision: 0, counts: counts(0) })).toHaveLength(1);
  });
});
