import { describe, expect, it } from 'vitest';
import { r4Types } from '../../server/src/importers/capability-statement/resource-types.ts';
import type { ImportReport } from '../../server/src/app/import-artefact.ts';
import { asBytes, asserted, fixture, openImports } from './import-kit.ts';

const exposed = (report: ImportReport): readonly string[] =>
  report.exposed.map(({ dataClass, evidence }) => `${dataClass} ${evidence}`).toSorted();

describe('a capability statement of each release', () => {
  it('R4: reads profiles and search parameters, and what is exposed only', async () => {
    const { read, graph } = await openImports();
    const report = await read('r4-patient-api-dstu2.json');
    expect(report.artefact).toMatchObject({ release: 'R4', nature: 'INSTANCE', date: '2025-11-03', resourceTypes: 8 });
    expect(exposed(report)).toStrictEqual([
      'demographics TYPE',
      'laboratory PROFILE',
      'problems SEARCH',
      'vital-signs PROFILE',
    ]);
    expect(report.cannotTell.map(({ subject }) => subject)).toStrictEqual(['DiagnosticReport']);
    const after = await graph();
    expect(after.System.get('northwind-care')).toMatchObject({
      name: 'Northwind Care',
      kind: 'SYS-FHIR',
      vendor: 'Northwind',
      product: 'Northwind Care',
      version: '12.4',
      identifiers: ['https://fhir.northwind.example/r4'],
    });
    const source = `import:${report.run}`;
    expect(after.System.get('northwind-care')?.holds).toHaveLength(4);
    expect(after.System.get('northwind-care')?.holds[0]).toMatchObject({ role: 'COPY', grade: 'ADVERTISED', source });
    const channel = after.AccessChannel.get(report.channel ?? '');
    expect(channel).toMatchObject({ kind: 'CH-G10-PAT', system: 'northwind-care', audiences: ['PATIENT'] });
    expect(channel?.releases.map(({ dataClass, grade }) => `${dataClass} ${grade}`)).toStrictEqual([
      'demographics ADVERTISED',
      'laboratory ADVERTISED',
      'problems ADVERTISED',
      'vital-signs ADVERTISED',
    ]);
    expect(after.DataClass.get('laboratory')).toMatchObject({ catalogue: 'UC-LAB', level: 'CLASS', uscdi: 'v1' });
    expect(after.ImportRun.get(report.run)).toMatchObject({
      status: 'DONE',
      file: 'r4-patient-api-dstu2.json',
      sha256: report.sha256,
      bytes: fixture('r4-patient-api-dstu2.json').length,
      title: 'FHIR R4 capability statement of https://fhir.northwind.example/r4 with 8 resource types',
      dated: '2025-11-03',
      counts: JSON.stringify({ classes: 4, expectations: 0, ...report.counts }),
    });
    const observations = [...after.Observation.values()];
    expect(report.counts).toStrictEqual({
      created: report.changes.length,
      updated: 0,
      observations: observations.length,
    });
    expect(observations.find(({ name }) => name.includes('Observation'))?.pointer).toBe('$.rest[0].resource[1]');
    expect(observations.every(({ run, grade }) => run === report.run && grade === 'ADVERTISED')).toBe(true);
  });

  it('keeps no secret, no narrative and no documentation', async () => {
    const { read, graph, store } = await openImports();
    const report = await read('r4-patient-api-dstu2.json');
    const changes = await store.changes(0, 1_000);
    const everything = JSON.stringify([report, [...(await graph()).Observation.values()], changes]);
    expect(everything).not.toMatch(/SECRET|NARRATIVE-TEXT|DOCUMENTATION-TEXT|svc:/);
    expect(everything).toContain('https://fhir.northwind.example/r4');
    expect(report.warnings).toContain(
      'The address in the statement carried a user, password or query; they were dropped.',
    );
  });

  it('DSTU2: joins renamed types and never claims a class for what it cannot tell', async () => {
    const { read } = await openImports();
    const report = await read('dstu2-conformance.json');
    expect(report.artefact).toMatchObject({
      release: 'DSTU2',
      baseUrl: 'https://fhir.northwind.example/dstu2/tenant-7',
    });
    // MedicationOrder is MedicationRequest; DiagnosticOrder and ProcedureRequest are one ServiceRequest.
    expect(exposed(report)).toStrictEqual(['medications TYPE', 'orders TYPE']);
    expect(report.exposed.find(({ dataClass }) => dataClass === 'orders')?.reasons).toStrictEqual([
      'the type ServiceRequest (read, search-type)',
    ]);
    expect(report.cannotTell.map(({ subject }) => subject)).toStrictEqual(['Observation', 'DocumentReference']);
    expect(report.channel).toContain('app-prov');
  });

  it('STU3: merges entries of one mode and type, and says when it does not know whose server it is', async () => {
    const { read } = await openImports();
    const report = await read('stu3-two-rests.json');
    expect(report.artefact).toMatchObject({ release: 'STU3', sides: 'server, client' });
    expect(exposed(report)).toStrictEqual(['allergies TYPE']);
    expect(report.exposed[0]?.reasons).toStrictEqual(['the type AllergyIntolerance (read, search-type)']);
    expect(report.cannotTell.map(({ subject }) => subject)).toStrictEqual(['Procedure']);
    expect(report.warnings.join(' ')).toMatch(/"February 2019": that is a release.*does not say at which address/s);
    expect(report.match?.explanation).toContain('neither an address nor a vendor');
  });

  it('R4B: is read like R4, for providers', async () => {
    const { read, graph } = await openImports();
    const report = await read('r4b-provider-api.json');
    expect(report.artefact).toMatchObject({ release: 'R4B', fhirVersion: '4.3.0' });
    expect((await graph()).AccessChannel.get(report.channel ?? '')).toMatchObject({
      kind: 'CH-APP-PROV',
      audiences: ['PROVIDER_TREAT'],
    });
  });

  it('goes by the content, not by the name of the file, and warns when the content contradicts itself', async () => {
    const { read } = await openImports();
    const bytes = asBytes({ resourceType: 'Conformance', fhirVersion: '4.0.1', publisher: 'X', rest: [] });
    const report = await read('folder/on/disk/r4.json', { bytes });
    expect(report.file).toBe('r4.json');
    expect(report.warnings[0]).toBe('The statement is a Conformance and says FHIR 4.0.1: these do not go together.');
    const next = await read('r6.json', {
      bytes: asBytes({ resourceType: 'CapabilityStatement', fhirVersion: '6.0.0' }),
    });
    expect(next.warnings[0]).toContain('FHIR 6.0.0 is not one of the releases');
  });
});

