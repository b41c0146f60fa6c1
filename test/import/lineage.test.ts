import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dbtImporter } from '../../server/src/importers/dbt-manifest/index.ts';
import type { ArtefactFacts } from '../../server/src/importers/facts/facts.ts';
import { openLineageImporter } from '../../server/src/importers/lineage-events/index.ts';
import { tablesOfSql } from '../../server/src/importers/lineage-events/sql-tables.ts';
import { must } from '../kit/seed-graph.ts';
import { artefactAt, artefactOf, everythingIn, factsOf, fuzz, readWith, samplePath } from './reading-kit.ts';

const countsOf = ({ systems, flows, holdings, filters, notes, warnings }: ArtefactFacts) => ({
  systems: systems.length,
  flows: flows.length,
  holdings: holdings.length,
  filters: filters.length,
  notes: notes.length,
  warnings: warnings.length,
});

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
  facets: {
    schema: { fields: [{ name: 'value', type: 'text', description: 'as reported' }, { name: 'unit' }] },
    dataSource: { name: 'x', uri: 'postgres://user:hunter2@ehr.example:5432' },
    symlinks: { identifiers: [{ namespace: 'hive://meta', name: 'LAB', type: 'TABLE' }] },
    ownership: { owners: [{ name: 'team:lab', type: 'STEWARD' }] },
  },
};
const target = {
  namespace: 's3://lake',
  name: 'lab',
  facets: {
    columnLineage: {
      fields: {
        value: {
          inputFields: [
            { namespace: 'postgres://ehr.example:5432', name: 'chart.lab_result', field: 'VALUE' },
            { namespace: '${json-unit.any-string}', name: '{{ any }}', field: 'x' },
          ],
        },
      },
    },
  },
};
const events = [
  event('r1', 'START', { inputs: [source] }),
  event('r1', 'COMPLETE', {
    outputs: [target],
    job: {
      namespace: 'etl',
      name: 'nightly',
      facets: {
        sql: { query: "SELECT * FROM chart.lab_result JOIN chart.unit USING (x) WHERE t = 'SECRETSQL from Boston'" },
      },
    },
  }),
  event('r2', 'FAIL', { inputs: [source], outputs: [{ namespace: 's3://never', name: 'x' }] }),
  event('r3', 'COMPLETE', {
    inputs: [{ namespace: '${json-unit.any-string}', name: '${json-unit.any-string}' }],
    outputs: [{ namespace: 's3://lake', name: 'copy' }],
  }),
  { eventTime: '2026-01-01T00:00:00Z', dataset: { namespace: 's3://lake', name: 'alone' }, producer: 'x' },
];
const lines = events.map((each) => JSON.stringify(each)).join('\n');

const strip = (text: string) => text.replaceAll(/"pointer":"[^"]*"/g, '');

