import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Change } from '../../server/src/domain/model/change.ts';
import { verifyChangeLog, type GraphStore } from '../../server/src/store/index.ts';
import {
  audience,
  base,
  commit,
  expectError,
  expectOk,
  system,
  tickingClock,
  writeOf,
  type OpenStore,
} from './store-subject.ts';

/** What every store promises of its log. */
export const describeLog = (open: OpenStore): void => {
  const withLog = async (use: (store: GraphStore, log: readonly Change[]) => Promise<void>): Promise<void> => {
    const store = await open(tickingClock());
    try {
      await commit(store, audience('A'), audience('B'), system('ehr'));
      await commit(store, audience('A', 'renamed'));
      const end = writeOf(
        'System',
        { ...systemDocument, endedOn: '2026-06-01', endReason: 'replaced' },
        { action: 'END' },
      );
      expectOk(await store.commit({ actor: 'J. Rivera', reason: 'go-live of the new one', writes: [end] }));
      await use(store, expectOk(await store.changes(0, 100)));
    } finally {
      await store.close();
    }
  };

  it('chains its entries, and holds what was there before and after', () =>
    withLog(async (store, log) => {
      expect(log.map((one) => one.revision)).toEqual([1, 2, 3, 4, 5]);
      const head = expectOk(verifyChangeLog(log));
      expect(head).toEqual({ revision: 5, hash: log.at(-1)?.hash });
      expect(log[0]).toMatchObject({ action: 'CREATE', concept: 'Audience', entity: 'A', before: null });
      expect(log[3]?.before).toEqual(log[0]?.after);
      expect([log[3]?.after, log[4]?.after]).toEqual([
        expectOk(await store.get('Audience', ['A']))[0],
        expectOk(await store.get('System', ['ehr']))[0],
      ]);
      expect(log[4]).toMatchObject({ action: 'END', actor: 'J. Rivera', reason: 'go-live of the new one' });
    }));

  it('verifies from any entry on, and only there', () =>
    withLog(async (_store, log) => {
      const third = { revision: 3, hash: log[2]?.hash ?? '' };
      expect(expectOk(verifyChangeLog(log.slice(3), third)).revision).toBe(5);
      expect(expectError(verifyChangeLog(log.slice(3)))).toMatchObject({ type: 'ChangeLogBroken', revision: 4 });
      expect(expectError(verifyChangeLog(log.slice(4), third)).revision).toBe(5);
    }));

  it('does not verify when any field of any entry was altered, or an entry is missing or moved', () =>
    withLog(async (_store, log) => {
      const fields = [
        'revision',
        'at',
        'actor',
        'action',
        'concept',
        'entity',
        'before',
        'after',
        'reason',
        'previousHash',
        'hash',
      ];
      const tamper = fc.record({ entry: fc.nat({ max: log.length - 1 }), field: fc.constantFrom(...fields) });
      fc.assert(
        fc.property(tamper, ({ entry, field }) => {
          const altered = log.map((one, place) => (place === entry ? { ...one, [field]: 'something else' } : one));
          expect(verifyChangeLog(altered).ok).toBe(false);
        }),
      );
      for (let place = 0; place < log.length - 1; place += 1) {
        expectError(verifyChangeLog(log.toSpliced(place, 1)));
        expectError(verifyChangeLog(log.toSpliced(place, 2, ...log.slice(place, place + 2).toReversed())));
      }
    }));

  it('gives its entries by page, oldest first', () =>
    withLog(async (store, log) => {
      expect(expectOk(await store.changes(0, 2))).toEqual(log.slice(0, 2));
      expect(expectOk(await store.changes(2, 2))).toEqual(log.slice(2, 4));
      expect(expectOk(await store.changes(4, 2))).toEqual(log.slice(4));
      expect(expectOk(await store.changes(5, 2))).toEqual([]);
      expect(expectOk(await store.changes(9, 2))).toEqual([]);
      expect(expectOk(await store.changes(0, 0))).toEqual([]);
      expect(expectOk(await store.changes(-3, 2))).toEqual(log.slice(0, 2));
    }));

  it('gives the history of one entity, newest first, by page', () =>
    withLog(async (store, log) => {
      const ofA = [log[3], log[0]];
      expect(expectOk(await store.history('Audience', 'A', 10))).toEqual(ofA);
      expect(expectOk(await store.history('Audience', 'A', 1))).toEqual(ofA.slice(0, 1));
      expect(expectOk(await store.history('Audience', 'A', 10, 4))).toEqual(ofA.slice(1));
      expect(expectOk(await store.history('System', 'A', 10))).toEqual([]);
    }));
};

const systemDocument = { ...base('ehr'), kind: 'SYS-EHR', identifiers: [], holds: [] };
