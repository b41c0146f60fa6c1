import { describe, expect, it } from 'vitest';
import { avatarLook } from './avatar-look.ts';
import { createChangeNoter } from './change-noter.ts';
import { followAddress, showsSame, wayToFollow } from './follow-address.ts';
import { guestsOf, writePicture } from './guests.ts';
import { followedName } from './following.ts';
import { followsBack, withNews, withoutNames, type Person, type RoomNews } from './people.ts';
import { readStep, writeStep } from './presented-step.ts';
import { roomOf } from './room-name.ts';
import { readToldTopic } from './told-topic.ts';
import { selectionOf } from './selection-of.ts';

const person = (client: string, more: Partial<Person> = {}): Person => ({
  client,
  name: client,
  address: '/',
  title: null,
  selection: [],
  editing: null,
  presentingSince: null,
  spotlight: [],
  step: null,
  following: null,
  pointer: null,
  since: '2026-11-30T10:00:00.000Z',
  ...more,
});
const news = (change: Partial<RoomNews>): RoomNews => ({ whole: false, changed: [], moved: [], left: [], ...change });

describe('the people of a room', () => {
  it('are put together from everybody and what is new', () => {
    const first = withNews(new Map(), news({ whole: true, changed: [person('ana'), person('bo')] }));
    const pointer = { picture: 'map#system:ehr', x: 1, y: 2 };
    const second = withNews(
      first,
      news({
        moved: [
          { client: 'bo', pointer },
          { client: 'nobody', pointer },
        ],
        left: ['ana'],
        changed: [person('cy')],
      }),
    );
    expect([...second.keys()]).toEqual(['bo', 'cy']);
    expect(second.get('bo')?.pointer).toEqual(pointer);
    expect([...withNews(second, news({ whole: true, changed: [person('dee')] })).keys()]).toEqual(['dee']);
  });

  it('follow each other in a round of any length, or not', () => {
    const all = (...each: readonly [string, string | null][]) =>
      new Map(each.map(([client, following]) => [client, person(client, { following })]));
    const round = all(['me', 'ana'], ['ana', 'bo'], ['bo', 'me'], ['cy', 'dee'], ['dee', 'cy'], ['eve', 'gone']);
    expect(['ana', 'bo'].map((client) => followsBack(round, client, 'me'))).toEqual([true, true]);
    expect(['cy', 'eve', 'gone'].map((client) => followsBack(round, client, 'me'))).toEqual([false, false, false]);
    expect(followsBack(all(['me', 'ana'], ['ana', null]), 'ana', 'me')).toBe(false);
  });

  it('are called as the room has them now, followed or not', () => {
    const ana = { client: 'ana', name: 'Ana Li', gone: false };
    const room = new Map([['ana', person('ana', { name: 'Ana Li-Smith' })]]);
    expect(followedName(ana, room, false)).toBe('Ana Li-Smith');
    expect(followedName(ana, withoutNames(room), true)).toBe('Guest 1');
    expect(followedName(ana, new Map(), false)).toBe('Ana Li');
    expect(followedName(ana, new Map(), true)).toBe('Somebody');
  });

  it('are guests of a picture: pointers only of those who look at the same one', () => {
    const at = (picture: string) => ({ pointer: { picture: writePicture(picture, 'system:ehr'), x: 3, y: 4 } });
    const people = new Map(
      [person('me', at('map')), person('ana', at('map')), person('bo', at('trace|labs'))].map((each) => [
        each.client,
        each,
      ]),
    );
    expect(guestsOf(people, 'me', 'map').map(({ client, pointer }) => [client, pointer])).toEqual([
      ['ana', { anchor: 'system:ehr', x: 3, y: 4 }],
      ['bo', undefined],
    ]);
  });
});

describe('an address', () => {
  it('is followed without the form that is open there, and own presenter mode stays', () => {
    expect(followAddress('/map?sel=system%3Aehr&do=capture&present=1')).toBe('/map?sel=system%3Aehr');
    expect(wayToFollow('/map?sel=a', '?present=1&at=4')).toBe('/map?sel=a&present=1');
    expect(wayToFollow('/map?present=1', '')).toBe('/map');
    expect(showsSame('/map?do=capture', '/map')).toBe(true);
    expect(showsSame('/map?at=5', '/map')).toBe(false);
  });

  it('that is no place of this site is the home page, whoever said it', () => {
    for (const address of ['//', '/\t/', '//elsewhere.org/map?at=4']) {
      expect(followAddress(address)).toBe('/');
      expect(wayToFollow(address, '?present=1')).toBe('/?present=1');
    }
  });

  it('names the room and what is selected', () => {
    const url = (path: string) => new URL(path, 'http://here');
    expect([roomOf(url('/map')), roomOf(url('/map?workshop=spring'))]).toEqual(['everybody', 'spring']);
    expect(selectionOf(url('/trace?sel=flow:a,b'))).toEqual(['flow:a,b']);
    expect(selectionOf(url('/map?sel=system:a,system:b%252Cc'))).toEqual(['system:a', 'system:b,c']);
    expect(selectionOf(url('/'))).toEqual([]);
  });
});