describe('statements that are no evidence', () => {
  it('takes a specification as expected, never as observed', async () => {
    const { read, graph } = await openImports();
    const report = await read('r4-requirements.json');
    expect(report.expected).toStrictEqual([
      { subject: 'Observation', side: 'server', strength: 'SHALL', dataClasses: ['laboratory'] },
      { subject: 'ValueSet', side: 'server', strength: 'not said', dataClasses: [] },
    ]);
    const after = await graph();
    expect([after.System.size, after.AccessChannel.size, after.DataClass.size]).toStrictEqual([0, 0, 0]);
    const [first] = [...after.Observation.values()];
    expect(first).toMatchObject({ fact: 'expects', detail: 'SHALL: create MAY, search-type SHALL', outcome: 'NOTED' });
  });

  it('takes a client as a consumer: nothing is held or released', async () => {
    const { read, graph } = await openImports();
    const report = await read('r4-client.json');
    const after = await graph();
    expect(after.System.get(report.system ?? '')).toMatchObject({
      kind: 'SYS-APP',
      product: 'Trail Companion',
      holds: [],
    });
    expect([after.AccessChannel.size, after.DataClass.size]).toStrictEqual([0, 0]);
    expect([...after.Observation.values()].map(({ fact }) => fact)).toContain('consumes');
  });

  const platform = (types: readonly string[]): Uint8Array =>
    asBytes({
      resourceType: 'CapabilityStatement',
      fhirVersion: '4.0.1',
      publisher: 'Cloud',
      software: { name: 'Cloud FHIR' },
      rest: [
        {
          mode: 'server',
          resource: types.map((type) => ({ type, interaction: [{ code: 'read' }, { code: 'search-type' }] })),
        },
      ],
    });

  it('marks a platform default, and claims no class from it', async () => {
    const { read, graph } = await openImports();
    const report = await read('all.json', { bytes: platform(r4Types) });
    expect(report.artefact).toMatchObject({ platformDefault: true, truncated: false });
    expect(report.exposed).toStrictEqual([]);
    expect((await graph()).AccessChannel.get(report.channel ?? '')?.releases).toStrictEqual([]);
  });

  it('sees that a list breaks off, and claims nothing from what is missing', async () => {
    const { read, state, graph } = await openImports();
    await state('DataClass', {
      id: 'procedures',
      level: 'CLASS',
      catalogue: 'UC-PROC',
      drsStatus: 'YES',
      fhirResources: [],
      overlays: [],
    });
    await state('System', { id: 'cloud', kind: 'SYS-FHIR', identifiers: [], holds: [] });
    await state('AccessChannel', {
      id: 'api',
      kind: 'CH-APP-PROV',
      system: 'cloud',
      standards: [],
      identifiers: [],
      releases: [{ dataClass: 'procedures', ...asserted }],
      audiences: [],
    });
    const bytes = platform(r4Types.filter((type) => type <= 'DeviceUseStatement'));
    const report = await read('cut.json', { bytes, options: { channel: 'api' } });
    expect(report.artefact).toMatchObject({ platformDefault: true, truncated: true });
    expect([...(await graph()).Observation.values()].filter(({ fact }) => fact === 'not-listed')).toStrictEqual([]);
  });
});

