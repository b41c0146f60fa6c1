import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endpointListImporter as importer } from '../../server/src/importers/endpoint-list/index.ts';
import { someNames } from '../../server/src/importers/endpoint-list/group-rows.ts';
import type { ArtefactFacts } from '../../server/src/importers/facts/facts.ts';
import { must } from '../kit/seed-graph.ts';
import {
  artefactAt,
  artefactOf,
  everythingIn,
  factsOf,
  fixtureText,
  fuzz,
  readWith,
  samplePath,
} from './reading-kit.ts';

const lantern = fixtureText('endpoint-list/lantern.json');
const bundle = fixtureText('endpoint-list/bundle.json');
const developers = JSON.stringify([
  { EndpointName: 'Meadow Software', URL: 'https://meadow.example/list.json?sig=SECRET', FormatType: 'Lantern' },
  { EndpointName: 'Birch Systems', URL: 'no address SECRET' },
]);
const read = (value: unknown, options = {}): Promise<ArtefactFacts> =>
  factsOf(importer, typeof value === 'string' ? value : JSON.stringify(value), options);
const system = (facts: ArtefactFacts, key: string) => facts.systems.find((each) => each.key === key);
const note = (facts: ArtefactFacts, code: string) => facts.notes.find((each) => each.code === code);
const rows = (...list: readonly (readonly [string, string])[]) => ({
  Endpoints: list.map(([URL, OrganizationName]) => ({ URL, OrganizationName })),
});

describe('a Lantern list', () => {
  it('is one system with one way out at each address, whatever its writing', async () => {
    const facts = await read(lantern);
    expect(facts.systems.map(({ key, name, organization }) => [key, name, organization])).toStrictEqual([
      ['fhir.meadow.example/r4', 'FHIR server at fhir.meadow.example/r4', undefined],
      ['fhir.birch.example/api/FHIR/DSTU2', 'FHIR server of Birch Hospital', 'Birch Hospital'],
      ['lone.example/fhir', 'FHIR server of Lone Practice', 'Lone Practice'],
      ['keys.example/fhir', 'FHIR server at keys.example/fhir', undefined],
      ['plain.example/fhir', 'FHIR server of Plain', 'Plain'],
    ]);
    expect(system(facts, 'fhir.meadow.example/r4')).toMatchObject({
      kind: 'SYS-FHIR',
      identifiers: ['https://fhir.meadow.example/r4'],
      description: '2 organizations: Birch Hospital; Meadow Clinic',
      pointer: '$.Endpoints[0]',
      isSelf: false,
    });
    expect(
      facts.channels.map(({ key, kind, system: at, releases, isComplete }) => [key === at, kind, releases, isComplete]),
    ).toStrictEqual(facts.systems.map(() => [true, 'CH-G10-PAT', [], false]));
    expect(facts.channels.map(({ standards, certainty }) => [standards, certainty])).toStrictEqual([
      [['FHIR R4'], 'LIKELY'],
      [['FHIR DSTU2'], 'POSSIBLE'],
      [[], 'LIKELY'],
      [[], 'LIKELY'],
      [[], 'LIKELY'],
    ]);
  });

  it('tells both kinds of many, duplicates, and each row that has no address', async () => {
    const facts = await read(lantern);
    expect(note(facts, 'shared-endpoint')?.description).toBe('fhir.meadow.example/r4 (2)');
    expect(note(facts, 'several-endpoints')?.description).toBe('Birch Hospital (2)');
    expect(facts.warnings).toStrictEqual([
      '$.Endpoints[6] has no address with https:// in front: the row is passed over.',
      '$.Endpoints[7] has no address: the row is passed over.',
      '$.Endpoints[8] has an address that is not http or https: the row is passed over.',
      '$.Endpoints[9] has an address that cannot be read: the row is passed over.',
      '$.Endpoints[10] has no address: the row is passed over.',
      '1 rows repeat an address and organization, the first at $.Endpoints[2]: each counts once.',
      '1 addresses carried a user, password or query; it was dropped.',
      '1 addresses are http, without encryption.',
      expect.stringContaining('1 addresses serve several organizations (the most: 2)'),
      expect.stringContaining('1 organizations have several addresses'),
      expect.stringContaining('kept as "file"'),
    ]);
    expect(facts.covers).toStrictEqual([]);
    expect(facts.describes).toMatchObject({ rows: 12, addresses: 5, organizations: 4 });
  });

  it('covers its endpoints when it is named', async () => {
    const facts = await read(lantern, { origin: 'Meadow Software list' });
    expect([facts.origin, facts.covers]).toStrictEqual(['Meadow Software list', ['endpoints']]);
  });

  it('bounds names, warnings and addresses', async () => {
    const facts = await read({
      Endpoints: [
        ...Array.from({ length: 110 }, (_, index) => ({
          URL: 'https://one.example/',
          OrganizationName: `Org ${String(index).padStart(3, '0')}`,
        })),
        ...Array.from({ length: 40 }, () => ({ URL: 'nothing' })),
      ],
    });
    expect(facts.systems[0]?.description).toMatch(/^110 organizations: Org 000; .*Org 019 and 90 more$/);
    expect(facts.warnings.filter((each) => each.includes('the row is passed over'))).toHaveLength(30);
    expect(facts.warnings).toContain('10 more rows without a usable address are passed over.');
    expect(someNames(Array.from({ length: 30 }, () => 'x'.repeat(300))).length).toBeLessThan(900);
    const many = await read(
      rows(...Array.from({ length: 20_001 }, (_, at) => [`https://h${at}.example`, 'O'] as const)),
      { origin: 'o' },
    );
    expect(many.systems).toHaveLength(20_000);
    expect(many.covers).toStrictEqual([]);
    expect(many.warnings.join(' ')).toContain('has 20001 addresses; the first 20000');
  });
});

