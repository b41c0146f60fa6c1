import { describe, expect, it } from 'vitest';
import { joinPage, noPages, type PathPage } from './path-pages.ts';

const path = (id: string): PathPage['nodes'][number] => ({
  id,
  audience: 'PATIENT',
  status: 'RELEASED',
  sentence: `${id}.`,
  restrictions: [],
  steps: [],
});
const page = (revision: number, ids: readonly string[], endCursor: string | null): PathPage => ({
  revision,
  nodes: ids.map(path),
  pageInfo: { hasNextPage: endCursor !== null, endCursor },
});

describe('joinPage', () => {
  it('puts page after page until none follows', () => {
    const first = joinPage(noPages, page(7, ['a', 'b'], 'b'), 7);
    expect(first).toMatchObject({ cursor: 'b', hasMore: true, count: 1 });
    const second = first && joinPage(first, page(7, ['c'], null), 7);
    expect(second?.paths.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(second).toMatchObject({ hasMore: false, count: 2 });
  });

  it('takes no page that was read from another revision', () => {
    const first = joinPage(noPages, page(7, ['a'], 'a'), 7);
    expect(first && joinPage(first, page(8, ['b'], null), 7)).toBeUndefined();
    expect(joinPage(noPages, page(6, ['a'], null), 7)).toBeUndefined();
  });
});