describe('lineage events', () => {
  it('are merged by run, and a job between two places is a flow', async () => {
    const facts = await factsOf(openLineageImporter, lines);
    expect([facts.grade, facts.date, facts.covers]).toEqual(['OBSERVED', '2026-01-02T03:04:05Z', []]);
    expect(facts.systems.map(({ name, identifiers, isUnresolved }) => [name, identifiers, isUnresolved])).toEqual([
      ['postgres://ehr.example:5432', ['postgres://ehr.example:5432'], true],
      ['s3://lake', ['s3://lake'], true],
      ['s3://never', ['s3://never'], true],
    ]);
    expect(
      facts.flows.map(({ name, from, to, carries, certainty }) => [
        name,
        from,
        to,
        carries.map(({ classes }) => classes.join()),
        certainty,
      ]),
    ).toEqual([['etl.nightly', 'namespace:postgres://ehr.example:5432', 'namespace:s3://lake', ['UC-LAB'], 'CERTAIN']]);
    expect(facts.holdings.map(({ name }) => name)).toEqual(['chart.lab_result', 'lab', 'x', 'copy', 'alone']);
    expect(facts.holdings[0]).toMatchObject({
      description:
        'Also known as LAB in hive://meta. Owner: team:lab. None of its columns names a patient: its class is taken from its name only.',
      parts: [{ name: 'value', type: 'text', comment: 'as reported' }, { name: 'unit' }],
      classes: [{ classes: ['UC-LAB'], certainty: 'POSSIBLE' }],
    });
    expect(facts.notes.map(({ code, name, description }) => [code, name, description])).toEqual([
      ['lineage', 'etl.nightly makes lab', 'From chart.lab_result'],
      ['lineage', 'etl.nightly makes copy', 'The file does not show of what'],
      ['column-lineage', 'What the columns of lab are made of', 'value from chart.lab_result.value'],
      ['sql-tables', 'etl.nightly names tables in its SQL that no event reports', 'chart.unit'],
    ]);
    expect(facts.filters).toMatchObject([
      {
        name: '1 of 2 columns of chart.lab_result are not taken',
        nature: 'PROJECTION',
        certainty: 'POSSIBLE',
        at: { kind: 'FLOW', key: facts.flows[0]?.key },
        expression: 'Nothing that is written is made of unit',
      },
    ]);
    expect(facts.warnings).toEqual([
      expect.stringMatching(/1 event tell of runs that failed/),
      expect.stringMatching(/1 mention of datasets have no name/),
    ]);
    expect(everythingIn(facts)).not.toMatch(/hunter2|SECRETSQL|json-unit|Boston|sig=/);
  });

  it('prove no flow when they fail, little when nobody saw the end, and something when they only declare it', async () => {
    const both = { inputs: [source], outputs: [target] };
    const of = async (...all: readonly object[]) =>
      (await factsOf(openLineageImporter, JSON.stringify(all))).flows.map(({ certainty }) => certainty);
    expect(await of(event('r', 'START', both), event('r', 'ABORT', {}))).toEqual([]);
    expect(await of(event('r', 'FAIL', both))).toEqual([]);
    expect(await of(event('r', 'START', both), event('r', 'FAIL', {}), event('r', 'COMPLETE', {}))).toEqual([
      'CERTAIN',
    ]);
    expect(await of(event('r', 'START', both))).toEqual(['POSSIBLE']);
    expect(await of(event('r', 'START', both), event('s', 'COMPLETE', both))).toEqual(['CERTAIN']);
    const { eventType, run, ...design } = event('r', 'START', both);
    expect([eventType, run]).toEqual(['START', { runId: 'r' }]);
    expect(await of(design)).toEqual(['LIKELY']);
  });

  it('keep no day, number or patient that is in the path of a dataset, nor a query behind it', async () => {
    const names = [
      's3 exports/patient=12345678/day=2026-01-02/labs.parquet',
      's3 exports/patient=99/day=2026-01-03/labs.parquet',
    ].map((each) => ({ namespace: 's3://lake', name: `${each.slice(3)}?sig=abcdef` }));
    const facts = await factsOf(openLineageImporter, JSON.stringify([event('r', 'COMPLETE', { outputs: names })]));
    expect(facts.holdings.map(({ name, classes }) => [name, classes.map((sign) => sign.classes.join())])).toEqual([
      ['exports/patient=*/day=*/labs.parquet', ['UC-LAB']],
    ]);
  });

  it('say the same one a line, in a list, wrapped by a recorder, and in lines longer than what is looked at first', async () => {
    const expected = strip(everythingIn(await factsOf(openLineageImporter, lines)));
    expect(strip(everythingIn(await factsOf(openLineageImporter, lines.replaceAll('\n', '\r\n\r\n'))))).toBe(expected);
    expect(strip(everythingIn(await factsOf(openLineageImporter, JSON.stringify(events))))).toBe(expected);
    const wrapped = JSON.stringify({ method: 'POST', body: { json: events } });
    expect(strip(everythingIn(await factsOf(openLineageImporter, wrapped)))).toBe(expected);
    const long = events.map((each) => JSON.stringify({ ...each, padding: 'x'.repeat(70_000) })).join('\n');
    expect(strip(everythingIn(await factsOf(openLineageImporter, long)))).toBe(expected);
  });

  it('say the same in any order', async () => {
    const keysOf = async (list: readonly object[]) => {
      const { systems, flows, holdings, notes } = await factsOf(openLineageImporter, JSON.stringify(list));
      return [systems, flows, holdings, notes].map((all) => all.map(({ key }) => key).toSorted());
    };
    const expected = await keysOf(events);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(events, { minLength: events.length }), async (list) => {
        expect(await keysOf(list)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it('do not grow without end', async () => {
    const many = (side: string) =>
      Array.from({ length: 300 }, (_, at) => ({ namespace: `${side}://${at}`, name: 'x' }));
    const facts = await factsOf(
      openLineageImporter,
      JSON.stringify([event('r', 'COMPLETE', { inputs: many('a'), outputs: many('b') })]),
    );
    expect(facts.flows).toHaveLength(20_000);
    expect(facts.warnings).toEqual([expect.stringMatching(/20000 are, and 70000 are left out/)]);
  });

  it('are refused with the line that is broken, and survive damage', async () => {
    const broken = await artefactOf(`${lines}\n{"eventType": `);
    expect(await readWith(openLineageImporter, broken)).toMatchObject({
      ok: false,
      error: { reason: 'NOT_JSON', line: 6 },
    });
    const deep = await artefactOf(`${lines}\n{"job": ${'['.repeat(300)}`);
    expect(await readWith(openLineageImporter, deep)).toMatchObject({ ok: false, error: { reason: 'TOO_DEEP' } });
    const none = await artefactOf('[{"eventType": "START", "run": {}, "inputs": [], "namespace": "x"}]');
    expect(await openLineageImporter.recognise(none)).toBe(true);
    expect(await readWith(openLineageImporter, none)).toMatchObject({ ok: false, error: { reason: 'NOT_SUPPORTED' } });
    expect(await openLineageImporter.recognise(await artefactOf('{"resourceType": "Bundle"}'))).toBe(false);
    await expect(fuzz(openLineageImporter, [lines, JSON.stringify(events)])).resolves.toBeUndefined();
  });

  it.skipIf(samplePath('lineage') === undefined).each([
    ['openlineage-event-full.json', { systems: 1, flows: 0, holdings: 1, filters: 0, notes: 2, warnings: 0 }],
    [
      'openlineage-pyspark-column-lineage.json',
      { systems: 1, flows: 0, holdings: 3, filters: 0, notes: 2, warnings: 0 },
    ],
    ['openlineage-dbt-run.json', { systems: 1, flows: 0, holdings: 8, filters: 0, notes: 5, warnings: 0 }],
  ])('of the world are read: %s', async (name, counts) => {
    const artefact = await artefactAt(samplePath(`lineage/${name}`) ?? '');
    expect(await openLineageImporter.recognise(artefact)).toBe(true);
    expect(countsOf(must(await readWith(openLineageImporter, artefact)))).toEqual(counts);
  });
});

describe('the tables of a statement', () => {
  it.each([
    ['select * from a.b join "C d" on x = y left join e as z', ['a.b', 'C d', 'e']],
    ['with t as (select 1 from u) insert into v.w (x) select * from t', ['u', 'v.w']],
    ["select extract(day from d), trim('x' from y) from z where s = 'came from Boston'", ['z']],
    ['select 1 where a is distinct from b', []],
    ['select * from generate_series(1, 2)', []],
    ['update ward set x = 1; merge into target using src on a = b', ['ward', 'target', 'src']],
    ['create table if not exists mart.x as select * from raw.y', ['mart.x', 'raw.y']],
    ["select * from a -- it's from c\n where n = 'from Boston'", ['a']],
    ["select * from a where n = 'it\\'s from Boston'", []],
    ["select * from a where n = 'from Boston", []],
  ])('are named: %s', (sql, names) => {
    expect(tablesOfSql(sql)).toEqual(names);
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
    adapter_type: 'postgres',
    generated_at: '2026-01-01T00:00:00Z',
  },
  nodes: {
    // A package that was installed comes first in the file.
    ...node('model.utils.days', {}),
    ...node('model.north.lab_results', {
      columns: {
        value: { name: 'value', data_type: 'text', description: 'as reported' },
        patient_id: { name: 'patient_id' },
      },
      depends_on: { nodes: ['source.north.ehr.results', 'model.north.parts', 'macro.x'] },
      tags: ['phi'],
    }),
    ...node('model.north.cohort', { database: 'marts', depends_on: { nodes: ['model.north.lab_results'] } }),
    ...node('model.north.parts', {
      config: { materialized: 'ephemeral' },
      depends_on: { nodes: ['source.north.ehr.old'] },
      raw_sql: "select 'SECRETCODE'",
    }),
    ...node('test.north.not_null', { resource_type: 'test' }),
    ...node('analysis.north.x', { resource_type: 'analysis' }),
    ...node('operation.north.x', { resource_type: 'operation' }),
  },
  sources: {
    ...node('source.north.ehr.results', {
      resource_type: 'source',
      source_name: 'ehr',
      database: 'ehr',
      identifier: 'LAB_RESULT',
      schema: 'chart',
      loader: 'nightly copy',
    }),
    ...node('source.north.ehr.old', {
      resource_type: 'source',
      source_name: 'ehr',
      database: 'ehr',
      name: 'allergies',
    }),
    ...node('source.north.claims.lines', { resource_type: 'source', source_name: 'claims', name: 'lines' }),
  },
  exposures: {
    'exposure.north.board': {
      name: 'board',
      label: 'Quality board',
      type: 'dashboard',
      depends_on: { nodes: ['model.north.cohort'] },
      owner: { name: 'Quality office', email: 'q@north.example' },
      url: 'https://bi.example/board?token=SECRETURL',
    },
  },
};

describe('a dbt manifest', () => {
  it('gives the warehouse with its tables, where they come from, and who uses them', async () => {
    const facts = await factsOf(dbtImporter, JSON.stringify(manifest));
    expect([facts.grade, facts.origin, facts.date, facts.covers]).toEqual([
      'DOCUMENTED',
      'north',
      '2026-01-01T00:00:00Z',
      ['dbt:north'],
    ]);
    expect(facts.systems.map(({ key, name, isSelf, kind, product }) => [key, name, isSelf, kind, product])).toEqual([
      ['warehouse', 'north warehouse', true, 'SYS-EDW', 'postgres'],
      ['database:ehr', 'ehr', false, undefined, undefined],
    ]);
    expect(
      facts.flows.map(({ key, description, carries }) => [
        key,
        description,
        carries.map(({ classes }) => classes.join()),
      ]),
    ).toEqual([['database:ehr>warehouse', 'Takes LAB_RESULT, allergies.', ['UC-LAB', 'UC-ALG']]]);
    expect(facts.holdings.map(({ name, system, format }) => [name, system, format])).toEqual([
      ['mart.days', 'warehouse', 'table'],
      ['mart.lab_results', 'warehouse', 'table'],
      ['marts.mart.cohort', 'warehouse', 'table'],
      ['chart.LAB_RESULT', 'database:ehr', 'table'],
      ['mart.allergies', 'database:ehr', 'table'],
      ['mart.lines', 'warehouse', 'table'],
    ]);
    expect(facts.holdings[1]).toMatchObject({
      description: 'Tags: phi. Built by dbt. Tied to a patient: its column patient_id names the patient.',
      parts: [{ name: 'value', type: 'text', comment: 'as reported' }, { name: 'patient_id' }],
      classes: [{ classes: ['UC-LAB'], certainty: 'LIKELY' }],
    });
    expect(facts.notes.map(({ name, description }) => [name, description])).toEqual([
      ['lab_results is made', 'From LAB_RESULT, parts, macro.x'],
      ['cohort is made', 'From lab_results'],
      ['parts is made', 'From allergies'],
      ['Quality board uses it', 'dashboard. Uses cohort. Owner: Quality office. At https://bi.example/board'],
    ]);
    expect(facts.cannotTell.map(({ subject }) => subject)).toEqual(['code of models', 'source claims']);
    expect(facts.warnings).toHaveLength(1);
    expect(everythingIn(facts)).not.toMatch(/SECRET|@north/);
    expect((await factsOf(dbtImporter, JSON.stringify(manifest), { systemName: 'Warehouse' })).warnings).toEqual([]);
  });

  it('says the same with its keys sorted, and is told by its mark', async () => {
    const sorted = Object.fromEntries(Object.entries(manifest).toSorted(([a], [b]) => a.localeCompare(b)));
    expect(everythingIn(await factsOf(dbtImporter, JSON.stringify({ child_map: {}, ...sorted }, null, 2)))).toBe(
      everythingIn(await factsOf(dbtImporter, JSON.stringify(manifest))),
    );
    expect(await dbtImporter.recognise(await artefactOf('{"nodes": {}, "metadata": {}}'))).toBe(false);
  });

  it('survives damage', async () => {
    await expect(fuzz(dbtImporter, [JSON.stringify(manifest)])).resolves.toBeUndefined();
  });

  it.skipIf(samplePath('lineage') === undefined)('of the world is read without its tests', async () => {
    const artefact = await artefactAt(samplePath('lineage/dbt-manifest-postgres.json') ?? '');
    expect(await dbtImporter.recognise(artefact)).toBe(true);
    const facts = must(await readWith(dbtImporter, artefact));
    expect(countsOf(facts)).toEqual({ systems: 1, flows: 0, holdings: 8, filters: 0, notes: 5, warnings: 1 });
    expect(facts.origin).toBe('jaffle_shop');
  });
});
