import { describe, expect, it } from 'vitest';
import { asBytes, asserted, fixture, openImports } from './import-kit.ts';

const inventory = async () => {
  const imports = await openImports();
  await imports.state('DataClass', {
    id: 'lab',
    level: 'CLASS',
    catalogue: 'UC-LAB',
    drsStatus: 'YES',
    fhirResources: [],
    overlays: [],
  });
  await imports.state('DataClass', {
    id: 'allergy-list',
    level: 'CLASS',
    drsStatus: 'YES',
    fhirResources: ['AllergyIntolerance'],
    overlays: [],
  });
  await imports.state('System', {
    id: 'ehr',
    name: 'Our EHR',
    kind: 'SYS-EHR',
    vendor: 'Northwind',
    product: 'Northwind Care',
    version: '11.0',
    identifiers: [],
    holds: [{ dataClass: 'lab', role: 'ORIGIN', retention: '10 years', ...asserted }],
  });
  await imports.state('AccessChannel', {
    id: 'patient-api',
    kind: 'CH-G10-PAT',
    system: 'ehr',
    standards: ['FHIR R4'],
    identifiers: [],
    releases: [
      { dataClass: 'lab', ...asserted },
      { dataClass: 'allergy-list', ...asserted },
    ],
    audiences: ['PROXY'],
  });
  return imports;
};

