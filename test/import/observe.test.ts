import { describe, expect, it } from 'vitest';
import { endInterruptedRuns } from '../../server/src/app/end-interrupted-runs.ts';
import { createUndoImport } from '../../server/src/app/undo-import.ts';
import { verifyLog } from '../../server/src/app/verify-log.ts';
import { must } from '../kit/seed-graph.ts';
import { asserted, openImports } from './import-kit.ts';
import { filter, flow, holding, sign, sketchImporter, sketchOf, system, type Sketch } from './sketch-importer.ts';

const engine: Sketch = {
  covers: ['all'],
  systems: [system('engine', { isSelf: true, kind: 'SYS-IE' }), system('lis', { identifiers: ['10.1.1.10:6661'] })],
  flows: [flow('c1/1', 'lis', 'engine', { engineRef: 'ORU_IN', carries: [sign('UC-LAB')] })],
  holdings: [holding('results', 'engine', ['UC-LAB'])],
  filters: [
    filter('f1', { kind: 'FLOW', key: 'c1/1' }, { classes: [sign('UC-LAB')], expression: 'OBX-3 is not in a list' }),
  ],
  notes: [{ key: 'n1', scope: 'all', name: 'Writes to a database', pointer: 'line 9', code: 'script-store' }],
};

const open = async (clock?: { readonly now: () => string }) => {
  const imports = await openImports({ importers: [sketchImporter], ...(clock === undefined ? {} : { clock }) });
  const send = async (sketch: Sketch | 'broken', more: object = {}) =>
    imports.run({ fileName: 'engine.json', bytes: sketchOf(sketch), ...more });
  return { ...imports, send, undo: createUndoImport({ store: imports.store, now: imports.clock.now }) };
};

const changes = (report: { readonly seen: readonly { readonly change: string; readonly name: string }[] }) =>
  report.seen.map(({ change, name }) => `${change} ${name}`);

