import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDecideObservations } from '../../server/src/app/decide-observations.ts';
import { loadInventory } from '../../server/src/app/load-inventory.ts';
import { reconciliationOf } from '../../server/src/app/reconciliation-of.ts';
import { projectFolder } from '../../server/src/config.ts';
import { findFindings } from '../../server/src/domain/findings/index.ts';
import { createTraceIndex, trace } from '../../server/src/domain/trace/index.ts';
import { must } from '../kit/seed-graph.ts';
import { now, openImports } from './import-kit.ts';

const asOf = now.slice(0, 10);
const artefact = (name: string): Uint8Array => readFileSync(join(projectFolder, 'seeds', 'artefacts', name));

const open = async () => {
  const imports = await openImports();
  must(await loadInventory(imports)(join(projectFolder, 'seeds', 'regional-hospital')));
  for (const [fileName, options] of [
    ['engine-channels.xml', {}],
    ['quality-database.sql', {}],
    ['results-batch.hl7', {}],
    ['interfaces.csv', {}],
  ] as const)
    must(await imports.run({ fileName, bytes: artefact(fileName), options, actor: 'H. Berg' }));
  return imports;
};

describe('the example files beside the example hospital', () => {
  let imports: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    imports = await open();
  });

  const items = async () => reconciliationOf(await imports.graph(), imports.catalogues, asOf).items;
  const found = async (rule: string) =>
    findFindings({ index: createTraceIndex(await imports.graph()), catalogues: imports.catalogues, asOf })
      .filter((finding) => finding.rule === rule)
      .map(({ explanation }) => explanation);

  it('are each known for what they are', async () => {
    const kinds = [...(await imports.graph()).ImportRun.values()]
      .filter(({ origin }) => origin !== undefined)
      .map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['database-schema', 'hl7v2', 'mirth', 'spreadsheet']);
  });

  it('are matched by name of interface, and an address by its flow', async () => {
    const all = new Map((await items()).map((item) => [item.observation.name, item]));
    expect(all.get('LAB_RESULTS_IN: LAB_TO_EHR')?.match?.id).toBe('lab-to-ehr');
    expect(all.get('ehr.regional-hospital.example:6661')?.match?.id).toBe('ehr');
    expect(all.get('Interface engine')).toMatchObject({ match: { id: 'engine' }, status: 'CONFLICTING' });
    expect(all.get('LAB_TO_EHR')?.match?.id).toBe('lab-to-ehr');
  });

  it('show the filter nobody recorded, with its line, and the database nobody inventoried', async () => {
    expect(await found('silent-filter')).toContainEqual(
      'An import saw "Filter of LAB_RESULTS_IN: LAB_TO_EDW" in "engine-channels.xml" at line 86, which stops Laboratory, and no restriction is recorded there.',
    );
    expect(await found('silent-filter')).toContainEqual(
      expect.stringMatching(/State registry is switched off" in "engine-channels.xml" at line \d+/),
    );
    const uninventoried = await found('uninventoried');
    expect(uninventoried).toContainEqual(
      expect.stringMatching(
        /found signs of the flow "LAB_RESULTS_IN: Quality copy.*with Laboratory in "engine-channels.xml" at line \d+/,
      ),
    );
    expect(uninventoried).toContainEqual(expect.stringMatching(/the system "quality" in "quality-database.sql"/));
    // What an address is the end of is told once, with the flow.
    expect(uninventoried.filter((each) => each.includes('the system "jdbc:'))).toEqual([]);
  });

  it('keep no value, no password and no message anywhere, nor in the log', async () => {
    const { store } = imports;
    const log = JSON.stringify(must(await store.changes(0, 100_000)));
    for (const value of [
      'not-a-real-password',
      'X-0001',
      'EXAMPLE^PERSON',
      'An example comment',
      '1970-01-01',
      '5.1|mmol',
    ])
      expect([value, log.includes(value)]).toEqual([value, false]);
  });

  it('put what a person accepts into the inventory, and the trace sees it', async () => {
    const { store, catalogues, graph } = imports;
    const decide = createDecideObservations({ store, catalogues, now: () => now });
    const before = must(trace(createTraceIndex(await graph()), { dataClass: 'laboratory', asOf }));
    const copy = (await items()).find(({ observation }) => observation.name.startsWith('LAB_RESULTS_IN: Quality copy'));
    const done = must(
      await decide({
        observations: [{ id: copy?.observation.id ?? '' }],
        action: 'ACCEPT',
        actor: 'H. Berg',
        reason: 'the quality office confirmed it',
      }),
    );
    expect(done).toMatchObject({ notDecided: [] });
    const system = done.created.find(({ concept }) => concept === 'System')?.id ?? '';
    // Its schema is that of the same system: said once, its tables follow.
    const database = (await items()).find(({ observation }) => observation.name === 'quality');
    must(
      await decide({
        observations: [{ id: database?.observation.id ?? '' }],
        action: 'MERGE',
        target: { concept: 'System', id: system },
        actor: 'H. Berg',
      }),
    );
    const tables = (await items()).filter(
      ({ statement, status }) => statement.kind === 'HOLDING' && status === 'OBSERVED_ONLY',
    );
    expect(tables.map(({ observation }) => observation.name).toSorted()).toEqual(
      expect.arrayContaining(['lab_result', 'medication_order', 'patient']),
    );
    expect(await found('uninventoried')).toContainEqual(
      expect.stringMatching(
        /^An import saw Medications at "jdbc:postgresql:\/\/quality-db.*\(medication_order, in "quality-database\.sql" at line \d+\), and it is not declared there\.$/,
      ),
    );
    must(
      await decide({
        observations: tables.map(({ observation: { id } }) => ({ id })),
        action: 'ACCEPT',
        actor: 'H. Berg',
      }),
    );
    const after = must(trace(createTraceIndex(await graph()), { dataClass: 'laboratory', asOf }));
    const reaches = (answer: typeof after): boolean => JSON.stringify(answer).includes(`"${system}"`);
    expect([reaches(before), reaches(after)]).toEqual([false, true]);
    expect((await graph()).System.get(system)?.holds.map(({ dataClass }) => dataClass)).toEqual(
      expect.arrayContaining(['laboratory', 'medications', 'demographics']),
    );
    // Laboratory results lie there, and no channel releases them from there.
    expect((await found('stranded-ehi')).some((each) => each.includes('quality-db'))).toBe(true);
  });
});
