import { describe, expect, it } from 'vitest';
import { dbtImporter } from '../../server/src/importers/dbt-manifest/index.ts';
import { openLineageImporter } from '../../server/src/importers/lineage-events/index.ts';
import { must } from '../kit/seed-graph.ts';
import { artefactAt, artefactOf, everythingIn, factsOf, fuzz, readWith, samplePath } from './reading-kit.ts';

const event = (runId: string, type: string, more: object) => ({
  eventType: type,
  eventTime: '2026-01-02T03:04:05Z',
  run: { runId },
  job: { namespace: 'etl', name: 'nightly' },
  producer: 'x',
  ...more,
});
const source = {
  namespace: 'postgres://user:hunter2@ehr.example:5432',
  name: 'chart.lab_result',
  facets: { schema: { fields: [{ name: 'value', type: 'text', description: 'as reported' }] } },
};
const target = {
  namespace: 's3://lake',
  name: 'lab',
  facets: { columnLineage: { fields: { value: { inputFields: [] } } } },
};
const events = [
  event('r1', 'START', { inputs: [source] }),
  event('r1', 'COMPLETE', {
    outputs: [target],
    job: { namespace: 'etl', name: 'nightly', facets: { sql: { query: "SELECT * FROM x WHERE token = 'SECRETSQL'" } } },
  }),
  event('r2', 'FAIL', { inputs: [source], outputs: [{ namespace: 's3://never', name: 'x' }] }),
  event('r3', 'COMPLETE', {
    inputs: [{ namespace: '${json-unit.any-string}', name: '${json-unit.any-string}' }],
    outputs: [{ namespace: 's3://lake', name: 'copy' }],
  }),
  { eventTime: '2026-01-01T00:00:00Z', dataset: { namespace: 's3://lake', name: 'alone' }, producer: 'x' },
];
const lines = events.map((each) => JSON.stringify(each)).join('\n');

describe('lineage events', () => {
  it('are merged by run, and a job between two places is a flow', async () => {
    const facts = await factsOf(openLineageImporter, lines);
    expect(facts.systems.map(({ name, identifiers }) => [name, identifiers])).toEqual([
      ['postgres://ehr.example:5432', ['postgres://ehr.example:5432']],
      ['s3://lake', ['s3://lake']],
      ['s3://never', ['s3://never']],
    ]);
    expect(
      facts.flows.map(({ name, from, to, carries }) => [name, from, to, carries.map(({ classes }) => classes.join())]),
    ).toEqual([['etl.nightly', 'namespace:postgres://ehr.example:5432', 'namespace:s3://lake', ['UC-LAB']]]);
    expect(facts.holdings.map(({ name }) => name)).toEqual(['chart.lab_result', 'lab', 'x', 'copy', 'alone']);
    expect(facts.holdings[0]).toMatchObject({
      parts: [{ name: 'value', type: 'text', comment: 'as reported' }],
      classes: [{ classes: ['UC-LAB'] }],
    });
    expect(facts.notes.map(({ description }) => description)).toEqual(['From chart.lab_result; columns value']);
    expect(facts.warnings).toEqual([expect.stringMatching(/1 events tell of runs that failed/)]);
    expect(everythingIn(facts)).not.toMatch(/hunter2|SECRETSQL|json-unit/);
  });

  it('say the same one a line, in a list, and wrapped by a recorder', async () => {
    const strip = (text: string) => text.replaceAll(/"pointer":"[^"]*"/g, '');
    const expected = strip(everythingIn(await factsOf(openLineageImporter, lines)));
    expect(strip(everythingIn(await factsOf(openLineageImporter, JSON.stringify(events))))).toBe(expected);
    const wrapped = JSON.stringify({ method: 'POST', body: { json: events } });
    expect(strip(everythingIn(await factsOf(openLineageImporter, wrapped)))).toBe(expected);
  });

  it('are refused with the line that is broken, and survive damage', async () => {
    const broken = await artefactOf(`${lines}\n{"eventType": `);
    expect(await readWith(openLineageImporter, broken)).toMatchObject({
      ok: false,
      error: { reason: 'NOT_JSON', line: 6 },
    });
    expect(await openLineageImporter.recognise(await artefactOf('{"resourceType": "Bundle"}'))).toBe(false);
    await expect(fuzz(openLineageImporter, [lines, JSON.stringify(events)])).resolves.toBeUndefined();
  });

  it.skipIf(samplePath('lineage') === undefined).each([
    ['openlineage-event-full.json', [1, 0, 1]],
    ['openlineage-pyspark-column-lineage.json', [1, 0, 3]],
    ['openlineage-dbt-run.json', [1, 0, 8]],
  ])('of the world are read: %s', async (name, counts) => {
    const artefact = await artefactAt(samplePath(`lineage/${name}`) ?? '');
    expect(await openLineageImporter.recognise(artefact)).toBe(true);
    const { systems, flows, holdings } = must(await readWith(openLineageImporter, artefact));
    expect([systems.length, flows.length, holdings.length]).toEqual(counts);
  });
});

