import { expect, it } from 'vitest';
import { idsOfWay, wayOf } from './chosen-way.ts';

const way = (flow: string) => ({
  steps: [
    { concept: 'SYSTEM' as const, id: 'lis', name: 'LIS', flow: { id: flow } },
    { concept: 'SYSTEM' as const, id: 'ehr', name: 'EHR', flow: null },
    { concept: 'ACCESS_CHANNEL' as const, id: 'portal', name: 'Portal' },
  ],
});

it('a way is chosen with its flows, so that one of the same steps by another flow is another way', () => {
  expect(idsOfWay(way('a'))).toEqual(['system:lis', 'flow:a', 'system:ehr', 'channel:portal']);
  expect(idsOfWay(way('a'))).not.toEqual(idsOfWay(way('b')));
  expect(wayOf(idsOfWay(way('a')))).toMatchObject({
    steps: [{ id: 'lis' }, { id: 'ehr' }, { id: 'portal' }],
    flows: ['a'],
  });
});
