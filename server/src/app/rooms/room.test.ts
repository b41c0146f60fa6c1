import { describe, expect, it } from 'vitest';
import type { Participant } from './participant.ts';
import { createRoom, type Told } from './room.ts';

const page = (client: string, more: Partial<Participant> = {}): Participant => ({
  client,
  name: client,
  address: '/',
  selection: [],
  spotlight: [],
  since: '2026-11-30T10:00:00.000Z',
  ...more,
});
const at = (x: number) => ({ picture: 'map', x, y: 0 });

/** What somebody who was told so much is told now, shortened to ids. */
const shortNews = (room: ReturnType<typeof createRoom>, told: Told | undefined) => {
  const news = room.news(told);
  if (news === undefined) return undefined;
  const [{ whole, changed, moved, left }, next] = news;
  return {
    whole,
    changed: changed.map(({ client }) => client),
    moved: moved.map(({ client, pointer }) => `${client} ${pointer?.x}`),
    left,
    next,
  };
};

describe('a room', () => {
  it('tells everybody first, then only what is new, the newest of each', () => {
    const room = createRoom();
    room.put(page('ana'), false);
    room.put(page('bo'), false);
    const first = shortNews(room, undefined);
    expect(first).toMatchObject({ whole: true, changed: ['ana', 'bo'], moved: [], left: [] });
    expect(room.news(first?.next)).toBeUndefined();
    for (let x = 0; x < 100; x += 1) room.put(page('ana', { pointer: at(x) }), true);
    room.put(page('cy'), false);
    const second = shortNews(room, first?.next);
    expect(second).toMatchObject({ whole: false, changed: ['cy'], moved: ['ana 99'], left: [] });
    room.remove('bo');
    room.put(page('dee'), false);
    room.remove('dee');
    expect(shortNews(room, second?.next)).toMatchObject({ changed: [], moved: [], left: ['bo'] });
  });

  it('tells of who left and came back as of who changed', () => {
    const room = createRoom();
    room.put(page('ana'), false);
    const first = shortNews(room, undefined);
    room.remove('ana');
    room.put(page('ana', { address: '/map' }), false);
    expect(shortNews(room, first?.next)).toMatchObject({ changed: ['ana'], left: [] });
  });

  it('has one presenter, who began last, and tells that the other does so no more', () => {
    const room = createRoom();
    room.put(page('ana', { presentingSince: '2026-11-30T10:00:00.000Z' }), false);
    const first = shortNews(room, undefined);
    room.put(page('bo', { presentingSince: '2026-11-30T10:01:00.000Z' }), false);
    expect(room.find('ana')?.presentingSince).toBeUndefined();
    expect(shortNews(room, first?.next)?.changed.toSorted()).toEqual(['ana', 'bo']);
    // Somebody on another process began later still.
    room.putOthers([page('cy', { presentingSince: '2026-11-30T10:02:00.000Z' })]);
    const [event] = room.news(undefined) ?? [];
    expect(
      event?.changed.filter(({ presentingSince }) => presentingSince !== undefined).map(({ client }) => client),
    ).toEqual(['cy']);
    // That process has not heard of Dee yet and tells the same once more.
    room.put(page('dee', { presentingSince: '2026-11-30T10:03:00.000Z' }), false);
    room.putOthers([page('cy', { presentingSince: '2026-11-30T10:02:00.000Z', title: 'Map' })]);
    expect(room.find('dee')?.presentingSince).toBeDefined();
  });

  it('has pages of other processes beside its own, and is told nothing when they tell the same again', () => {
    const room = createRoom();
    room.put(page('ana'), false);
    room.putOthers([page('bo')]);
    const first = shortNews(room, undefined);
    expect(first?.changed.toSorted()).toEqual(['ana', 'bo']);
    room.putOthers([page('bo')]);
    expect(room.news(first?.next)).toBeUndefined();
    room.putOthers([page('bo', { address: '/map' }), page('cy')]);
    const second = shortNews(room, first?.next);
    expect(second?.changed.toSorted()).toEqual(['bo', 'cy']);
    room.putOthers([page('cy')]);
    expect(shortNews(room, second?.next)).toMatchObject({ changed: [], left: ['bo'] });
    // A page that moved from there to here is one page, as it is here.
    room.put(page('cy', { address: '/here' }), false);
    expect(room.news(undefined)?.[0].changed.find(({ client }) => client === 'cy')?.address).toBe('/here');
    expect(room.size()).toBe(2);
  });
});
