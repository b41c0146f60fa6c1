import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { GraphStore, ListFilter, ListRequest } from '../../server/src/store/index.ts';
import {
  audience,
  base,
  classLink,
  commit,
  dataClass,
  expectOk,
  system,
  tickingClock,
  writeOf,
  type OpenStore,
} from './store-subject.ts';

const page: Omit<ListRequest, 'concept'> = { filter: {}, sort: 'NAME', descending: false, first: 100 };

/** What every store promises of reading. */
export const describeReads = (open: OpenStore): void => {
  const withStore = async (use: (store: GraphStore) => Promise<void>): Promise<void> => {
    const store = await open(tickingClock());
    try {
      await use(store);
    } finally {
      await store.close();
    }
  };

  /** Ids of every page of a listing, page by page, with `between` done after each. */
  const walk = async (
    store: GraphStore,
    request: Omit<ListRequest, 'concept'>,
    between: () => Promise<unknown> = async () => {},
  ): Promise<readonly string[]> => {
    const ids: string[] = [];
    let after: ListRequest['after'];
    for (;;) {
      const asked = { ...request, concept: 'Audience', ...(after === undefined ? {} : { after }) } as const;
      const { items, hasMore } = expectOk(await store.list(asked));
      ids.push(...items.map((one) => one.id));
      const last = items.at(-1);
      if (!hasMore || last === undefined) return ids;
      after = { value: request.sort === 'NAME' ? last.name : last.updatedAt, id: last.id };
      await between();
    }
  };

  it('can be migrated again, before and after it holds something', () =>
    withStore(async (store) => {
      expectOk(await store.migrate());
      expect(expectOk(await store.revision())).toBe(0);
      await commit(store, audience('A'));
      expectOk(await store.migrate());
      expect(expectOk(await store.revision())).toBe(1);
      expect(expectOk(await store.snapshot()).Audience.size).toBe(1);
    }));

  it('starts empty, at revision 0', () =>
    withStore(async (store) => {
      const { revision, ...concepts } = expectOk(await store.snapshot());
      expect(revision).toBe(0);
      expect(Object.values(concepts).map((one) => one.size)).toEqual(Object.values(concepts).map(() => 0));
      expect(expectOk(await store.changes(0, 10))).toEqual([]);
      expect(expectOk(await store.list({ ...page, concept: 'Flow' }))).toEqual({ items: [], total: 0, hasMore: false });
    }));

  it('gives documents in the order asked, and nothing where there is none', () =>
    withStore(async (store) => {
      await commit(store, audience('A'), audience('B'));
      const found = expectOk(await store.get('Audience', ['B', 'none', 'A', 'B']));
      expect(found.map((one) => one?.id)).toEqual(['B', undefined, 'A', 'B']);
      expect(expectOk(await store.get('System', ['A']))).toEqual([undefined]);
      expect(expectOk(await store.get('Audience', []))).toEqual([]);
    }));

  it('lists every entity once, in order, whatever the page size', () =>
    withStore(async (store) => {
      const names = ['beta', 'Alpha', 'alpha', 'Gamma', 'ärger', 'Zulu', 'zulu 2', 'B'];
      for (const [n, name] of names.entries()) await commit(store, audience(`id${(n * 5) % 8}`, name));
      const whole = expectOk(await store.list({ ...page, concept: 'Audience' }));
      expect(whole.total).toBe(names.length);
      const sorted = whole.items.map((one) => one.name.toLowerCase());
      expect(sorted).toEqual(names.map((one) => one.toLowerCase()).toSorted());
      const inOrder = { NAME: whole.items.map((one) => one.id), UPDATED: names.map((_, n) => `id${(n * 5) % 8}`) };
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 1, max: 9 }),
          fc.constantFrom('NAME', 'UPDATED'),
          fc.boolean(),
          async (first, sort, descending) => {
            const ids = inOrder[sort];
            expect(await walk(store, { ...page, sort, descending, first })).toEqual(
              descending ? ids.toReversed() : ids,
            );
          },
        ),
        { numRuns: 20 },
      );
    }));

  it('neither repeats nor skips an entity while others write', () =>
    withStore(async (store) => {
      const ids = Array.from({ length: 12 }, (_, n) => `m${String(n).padStart(2, '0')}`);
      await commit(store, ...ids.map((id) => audience(id)));
      let written = 0;
      const walked = await walk(store, { ...page, first: 3 }, () => {
        written += 1;
        return commit(store, audience(`a${written}`), audience(`m0${written}x`));
      });
      expect(written).toBeGreaterThan(2);
      expect(walked.filter((id) => ids.includes(id))).toEqual(ids);
      expect(new Set(walked).size).toBe(walked.length);
    }));

  it('filters by text, by fields and references, and by date', () =>
    withStore(async (store) => {
      await commit(
        store,
        dataClass('clinical', { level: 'DOMAIN', name: 'Clinical', drsStatus: 'USUALLY' }),
        dataClass('lab', { partOf: 'clinical', description: 'Results of LABORATORY tests', startedOn: '2020-01-01' }),
        dataClass('notes', { partOf: 'clinical', endedOn: '2022-01-01' }),
        dataClass('billing', { name: 'Billing & claims' }),
        system('ehr', { certified: true, holds: [{ ...classLink('lab'), role: 'ORIGIN' }] }),
        system('lis', { certified: false }),
        writeOf('Flow', { ...base('f1'), from: 'ehr', to: 'lis', carries: [] }),
        writeOf('Flow', { ...base('f2'), from: 'lis', to: 'ehr', carries: [] }),
      );
      const classes = async (filter: ListFilter) => {
        const { items, total } = expectOk(await store.list({ ...page, concept: 'DataClass', filter }));
        expect(total).toBe(items.length);
        return items.map((one) => one.id);
      };
      expect(await classes({ text: 'laboratory' })).toEqual(['lab']);
      expect(await classes({ text: 'L' })).toEqual(['billing', 'clinical', 'lab']);
      expect(await classes({ text: '& CLAIMS' })).toEqual(['billing']);
      expect(await classes({ text: '.*' })).toEqual([]);
      expect(await classes({ equals: { partOf: 'clinical' } })).toEqual(['lab', 'notes']);
      expect(await classes({ equals: { drsStatus: 'YES', level: 'CLASS' }, text: 'n' })).toEqual(['billing', 'notes']);
      expect(await classes({ equals: { nothing: 'such' } })).toEqual([]);
      expect(await classes({ liveOn: '2019-12-31' })).toEqual(['billing', 'clinical', 'notes']);
      expect(await classes({ liveOn: '2020-01-01' })).toEqual(['billing', 'clinical', 'lab', 'notes']);
      expect(await classes({ liveOn: '2022-01-01' })).toEqual(['billing', 'clinical', 'lab']);
      const certified = { ...page, concept: 'System', filter: { equals: { certified: true } } } as const;
      expect(expectOk(await store.list(certified)).items.map((one) => one.id)).toEqual(['ehr']);
      const sent = { ...page, concept: 'Flow', filter: { equals: { from: 'lis', to: 'ehr' } } } as const;
      expect(expectOk(await store.list(sent)).items.map((one) => one.id)).toEqual(['f2']);
    }));

  it('counts what is left and what there is in all', () =>
    withStore(async (store) => {
      await commit(store, ...['A', 'B', 'C'].map((id) => audience(id)));
      const asked = { ...page, concept: 'Audience', first: 2 } as const;
      expect(expectOk(await store.list(asked))).toMatchObject({ total: 3, hasMore: true });
      const rest = expectOk(await store.list({ ...asked, after: { value: 'B', id: 'B' } }));
      expect(rest).toMatchObject({ total: 3, hasMore: false, items: [{ id: 'C' }] });
      expect(expectOk(await store.list({ ...asked, first: 0 }))).toEqual({ items: [], total: 3, hasMore: true });
    }));

  it('searches for every word, name matches first', () =>
    withStore(async (store) => {
      await commit(
        store,
        dataClass('lab', { name: 'Laboratory results' }),
        dataClass('path', { name: 'Pathology', description: 'Laboratory results on tissue' }),
        dataClass('laboratory.results.code', { name: 'Code' }),
        dataClass('notes', { name: 'Notes', description: 'Not about the laboratory' }),
        system('lis', { name: 'A laboratory RESULTS system' }),
      );
      const find = async (text: string, limit = 10) =>
        expectOk(await store.search(text, ['DataClass', 'System'], limit)).map((one) => one.id);
      expect(await find('results  LABORATORY')).toEqual(['lis', 'lab', 'laboratory.results.code', 'path']);
      expect(await find('laboratory results', 2)).toEqual(['lis', 'lab']);
      expect(await find('laboratory absent')).toEqual([]);
      expect(await find('   ')).toEqual([]);
      expect(await find('laboratory', 0)).toEqual([]);
      expect(expectOk(await store.search('laboratory', ['System'], 10))).toEqual([
        { concept: 'System', id: 'lis', name: 'A laboratory RESULTS system' },
      ]);
      const [hit] = expectOk(await store.search('tissue', ['DataClass'], 10));
      expect(hit).toEqual({
        concept: 'DataClass',
        id: 'path',
        name: 'Pathology',
        description: 'Laboratory results on tissue',
      });
    }));

  it('gives the revision of the last commit', () =>
    withStore(async (store) => {
      await commit(store, audience('A'), audience('B'));
      expect(expectOk(await store.revision())).toBe(2);
      await commit(store, audience('A'));
      expect(expectOk(await store.revision())).toBe(2);
    }));
};
