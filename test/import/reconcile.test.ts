import { describe, expect, it } from 'vitest';
import { createDecideObservations, type DecideObservationsInput } from '../../server/src/app/decide-observations.ts';
import { reconciliationOf } from '../../server/src/app/reconciliation-of.ts';
import { findFindings } from '../../server/src/domain/findings/index.ts';
import type { Observation } from '../../server/src/domain/model/concepts.ts';
import type { ReconciledItem } from '../../server/src/domain/reconcile/index.ts';
import { createTraceIndex } from '../../server/src/domain/trace/index.ts';
import { must } from '../kit/seed-graph.ts';
import { asserted, now, openImports } from './import-kit.ts';
import { filter, flow, holding, sign, sketchImporter, sketchOf, system, type Sketch } from './sketch-importer.ts';

const asOf = now.slice(0, 10);

const open = async () => {
  const imports = await openImports({ importers: [sketchImporter] });
  const { store, catalogues, graph, state, run } = imports;
  await state('DataClass', {
    id: 'lab',
    name: 'Laboratory results',
    level: 'CLASS',
    catalogue: 'UC-LAB',
    drsStatus: 'YES',
    fhirResources: [],
    overlays: [],
  });
  await state('DataClass', {
    id: 'lab.tests',
    name: 'Tests',
    level: 'ELEMENT',
    partOf: 'lab',
    drsStatus: 'YES',
    fhirResources: [],
    overlays: [],
  });
  await state('System', { id: 'engine', name: 'Integration engine', kind: 'SYS-IE', identifiers: [], holds: [] });
  await state('System', {
    id: 'lis',
    name: 'Northwind LIS',
    kind: 'SYS-LIS',
    vendor: 'Northwind',
    version: '8',
    identifiers: ['mllp:10.1.1.10:6661'],
    holds: [{ dataClass: 'lab', role: 'ORIGIN', ...asserted }],
  });
  await state('Flow', {
    id: 'oru-in',
    name: 'Results in',
    from: 'lis',
    to: 'engine',
    protocol: 'HL7 v2',
    engineRef: 'ORU_IN',
    carries: [{ dataClass: 'lab', ...asserted }],
  });
  await state('Flow', {
    id: 'adt-in',
    name: 'Admissions in',
    from: 'lis',
    to: 'engine',
    engineRef: 'ADT_IN',
    carries: [],
  });
  const decide = createDecideObservations({ store, catalogues, now: () => now });
  const send = async (sketch: Sketch) => must(await run({ fileName: 'engine.xml', bytes: sketchOf(sketch) }));
  const items = async (): Promise<ReadonlyMap<string, ReconciledItem>> =>
    new Map(reconciliationOf(await graph(), catalogues, asOf).items.map((item) => [item.observation.name, item]));
  const observation = async (name: string): Promise<Observation> => {
    const found = (await items()).get(name);
    if (found === undefined) throw new Error(`nothing was seen that is called ${name}`);
    return found.observation;
  };
  return {
    ...imports,
    send,
    items,
    observation,
    statuses: async () => Object.fromEntries([...(await items())].map(([name, { status }]) => [name, status])),
    declaredOnly: async () => reconciliationOf(await graph(), catalogues, asOf).declaredOnly.map(({ id }) => id),
    found: async (rule: string) =>
      findFindings({ index: createTraceIndex(await graph()), catalogues, asOf }).filter(
        (finding) => finding.rule === rule,
      ),
    decide: async (names: readonly string[], input: Omit<DecideObservationsInput, 'observations' | 'actor'>) => {
      const observations = [];
      for (const name of names) observations.push({ id: (await observation(name)).id });
      return must(await decide({ observations, actor: 'H. Berg', ...input }));
    },
    decideRaw: decide,
  };
};

