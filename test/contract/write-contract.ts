import fc from 'fast-check';
import { expect, it } from 'vitest';
import { conceptNames, type ConceptName } from '../../server/src/domain/model/concepts.ts';
import { verifyChangeLog, type GraphStore, type Write } from '../../server/src/store/index.ts';
import { anyGraph, anyTwoGraphs } from '../kit/arbitraries.ts';
import {
  audience,
  base,
  batchOf,
  classLink,
  commit,
  contentOf,
  dataClass,
  expectError,
  expectOk,
  system,
  tickingClock,
  withoutStamps,
  writeOf,
  writesOf,
  type OpenStore,
} from './store-subject.ts';

/** What every store promises of writing. `runs` is how many random inventories a property tries. */
export const describeWrites = (open: OpenStore, runs: number): void => {
  const withStore = async (use: (store: GraphStore) => Promise<void>, now = tickingClock()): Promise<void> => {
    const store = await open(now);
    try {
      await use(store);
    } finally {
      await store.close();
    }
  };

  it('gives back every document as it was written', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(anyGraph, (graph) =>
        withStore(async (store) => {
          const writes = writesOf(graph);
          const { revision, changes } = await commit(store, ...writes);
          expect(revision).toBe(writes.length);
          expect(changes).toHaveLength(writes.length);
          const snapshot = expectOk(await store.snapshot());
          expect(contentOf(snapshot)).toEqual(contentOf(graph));
          expect(snapshot.revision).toBe(revision);
          for (const concept of conceptNames) {
            const ids = [...graph[concept].keys()];
            if (ids.length > 0) seen.add(concept);
            const documents = ids.map((id) => snapshot[concept].get(id));
            expect(expectOk(await store.get(concept, ids))).toEqual(documents);
          }
        }),
      ),
      { numRuns: runs },
    );
    expect([...seen].toSorted()).toEqual([...conceptNames].toSorted());
  });

  it('turns any inventory into any other, and finds nothing to do the second time', async () => {
    await fc.assert(
      fc.asyncProperty(anyTwoGraphs, ([before, after]) =>
        withStore(async (store) => {
          await commit(store, ...writesOf(before));
          await commit(store, ...writesOf(after));
          const snapshot = expectOk(await store.snapshot());
          expect(contentOf(snapshot)).toEqual(contentOf(after));
          const again = await commit(store, ...writesOf(after));
          expect(again).toEqual({ revision: snapshot.revision, changes: [] });
          expect(expectOk(await store.snapshot())).toEqual(snapshot);
        }),
      ),
      { numRuns: runs },
    );
  });

  it('keeps two links to one class apart, and the order of every other list', () =>
    withStore(async (store) => {
      const earlier = { ...classLink('lab'), role: 'COPY', endedOn: '2024-01-01', endReason: 'moved' } as const;
      const later = { ...classLink('lab'), role: 'COPY', startedOn: '2025-01-01' } as const;
      await commit(store, dataClass('lab'), dataClass('a'), audience('Z'), audience('A'));
      const ehr = system('ehr', {
        holds: [later, { ...classLink('a'), role: 'ORIGIN' }, earlier],
        identifiers: ['z', 'a'],
      });
      await commit(store, ehr);
      const restriction = (limits: readonly string[]) =>
        writeOf('Restriction', {
          ...base('r'),
          practice: 'p',
          effect: 'DELAYS',
          basis: 'LAW',
          automated: true,
          appliesTo: { kind: 'SYSTEM', id: 'ehr' },
          limits,
          audiences: ['Z', 'A'],
          purposes: [],
        });
      await commit(store, restriction(['lab', 'a']));
      const { changes } = await commit(store, restriction(['a', 'lab']));
      expect(changes).toHaveLength(1);
      const [stored] = expectOk(await store.get('System', ['ehr']));
      expect(stored?.holds.map(({ dataClass: id, endedOn, startedOn }) => [id, endedOn, startedOn])).toEqual([
        ['a', undefined, undefined],
        ['lab', '2024-01-01', undefined],
        ['lab', undefined, '2025-01-01'],
      ]);
      expect(stored?.identifiers).toEqual(['z', 'a']);
      const [limited] = expectOk(await store.get('Restriction', ['r']));
      expect(limited?.limits).toEqual(['a', 'lab']);
      expect(limited?.audiences).toEqual(['Z', 'A']);
    }));

  it('has a record name the log entries that its batch made before it, and no others', () =>
    withStore(async (store) => {
      await commit(store, system('there'), writeOf('Workshop', workshop));
      const naming = { ...writeOf('WorkshopItem', { ...item, revisions: [99] }), namesRevisions: true } as Write;
      const { changes, revision } = await commit(store, system('there'), system('a'), system('b'), naming, system('c'));
      expect(changes.map(({ entity }) => entity)).toEqual(['a', 'b', 'item', 'c']);
      expect(revision).toBe(6);
      const [stored] = expectOk(await store.get('WorkshopItem', ['item']));
      expect(stored?.revisions).toEqual([3, 4]);
      expect(stored?.about).toEqual({ concept: 'System', id: 'there' });
    }));

  it('has a record name the revision it was written on, whatever was committed since it was planned', () =>
    withStore(async (store) => {
      await commit(store, writeOf('Workshop', workshop));
      await commit(store, system('meanwhile'));
      const opened = { ...writeOf('Workshop', { ...workshop, state: 'OPEN' }), namesRevisionBefore: 'openedRevision' };
      await commit(store, opened as Write);
      const [stored] = expectOk(await store.get('Workshop', ['w']));
      expect(stored).toMatchObject({ openedRevision: 2, revision: 3 });
    }));

  it('writes a batch whose documents refer to each other, in any order', () =>
    withStore(async (store) => {
      const child = dataClass('child', { partOf: 'parent', level: 'ELEMENT' });
      await commit(
        store,
        system('ehr', { holds: [{ ...classLink('child'), role: 'ORIGIN' }] }),
        child,
        dataClass('parent'),
      );
      const [stored] = expectOk(await store.get('DataClass', ['child']));
      expect(stored?.partOf).toBe('parent');
    }));

  it('refuses a reference to nothing, whichever field it is in, and writes none of the batch', () =>
    withStore(async (store) => {
      const held = writeOf('Restriction', { ...restriction, id: 'held' });
      await commit(store, system('ehr'), dataClass('lab'), held, writeOf('ImportRun', importRun));
      await commit(store, system('there'), writeOf('Workshop', workshop));
      const before = expectOk(await store.snapshot());
      for (const [field, write] of dangling) {
        const error = expectError(await store.commit(batchOf(audience('NEW'), write)));
        const { concept, document } = write;
        expect(error).toEqual({ type: 'DanglingReference', concept, id: document.id, field, target: 'nowhere' });
      }
      expect(expectOk(await store.snapshot())).toEqual(before);
      expect(expectOk(await store.changes(0, 100))).toHaveLength(before.revision);
    }));

  it('refuses a ring of data classes, whoever wrote the parts of it, and writes none of the batch', () =>
    withStore(async (store) => {
      await commit(store, dataClass('a'), dataClass('b', { partOf: 'a' }), dataClass('c', { partOf: 'b' }));
      const before = expectOk(await store.snapshot());
      const ring = (...writes: readonly Write[]) => store.commit(batchOf(audience('NEW'), ...writes));
      expect(expectError(await ring(dataClass('a', { partOf: 'c' })))).toEqual({
        type: 'CycleInPartOf',
        id: 'a',
        ring: ['a', 'c', 'b'],
      });
      expect(expectError(await ring(dataClass('x', { partOf: 'x' })))).toMatchObject({ id: 'x', ring: ['x'] });
      const together = await ring(dataClass('x', { partOf: 'y' }), dataClass('y', { partOf: 'x' }));
      expect(expectError(together)).toMatchObject({ type: 'CycleInPartOf', ring: ['x', 'y'] });
      expect(expectOk(await store.snapshot())).toEqual(before);
      // Turned round as a whole it is a tree again.
      await commit(store, dataClass('a', { partOf: 'b' }), dataClass('b', { partOf: 'c' }), dataClass('c'));
    }));

  it('undoes what a batch has written already when the rest of it fails', () =>
    withStore(async (store) => {
      await commit(store, audience('A'));
      const unstorable = system('ehr', { vendor: { not: 'a text' } as never });
      const writes = [audience('A', 'renamed'), audience('B'), unstorable];
      await expect(store.commit(batchOf(...writes))).rejects.toThrow('System.vendor');
      const snapshot = expectOk(await store.snapshot());
      expect(snapshot.revision).toBe(1);
      expect(snapshot.Audience.get('A')?.name).toBe('A');
      expect(snapshot.System.size).toBe(0);
      expect(expectOk(await store.changes(0, 10))).toHaveLength(1);
      expect((await commit(store, audience('C'))).revision).toBe(2);
    }));

  it('refuses a write that expects another revision, naming the one there is', () =>
    withStore(async (store) => {
      await commit(store, audience('A'), audience('B'));
      const expecting = (id: string, expected: number): Write => writeOf('Audience', base(id, 'renamed'), { expected });
      const conflict = (id: string, expected: number, actual: number) =>
        ({ type: 'Conflict', concept: 'Audience', id, expected, actual }) as const;
      expect(expectError(await store.commit(batchOf(expecting('A', 0))))).toEqual(conflict('A', 0, 1));
      expect(expectError(await store.commit(batchOf(expecting('C', 3))))).toEqual(conflict('C', 3, 0));
      const half = batchOf(expecting('A', 1), expecting('B', 1));
      expect(expectError(await store.commit(half))).toEqual(conflict('B', 1, 2));
      expect(expectOk(await store.revision())).toBe(2);
      expect((await commit(store, expecting('A', 1), expecting('C', 0))).revision).toBe(4);
    }));

  it('applies two writes of one entity in a batch one after the other', () =>
    withStore(async (store) => {
      const second = writeOf('Audience', base('A', 'second'), { expected: 1 });
      const { changes } = await commit(store, audience('A', 'first'), second);
      expect(changes.map(({ action, revision }) => [action, revision])).toEqual([
        ['CREATE', 1],
        ['UPDATE', 2],
      ]);
      const [stored] = expectOk(await store.get('Audience', ['A']));
      expect(stored).toMatchObject({ name: 'second', revision: 2 });
    }));

  it('stamps with its own clock and keeps the record time of what did not change', () =>
    withStore(async (store) => {
      const claimed = '1999-01-01T00:00:00.000Z';
      const stamped = { ...base('policy'), recordedAt: claimed, createdAt: claimed, updatedAt: claimed };
      const evidence = (more: object) => writeOf('Evidence', { ...stamped, ...more });
      const read = async () => expectOk(await store.get('Evidence', ['policy']))[0];
      const [created] = (await commit(store, evidence({ uri: 'u1' }))).changes;
      const at = created?.at ?? '';
      expect(at).toMatch(/^2026-/);
      expect(await read()).toMatchObject({ createdAt: at, updatedAt: at, recordedAt: at, revision: 1 });
      const [reworded] = (await commit(store, evidence({ uri: 'u1', name: 'Policy', endedOn: '2030-01-01' }))).changes;
      expect(await read()).toMatchObject({ createdAt: at, updatedAt: reworded?.at, recordedAt: at, revision: 2 });
      const [replaced] = (await commit(store, evidence({ uri: 'u2', name: 'Policy' }))).changes;
      expect(await read()).toMatchObject({ createdAt: at, recordedAt: replaced?.at, revision: 3 });
    }));

  it('never lets times fall along the log, whatever the clock says', async () => {
    const times = ['2026-03-02', '2026-03-01', '2026-03-01', '2026-03-03'].map((day) => `${day}T12:00:00.000Z`);
    const store = await open(() => times.shift() ?? '2026-01-01T00:00:00.000Z');
    try {
      for (const name of ['first', 'second', 'third', 'fourth', 'fifth']) await commit(store, audience('A', name));
      const log = expectOk(await store.changes(0, 10));
      expect(log.map(({ at }) => at.slice(0, 10))).toEqual([
        '2026-03-02',
        '2026-03-02',
        '2026-03-02',
        '2026-03-03',
        '2026-03-03',
      ]);
      expect(expectOk(await store.get('Audience', ['A']))[0]).toMatchObject({ updatedAt: log[4]?.at });
    } finally {
      await store.close();
    }
  });

  it('stamps each link by itself', () =>
    withStore(async (store) => {
      await commit(store, dataClass('a'), dataClass('b'));
      const hold = (id: string, more = {}) =>
        ({ ...classLink(id), recordedAt: '1999', role: 'COPY', ...more }) as const;
      const [first] = (await commit(store, system('ehr', { holds: [hold('a')] }))).changes;
      const [second] = (await commit(store, system('ehr', { holds: [hold('b'), hold('a')] }))).changes;
      const changed = [hold('a', { endedOn: '2027-01-01' }), hold('b', { format: 'PDF' })];
      const [third] = (await commit(store, system('ehr', { holds: changed }))).changes;
      const [stored] = expectOk(await store.get('System', ['ehr']));
      expect(second?.at).not.toBe(third?.at);
      expect(stored?.holds.map((one) => one.recordedAt)).toEqual([first?.at, third?.at]);
    }));

  it('calls a first write a creation and records the ending with its reason', () =>
    withStore(async (store) => {
      await commit(store, writeOf('Audience', base('A'), { action: 'END' }));
      const end = writeOf('Audience', { ...base('A'), endedOn: '2026-05-01', endReason: 'merged' }, { action: 'END' });
      const { changes } = expectOk(await store.commit({ actor: 'J. Rivera', reason: 'duplicate', writes: [end] }));
      expect(changes).toMatchObject([{ action: 'END', actor: 'J. Rivera', reason: 'duplicate', revision: 2 }]);
      const log = expectOk(await store.changes(0, 10));
      expect(log.map((one) => one.action)).toEqual(['CREATE', 'END']);
      expect(withoutStamps(log[1]?.before)).toEqual(withoutStamps(base('A')));
    }));

  it('lets exactly one of many writers win who all saw the same revision', () =>
    withStore(async (store) => {
      await commit(store, audience('A', 'start'));
      const attempts = Array.from({ length: 20 }, (_, n) =>
        store.commit(batchOf(writeOf('Audience', base('A', `writer ${n}`), { expected: 1 }))),
      );
      const results = await Promise.all(attempts);
      expect(results.filter((one) => one.ok)).toHaveLength(1);
      const errors = results.flatMap((one) => (one.ok ? [] : [one.error]));
      expect(errors.map((one) => one.type)).toEqual(errors.map(() => 'Conflict'));
      expect(expectOk(await store.revision())).toBe(2);
    }));

  it('takes 50 commits of the same five keys at once, one after the other', () =>
    withStore(async (store) => {
      const commits = Array.from({ length: 50 }, (_, n) =>
        store.commit(batchOf(...Array.from({ length: 5 }, (_unused, key) => audience(`K${key}`, `writer ${n}`)))),
      );
      const results = (await Promise.all(commits)).map(expectOk);
      expect(results.map((one) => one.revision).toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: 50 }, (_, n) => 5 * (n + 1)),
      );
      const snapshot = expectOk(await store.snapshot());
      expect(snapshot.Audience.size).toBe(5);
      expect(new Set([...snapshot.Audience.values()].map((one) => one.name)).size).toBe(1);
      const log = expectOk(await store.changes(0, 1_000));
      expect(log).toHaveLength(250);
      expectOk(verifyChangeLog(log));
      expect(log.map((one) => one.at)).toEqual(log.map((one) => one.at).toSorted());
    }));

  it('never shows half of a commit to those who read meanwhile', () =>
    withStore(async (store) => {
      const rounds = 40;
      // Concepts that a snapshot reads early, in the middle and last.
      const round = (number: number): readonly Write[] => {
        const name = `round ${number}`;
        const organization = writeOf('Organization', { ...base('O', name), actorRoles: [] });
        return [organization, system('S', { name }), writeOf('ImportRun', { ...importRun, name })];
      };
      await commit(store, ...round(0));
      let writing = true;
      const writer = (async () => {
        for (let number = 1; number <= rounds; number += 1) await commit(store, ...round(number));
        writing = false;
      })();
      const torn: unknown[] = [];
      let seen = 0;
      while (writing) {
        const { revision, Organization, System, ImportRun } = expectOk(await store.snapshot());
        const entities = [Organization.get('O'), System.get('S'), ImportRun.get('run')];
        const revisions = entities.map((one) => one?.revision);
        if (revisions.join() !== [revision - 2, revision - 1, revision].join()) torn.push([revision, revisions]);
        seen += 1;
      }
      await writer;
      expect(torn).toEqual([]);
      expect(seen).toBeGreaterThan(0);
    }));

  it('takes a batch of 5,000 entities', () =>
    withStore(async (store) => {
      const elements = Array.from({ length: 4_999 }, (_, n) => dataClass(`e${n}`, { level: 'ELEMENT', partOf: 'top' }));
      const { revision } = await commit(store, ...elements, dataClass('top'));
      expect(revision).toBe(5_000);
      const snapshot = expectOk(await store.snapshot());
      expect(snapshot.DataClass.size).toBe(5_000);
      expect([...snapshot.DataClass.values()].filter((one) => one.partOf === 'top')).toHaveLength(4_999);
      expect((await commit(store, ...elements)).changes).toEqual([]);
    }));
};