describe('observing the facts of a file', () => {
  it('keeps each fact with its place, and touches nothing that people keep', async () => {
    const { send, graph } = await open();
    const report = must(await send(engine));
    const after = await graph();
    expect(report.factCounts).toMatchObject({
      systems: 2,
      flows: 1,
      holdings: 1,
      filters: 1,
      notes: 1,
      classes: 1,
      appeared: 6,
      vanished: 0,
    });
    expect([after.System.size, after.Flow.size, after.DataClass.size, after.Restriction.size]).toEqual([0, 0, 0, 0]);
    const [run] = [...after.ImportRun.values()];
    expect(run).toMatchObject({ status: 'DONE', origin: 'sketch:engine', title: 'A sketch', file: 'engine.json' });
    expect(run?.finishedAt).toBeDefined();
    expect([...after.Observation.values()].map(({ fact }) => fact).toSorted()).toEqual([
      'filter',
      'flow',
      'holding',
      'note',
      'system',
      'system',
    ]);
  });

  it('counts as many facts as become something, what it does not tell among them', async () => {
    const { send } = await open();
    const untold = (subject: string, reason: string) => ({ subject, reason, candidates: [] });
    const report = must(
      await send({
        ...engine,
        // One comes twice, and one hangs in the air: neither is kept.
        systems: [...(engine.systems ?? []), system('lis')],
        flows: [...(engine.flows ?? []), flow('c2', 'lis', 'nowhere')],
        cannotTell: [
          untold('rows', 'a schema has none'),
          untold('rows', 'nobody counted them'),
          untold('rows', 'nobody counted them'),
        ],
      }),
    );
    const { systems, flows, channels, holdings, filters, notes, cannotTell, appeared } = report.factCounts;
    expect({ systems, flows, channels, holdings, filters, notes, cannotTell, appeared }).toEqual({
      systems: 2,
      flows: 1,
      channels: 0,
      holdings: 1,
      filters: 1,
      notes: 1,
      cannotTell: 2,
      appeared: 8,
    });
    expect(report.seen).toHaveLength(8);
    expect(report.warnings).toHaveLength(2);
  });

  it('takes nothing as gone when a file is about something else, and says what to do', async () => {
    const { send, graph } = await open();
    must(await send(engine));
    const other = must(
      await send({
        covers: ['all'],
        systems: engine.systems ?? [],
        flows: [flow('c9/1', 'lis', 'engine', { engineRef: 'OTHER' })],
      }),
    );
    expect(changes(other).filter((each) => each.startsWith('VANISHED'))).toEqual([]);
    expect(other.warnings.join(' ')).toMatch(/nothing in common with the last file of "engine".* a name of its own/);
    expect([...(await graph()).Observation.values()].filter(({ endedOn }) => endedOn !== undefined)).toEqual([]);
  });

  it('takes as gone all that a file of everything does not have, whatever part of it that belonged to', async () => {
    const { send } = await open();
    must(
      await send({
        ...engine,
        flows: [...(engine.flows ?? []), { ...flow('c2/1', 'lis', 'engine'), scope: 'channel:2' }],
      }),
    );
    const later = must(await send({ ...engine, covers: ['*'] }));
    expect(changes(later).filter((each) => each.startsWith('VANISHED'))).toHaveLength(1);
  });

  it('is a no-op for the same file, and says of which run', async () => {
    const { send, graph } = await open();
    const first = must(await send(engine));
    const { revision } = await graph();
    const second = must(await send(engine));
    expect(second).toMatchObject({ alreadyImported: first.run, seen: [], revision });
    expect((await graph()).revision).toBe(revision);
  });

  it('shows what appeared, changed and vanished, and ends what vanished', async () => {
    const { send, graph } = await open();
    must(await send(engine));
    const next: Sketch = {
      ...engine,
      systems: [...(engine.systems ?? []), system('ris')],
      flows: [flow('c1/1', 'lis', 'engine', { engineRef: 'ORU_IN', protocol: 'MLLP' })],
      holdings: [],
      filters: [
        filter(
          'f1',
          { kind: 'FLOW', key: 'c1/1' },
          { classes: [sign('UC-LAB')], expression: 'OBX-3 is not in a list', pointer: 'line 99' },
        ),
      ],
    };
    const report = must(await send(next));
    expect(changes(report)).toEqual([
      'UNCHANGED engine',
      'UNCHANGED lis',
      'APPEARED ris',
      'CHANGED c1/1',
      // It moved to another line, and says the same.
      'UNCHANGED f1',
      'UNCHANGED Writes to a database',
      'VANISHED results',
    ]);
    const table = [...(await graph()).Observation.values()].find(({ name }) => name === 'results');
    expect(table).toMatchObject({ endedOn: '2026-11-21' });
    expect(table?.endReason).toMatch(/engine\.json/);
    expect(changes(must(await send(engine)))).toContain('APPEARED results');
  });

  it('says in a dry run with what each fact is matched, in what it differs, and what changes since the last file', async () => {
    const { send, state } = await open();
    const stated = { identifiers: [], holds: [] };
    await state('System', { ...stated, id: 'lis-1', name: 'LIS', kind: 'SYS-LIS', version: '1.0' });
    await state('System', { ...stated, id: 'ris-1', name: 'RIS', kind: 'SYS-RIS' });
    const before: Sketch = {
      ...engine,
      systems: [system('engine', { isSelf: true }), system('lis', { version: '2.0' }), system('ris')],
      holdings: [holding('results', 'engine', ['UC-LAB'], { parts: [{ name: 'VALUE', type: 'int', classes: [] }] })],
    };
    const seenOf = async (sketch: Sketch, dryRun: boolean) => {
      const { seen } = must(await send(sketch, { dryRun }));
      return new Map(seen.map((each) => [each.name, each]));
    };
    const first = await seenOf(before, true);
    expect(first.get('ris')).toMatchObject({
      status: 'MATCHED',
      match: { concept: 'System', id: 'ris-1', name: 'RIS', reasons: [expect.stringMatching(/\w/)] },
      differences: [],
      changes: [],
    });
    expect(first.get('lis')).toMatchObject({
      status: 'CONFLICTING',
      match: { id: 'lis-1' },
      differences: [{ field: 'version', declared: '1.0', observed: '2.0' }],
    });
    expect(first.get('engine')).not.toHaveProperty('match');
    await seenOf(before, false);
    const second = await seenOf(
      {
        ...before,
        flows: [flow('c1/1', 'ris', 'engine', { engineRef: 'ORU_IN', isActive: false, carries: [sign('UC-IMG')] })],
        holdings: [
          holding('results', 'engine', ['UC-LAB'], {
            name: 'RESULTS',
            parts: [
              { name: 'VALUE', type: 'text', classes: [] },
              { name: 'UNIT', classes: [] },
            ],
          }),
        ],
        filters: [
          filter('f1', { kind: 'FLOW', key: 'c1/1' }, { classes: [sign('UC-LAB', 'LIKELY')], expression: 'none' }),
        ],
      },
      true,
    );
    expect(second.get('c1/1')?.changes).toEqual([
      { field: 'carries', before: 'Laboratory', after: 'Diagnostic imaging' },
      { field: 'from', before: 'lis', after: 'ris' },
      { field: 'isActive', before: '', after: 'no' },
    ]);
    expect(second.get('RESULTS')?.changes).toEqual([
      { field: 'name', before: 'results', after: 'RESULTS' },
      { field: 'parts', before: 'VALUE (int)', after: 'VALUE (text), UNIT' },
    ]);
    expect(second.get('f1')?.changes).toEqual([
      {
        field: 'classes',
        before: 'Laboratory (certain: it says UC-LAB, line 1)',
        after: 'Laboratory (likely: it says UC-LAB, line 1)',
      },
      { field: 'expression', before: 'OBX-3 is not in a list', after: 'none' },
    ]);
    expect(second.get('lis')).toMatchObject({ change: 'UNCHANGED', changes: [] });
  });

  it('claims no absence where a file is not complete, nor for another origin', async () => {
    const { send, graph } = await open();
    must(await send(engine));
    const part = must(await send({ ...engine, covers: [], holdings: [] }));
    expect(part.factCounts['vanished']).toBe(0);
    const other = must(await send({ ...engine, origin: 'another engine', holdings: [] }));
    expect(other.factCounts).toMatchObject({ vanished: 0, appeared: 5 });
    expect([...(await graph()).Observation.values()].filter(({ endedOn }) => endedOn !== undefined)).toEqual([]);
  });

  it('writes nothing in a dry run, and says the same as the import that follows', async () => {
    const { send, graph } = await open();
    const { revision } = await graph();
    const dry = must(await send(engine, { dryRun: true }));
    expect((await graph()).revision).toBe(revision);
    const done = must(await send(engine));
    expect({ ...dry, dryRun: false, revision: 0 }).toEqual({ ...done, revision: 0 });
  });

  it('keeps a refused file as a failed run with its reason, and nothing else of it', async () => {
    const { send, graph } = await open();
    const result = await send('broken');
    expect(result).toMatchObject({ ok: false, error: { type: 'ArtefactRefused', line: 3 } });
    const after = await graph();
    expect([...after.ImportRun.values()]).toMatchObject([
      { status: 'FAILED', warnings: [expect.stringMatching(/draw it again/)] },
    ]);
    expect(after.Observation.size).toBe(0);
    // What failed is no reason to refuse the same file once it can be read.
    expect((await send('broken')).ok).toBe(false);
  });

  it('leaves out what refers to nothing or comes twice, with a warning', async () => {
    const { send } = await open();
    const report = must(
      await send({
        ...engine,
        flows: [flow('x', 'nowhere', 'engine'), flow('y', 'lis', 'engine'), flow('y', 'lis', 'engine')],
      }),
    );
    expect(report.warnings).toEqual([
      expect.stringMatching(/"x" .* refers to something/),
      expect.stringMatching(/"y" .* comes twice/),
      expect.stringMatching(/"f1" .* refers to something/),
    ]);
  });

  it('is on record as under way while it reads; one that is cut off is marked and changed nothing', async () => {
    const { store, run, graph, clock } = await open();
    let reading: () => void = () => undefined;
    const began = new Promise<void>((resolve) => {
      reading = resolve;
    });
    const importing = run({
      fileName: 'engine.json',
      read: async function* () {
        yield sketchOf(engine);
        await Promise.resolve();
      },
      onProgress: (step) => {
        if ('phase' in step && step.phase === 'READING') reading();
      },
    });
    await began;
    expect([...(await graph()).ImportRun.values()].map(({ status }) => status)).toEqual(['RUNNING']);
    await importing;
    // A process that ended in the middle left the first of its two commits.
    await store.commit({
      actor: 'x',
      writes: [
        {
          concept: 'ImportRun',
          action: 'CREATE',
          document: {
            id: 'cut',
            name: 'cut',
            kind: 'sketch',
            file: 'f',
            sha256: 'a'.repeat(64),
            startedAt: clock.now(),
            status: 'RUNNING',
            warnings: [],
            ...asserted,
          },
        },
      ],
    });
    const seen = (await graph()).Observation.size;
    expect(must(await endInterruptedRuns({ store, clock }))).toBe(1);
    expect((await graph()).ImportRun.get('cut')).toMatchObject({
      status: 'FAILED',
      warnings: [expect.stringMatching(/cut off/)],
    });
    expect((await graph()).Observation.size).toBe(seen);
    expect(must(await endInterruptedRuns({ store, clock }))).toBe(0);
  });
});

