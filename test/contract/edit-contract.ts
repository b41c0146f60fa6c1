import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createApplyChangeSet, type ApplyChangeSet } from '../../server/src/app/apply-change-set.ts';
import type { ChangeSetResult, SetChange } from '../../server/src/app/change-set.ts';
import { createCurrentGraph } from '../../server/src/app/current-graph.ts';
import { loadCatalogues } from '../../server/src/app/load-catalogues.ts';
import { createTakeBack, type TakeBack } from '../../server/src/app/take-back.ts';
import { createTurns } from '../../server/src/app/turns.ts';
import { verifyLog } from '../../server/src/app/verify-log.ts';
import { schemaFolder } from '../../server/src/cli/open-workspace.ts';
import { conceptNames } from '../../server/src/domain/model/concepts.ts';
import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import { neverWas } from '../../server/src/domain/model/entity.ts';
import type { GraphStore } from '../../server/src/store/index.ts';
import { anyGraph } from '../kit/arbitraries.ts';
import { commit, contentOf, expectError, expectOk, tickingClock, writesOf, type OpenStore } from './store-subject.ts';

interface Edits {
  readonly store: GraphStore;
  readonly apply: (...changes: readonly SetChange[]) => ReturnType<ApplyChangeSet>;
  readonly takeBack: (revisions: readonly number[]) => ReturnType<TakeBack>;
  readonly content: () => Promise<unknown>;
  readonly graph: () => Promise<EhiGraph>;
}

/** One edit to be made of whatever is there: which kind, and numbers that choose among what there is. */
interface AnyEdit {
  readonly kind: number;
  readonly which: number;
  readonly other: number;
  readonly text: string;
}

const anyEdit: fc.Arbitrary<AnyEdit> = fc.record({
  kind: fc.nat({ max: 11 }),
  which: fc.nat({ max: 50 }),
  other: fc.nat({ max: 50 }),
  text: fc.constantFrom('Lab', 'Chart', 'Archive', 'Röntgen', '検査'),
});

/** The day on which the edits of this suite end things. */
const endDay = '2026-01-01';