const importRun = {
  ...base('run'),
  kind: 'k',
  file: 'f',
  sha256: 's',
  startedAt: 't',
  status: 'DONE',
  warnings: [],
} as const;

const link = { ...classLink('nowhere') };
const channel = { ...base('x'), kind: 'k', standards: [], system: 'ehr', identifiers: [], releases: [], audiences: [] };
const flow = { ...base('x'), from: 'ehr', to: 'ehr', carries: [] };
const restriction = {
  ...base('x'),
  practice: 'p',
  effect: 'DELAYS',
  basis: 'LAW',
  automated: false,
  appliesTo: { kind: 'SYSTEM', id: 'ehr' },
  limits: [],
  audiences: [],
  purposes: [],
} as const;
const answer = { condition: 'c', answer: 'MET', answeredAt: 't', answeredBy: 'b', evidence: ['nowhere'] } as const;
const claim = { ...base('x'), status: 'DRAFT', claimedAt: 't', answers: [] } as const;
const observation = { ...base('x'), run: 'run', fact: 'f', pointer: 'p', outcome: 'NOTED' } as const;

const workshop = { ...base('w'), facilitator: 'f', heldOn: '2026-11-20', state: 'OPEN', attendees: [] } as const;
const item = {
  ...base('item'),
  workshop: 'w',
  kind: 'NOTE',
  state: 'OPEN',
  about: { concept: 'System', id: 'there' },
  agreedBy: [],
  objectedBy: [],
  revisions: [],
} as const;