const engine: Sketch = {
  covers: ['all'],
  systems: [
    system('engine', { name: 'Integration Engine', isSelf: true, kind: 'SYS-IE' }),
    system('10.1.1.10:6661', { isUnresolved: true, identifiers: ['mllp://10.1.1.10:6661'] }),
    system('registry', { name: 'State registry' }),
  ],
  flows: [
    flow('c1/0', '10.1.1.10:6661', 'engine', {
      engineRef: 'ORU_IN',
      protocol: 'HL7 v2 over MLLP',
      carries: [sign('UC-LAB'), sign('UC-DEM')],
    }),
    flow('c1/1', 'engine', 'registry', { engineRef: 'ORU_IN to registry', carries: [sign('UC-LAB')] }),
  ],
  filters: [
    filter('f1', { kind: 'FLOW', key: 'c1/0' }, { name: 'Only final results', classes: [sign('UC-LAB')] }),
    filter(
      'f2',
      { kind: 'FLOW', key: 'c1/1' },
      { name: 'Registry is switched off', nature: 'DISABLED', effect: 'WITHHOLDS' },
    ),
    filter(
      'f3',
      { kind: 'FLOW', key: 'c1/0' },
      { name: 'Somebody drops something', nature: 'SCRIPT', certainty: 'POSSIBLE' },
    ),
  ],
  holdings: [
    holding('RESULT', 'engine', ['UC-LAB']),
    holding('RESULT_2', 'engine', ['UC-LAB']),
    holding('MISC', 'engine', []),
    holding('EITHER', 'engine', [], {
      classes: [{ classes: ['UC-LAB', 'UC-IMG'], certainty: 'LIKELY', reason: 'it says result', pointer: 'line 2' }],
    }),
  ],
};