/** What editing promises on one kind of store: sets are whole, and taking back gives what was there. */
export const describeEdits = (open: OpenStore, runs: number): void => {
  it('gives back what was there when any edits are taken back, and the edits again when that is', async () => {
    const made = { edits: 0, ended: 0, created: 0 };
    await fc.assert(
      fc.asyncProperty(
        anyGraph,
        fc.array(fc.array(anyEdit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        async (graph, sets, atOnce) => {
          const edits = await openEdits(open);
          await commit(edits.store, ...writesOf(graph));
          const before = await edits.content();
          const revisions: number[] = [];
          for (const set of sets) {
            const now = await edits.graph();
            const result = await edits.apply(...set.map((edit) => toChange(now, edit)));
            if (!result.ok) continue;
            revisions.push(...result.value.changes.map(({ revision }) => revision));
            made.created += result.value.changes.filter(({ action }) => action === 'CREATE').length;
            made.ended += result.value.changes.filter(({ action }) => action === 'END').length;
          }
          if (revisions.length > 0) {
            made.edits += revisions.length;
            const after = await edits.content();
            const undone = await takeBackAll(edits, revisions, atOnce);
            expect(await edits.content()).toEqual(before);
            const redone = await takeBackAll(edits, undone, atOnce);
            expect(await edits.content()).toEqual(after);
            await takeBackAll(edits, redone, !atOnce);
            expect(await edits.content()).toEqual(before);
            expectOk(await verifyLog(edits.store));
          }
          await edits.store.close();
        },
      ),
      // Enough to meet creations and ends in every run of the suite.
      { numRuns: Math.max(12, Math.ceil(runs / 4)) },
    );
    expect(made.edits).toBeGreaterThan(runs / 4);
    expect(made.created).toBeGreaterThan(0);
    expect(made.ended).toBeGreaterThan(0);
  });

  it('gives back the name of a thing that held on no day when it was named, and not of one that was taken back since', async () => {
    const edits = await openEdits(open);
    const made = expectOk(
      await edits.apply(
        createOf('System', 'a', { name: 'A', kind: 'SYS-LIS' }),
        createOf('System', 'b', { name: 'B', kind: 'SYS-LIS' }),
        createOf('System', 'c', { name: 'C', kind: 'SYS-EHR' }),
        {
          kind: 'UPDATE',
          concept: 'System',
          id: 'a',
          expected: 0,
          patch: { startedOn: '2015-01-01', endedOn: '2015-01-01', endReason: 'Recorded so.' },
        },
        createOf('Flow', 'f', { name: 'F', from: 'a', to: 'c' }),
        createOf('Flow', 'g', { name: 'G', from: 'b', to: 'c' }),
      ),
    );
    const revisionOf = (id: string): number => made.changes.findLast(({ entity }) => entity === id)?.revision ?? 0;
    const moved = expectOk(
      await edits.apply(
        { kind: 'UPDATE', concept: 'Flow', id: 'f', expected: revisionOf('f'), patch: { from: 'c' } },
        { kind: 'UPDATE', concept: 'Flow', id: 'g', expected: revisionOf('g'), patch: { from: 'c' } },
        { kind: 'UPDATE', concept: 'System', id: 'a', expected: revisionOf('a'), patch: { name: 'A, renamed' } },
      ),
    ).changes.map(({ revision }) => revision);
    expectOk(await edits.takeBack([revisionOf('b')]));
    expectOk(await edits.takeBack([moved[0] ?? 0]));
    expect((await edits.graph()).Flow.get('f')?.from).toBe('a');
    expect(refusedOf(await edits.takeBack([moved[1] ?? 0])).errors).toEqual([
      {
        at: 0,
        error: expect.objectContaining({
          type: 'InputInvalid',
          message: expect.stringMatching(/which was taken back/),
        }),
      },
    ]);
    await edits.store.close();
  });

  it('has a thing hold on no day again whoever named it then, and not when somebody named it since', async () => {
    const edits = await openEdits(open);
    const never = { startedOn: '2015-01-01', endedOn: '2015-01-01', endReason: 'Recorded so.' };
    const made = expectOk(
      await edits.apply(
        createOf('System', 'a', { name: 'A', kind: 'SYS-LIS', ...never }),
        createOf('System', 'b', { name: 'B', kind: 'SYS-EHR' }),
        createOf('Flow', 'f', { name: 'F', from: 'a', to: 'b' }),
      ),
    ).changes.map(({ revision }) => revision);
    const [alive, renamed] = expectOk(
      await edits.apply(
        {
          kind: 'UPDATE',
          concept: 'System',
          id: 'a',
          expected: made[0] ?? 0,
          patch: { endedOn: null, endReason: null },
        },
        { kind: 'UPDATE', concept: 'Flow', id: 'f', expected: made[2] ?? 0, patch: { name: 'F, renamed' } },
      ),
    ).changes.map(({ revision }) => revision);
    expectOk(await edits.takeBack([renamed ?? 0]));
    const emptied = expectOk(await edits.takeBack([alive ?? 0])).changes.map(({ revision }) => revision);
    expect((await edits.graph()).System.get('a')).toMatchObject(never);
    expectOk(await edits.takeBack(emptied));
    expectOk(await edits.apply(createOf('Flow', 'g', { name: 'G', from: 'b', to: 'a' })));
    expect(refusedOf(await edits.takeBack([alive ?? 0])).errors).toEqual([
      { at: 0, error: expect.objectContaining({ message: expect.stringMatching(/used since by the flow "G"/) }) },
    ]);
    await edits.store.close();
  });

  it('writes a set whole, later changes on what earlier ones made', async () => {
    const edits = await openEdits(open);
    const written = expectOk(
      await edits.apply(
        createOf('DataClass', 'results', { name: 'Results', level: 'CLASS' }),
        createOf('System', 'lis', { name: 'Lab', kind: 'SYS-LIS', holds: [{ dataClass: 'results', role: 'ORIGIN' }] }),
        createOf('System', 'ehr', { name: 'Chart', kind: 'SYS-EHR' }),
        createOf('Flow', 'f', { name: 'Lab to chart', from: 'lis', to: 'ehr', carries: [{ dataClass: 'results' }] }),
        { kind: 'UPDATE', concept: 'Flow', id: 'f', expected: 0, patch: { protocol: 'FHIR' } },
      ),
    );
    expect(written.changes.map(({ revision, action }) => [revision, action])).toEqual([
      [1, 'CREATE'],
      [2, 'CREATE'],
      [3, 'CREATE'],
      [4, 'CREATE'],
      [5, 'UPDATE'],
    ]);
    expect((await edits.graph()).Flow.get('f')).toMatchObject({ protocol: 'FHIR', revision: 5, from: 'lis' });
    await edits.store.close();
  });

  it('writes nothing of a set with one change that is refused, and says which and why', async () => {
    const edits = await openEdits(open);
    const refused = refusedOf(
      await edits.apply(
        createOf('System', 'lis', { name: 'Lab', kind: 'SYS-LIS' }),
        createOf('System', 'ehr', { name: 'Chart', kind: 'SYS-NOPE' }),
        createOf('Flow', 'f', { name: 'Lab to chart', from: 'lis', to: 'ehr' }),
        createOf('Flow', 'g', { name: 'Lab to nowhere', from: 'lis', to: 'nowhere' }),
      ),
    );
    // The flow to the chart fails only because the chart did: that is told once.
    expect(refused.errors.map(({ at, error }) => [at, error.type])).toEqual([
      [1, 'InputInvalid'],
      [3, 'DanglingReference'],
    ]);
    expect(expectOk(await edits.store.revision())).toBe(0);
    await edits.store.close();
  });

  it('judges every change of a thing by what was seen before the set, and tells who wrote it since', async () => {
    const edits = await openEdits(open);
    expectOk(await edits.apply(createOf('System', 'lis', { name: 'Lab', kind: 'SYS-LIS' })));
    const rename = (name: string, expected: number): SetChange => ({
      kind: 'UPDATE',
      concept: 'System',
      id: 'lis',
      expected,
      patch: { name },
    });
    expectOk(await edits.apply(rename('Lab A', 1), rename('Lab B', 1)));
    const refused = refusedOf(
      await edits.apply(createOf('System', 'x', { name: 'X', kind: 'SYS-EHR' }), rename('C', 2)),
    );
    expect(refused.errors).toMatchObject([
      {
        at: 1,
        error: { type: 'Conflict', expected: 2, actual: 3 },
        current: { concept: 'System', entity: { name: 'Lab B' } },
        lastChange: { revision: 3, actor: 'tester', action: 'UPDATE' },
      },
    ]);
    expect((await edits.graph()).System.has('x')).toBe(false);
    await edits.store.close();
  });

  it('lets one of two sets through that were made of the same revision at once', async () => {
    const edits = await openEdits(open);
    expectOk(await edits.apply(createOf('System', 'lis', { name: 'Lab', kind: 'SYS-LIS' })));
    const results = await Promise.all(
      ['A', 'B', 'C', 'D'].map((name) =>
        edits.apply(createOf('System', `by-${name}`, { name, kind: 'SYS-EHR' }), {
          kind: 'UPDATE',
          concept: 'System',
          id: 'lis',
          expected: 1,
          patch: { name },
        }),
      ),
    );
    const [winner, ...others] = results.filter(({ ok }) => ok);
    expect(others).toEqual([]);
    const graph = await edits.graph();
    expect(graph.System.size).toBe(2);
    expect(winner?.ok === true && winner.value.changes).toHaveLength(2);
    for (const result of results)
      if (!result.ok)
        expect(refusedOf(result).errors).toMatchObject([{ at: 1, error: { type: 'Conflict', actual: 3 } }]);
    await edits.store.close();
  });
};

const createOf = (concept: 'System' | 'Flow' | 'DataClass', id: string, patch: object): SetChange => ({
  kind: 'CREATE',
  concept,
  id,
  patch: patch as Record<string, unknown>,
});

const refusedOf = (result: ChangeSetResult) => {
  const error = expectError(result);
  if (error.type !== 'ChangeSetRefused') expect.fail(error.message);
  return error;
};

/** Takes revisions back, all in one call or one by one from the newest; gives the revisions that did it. */
const takeBackAll = async (edits: Edits, revisions: readonly number[], atOnce: boolean): Promise<readonly number[]> => {
  const calls = atOnce ? [revisions] : revisions.toSorted((a, b) => b - a).map((revision) => [revision]);
  const done: number[] = [];
  for (const call of calls) done.push(...expectOk(await edits.takeBack(call)).changes.map(({ revision }) => revision));
  return done;
};

const reading = loadCatalogues(schemaFolder).then(expectOk);

const openEdits = async (open: OpenStore): Promise<Edits> => {
  const now = tickingClock();
  const store = await open(now);
  const catalogues = await reading;
  const currentGraph = createCurrentGraph({ store, integrationKinds: new Set() });
  const inTurn = createTurns();
  const apply = createApplyChangeSet({ store, catalogues, currentGraph, now, inTurn });
  const takeBack = createTakeBack({ store, currentGraph, now, inTurn });
  const graph = async () => expectOk(await store.snapshot());
  return {
    store,
    apply: (...changes) => apply({ changes, actor: 'tester' }),
    takeBack: (revisions) => takeBack({ revisions, actor: 'tester' }),
    graph,
    content: async () => contentOf(withoutWhatNeverWas(await graph())),
  };
};

const withoutWhatNeverWas = (graph: EhiGraph): EhiGraph =>
  Object.fromEntries([
    ['revision', graph.revision],
    ...conceptNames.map((concept) => [concept, new Map([...graph[concept]].filter(([, one]) => !isTakenBack(one)))]),
  ]) as EhiGraph;

/** A random inventory may have things that began and ended on one day: those were not taken back. */
const isTakenBack = (one: { readonly startedOn?: string; readonly endedOn?: string; readonly endReason?: string }) =>
  neverWas(one) && one.endReason?.endsWith('was taken back.') === true;

/** The edit, made of what is there: it may well be one that is refused. */
const toChange = (graph: EhiGraph, { kind, which, other, text }: AnyEdit): SetChange => {
  const pick = (concept: 'System' | 'DataClass' | 'Flow' | 'AccessChannel' | 'Restriction', at: number) => {
    const all = [...graph[concept].values()].filter((one) => !isTakenBack(one));
    return all[at % Math.max(all.length, 1)];
  };
  const [system, receiver] = [pick('System', which), pick('System', other)];
  const [dataClass, flow] = [pick('DataClass', which), pick('Flow', which)];
  const [channel, restriction] = [pick('AccessChannel', which), pick('Restriction', which)];
  const aClass = pick('DataClass', other)?.id ?? 'none';
  const update = (
    concept: 'System' | 'DataClass' | 'Flow' | 'AccessChannel' | 'Restriction',
    thing: typeof system,
    patch: Record<string, unknown>,
  ): SetChange => ({ kind: 'UPDATE', concept, id: thing?.id ?? 'none', expected: thing?.revision ?? 1, patch });
  const create = (
    concept: 'System' | 'DataClass' | 'Flow' | 'Restriction',
    patch: Record<string, unknown>,
  ): SetChange => ({ kind: 'CREATE', concept, id: `new-${concept}-${which}`, patch: { name: text, ...patch } });
  switch (kind) {
    case 0:
      return create('System', { kind: 'SYS-LIS', holds: [{ dataClass: aClass, role: 'COPY' }] });
    case 1:
      return create('Flow', { from: system?.id, to: receiver?.id, carries: [{ dataClass: aClass }] });
    case 2:
      return create('DataClass', { level: 'ELEMENT', ...(which % 2 === 0 ? {} : { partOf: aClass }) });
    case 3:
      return create('Restriction', {
        practice: 'PT-FEE',
        effect: 'CHARGES',
        basis: 'POLICY',
        appliesTo: { system: system?.id },
      });
    case 4:
      return update('System', system, {
        name: text,
        description: null,
        holds: [{ dataClass: aClass, role: 'ORIGIN' }],
      });
    case 5:
      return update('Flow', flow, {
        carries: which % 2 === 0 ? [] : [{ dataClass: aClass, transform: text }],
        protocol: text,
      });
    case 6:
      return update('DataClass', dataClass, {
        name: text,
        level: which % 2 === 0 ? 'DOMAIN' : 'ELEMENT',
        partOf: null,
      });
    case 7:
      return update('AccessChannel', channel, { releases: [{ dataClass: aClass }], standards: [text] });
    case 8:
      return update('Restriction', restriction, { limits: [aClass], basis: 'LAW' });
    case 9:
      return {
        kind: 'END',
        concept: 'Flow',
        id: flow?.id ?? 'none',
        expected: flow?.revision ?? 1,
        endedOn: endDay,
        reason: text,
      };
    case 10:
      return update('Flow', flow, { endedOn: null, endReason: null, name: text });
    default:
      return {
        kind: 'END',
        concept: 'System',
        id: system?.id ?? 'none',
        expected: system?.revision ?? 1,
        endedOn: endDay,
        reason: text,
      };
  }
};
