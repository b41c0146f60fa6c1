import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Restriction } from '../../server/src/domain/model/concepts.ts';
import type { EhiGraph } from '../../server/src/domain/model/ehi-graph.ts';
import { openNeo4jStore } from '../../server/src/store/index.ts';
import { graphLibrary, ownTrace, plainSearch, recursiveSql } from '../bench/contestants.ts';
import { fillStore } from '../bench/fill-store.ts';
import { neo4jContestants } from '../bench/neo4j-contestants.ts';
import { tablesOf } from '../bench/released.ts';
import { expectOk } from '../contract/store-subject.ts';
import { addFlow, addSystem, emptyDraft, toGraph } from '../generators/draft.ts';
import { describeWithNeo4j } from '../kit/neo4j.ts';

/** Each class goes the same way, around a loop, to the portal and the API; each is stopped, or not, in its own way. */
const classes = {
  free: ['api', 'portal'],
  'stopped-at-flow': ['api'],
  'stopped-at-system': [],
  'stopped-at-channel': ['portal'],
  'stopped-for-others': ['api', 'portal'],
  'stopped-until-yesterday': ['api', 'portal'],
  delayed: ['api', 'portal'],
} as const;

const smallInventory = (): EhiGraph => {
  const draft = emptyDraft();
  draft.audiences.push('PATIENT', 'PAYER');
  const ids = Object.keys(classes);
  for (const id of ids)
    draft.classes.push({ id, name: id, level: 'CLASS', drsStatus: 'YES', fhirResources: [], overlays: [] });
  const lab = addSystem(draft, 'lab', 'SYS-LIS', 'Laboratory');
  const engine = addSystem(draft, 'engine', 'SYS-IE', 'Engine');
  const ehr = addSystem(draft, 'ehr', 'SYS-EHR', 'EHR');
  const portal = addSystem(draft, 'portal-system', 'SYS-PORTAL', 'Portal');
  for (const id of ids) lab.origins.add(id);
  addFlow(draft, lab, engine, ids);
  addFlow(draft, engine, ehr, ids);
  addFlow(draft, ehr, engine, ids);
  const { id: toPortal } = addFlow(draft, ehr, portal, ids);
  const audiences = ['PATIENT'];
  draft.channels.push(
    { id: 'api', kind: 'CH-G10-PAT', system: ehr, releases: new Set(ids), audiences },
    { id: 'portal', kind: 'CH-PORTAL', system: portal, releases: new Set(ids), audiences },
    { id: 'payer-api', kind: 'CH-CLAIMS', system: ehr, releases: new Set(ids), audiences: ['PAYER'] },
  );
  const restrict = (
    dataClass: keyof typeof classes,
    appliesTo: Restriction['appliesTo'],
    more: Partial<Restriction> = {},
  ) =>
    draft.restrictions.push({
      id: `restriction-${dataClass}`,
      name: dataClass,
      practice: 'PT-FILTER-SILENT',
      effect: 'WITHHOLDS',
      basis: 'POLICY',
      automated: true,
      appliesTo,
      limits: [dataClass],
      audiences: [],
      purposes: [],
      ...more,
    });
  restrict('stopped-at-flow', { kind: 'FLOW', id: toPortal });
  restrict('stopped-at-system', { kind: 'SYSTEM', id: 'engine' });
  restrict('stopped-at-channel', { kind: 'CHANNEL', id: 'api' });
  restrict('stopped-for-others', { kind: 'SYSTEM', id: 'ehr' }, { audiences: ['PAYER'] });
  restrict(
    'stopped-until-yesterday',
    { kind: 'SYSTEM', id: 'ehr' },
    { startedOn: '2025-01-01', endedOn: '2026-11-20' },
  );
  restrict('delayed', { kind: 'SYSTEM', id: 'ehr' }, { effect: 'DELAYS' });
  return toGraph(draft, new Set(['SYS-IE']));
};

await describeWithNeo4j('the contestants of the benchmark', (database) => {
  const graph = smallInventory();
  beforeAll(async () => {
    await database.wipe();
    const { uri, user, password } = database;
    const store = expectOk(await openNeo4jStore({ uri, user, password, now: () => '2026-11-21T12:00:00.000Z' }));
    expectOk(await store.migrate());
    await fillStore(store, graph);
    await store.close();
  });
  afterAll(() => database.wipe());

  it('all answer as the product does', async () => {
    const tables = tablesOf(graph, Object.keys(classes));
    const { contestants, skipped } = await neo4jContestants(database);
    for (const each of skipped) process.stderr.write(`SKIPPED ${each} (EHI_TEST_APOC=1 starts one that has it)\n`);
    expect(contestants.length + skipped.length).toBe(4);
    const others = [ownTrace(graph), plainSearch(tables), graphLibrary(tables), await recursiveSql(tables)];
    for (const { name, released, close } of [...others, ...contestants]) {
      const answers: Record<string, readonly string[]> = {};
      for (const dataClass of Object.keys(classes)) answers[dataClass] = await released(dataClass);
      expect(answers, name).toEqual(classes);
      await close?.();
    }
  });
});