describe('what was seen beside what was declared', () => {
  it('is matched by address, by name and by the name of the interface, with the reason', async () => {
    const { send, statuses, items, declaredOnly } = await open();
    await send(engine);
    expect(await statuses()).toEqual({
      'Integration Engine': 'MATCHED',
      '10.1.1.10:6661': 'MATCHED',
      'State registry': 'OBSERVED_ONLY',
      // The inventory does not say that it carries demographics.
      'c1/0': 'CONFLICTING',
      'c1/1': 'OBSERVED_ONLY',
      'Only final results': 'OBSERVED_ONLY',
      'Registry is switched off': 'OBSERVED_ONLY',
      'Somebody drops something': 'OBSERVED_ONLY',
      RESULT: 'OBSERVED_ONLY',
      RESULT_2: 'OBSERVED_ONLY',
      MISC: 'UNMAPPED',
      EITHER: 'AMBIGUOUS',
    });
    const all = await items();
    expect(all.get('10.1.1.10:6661')?.match).toMatchObject({
      id: 'lis',
      reasons: [expect.stringMatching(/address 10\.1\.1\.10:6661/)],
    });
    expect(all.get('c1/0')?.match).toMatchObject({ id: 'oru-in', score: 1 });
    expect(all.get('c1/0')?.differences).toMatchObject([
      { field: 'carries', declared: '', observed: 'Patient demographics and information' },
    ]);
    expect(all.get('EITHER')?.candidates.map(({ name }) => name)).toEqual(['Laboratory results', 'Diagnostic imaging']);
    expect(await declaredOnly()).toEqual(['adt-in']);
  });

  it('is ambiguous where several things are called the same, and offered where it is like something', async () => {
    const { send, items, state } = await open();
    await state('System', { id: 'lis-2', name: 'Northwind LIS', kind: 'SYS-LIS', identifiers: [], holds: [] });
    await send({
      systems: [system('a', { name: 'Northwind LIS' }), system('b', { name: 'Northwind LIS west', kind: 'SYS-LIS' })],
    });
    const all = await items();
    expect(all.get('Northwind LIS')).toMatchObject({ status: 'AMBIGUOUS' });
    expect(
      all
        .get('Northwind LIS')
        ?.candidates.map(({ id }) => id)
        .toSorted(),
    ).toEqual(['lis', 'lis-2']);
    expect(all.get('Northwind LIS west')).toMatchObject({ status: 'OBSERVED_ONLY' });
    expect(all.get('Northwind LIS west')?.candidates[0]?.reasons.join('; ')).toMatch(
      /both names say "northwind li\w*"; it is of the same kind/,
    );
  });

  it('takes an address for what the known flow has there, and offers it for a system with a name', async () => {
    const { send, items } = await open();
    await send({
      systems: [
        system('host', { name: 'lab.example:6661', isUnresolved: true }),
        system('named', { name: 'Contoso' }),
        system('engine', { name: 'Integration engine', isSelf: true }),
      ],
      flows: [
        flow('x', 'host', 'engine', { engineRef: 'ORU_IN' }),
        flow('y', 'named', 'engine', { engineRef: 'ADT_IN' }),
      ],
    });
    const all = await items();
    expect(all.get('lab.example:6661')).toMatchObject({
      status: 'MATCHED',
      match: { id: 'lis', reasons: ['"x", which is known, comes from there'] },
    });
    expect(all.get('Contoso')).toMatchObject({
      status: 'OBSERVED_ONLY',
      candidates: [{ id: 'lis', reasons: ['"y", which is known, comes from there'] }],
    });
  });

  it('says that something is declared only where a file describes the engine whole', async () => {
    const { send, declaredOnly, found } = await open();
    await send({ ...engine, covers: [] });
    expect(await declaredOnly()).toEqual([]);
    expect(await found('declared-never-observed')).toEqual([]);
    await send({ ...engine, notes: [{ key: 'n', scope: 'all', name: 'whole', pointer: 'line 1', code: 'x' }] });
    expect(await declaredOnly()).toEqual(['adt-in']);
    // A part of it that comes later takes nothing of that back.
    await send({ ...engine, covers: [], warnings: ['part'] });
    expect(await declaredOnly()).toEqual(['adt-in']);
  });

  it('differs in version, vendor and protocol only where both say one', async () => {
    const { send, items } = await open();
    await send({
      systems: [
        system('lis', { identifiers: ['10.1.1.10:6661'], version: '9', product: 'Care' }),
        system('engine', { name: 'Integration engine', isSelf: true }),
      ],
      flows: [
        flow('x', 'lis', 'engine', { engineRef: 'ADT_IN', protocol: 'HTTP' }),
        flow('y', 'lis', 'engine', { engineRef: 'ORU_IN', protocol: 'SFTP', isActive: false }),
      ],
    });
    const all = await items();
    expect(all.get('lis')?.differences).toEqual([{ field: 'version', declared: '8', observed: '9', classes: [] }]);
    expect(all.get('x')?.differences).toEqual([]);
    expect(all.get('y')?.differences.map(({ field }) => field)).toEqual(['protocol', 'active']);
  });

  it('takes a class above what was seen for declared, and names what a complete file lacks', async () => {
    const { send, items, state } = await open();
    await state('AccessChannel', {
      id: 'api',
      kind: 'CH-G10-PAT',
      system: 'lis',
      standards: [],
      identifiers: [],
      audiences: ['PATIENT'],
      releases: [{ dataClass: 'lab', ...asserted }],
    });
    const channel = {
      key: 'api',
      scope: 'all',
      name: 'API',
      pointer: 'line 1',
      system: 'lis',
      kind: 'CH-G10-PAT',
      standards: [],
      identifiers: [],
      audiences: [],
      certainty: 'CERTAIN',
    } as const;
    const lis = system('lis', { name: 'Northwind LIS' });
    await send({ systems: [lis], channels: [{ ...channel, releases: [sign('UC-ALG')], isComplete: true }] });
    expect((await items()).get('API')?.differences).toMatchObject([
      { field: 'releases', declared: '', observed: 'Allergies and intolerances' },
      { field: 'releases', declared: 'Laboratory results', observed: '' },
    ]);
    await send({
      systems: [lis],
      channels: [{ ...channel, releases: [sign('UC-LAB', 'POSSIBLE')], isComplete: true }],
    });
    expect((await items()).get('API')?.differences).toEqual([]);
  });

  it('becomes findings with the file and place as witness, once for a class however many tables show it', async () => {
    const { send, found } = await open();
    await send(engine);
    expect((await found('silent-filter')).map(({ explanation }) => explanation).toSorted()).toEqual([
      'An import saw "Only final results" in "engine.xml" at line 2, which stops Laboratory results, and no restriction is recorded there.',
      'An import saw "Registry is switched off" in "engine.xml" at line 2, and no restriction is recorded there.',
      'An import saw "Somebody drops something" in "engine.xml" at line 2, and no restriction is recorded there.',
    ]);
    expect((await found('uninventoried')).map(({ explanation }) => explanation).toSorted()).toEqual([
      'An import saw Laboratory results at "Integration engine" (RESULT, in "engine.xml" at line 6 and 1 more), and it is not declared there.',
      'An import saw Patient demographics and information at "Results in" (c1/0, in "engine.xml" at line 4), and it is not declared there. No class of the inventory stands for it.',
      'An import saw the flow "c1/1" with Laboratory results in "engine.xml" at line 4, and nothing in the inventory stands for it.',
      'An import saw the system "State registry" in "engine.xml" at line 8, and nothing in the inventory stands for it.',
    ]);
    expect((await found('declared-never-observed')).map(({ id }) => id)).toEqual([
      'declared-never-observed@flow=adt-in',
    ]);
  });
});

