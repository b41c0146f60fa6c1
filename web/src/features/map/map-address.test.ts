import { describe, expect, it } from 'vitest';
import { questionOf } from './use-map-picture.ts';
import { groupingOf } from './use-map-view.ts';
import { parseMapParams, withMapParams, type MapParams } from './use-map-params.ts';
import { parseSavedViews, withSavedView } from './use-saved-views.ts';

const at = (path: string): URL => new URL(path, 'http://localhost');

const full: MapParams = {
  around: ['system:a,b', 'channel:c~d'],
  hops: 2,
  expand: [
    { of: 'system:x', direction: 'IN' },
    { of: 'system:y~z', direction: 'BOTH' },
  ],
  show: ['system:s'],
  hide: ['system:100%'],
  group: 'zone',
  open: ['group:zone:inner, north'],
  overlay: 'grade',
  dataClass: 'laboratory',
  asOf: '2026-01-01',
  most: 5000,
  selected: ['system:a,b'],
  view: 'table',
  ways: { from: 'system:a', through: ['system:m', 'system:n'], to: 'channel:c~d' },
  way: ['system:a', 'channel:c~d'],
};

describe('the address of a map', () => {
  it('reads back what was written', () => {
    expect(parseMapParams(at(withMapParams(at('/map'), full)))).toEqual(full);
  });

  it('leaves defaults and cleared values out, so that equal views have equal addresses', () => {
    const cleared = Object.fromEntries(Object.keys(full).map((key) => [key, undefined]));
    expect(withMapParams(at(withMapParams(at('/map'), full)), cleared)).toBe('/map');
    expect(withMapParams(at('/map'), { hops: 1, group: 'auto', overlay: 'status', view: 'picture', around: [] })).toBe(
      '/map',
    );
  });

  it('reads what it does not know as the default', () => {
    expect(parseMapParams(at('/map?hops=9&group=x&overlay=y&view=z&most=0'))).toMatchObject({
      hops: 1,
      group: 'auto',
      overlay: 'status',
      view: 'picture',
      most: undefined,
    });
  });

  it('asks the server for what is shown, the chosen way with it', () => {
    const { input } = questionOf(full);
    expect(input.around).toEqual([
      { concept: 'SYSTEM', id: 'a,b' },
      { concept: 'ACCESS_CHANNEL', id: 'c~d' },
    ]);
    expect(input.show).toEqual([
      { concept: 'SYSTEM', id: 's' },
      { concept: 'SYSTEM', id: 'a' },
      { concept: 'ACCESS_CHANNEL', id: 'c~d' },
    ]);
    expect(input.most).toBe(5000);
  });

  it('groups all of a large inventory by organization, unless told otherwise', () => {
    expect(groupingOf({ group: 'auto', around: [] }, 61)).toBe('organization');
    expect(groupingOf({ group: 'auto', around: [] }, 60)).toBeUndefined();
    expect(groupingOf({ group: 'auto', around: ['system:a'] }, 500)).toBeUndefined();
    expect(groupingOf({ group: 'none', around: [] }, 500)).toBeUndefined();
    expect(groupingOf({ group: 'vendor', around: ['system:a'] }, 2)).toBe('vendor');
  });
});

describe('saved views', () => {
  it('are replaced by name, and lead nowhere but to the map', () => {
    const one = withSavedView([], { name: 'b', address: '/map' });
    const two = withSavedView(one, { name: 'a', address: '/map?around=system:x' });
    expect(withSavedView(two, { name: 'b', address: '/map?hops=2' })).toEqual([
      { name: 'a', address: '/map?around=system:x' },
      { name: 'b', address: '/map?hops=2' },
    ]);
    expect(parseSavedViews(JSON.stringify([...two, { name: 'c', address: '//evil.example' }, 7]))).toEqual(two);
    expect(parseSavedViews('{')).toEqual([]);
  });
});