describe('a FHIR Bundle', () => {
  it('joins endpoints and organizations by every kind of reference', async () => {
    const facts = await read(bundle);
    expect(facts.systems.map(({ key, description }) => [key, description])).toStrictEqual([
      ['shared.example/r4', '2 organizations: Birch Hospital; Meadow Clinic'],
      ['inside.example/r4', '1 organization: Inside Practice'],
      ['absolute.example/r4', '1 organization: Birch Hospital'],
    ]);
    expect(facts).toMatchObject({
      date: '2026-05-04T03:02:01Z',
      origin: 'https://vendor.example/endpoints',
      covers: ['endpoints'],
    });
    expect(facts.channels[0]?.standards).toStrictEqual(['FHIR 4.0.1']);
    expect(facts.warnings).toContain(
      '1 references lead to nothing in the Bundle, the first at $.entry[0].resource.endpoint[1].',
    );
    expect(facts.warnings).toContain('1 entries are neither Endpoint nor Organization: they are passed over.');
  });

  it('leaves out what is switched off or no FHIR API, and says so', async () => {
    const facts = await read(bundle);
    expect(facts.notes.filter(({ code }) => code === 'endpoint-left-out').map(({ name }) => name)).toStrictEqual([
      '1 endpoint left out: each has the status off',
      '1 endpoint left out: each is reached by direct-project',
    ]);
    expect(note(facts, 'organization-without-endpoint')?.description).toBe('Alone Clinic');
  });

  it('claims nothing to have vanished from one page of several, or from a search', async () => {
    const value = JSON.parse(bundle) as { link: { relation: string; url: string }[]; total: number };
    const next = { relation: 'next', url: 'https://vendor.example/endpoints?page=2' };
    for (const page of [
      { ...value, link: [...value.link, next] },
      { ...value, total: 400 },
    ]) {
      const facts = await read(page);
      expect(facts.covers).toStrictEqual([]);
      expect(facts.warnings[0]).toContain('one page of several');
    }
    const search = await read({
      ...value,
      link: [{ relation: 'self', url: 'https://vendor.example/Endpoint?key=SECRET' }],
    });
    expect([search.covers, search.origin]).toStrictEqual([[], 'file']);
  });
});

describe('a list of developers', () => {
  it('tells where each publishes, and makes no system of a web page', async () => {
    const facts = await read(developers);
    expect([facts.systems.length, facts.channels.length]).toStrictEqual([0, 0]);
    expect(facts.notes.map(({ name, description }) => [name, description])).toStrictEqual([
      ['Meadow Software publishes a list of endpoints', 'https://meadow.example/list.json'],
      ['Birch Systems publishes a list of endpoints', 'The row has no address with https:// in front.'],
    ]);
    expect(facts.warnings.join(' ')).toContain('fetch and import those lists');
  });
});