/** One document with each reference broken, by the field that holds it. */
const dangling: readonly (readonly [string, Write])[] = [
  ['partOf', dataClass('x', { partOf: 'nowhere' })],
  ['organization', system('x', { organization: 'nowhere' })],
  ['holds', system('x', { holds: [{ ...link, role: 'COPY' }] })],
  ['from', writeOf('Flow', { ...flow, from: 'nowhere' })],
  ['to', writeOf('Flow', { ...flow, to: 'nowhere' })],
  ['carries', writeOf('Flow', { ...flow, carries: [link] })],
  ['system', writeOf('AccessChannel', { ...channel, system: 'nowhere' })],
  ['releases', writeOf('AccessChannel', { ...channel, releases: [link] })],
  ['audiences', writeOf('AccessChannel', { ...channel, audiences: ['nowhere'] })],
  ['appliesTo', writeOf('Restriction', { ...restriction, appliesTo: { kind: 'FLOW', id: 'nowhere' } })],
  ['limits', writeOf('Restriction', { ...restriction, limits: ['lab', 'nowhere'] })],
  ['audiences', writeOf('Restriction', { ...restriction, audiences: ['nowhere'] })],
  ['restriction', writeOf('BasisClaim', { ...claim, restriction: 'nowhere' })],
  ['answers.evidence', writeOf('BasisClaim', { ...claim, restriction: 'held', answers: [answer] })],
  ['run', writeOf('Observation', { ...observation, run: 'nowhere' })],
  ['workshop', writeOf('WorkshopItem', { ...item, workshop: 'nowhere' })],
  ['about', writeOf('WorkshopItem', { ...item, about: { concept: 'System', id: 'nowhere' } })],
  ['picture', writeOf('WorkshopItem', { ...item, picture: 'nowhere' })],
  ['workshop', writeOf('Walkthrough', { ...base('x'), workshop: 'nowhere' })],
  [
    'workshop',
    writeOf('Scenario', { ...base('x'), state: 'DRAFT', baseRevision: 1, revisions: [], workshop: 'nowhere' }),
  ],
  ...conceptNames.map(
    (concept: ConceptName) =>
      ['matches', writeOf('Observation', { ...observation, matches: { concept, id: 'nowhere' } })] as const,
  ),
];