describe('importing into an inventory people keep', () => {
  it('adds what is missing and never overwrites or removes what a person stated', async () => {
    const { read, graph } = await inventory();
    const before = await graph();
    const report = await read('r4-patient-api-dstu2.json');
    expect(report.match).toMatchObject({ by: 'NAME_AND_VENDOR', system: 'ehr' });
    expect(report.channel).toBe('patient-api');
    const after = await graph();
    const [ehr, old] = [after.System.get('ehr'), before.System.get('ehr')];
    expect(ehr).toMatchObject({
      name: 'Our EHR',
      kind: 'SYS-EHR',
      version: '11.0',
      source: 'J. Rivera',
      grade: 'ASSERTED',
    });
    expect(ehr?.holds.filter(({ source }) => source === 'J. Rivera')).toStrictEqual(old?.holds);
    expect(ehr?.holds.map(({ dataClass }) => dataClass)).toStrictEqual([
      'demographics',
      'lab',
      'problems',
      'vital-signs',
    ]);
    const api = after.AccessChannel.get('patient-api');
    expect(api?.releases.filter(({ source }) => source === 'J. Rivera')).toStrictEqual(
      before.AccessChannel.get('patient-api')?.releases,
    );
    expect(api?.audiences).toStrictEqual(['PROXY']);
    expect(api?.identifiers).toStrictEqual(['https://fhir.northwind.example/r4']);
    const outcomes = [...after.Observation.values()].map(({ fact, outcome }) => `${fact} ${outcome}`);
    expect(outcomes).toEqual(
      expect.arrayContaining([
        'system MATCHED',
        'version CONFLICTING',
        'vendor MATCHED',
        'audience CONFLICTING',
        'exposes MATCHED',
        'exposes ADDED',
        // The channel is said to release allergies, and the statement lists no such type.
        'not-listed CONFLICTING',
      ]),
    );
  });

  it('leaves ended what a person ended', async () => {
    const { read, graph, state } = await openImports();
    await state('DataClass', {
      id: 'lab',
      level: 'CLASS',
      catalogue: 'UC-LAB',
      drsStatus: 'YES',
      fhirResources: [],
      overlays: [],
    });
    const ended = { dataClass: 'lab', startedOn: '2020-01-01', endedOn: '2024-01-01', ...asserted };
    await state('System', { id: 'ehr', kind: 'SYS-EHR', identifiers: [], holds: [] });
    await state('AccessChannel', {
      id: 'api',
      kind: 'CH-G10-PAT',
      system: 'ehr',
      standards: [],
      identifiers: [],
      releases: [ended],
      audiences: [],
    });
    const report = await read('r4-patient-api-dstu2.json', { options: { channel: 'api' } });
    const links = (await graph()).AccessChannel.get('api')?.releases.filter(({ dataClass }) => dataClass === 'lab');
    expect(links).toStrictEqual([ended]);
    expect(report.countByOutcome.CONFLICTING).toBe(1);
  });

  it('takes a class the inventory has under its own id, also through a domain above it', async () => {
    const { read, graph, state } = await openImports();
    await state('DataClass', { id: 'clinical', level: 'DOMAIN', drsStatus: 'YES', fhirResources: [], overlays: [] });
    await state('DataClass', {
      id: 'labs',
      level: 'CLASS',
      partOf: 'clinical',
      catalogue: 'UC-LAB',
      drsStatus: 'YES',
      fhirResources: [],
      overlays: [],
    });
    await state('System', {
      id: 'ehr',
      kind: 'SYS-EHR',
      identifiers: [],
      holds: [{ dataClass: 'clinical', role: 'ORIGIN', ...asserted }],
    });
    const report = await read('r4-patient-api-dstu2.json', { options: { system: 'ehr' } });
    expect(report.exposed.map(({ dataClass }) => dataClass)).toContain('labs');
    const holds = (await graph()).System.get('ehr')?.holds.map(({ dataClass }) => dataClass);
    expect(holds).toStrictEqual(['clinical', 'demographics', 'problems', 'vital-signs']);
  });

  it('changes nothing when the same file comes again, and says so', async () => {
    const { read, graph } = await inventory();
    const first = await read('r4-patient-api-dstu2.json');
    const { revision } = await graph();
    const again = await read('renamed.json', { bytes: fixture('r4-patient-api-dstu2.json') });
    expect(again).toMatchObject({ alreadyImported: first.run, changes: [], revision });
    expect(again.warnings[0]).toContain('The same file was imported on 2026-11-21');
    expect((await graph()).revision).toBe(revision);
  });

  it('a later statement of the same server adds to the same channel, and another face of it makes another', async () => {
    const { read, graph } = await openImports();
    const first = await read('r4-patient-api-dstu2.json');
    const text = new TextDecoder()
      .decode(fixture('r4-patient-api-dstu2.json'))
      .replace('"12.4"', '"12.5"')
      .replace('"Basic"', '"Immunization"')
      .replace('"create"', '"read"');
    const second = await read('later.json', { bytes: Buffer.from(text) });
    expect(second).toMatchObject({ system: first.system, channel: first.channel, match: { by: 'ADDRESS' } });
    expect(second.changes).toMatchObject([
      { concept: 'DataClass', id: 'immunizations', action: 'CREATE' },
      {
        concept: 'System',
        action: 'UPDATE',
        fields: [
          { field: 'version', before: '12.4', after: '12.5' },
          { field: 'holds', before: '', after: 'immunizations' },
        ],
      },
      {
        concept: 'AccessChannel',
        action: 'UPDATE',
        fields: [{ field: 'releases', before: '', after: 'immunizations' }],
      },
    ]);
    const other = await read('r4b-provider-api.json');
    expect(other.system).toBe(first.system);
    expect(other.channel).not.toBe(first.channel);
    expect((await graph()).AccessChannel.size).toBe(2);
  });

  it('does not take the same product at another host for the same system', async () => {
    const { read } = await openImports();
    const first = await read('r4-patient-api-dstu2.json');
    const text = new TextDecoder()
      .decode(fixture('r4b-provider-api.json'))
      .replace('fhir.northwind.example', 'fhir.other.example');
    const other = await read('other.json', { bytes: Buffer.from(text) });
    expect(other.match).toMatchObject({ by: 'NONE', similar: [first.system] });
    expect(other.system).not.toBe(first.system);
  });

  it('tells in a dry run what it would do, and does nothing', async () => {
    const { read, graph } = await inventory();
    const { revision } = await graph();
    const dry = await read('r4-patient-api-dstu2.json', { dryRun: true });
    expect((await graph()).revision).toBe(revision);
    const real = await read('r4-patient-api-dstu2.json');
    expect({ ...dry, dryRun: false, revision: real.revision }).toStrictEqual(real);
    expect((await graph()).revision).toBe(
      revision + real.counts.created + real.counts.updated + real.counts.observations + 1,
    );
  });

  it('asks when several systems could be meant, and refuses options that name nothing', async () => {
    const { run, state } = await openImports();
    const bytes = fixture('r4-patient-api-dstu2.json');
    const twin = { kind: 'SYS-FHIR', holds: [], identifiers: ['http://fhir.northwind.example/r4/'] };
    await state('System', { id: 'a', ...twin });
    await state('System', { id: 'b', ...twin });
    const input = { fileName: 'x.json', bytes };
    expect(await run(input)).toMatchObject({ ok: false, error: { type: 'AmbiguousSystem', candidates: ['a', 'b'] } });
    for (const options of [
      { system: 'c' },
      { channel: 'c' },
      { audiences: ['PATIENTS'] },
      { channelKind: 'CH-X' },
      { url: 'nowhere' },
    ])
      expect(await run({ ...input, options })).toMatchObject({ ok: false, error: { type: 'OptionUnknown' } });
    expect(await run({ ...input, options: { system: 'b' } })).toMatchObject({ ok: true, value: { system: 'b' } });
  });

  it('takes address and audience from the person who imports', async () => {
    const { read, graph } = await openImports();
    const bytes = asBytes({
      resourceType: 'CapabilityStatement',
      fhirVersion: '4.0.1',
      rest: [{ mode: 'server', resource: [] }],
    });
    const report = await read('bare.json', {
      bytes,
      options: { url: 'https://API.example.org/fhir/', audiences: ['PAYER'], channelKind: 'CH-PAYER-PAA' },
    });
    expect((await graph()).AccessChannel.get(report.channel ?? '')).toMatchObject({
      kind: 'CH-PAYER-PAA',
      identifiers: ['https://api.example.org/fhir'],
      audiences: ['PAYER'],
    });
  });

  it('writes one batch: a commit that fails leaves nothing behind, and one that lost a race is planned again', async () => {
    const { run, store, graph } = await inventory();
    const { revision } = await graph();
    const commit = store.commit.bind(store);
    let calls = 0;
    store.commit = async (batch) => {
      calls += 1;
      if (calls > 1) return commit(batch);
      // Somebody renames the system between the plan and its commit.
      const ehr = (await graph()).System.get('ehr');
      if (ehr === undefined) throw new Error('no ehr');
      await commit({
        actor: 'K. Lee',
        writes: [{ concept: 'System', document: { ...ehr, name: 'Renamed' }, action: 'UPDATE' }],
      });
      return commit(batch);
    };
    const result = await run({ fileName: 'r4.json', bytes: fixture('r4-patient-api-dstu2.json') });
    expect(result).toMatchObject({ ok: true });
    expect(calls).toBe(2);
    const after = await graph();
    expect(after.System.get('ehr')).toMatchObject({ name: 'Renamed' });
    expect(after.ImportRun.size).toBe(1);
    expect(after.revision).toBeGreaterThan(revision + 1);
  });
});