describe('deciding', () => {
  it('accepts a flow with the system and the class it needs, in one transaction, and the findings close', async () => {
    const { send, decide, graph, found, statuses } = await open();
    await send(engine);
    const before = (await graph()).revision;
    const done = await decide(['c1/1'], { action: 'ACCEPT' });
    expect(done.notDecided).toEqual([]);
    expect(done.created.map(({ concept, name }) => `${concept} ${name}`).toSorted()).toEqual([
      'Flow c1/1',
      'System State registry',
    ]);
    const after = await graph();
    expect(after.System.get('state-registry')).toMatchObject({
      kind: 'SYS-OTHER',
      source: 'H. Berg',
      grade: 'OBSERVED',
    });
    expect([...after.Flow.values()].find(({ name }) => name === 'c1/1')).toMatchObject({
      from: 'engine',
      to: 'state-registry',
      engineRef: 'ORU_IN to registry',
      carries: [{ dataClass: 'lab', source: 'H. Berg' }],
    });
    expect(after.revision).toBeGreaterThan(before);
    expect(await statuses()).toMatchObject({ 'State registry': 'MATCHED', 'c1/1': 'MATCHED' });
    expect((await found('uninventoried')).map(({ explanation }) => explanation).join()).not.toMatch(/registry|c1\/1/i);
  });

  it('takes a filter in as a restriction that still has to be documented', async () => {
    const { send, decide, graph, found } = await open();
    await send(engine);
    const refused = await decide(['Somebody drops something'], { action: 'ACCEPT' });
    expect(refused.notDecided).toMatchObject([{ message: expect.stringMatching(/does not tell which classes/) }]);
    await decide(['Somebody drops something'], { action: 'ACCEPT', dataClasses: ['UC-ALG'] });
    await decide(['Only final results'], { action: 'ACCEPT' });
    const after = await graph();
    expect(
      [...after.Restriction.values()].map(({ name, limits, appliesTo, effect, practice }) => ({
        name,
        limits,
        appliesTo,
        effect,
        practice,
      })),
    ).toEqual([
      {
        name: 'Only final results',
        limits: ['lab'],
        appliesTo: { kind: 'FLOW', id: 'oru-in' },
        effect: 'FILTERS',
        practice: 'PT-FILTER-SILENT',
      },
      {
        name: 'Somebody drops something',
        limits: ['allergies'],
        appliesTo: { kind: 'FLOW', id: 'oru-in' },
        effect: 'FILTERS',
        practice: 'PT-FILTER-SILENT',
      },
    ]);
    expect((await found('silent-filter')).map(({ explanation }) => explanation).join()).toMatch(
      /^An import saw "Registry is switched off"[^,]*, and no restriction is recorded there\.$/,
    );
    expect(await found('undocumented-restriction')).toHaveLength(2);
  });

  it('takes a switched-off flow in with what switches it off, once', async () => {
    const { send, decide, graph } = await open();
    const off = flow('c1/1', 'engine', 'registry', {
      engineRef: 'ORU_IN to registry',
      carries: [sign('UC-LAB')],
      isActive: false,
    });
    await send({ ...engine, flows: [...(engine.flows ?? []).slice(0, 1), off] });
    await decide(['Registry is switched off', 'c1/1'], { action: 'ACCEPT' });
    const restrictions = [...(await graph()).Restriction.values()];
    expect(restrictions).toMatchObject([
      { name: 'Registry is switched off', effect: 'WITHHOLDS', practice: 'PT-DISABLE', limits: [] },
    ]);
  });

  it('adds what was seen to a flow that lacks it, and keeps what people said', async () => {
    const { send, decide, graph, statuses } = await open();
    await send(engine);
    await decide(['c1/0'], { action: 'ACCEPT', reason: 'the engine is right' });
    const flow = (await graph()).Flow.get('oru-in');
    expect(flow?.carries.map(({ dataClass, source }) => `${dataClass} ${source}`)).toEqual([
      'demographics H. Berg',
      'lab J. Rivera',
    ]);
    expect(flow).toMatchObject({ name: 'Results in', source: 'J. Rivera' });
    expect((await graph()).DataClass.get('demographics')).toMatchObject({ catalogue: 'UC-DEM', level: 'CLASS' });
    expect(await statuses()).toMatchObject({ 'c1/0': 'MATCHED' });
  });

  it('puts tables into the holdings of their system, in bulk, and asks for the class where nobody can tell', async () => {
    const { send, decide, graph } = await open();
    await send(engine);
    const bulk = await decide(['RESULT', 'RESULT_2', 'MISC', 'EITHER'], { action: 'ACCEPT' });
    expect(bulk.decided).toHaveLength(2);
    expect(bulk.notDecided.map(({ name }) => name)).toEqual(['MISC', 'EITHER']);
    await decide(['EITHER'], { action: 'ACCEPT', dataClasses: ['UC-IMG'] });
    expect((await graph()).System.get('engine')?.holds.map(({ dataClass, role }) => `${dataClass} ${role}`)).toEqual([
      'diagnostic-imaging COPY',
      'lab COPY',
    ]);
  });

  it('merges with something there is, and the next file knows it by its address', async () => {
    const { send, decide, graph, statuses, items } = await open();
    const seen = system('x', { name: 'Lab host', identifiers: ['https://lab.example/api'] });
    await send({ systems: [seen] });
    await decide(['Lab host'], {
      action: 'MERGE',
      target: { concept: 'System', id: 'lis' },
      reason: 'told by the lab',
    });
    expect(await statuses()).toMatchObject({ 'Lab host': 'MATCHED' });
    expect((await graph()).System.get('lis')?.identifiers).toContain('https://lab.example/api');
    await send({ origin: 'other', systems: [{ ...seen, key: 'y', name: 'Another name' }] });
    expect((await items()).get('Another name')?.match).toMatchObject({ id: 'lis' });
  });

  it('is told the system a file is about when it is imported, and the next file finds it', async () => {
    const { run, items, observation } = await open();
    const sketch: Sketch = {
      systems: [system('db', { name: 'chart_db', isSelf: true })],
      holdings: [holding('RESULT', 'db', ['UC-LAB'])],
    };
    const say = (id: string) =>
      run({ fileName: 'schema.sql', bytes: sketchOf(sketch), actor: 'H. Berg', options: { system: id } });
    expect(await say('nowhere')).toMatchObject({ ok: false, error: { type: 'OptionUnknown', value: 'nowhere' } });
    must(await say('lis'));
    expect(await observation('chart_db')).toMatchObject({
      decision: 'MERGED',
      decidedBy: 'H. Berg',
      matches: { id: 'lis' },
    });
    // The laboratory system is declared to hold laboratory results.
    expect((await items()).get('RESULT')).toMatchObject({ status: 'MATCHED', match: { id: 'lab' } });
    must(await run({ fileName: 'schema.sql', bytes: sketchOf({ ...sketch, notes: [], warnings: ['newer'] }) }));
    expect((await items()).get('chart_db')?.match).toMatchObject({ id: 'lis' });
  });

  it('stays decided when the file is imported anew, and says what differs then', async () => {
    const { send, decide, statuses, found } = await open();
    await send(engine);
    await decide(['State registry'], { action: 'REJECT', reason: 'it was shut down in May' });
    expect((await found('uninventoried')).map(({ explanation }) => explanation).join()).not.toMatch(/"State registry"/);
    await decide(['10.1.1.10:6661'], { action: 'ACCEPT' });
    await send({ ...engine, systems: (engine.systems ?? []).map((each) => ({ ...each, version: '9' })) });
    expect((await found('uninventoried')).map(({ explanation }) => explanation).join()).not.toMatch(/"State registry"/);
    expect(await statuses()).toMatchObject({ '10.1.1.10:6661': 'CONFLICTING' });
    const refused = await decide(['c1/1'], { action: 'ACCEPT' });
    expect(refused.notDecided).toMatchObject([{ message: expect.stringMatching(/"State registry" was rejected/) }]);
    await decide(['State registry'], { action: 'REOPEN' });
    expect((await decide(['c1/1'], { action: 'ACCEPT' })).decided).toHaveLength(1);
  });

  it('records who, when and why, and refuses what cannot be meant', async () => {
    const { send, decide, decideRaw, observation, graph } = await open();
    await send(engine);
    await decide(['State registry'], { action: 'DEFER', reason: 'ask the registry office' });
    expect(await observation('State registry')).toMatchObject({
      decision: 'DEFERRED',
      decidedBy: 'H. Berg',
      decidedAt: now,
      decisionReason: 'ask the registry office',
    });
    const { id } = await observation('State registry');
    const say = (input: object) => decideRaw({ observations: [{ id }], action: 'ACCEPT', actor: 'x', ...input });
    expect(await say({ action: 'REJECT' })).toMatchObject({ ok: false, error: { field: 'reason' } });
    expect(await say({ action: 'MERGE' })).toMatchObject({ ok: false, error: { field: 'target' } });
    expect(await say({ observations: [] })).toMatchObject({ ok: false, error: { field: 'observations' } });
    const { revision } = await graph();
    expect(must(await say({ action: 'MERGE', target: { concept: 'Flow', id: 'oru-in' } })).notDecided).toMatchObject([
      { message: expect.stringMatching(/cannot be a Flow/) },
    ]);
    expect(must(await say({ observations: [{ id, expected: 1 }] })).notDecided).toMatchObject([
      { message: expect.stringMatching(/changed it since/) },
    ]);
    expect(must(await say({ observations: [{ id: 'nothing' }] })).notDecided).toHaveLength(1);
    expect((await graph()).revision).toBe(revision);
  });
});