describe('what is stepped through', () => {
  it('comes through a signal as it was, and anything else as nothing', () => {
    const step = { path: 'a|b', step: 3, finding: undefined };
    expect(readStep(writeStep(step))).toEqual(step);
    const nothing = { path: undefined, step: undefined, finding: undefined };
    expect(writeStep(nothing)).toBeNull();
    for (const text of [null, '', 'null', '[1]', '{"step":-1,"path":5}']) expect(readStep(text)).toEqual(nothing);
  });

  it('brings the topic that is spoken of along with its clock, also where nothing is stepped through', () => {
    const topic = { id: 'fees', title: 'Fees', timer: { minutes: 5, spent: 1000, runsSince: 20 } };
    const step = { path: 'a|b', step: 0, finding: undefined };
    const none = { path: undefined, step: undefined, finding: undefined };
    expect(readToldTopic(writeStep(step, topic))).toEqual(topic);
    expect(readStep(writeStep(step, topic))).toEqual(step);
    expect(readToldTopic(writeStep(none, topic))).toEqual(topic);
    const unlimited = { ...topic, timer: { minutes: undefined, spent: 0, runsSince: undefined } };
    expect(readToldTopic(writeStep(none, unlimited))).toEqual(unlimited);
    for (const text of [null, 'x', '{"topic":7}', '{"topic":{"id":"a"}}']) expect(readToldTopic(text)).toBeUndefined();
    expect(readToldTopic('{"topic":{"id":"a","title":"A","timer":{"spent":-1}}}')?.timer).toBeUndefined();
  });

  it('leaves out the path first where all of it is too long for a signal', () => {
    const topic = { id: 'fees', title: 'Fees', timer: undefined };
    const text = writeStep({ path: 'p'.repeat(2000), step: 1, finding: undefined }, topic);
    expect(text?.length).toBeLessThan(1000);
    expect([readStep(text).path, readToldTopic(text)]).toEqual([undefined, topic]);
  });
});

describe('a look', () => {
  it('has the first letters of the first and the last word, and is the same for the same name', () => {
    expect(avatarLook('Ana Maria Li', 'x').letters).toBe('AL');
    expect(avatarLook('Öz', 'x').letters).toBe('Ö');
    expect(avatarLook(undefined, 'x').letters).toBe('?');
    expect(avatarLook('Bo', 'x')).toEqual(avatarLook('Bo', 'y'));
    const looks = new Set(
      Array.from({ length: 40 }, (_, at) => avatarLook(`Person ${at}`, 'x')).map(
        ({ shape, colour }) => `${shape} ${colour}`,
      ),
    );
    expect(looks.size).toBeGreaterThan(15);
  });
});

describe('what notes changes', () => {
  it('notes the newest of many at once, after an own change is answered', () => {
    const waiting: (() => void)[] = [];
    const noted: number[] = [];
    const concepts: string[][] = [];
    let busy = false;
    const hear = createChangeNoter({
      note: (revision, changed) => {
        noted.push(revision);
        concepts.push([...changed].map(([concept, newest]) => `${concept} ${newest}`));
      },
      isBusy: () => busy,
      wait: (run) => void waiting.push(run),
      random: () => 0,
    });
    const run = (): void => {
      for (const each of waiting.splice(0)) each();
    };
    for (const revision of [1, 3, 2]) hear({ revision, concept: revision === 1 ? 'FLOW' : 'SYSTEM' });
    expect(waiting).toHaveLength(1);
    run();
    expect(noted).toEqual([3]);
    busy = true;
    hear({ revision: 4, concept: 'WORKSHOP' });
    run();
    run();
    expect(noted).toEqual([3]);
    busy = false;
    run();
    expect(noted).toEqual([3, 4]);
    // An own change that is never answered does not hold others up for ever.
    busy = true;
    hear({ revision: 5, concept: 'WORKSHOP' });
    for (let round = 0; round < 40; round += 1) run();
    expect(noted).toEqual([3, 4, 5]);
    expect(concepts).toEqual([['FLOW 1', 'SYSTEM 3'], ['WORKSHOP 4'], ['WORKSHOP 5']]);
  });
});
