import { expect, it } from 'vitest';
import type { Change } from '../model/change.ts';
import { changeSentence } from './change-sentence.ts';

const system = { id: 'lis', name: 'LIS', kind: 'SYS-LIS', identifiers: [], holds: [], source: 'J', grade: 'ASSERTED' };
const hold = { dataClass: 'laboratory', role: 'ORIGIN', source: 'J', grade: 'ASSERTED', recordedAt: 'x' };
const entry = (action: Change['action'], before: unknown, after: unknown): Change => ({
  revision: 1,
  at: '2026-11-20T09:00:00.000Z',
  actor: 'J',
  action,
  concept: 'System',
  entity: 'lis',
  before,
  after,
  previousHash: '',
  hash: '',
});

it.each([
  [entry('CREATE', null, system), 'Added the system "LIS".'],
  [
    entry('UPDATE', system, { ...system, vendor: 'Northwind', holds: [hold] }),
    'Changed the system "LIS": vendor is now "Northwind"; holds added laboratory.',
  ],
  [
    entry('UPDATE', { ...system, vendor: 'A', holds: [hold] }, { ...system, vendor: 'B' }),
    'Changed the system "LIS": vendor from "A" to "B"; holds removed laboratory.',
  ],
  [entry('UPDATE', { ...system, vendor: 'A' }, system), 'Changed the system "LIS": vendor is no longer "A".'],
  [
    entry('UPDATE', system, { ...system, description: 'x'.repeat(100) }),
    'Changed the system "LIS": description changed.',
  ],
  [entry('UPDATE', system, { ...system, source: 'K' }), 'Wrote the system "LIS" anew.'],
  [
    entry('END', system, { ...system, endedOn: '2026-11-20', endReason: 'Replaced' }),
    'Ended the system "LIS" on 2026-11-20: Replaced.',
  ],
  [
    entry('END', system, { ...system, startedOn: '2026-11-20', endedOn: '2026-11-20', endReason: 'was taken back.' }),
    'Took back the system "LIS".',
  ],
])('%#: %s', (change, sentence) => {
  expect(changeSentence(change)).toBe(sentence);
});