describe('what a statement has that FHIR does not', () => {
  const statement = (kind: string, mode: string) => ({
    resourceType: 'CapabilityStatement',
    fhirVersion: '4.0.1',
    kind,
    rest: [
      {
        mode,
        resource: [
          { type: 'AllergyIntolerance', interaction: [{ code: 'read' }] },
          { type: 'Nonsense', interaction: [{ code: 'read' }] },
          { interaction: [{ code: 'read' }] },
          { type: 'Pateint' },
          { type: 'SubscriptionTopic' },
        ],
      },
    ],
  });

  it.each([
    ['instance', 'server'],
    ['instance', 'client'],
    ['requirements', 'server'],
  ])('tells a type that is no type, with its place, of a statement of kind %s for a %s', async (kind, mode) => {
    const { read } = await openImports();
    const report = await read('statement.json', { bytes: asBytes(statement(kind, mode)) });
    expect(report.cannotTell.map(({ subject, reason }) => `${subject}: ${reason}`)).toStrictEqual([
      'Nonsense: no FHIR release has a resource type "Nonsense" (at $.rest[0].resource[1])',
      'Pateint: no FHIR release has a resource type "Pateint" (at $.rest[0].resource[3])',
    ]);
    expect(report.warnings).toContain('$.rest[0].resource[2] names no resource type: it is passed over.');
  });

  it('knows every type of R4', async () => {
    const { read } = await openImports();
    const rest = [{ mode: 'server', resource: r4Types.map((type) => ({ type })) }];
    const bytes = asBytes({ resourceType: 'CapabilityStatement', fhirVersion: '4.0.1', rest });
    expect((await read('all.json', { bytes })).cannotTell.filter(({ subject }) => subject !== 'every type')).toEqual(
      [],
    );
  });
});