const node = (id: string, more: object) => ({
  [id]: {
    resource_type: 'model',
    database: 'dwh',
    schema: 'mart',
    name: id.split('.').at(-1),
    columns: {},
    description: '',
    depends_on: { nodes: [] },
    raw_code: "select 'SECRETCODE'",
    ...more,
  },
});
const manifest = {
  metadata: {
    dbt_schema_version: 'https://schemas.getdbt.com/dbt/manifest/v12.json',
    dbt_version: '1.9.0',
    generated_at: '2026-01-01T00:00:00Z',
  },
  nodes: {
    ...node('model.north.lab_results', {
      columns: { value: { name: 'value', data_type: 'text', description: 'as reported' } },
      depends_on: { nodes: ['source.north.ehr.results', 'macro.x'] },
    }),
    ...node('model.north.cohort', { depends_on: { nodes: ['model.north.lab_results'] } }),
    ...node('test.north.not_null', { resource_type: 'test' }),
  },
  sources: node('source.north.ehr.results', {
    resource_type: 'source',
    database: 'ehr',
    identifier: 'LAB_RESULT',
    schema: 'chart',
  }),
  exposures: { 'exposure.north.board': { name: 'board', label: 'Quality board', type: 'dashboard' } },
};

describe('a dbt manifest', () => {
  it('gives the warehouse with its tables, where they come from, and who uses them', async () => {
    const facts = await factsOf(dbtImporter, JSON.stringify(manifest));
    expect(facts.systems.map(({ key, name, isSelf }) => [key, name, isSelf])).toEqual([
      ['warehouse', 'north warehouse', true],
      ['database:ehr', 'ehr', false],
    ]);
    expect(facts.flows.map(({ key, carries }) => [key, carries.map(({ classes }) => classes.join())])).toEqual([
      ['database:ehr>warehouse', ['UC-LAB']],
    ]);
    expect(facts.holdings.map(({ name, system }) => [name, system])).toEqual([
      ['mart.lab_results', 'warehouse'],
      ['mart.cohort', 'warehouse'],
      ['chart.LAB_RESULT', 'database:ehr'],
    ]);
    expect(facts.notes.map(({ name }) => name)).toEqual([
      'lab_results is made',
      'cohort is made',
      'Quality board uses it',
    ]);
    expect(facts.warnings).toHaveLength(1);
    expect(everythingIn(facts)).not.toMatch(/SECRETCODE/);
    expect((await factsOf(dbtImporter, JSON.stringify(manifest), { systemName: 'Warehouse' })).warnings).toEqual([]);
  });

  it('is told by its mark, and survives damage', async () => {
    expect(await dbtImporter.recognise(await artefactOf('{"nodes": {}, "metadata": {}}'))).toBe(false);
    await expect(fuzz(dbtImporter, [JSON.stringify(manifest)])).resolves.toBeUndefined();
  });

  it.skipIf(samplePath('lineage') === undefined)('of the world is read without its tests', async () => {
    const artefact = await artefactAt(samplePath('lineage/dbt-manifest-postgres.json') ?? '');
    expect(await dbtImporter.recognise(artefact)).toBe(true);
    const { systems, holdings, notes } = must(await readWith(dbtImporter, artefact));
    expect([systems.length, holdings.length, notes.length]).toEqual([1, 8, 5]);
  });
});
