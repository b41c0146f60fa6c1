import { describe, expect, it } from 'vitest';
import { changed, moved, placeOf, stopTrouble } from './stop-drafts.ts';

const stop = (title: string) => ({ id: title, title, notes: null, link: `/${title}`, seconds: null });
const stops = [stop('a'), stop('b'), stop('c')];
const origin = 'http://atlas.example';

describe('stops', () => {
  it('are moved up and down, and no further than there are places', () => {
    expect(moved(stops, 2, -1).map(({ id }) => id)).toEqual(['a', 'c', 'b']);
    expect(moved(stops, 0, 1).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
    expect(moved(stops, 0, -1)).toBe(stops);
    expect(moved(stops, 2, 1)).toBe(stops);
  });

  it('are changed one at a time', () => {
    expect(changed(stops, 1, { title: 'x' }).map(({ title }) => title)).toEqual(['a', 'x', 'c']);
  });

  it('stand at places of this page, by address or by whole link', () => {
    expect(placeOf('http://atlas.example/map?around=system:ehr&present=1', origin)).toBe('/map?around=system%3Aehr');
    expect(placeOf(' /findings ', origin)).toBe('/findings');
    expect(placeOf('https://elsewhere.example/findings', origin)).toBeUndefined();
    expect(placeOf('', origin)).toBeUndefined();
  });

  it('are told by number where one cannot be saved', () => {
    expect(stopTrouble(stops, origin)).toBeUndefined();
    expect(stopTrouble([...stops, stop(' ')], origin)).toMatch(/^Stop 4 has no title/);
    expect(stopTrouble([{ ...stop('a'), link: 'https://x.example' }], origin)).toMatch(/place of stop 1/);
  });
});