describe('every list', () => {
  it('gives away no secret and nothing of other resources', async () => {
    for (const text of [lantern, bundle, developers])
      expect(everythingIn(await read(text))).not.toMatch(/SECRET|hunter2/);
    const result = await readWith(importer, await artefactOf(lantern.slice(0, -4)));
    expect(result).toMatchObject({ ok: false, error: { reason: 'NOT_JSON' } });
    expect(JSON.stringify(result)).not.toMatch(/SECRET|hunter2/);
  });

  it.each([
    ['a Bundle of patients', '{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient"}}]}'],
    ['endpoints of an API', '{"Endpoints":["/a","/b"]}'],
    ['a list of anything', '[{"URL":"https://a.example"}]'],
    ['text', 'Endpoints: [URL]'],
  ])('%s is none', async (_what, text) => {
    expect(await importer.recognise(await artefactOf(text))).toBe(false);
  });

  it.each([lantern, bundle, developers])('is recognised when it is cut off', async (text) => {
    expect(await importer.recognise(await artefactOf(text.slice(0, -4)))).toBe(true);
  });

  it('answers damaged files', async () => {
    await expect(fuzz(importer, [lantern, bundle, developers])).resolves.toBeUndefined();
  });

  it('answers any value in any place', async () => {
    const value = fc.jsonValue({ maxDepth: 2 });
    const list = fc.array(
      fc.oneof(value, fc.record({ URL: fc.oneof(value, fc.webUrl()), OrganizationName: value }, { requiredKeys: [] })),
    );
    const resource = fc.record(
      {
        resourceType: fc.constantFrom('Endpoint', 'Organization'),
        id: value,
        contained: fc.array(value),
        endpoint: fc.oneof(value, fc.array(fc.record({ reference: value }))),
        managingOrganization: fc.oneof(value, fc.record({ reference: value })),
        connectionType: value,
        address: fc.oneof(value, fc.webUrl()),
        extension: fc.array(value),
      },
      { requiredKeys: ['resourceType'] },
    );
    const any = fc.oneof(
      list.map((Endpoints) => ({ Endpoints })),
      fc
        .array(fc.record({ fullUrl: value, resource: fc.oneof(value, resource) }))
        .map((entry) => ({ resourceType: 'Bundle', entry })),
      list,
    );
    await fc.assert(
      fc.asyncProperty(any, async (content) => {
        const artefact = await artefactOf(JSON.stringify(content));
        expect((await readWith(importer, artefact)).ok).toBe(await importer.recognise(artefact));
      }),
      { numRuns: 200 },
    );
  });

  it('has the same systems in any order of its rows', async () => {
    const row = fc.tuple(
      fc.constantFrom(
        'https://a.example/r4',
        'https://A.example/r4/',
        'https://b.example',
        'https://c.example/DSTU2',
        'bad',
      ),
      fc.constantFrom('One', 'Two', 'Three', ''),
    );
    const facts = async (list: readonly (readonly [string, string])[]) =>
      (await read(rows(...list))).systems
        .map(({ pointer: _pointer, ...each }) => each)
        .toSorted((a, b) => (a.key < b.key ? -1 : 1));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (list) => {
        expect(await facts(list.toReversed())).toStrictEqual(await facts(list));
      }),
      { numRuns: 80 },
    );
  });
});

const folder = samplePath('endpoints/CHPLEndpointResourcesList.json');

describe.skipIf(folder === undefined)('real lists', () => {
  it.each([
    ['Netsmart_Technologies_EndpointSources.json', [110, 1, 110, 1, 0], 1],
    ['Epic_Systems_Corporation_EndpointSources.json', [957, 902, 494, 21, 463], 2],
  ] as const)('%s', async (name, counts, notes) => {
    const artefact = await artefactAt(samplePath(`endpoints/${name}`) ?? '');
    expect(await importer.recognise(artefact)).toBe(true);
    const facts = must(await readWith(importer, artefact));
    const { rows: all, addresses, organizations, ...several } = facts.describes;
    expect([all, addresses, organizations, ...Object.values(several).slice(1)]).toStrictEqual(counts);
    expect([facts.systems.length, facts.channels.length]).toStrictEqual([counts[1], counts[1]]);
    expect(facts.notes).toHaveLength(notes);
    expect(facts.flows.length + facts.holdings.length + facts.filters.length).toBe(0);
    expect(facts.warnings.filter((each) => each.includes('passed over'))).toStrictEqual([]);
  });

  it('developers', async () => {
    const facts = must(await readWith(importer, await artefactAt(folder ?? '')));
    expect([facts.notes.length, facts.systems.length, facts.warnings.length]).toStrictEqual([235, 0, 2]);
  });
});
