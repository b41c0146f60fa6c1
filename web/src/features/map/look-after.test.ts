import { describe, expect, it } from 'vitest';
import { lookAfter, type LookState } from './look-after.ts';
import { parseMapParams } from './use-map-params.ts';

const groups = [
  { id: 'group:organization:a', name: 'A', members: ['system:1', 'system:2'] },
  { id: 'group:organization:b', name: 'B', members: ['system:3', 'system:4'] },
];
const state = (address: string, shown: readonly string[], more: Partial<LookState> = {}): LookState => ({
  picture: '',
  by: 'organization',
  params: parseMapParams(new URL(`http://here/map?${address}`)),
  shown: new Set(shown),
  ...more,
});
const folded = state('', ['group:organization:a', 'group:organization:b', 'system:5']);

describe('the look', () => {
  it('goes to the members of a group that is opened, or to the one of them that is selected', () => {
    const shown = ['system:1', 'system:2', 'group:organization:b', 'system:5'];
    expect(lookAfter(folded, state('open=group:organization:a', shown), groups)).toEqual({
      kind: 'reveal',
      ids: ['system:1', 'system:2'],
    });
    expect(lookAfter(folded, state('open=group:organization:a&sel=system:2', shown), groups)).toEqual({
      kind: 'reveal',
      ids: ['system:2'],
    });
    expect(lookAfter(state('open=group:organization:a', shown), folded, groups)).toEqual({
      kind: 'reveal',
      ids: ['group:organization:a'],
    });
  });

  it('begins anew with another grouping, with other steps and where several groups open', () => {
    expect(lookAfter(folded, { ...folded, by: 'vendor' }, groups)).toEqual({ kind: 'first' });
    expect(lookAfter(folded, state('hops=2', []), groups)).toEqual({ kind: 'first' });
    const all = state('open=group:organization:a,group:organization:b', ['system:1', 'system:2']);
    expect(lookAfter(folded, all, groups)).toEqual({ kind: 'first' });
  });

  it('follows what was added, with what it was added to, and a way that is chosen', () => {
    const around = state('around=system:1', ['system:1']);
    const more = state('around=system:1&expand=system:1', ['system:1', 'system:9']);
    expect(lookAfter(around, more, [])).toEqual({ kind: 'reveal', ids: ['system:1', 'system:9'] });
    expect(lookAfter(undefined, state('way=system:1,flow:f,system:9', []), [])).toEqual({
      kind: 'fit',
      ids: ['system:1', 'system:9'],
    });
  });

  it('stays where it is with another selection, overlay or picture', () => {
    expect(lookAfter(folded, state('sel=system:5', [...folded.shown]), groups)).toBeUndefined();
    expect(lookAfter(folded, { ...folded, picture: 'other', by: undefined }, groups)).toBeUndefined();
    expect(lookAfter(undefined, folded, groups)).toBeUndefined();
  });
});