describe('taking an import back', () => {
  it('ends what it made and puts back what it changed; the log has both', async () => {
    const { send, graph, undo, store } = await open();
    must(await send(engine));
    const before = await graph();
    const second = must(await send({ ...engine, systems: [...(engine.systems ?? []), system('ris')], holdings: [] }));
    const undone = must(await undo({ run: second.run, reason: 'wrong server', actor: 'H. Berg' }));
    expect(undone).toMatchObject({
      ended: 1,
      kept: [],
      run: { status: 'UNDONE', undoneBy: 'H. Berg', undoReason: 'wrong server' },
    });
    const after = await graph();
    for (const [id, observation] of before.Observation) {
      const { revision: _r, updatedAt: _u, ...same } = observation;
      expect(after.Observation.get(id)).toMatchObject(same);
      expect(after.Observation.get(id)?.endedOn).toBeUndefined();
    }
    const ris = [...after.Observation.values()].find(({ name }) => name === 'ris');
    expect(ris).toMatchObject({ startedOn: '2026-11-21', endedOn: '2026-11-21' });
    expect((await verifyLog(store)).ok).toBe(true);
    // The file can be imported again: what was taken back is no earlier import of it.
    expect(
      must(await send({ ...engine, systems: [...(engine.systems ?? []), system('ris')], holdings: [] }))
        .alreadyImported,
    ).toBeUndefined();
  });

  it('keeps what somebody decided since, and tells', async () => {
    const { send, graph, undo, store } = await open();
    const { run } = must(await send(engine));
    const [first] = [...(await graph()).Observation.values()].filter(({ fact }) => fact === 'system');
    if (first === undefined) throw new Error('no system was seen');
    const { revision, createdAt: _c, updatedAt: _u, ...document } = first;
    must(
      await store.commit({
        actor: 'H. Berg',
        writes: [
          {
            concept: 'Observation',
            document: { ...document, decision: 'DEFERRED' },
            action: 'UPDATE',
            expected: revision,
          },
        ],
      }),
    );
    const undone = must(await undo({ run, reason: 'wrong server', actor: 'H. Berg' }));
    expect(undone.kept).toEqual([{ concept: 'Observation', id: first.id, name: first.name }]);
    expect(undone.ended).toBe(5);
    expect((await graph()).Observation.get(first.id)?.endedOn).toBeUndefined();
  });

  it('takes back what a capability statement took in', async () => {
    const { read, graph, undo } = await openImports().then((imports) => ({
      ...imports,
      undo: createUndoImport({ store: imports.store, now: imports.clock.now }),
    }));
    const report = await read('r4-patient-api-dstu2.json');
    const live = async (): Promise<number> =>
      [...(await graph()).System.values()].filter(({ endedOn }) => endedOn === undefined).length;
    expect(await live()).toBe(1);
    must(await undo({ run: report.run, reason: 'a test server', actor: 'H. Berg' }));
    expect(await live()).toBe(0);
    expect((await graph()).ImportRun.get(report.run)?.status).toBe('UNDONE');
  });

  it('needs a reason, a run that is there, and one that is not undone already', async () => {
    const { send, undo } = await open();
    const { run } = must(await send(engine));
    expect(await undo({ run, reason: ' ', actor: 'x' })).toMatchObject({
      ok: false,
      error: { type: 'InputInvalid', field: 'reason' },
    });
    expect(await undo({ run: 'nowhere', reason: 'x', actor: 'x' })).toMatchObject({
      ok: false,
      error: { type: 'RunNotFound' },
    });
    must(await undo({ run, reason: 'x', actor: 'x' }));
    expect(await undo({ run, reason: 'x', actor: 'x' })).toMatchObject({
      ok: false,
      error: { type: 'InputInvalid', field: 'run' },
    });
  });
});
