import { describe, expect, it } from 'vitest';
import { buildTraceView } from '../build-trace-view.ts';
import { laboratory } from '../test-kit/laboratory.ts';
import { compareViews } from './compare-views.ts';

const before = buildTraceView(laboratory);
const [gone] = laboratory.channels.filter(({ outcomes }) => outcomes.some(({ outcome }) => outcome === 'RELEASED'));
const id = gone?.channel.id ?? '';
const after = buildTraceView({
  ...laboratory,
  channels: laboratory.channels.filter(({ channel }) => channel.id !== id),
});

describe('two views as one picture', () => {
  it('has nothing that differs where both are the same, and dims nothing', () => {
    const { view, differences } = compareViews(before, before);
    expect(differences.size).toBe(0);
    expect(view).toEqual(before);
  });

  it('keeps what is gone, says so with a sign and words, and dims what stays', () => {
    const { view, differences } = compareViews(before, after);
    const node = view.nodes.find((each) => each.id === `channel:${id}`);
    expect(node).toMatchObject({ detail: '− no longer there', emphasis: 'normal', tone: 'none' });
    expect(differences.get(`channel:${id}`)).toMatchObject({ way: 'less' });
    expect(view.edges.filter(({ source }) => source === `channel:${id}`).map(({ label }) => label)).toContain(
      '− no longer released',
    );
    expect(view.nodes.some(({ emphasis }) => emphasis === 'dim')).toBe(true);
    expect(view.nodes.length).toBe(before.nodes.length);
  });

  it('says the opposite the other way round', () => {
    const { differences } = compareViews(after, before, new Map([[`channel:${id}`, 'added']]));
    expect(differences.get(`channel:${id}`)).toEqual({ id: `channel:${id}`, way: 'more', words: 'added' });
    expect([...differences.values()].every(({ way }) => way !== 'less')).toBe(true);
  });
});
