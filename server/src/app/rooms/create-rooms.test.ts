import { describe, expect, it } from 'vitest';
import { createRooms, type SignalSender } from './create-rooms.ts';

const now = () => '2026-11-30T10:00:00.000Z';

/** How many of so many signals are taken, each of a page with an id of its own. */
const takenOf = (rooms: ReturnType<typeof createRooms>, count: number, from: SignalSender): number =>
  Array.from({ length: count }, (_, at) =>
    rooms.signal(`room-${at % 20}`, { client: `page-of-${from.name}-${at}`, address: '/' }, from),
  ).filter(({ ok }) => ok).length;

describe('rooms', () => {
  it('take only so many signals a second from one address, whatever ids they name, and do not mind the others', async () => {
    const rooms = createRooms({ now });
    try {
      const taken = takenOf(rooms, 2_000, { name: 'Ana', address: '10.0.0.1' });
      expect(taken).toBeGreaterThanOrEqual(400);
      expect(taken).toBeLessThan(1_200);
      expect(takenOf(rooms, 50, { name: 'Bo', address: '10.0.0.2' })).toBe(50);
      expect(takenOf(rooms, 50, { name: 'Cy', address: '10.0.0.1', connection: 'c-1' })).toBe(50);
    } finally {
      await rooms.stop();
    }
  });

  it('take only so many signals a second by one connection, whatever ids its pages give themselves', async () => {
    const rooms = createRooms({ now });
    try {
      expect(takenOf(rooms, 2_000, { name: 'Ana', connection: 'c-1' })).toBeLessThan(600);
      expect(takenOf(rooms, 50, { name: 'Bo', connection: 'c-2' })).toBe(50);
    } finally {
      await rooms.stop();
    }
  });
});
