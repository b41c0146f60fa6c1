import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importArtefact } from '../../server/src/app/import-artefact.ts';
import { loadCatalogues } from '../../server/src/app/load-catalogues.ts';
import { schemaFolder } from '../../server/src/cli/open-workspace.ts';
import type { Write } from '../../server/src/store/index.ts';
import {
  filter,
  flow,
  holding,
  sign,
  sketchImporter,
  sketchOf,
  system,
  type Sketch,
} from '../import/sketch-importer.ts';
import { accessibilityFaults, openSite, type Site } from '../kit/browser.ts';
import { must } from '../kit/seed-graph.ts';

const stated = { source: 'J. Rivera', grade: 'ASSERTED', recordedAt: '2026-11-20T09:00:00.000Z' } as const;

/** What people declared: a laboratory, an engine, and two interfaces between them, one of which no file has. */
const declared: readonly (readonly [concept: string, document: Readonly<Record<string, unknown>>])[] = [
  [
    'DataClass',
    {
      id: 'lab',
      name: 'Laboratory results',
      level: 'CLASS',
      catalogue: 'UC-LAB',
      drsStatus: 'YES',
      fhirResources: [],
      overlays: [],
    },
  ],
  ['System', { id: 'engine', name: 'Integration engine', kind: 'SYS-IE', identifiers: [], holds: [] }],
  [
    'System',
    {
      id: 'lis',
      name: 'Northwind LIS',
      kind: 'SYS-LIS',
      vendor: 'Northwind',
      version: '8',
      identifiers: ['mllp:10.1.1.10:6661'],
      holds: [{ dataClass: 'lab', role: 'ORIGIN', ...stated }],
    },
  ],
  ['System', { id: 'pacs-east', name: 'Imaging archive', kind: 'SYS-PACS', identifiers: [], holds: [] }],
  ['System', { id: 'pacs-west', name: 'Imaging archive', kind: 'SYS-PACS', identifiers: [], holds: [] }],
  [
    'Flow',
    {
      id: 'oru-in',
      name: 'Results in',
      from: 'lis',
      to: 'engine',
      protocol: 'HL7 v2',
      engineRef: 'ORU_IN',
      carries: [{ dataClass: 'lab', ...stated }],
    },
  ],
  ['Flow', { id: 'adt-in', name: 'Admissions in', from: 'lis', to: 'engine', engineRef: 'ADT_IN', carries: [] }],
];

const columns = Array.from({ length: 34 }, (_, at) => ({
  name: `FIELD_${at}`,
  type: 'varchar(40)',
  comment: at === 0 ? 'who ordered it' : '',
  classes: [],
}));

const engine: Sketch = {
  covers: ['all'],
  systems: [
    system('engine', { name: 'Integration engine', isSelf: true, kind: 'SYS-IE' }),
    system('lis', { name: 'Northwind LIS', version: '9', identifiers: ['mllp://10.1.1.10:6661'] }),
    system('registry', { name: 'State registry', vendor: 'The state' }),
    system('portal', { name: 'Patient portal' }),
    system('pacs', { name: 'Imaging archive' }),
    system('north', { name: 'Northwind results viewer', vendor: 'Northwind' }),
    system('10.9.9.9:7000', { isUnresolved: true, identifiers: ['10.9.9.9:7000'], certainty: 'POSSIBLE' }),
  ],
  flows: [
    flow('oru', 'lis', 'engine', {
      name: 'ORU_IN',
      engineRef: 'ORU_IN',
      protocol: 'HL7 v2 over MLLP',
      carries: [sign('UC-LAB'), sign('UC-DEM')],
    }),
    flow('oru-registry', 'engine', 'registry', {
      name: 'Results to the registry',
      engineRef: 'ORU_REG',
      carries: [sign('UC-LAB')],
    }),
  ],
  filters: [
    filter(
      'f1',
      { kind: 'FLOW', key: 'oru' },
      {
        name: 'Only final results',
        classes: [sign('UC-LAB', 'LIKELY')],
        expression: "status == 'F'\n  || status == 'C'",
      },
    ),
    filter(
      'f2',
      { kind: 'FLOW', key: 'oru' },
      { name: 'A script drops something', nature: 'SCRIPT', certainty: 'POSSIBLE' },
    ),
  ],
  holdings: [
    holding('RESULT', 'engine', ['UC-LAB'], { parts: columns }),
    holding('MISC', 'engine', []),
    holding('EITHER', 'engine', [], {
      classes: [{ classes: ['UC-LAB', 'UC-IMG'], certainty: 'LIKELY', reason: 'it says result', pointer: 'line 2' }],
    }),
  ],
  notes: [{ key: 'n', scope: 'all', name: 'Found in a script', pointer: 'line 90', code: 'script' }],
};

/** More than a page of things nobody declared. */
const many: Sketch = {
  origin: 'list',
  systems: Array.from({ length: 120 }, (_, at) =>
    system(`ward-${at}`, { name: `Ward device ${String(at).padStart(3, '0')}` }),
  ),
};

let site: Site;
let empty: Site;
const importSketch = async (fileName: string, sketch: Sketch): Promise<string> => {
  const { store } = site.server;
  const catalogues = must(await loadCatalogues(schemaFolder));
  const clock = { now: () => new Date().toISOString() };
  const run = importArtefact({ store, catalogues, clock, importers: [sketchImporter] });
  return must(await run({ fileName, bytes: sketchOf(sketch) })).run;
};
let listRun: string;
beforeAll(async () => {
  [site, empty] = [await openSite(), await openSite()];
  const writes = declared.map(([concept, document]) => ({
    concept,
    document: { ...document, ...stated },
    action: 'CREATE',
  }));
  must(await site.server.store.commit({ actor: 'J. Rivera', writes: writes as unknown as readonly Write[] }));
  await importSketch('engine.xml', engine);
  listRun = await importSketch('wards.csv', many);
});
afterAll(async () => {
  await site.close();
  await empty.close();
});

interface Node {
  readonly status: string;
  readonly match: { readonly id: string } | null;
  readonly observation: {
    readonly id: string;
    readonly revision: number;
    readonly decision: string | null;
    readonly decidedBy: string | null;
    readonly decisionReason: string | null;
  };
}

const seen = async (name: string): Promise<Node> => {
  const { reconciliation } = await site.server.ask<{
    reconciliation: { nodes: readonly (Node & { readonly observation: { readonly name: string } })[] };
  }>(
    'query ($text: String!) { reconciliation(filter: { text: $text }, first: 20) { nodes { status match { id } observation { id name revision decision decidedBy decisionReason } } } }',
    { text: name },
  );
  const found = reconciliation.nodes.find(({ observation }) => observation.name === name);
  if (found === undefined) throw new Error(`nothing was seen that is called ${name}`);
  return found;
};

const row = (page: Page, name: string) =>
  page
    .locator('table.reconciled > tbody')
    .filter({ has: page.getByRole('checkbox', { name: `Select ${name}`, exact: true }) });
const dock = (page: Page) => page.getByRole('region', { name: 'What is decided' });

const actAs = async (page: Page, name: string): Promise<void> => {
  const field = page.getByLabel('You are');
  await field.fill(name);
  await field.press('Enter');
};

/** Keeps a picture of a step when a folder for them is given. */
const shot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['EHI_SHOTS'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/reconcile-${name}.png` });
};

describe('what imports saw beside what is declared', () => {
  it('says what would be here and where to begin when nothing was imported', async () => {
    const { page, troubles } = await empty.open('/reconcile');
    await page.getByText('Nothing was imported yet that could be compared.').waitFor();
    await page.getByRole('link', { name: 'Import a file' }).click();
    expect(new URL(page.url()).pathname).toBe('/imports');
    expect(troubles).toEqual([]);
  });

  it('is told in one sentence, and each number shows what it counts', async () => {
    const { page, troubles } = await site.open('/reconcile', { viewport: { width: 1920, height: 1080 } });
    await page.getByRole('button', { name: /^\d+ conflicting$/ }).waitFor();
    await shot(page, 'list');
    await page.getByRole('button', { name: '2 conflicting' }).click();
    await page.getByText('Showing 2 of 2.').waitFor();
    expect(new URL(page.url()).search).toBe('?status=CONFLICTING&decision=ANY');
    const lis = row(page, 'Northwind LIS');
    await lis.getByText('Version: 8').waitFor();
    await lis.getByText('Version: 9').waitFor();
    await lis.getByText(/because both have the address 10\.1\.1\.10:6661/).waitFor();
    await row(page, 'ORU_IN').getByText('Carries: Patient demographics and information').waitFor();
    await row(page, 'ORU_IN').getByText('Carries: not declared').waitFor();
    await row(page, 'ORU_IN').getByText('"engine.xml" at line 3').waitFor();
    await page.reload();
    await page.getByText('Showing 2 of 2.').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByText('Showing 50 of').waitFor();
    await page.getByRole('button', { name: '1 noted' }).click();
    await page.getByText('Only to be read.').waitFor();
    expect(troubles).toEqual([]);
  });

  it('is narrowed by a cell, by words and by one import', async () => {
    const { page } = await site.open('/reconcile');
    await page.getByRole('button', { name: '2 filters, observed only' }).click();
    await page.getByText('Showing 2 of 2.').waitFor();
    await page.getByLabel('Words').fill('final');
    await page.getByText('Showing 1 of 1.').waitFor();
    await page.getByLabel('Words').fill('nothing like it');
    await page.getByText('Nothing that was seen fits these filters.').waitFor();
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await page.goto(new URL(`/reconcile?run=${encodeURIComponent(listRun)}`, site.server.url).href);
    await page.getByText('Showing 50 of 120.').waitFor();
    await page.getByText(/^This import saw 120 things/).waitFor();
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.getByText('Showing 100 of 120.').waitFor();
    await page.getByLabel('Import').selectOption({ label: 'engine.xml (sketch:engine)' });
    await page.getByText('Results to the registry').first().waitFor();
    expect(new URL(page.url()).searchParams.get('origin')).toBe('sketch:engine');
  });

  it('opens what a file says: columns, expression, signs', async () => {
    const { page } = await site.open('/reconcile?origin=sketch:engine');
    await page.getByRole('button', { name: 'Details of RESULT', exact: true }).click();
    await page.getByRole('cell', { name: 'who ordered it' }).waitFor();
    expect(await page.getByRole('rowheader', { name: /^FIELD_/ }).count()).toBe(30);
    await page.getByRole('button', { name: 'Show all 34 columns' }).click();
    expect(await page.getByRole('rowheader', { name: /^FIELD_/ }).count()).toBe(34);
    await page.getByRole('button', { name: 'Details of Only final results' }).click();
    await page.getByText("status == 'F'").waitFor();
    await page.getByText('Nobody decided about it yet.').nth(1).waitFor();
    await shot(page, 'details');
  });

  it('lists what is declared and was looked for in vain', async () => {
    const { page } = await site.open('/reconcile');
    await page.getByRole('button', { name: '1 declared only' }).click();
    const section = page.getByRole('region', { name: /^Declared only/ });
    await section.getByText(/It is declared as the interface "ADT_IN"/).waitFor();
    await section.getByRole('link', { name: 'Admissions in' }).click();
    await page.getByRole('heading', { name: 'Admissions in' }).waitFor();
  });

  it('is gone through by keyboard', async () => {
    const { page } = await site.open(`/reconcile?run=${encodeURIComponent(listRun)}`);
    const boxes = page.getByRole('checkbox', { name: /^Select Ward device/ });
    await boxes.first().focus();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('Space');
    expect(await boxes.nth(1).isChecked()).toBe(true);
    await page.keyboard.press('d');
    expect(
      await dock(page)
        .getByLabel('Reason')
        .evaluate((field) => field === document.activeElement),
    ).toBe(true);
  });
});

describe('decisions', () => {
  it('take a flow with its systems into the inventory, once', async () => {
    const { page, troubles } = await site.open('/reconcile?origin=sketch:engine');
    await actAs(page, 'H. Berg');
    await row(page, 'Patient portal').getByRole('button', { name: 'Accept Patient portal' }).dblclick();
    await dock(page).getByText('1 accepted. 1 thing taken into the inventory.').waitFor();
    await row(page, 'Patient portal').waitFor({ state: 'detached' });
    await row(page, 'Results to the registry')
      .getByRole('button', { name: /^Accept/ })
      .click();
    await dock(page).getByRole('link', { name: 'State registry' }).waitFor();
    await row(page, 'Results to the registry').waitFor({ state: 'detached' });
    await shot(page, 'accepted');
    const place = await dock(page).boundingBox();
    expect((place?.y ?? 0) + (place?.height ?? 0)).toBe(1000);
    const { systems, flows } = await site.server.ask<{
      systems: { totalCount: number };
      flows: { nodes: readonly object[] };
    }>(
      '{ systems(filter: { text: "Patient portal" }) { totalCount } flows(filter: { text: "Results to the registry" }) { nodes { source from { id } to { name } } } }',
    );
    expect(systems.totalCount).toBe(1);
    expect(flows.nodes).toEqual([{ source: 'H. Berg', from: { id: 'engine' }, to: { name: 'State registry' } }]);
    await dock(page).getByRole('link', { name: 'Results to the registry' }).click();
    await page.getByRole('heading', { name: 'Results to the registry' }).waitFor();
    expect(troubles).toEqual([]);
  });

  it('keep the focus in the list when the row goes', async () => {
    const { page } = await site.open('/reconcile?origin=sketch:engine');
    await row(page, '10.9.9.9:7000').getByRole('button', { name: 'Accept' }).focus();
    const next = page.locator('table.reconciled > tbody');
    const at = await next.evaluateAll((rows) => rows.findIndex((each) => each.contains(document.activeElement)));
    await page.keyboard.press('Enter');
    await row(page, '10.9.9.9:7000').waitFor({ state: 'detached' });
    await page.waitForFunction(
      (index) => document.querySelectorAll('table.reconciled > tbody')[index]?.contains(document.activeElement),
      at,
    );
  });

  it('reject with a reason, and can be taken back', async () => {
    const { page } = await site.open('/reconcile?origin=sketch:engine&decision=ANY');
    await actAs(page, 'H. Berg');
    const item = row(page, 'A script drops something');
    await item.getByRole('button', { name: /^Decide…/ }).click();
    const form = page.getByRole('form', { name: 'Decide' });
    await form.getByRole('button', { name: 'Reject' }).click();
    await form
      .getByRole('alert')
      .getByText(/Say why/)
      .waitFor();
    await form.getByLabel('Reason').fill('It only writes a log.');
    await form.getByRole('button', { name: 'Reject' }).click();
    await dock(page).getByText('1 rejected.').waitFor();
    await item.getByText(/^Rejected H\. Berg.*: It only writes a log\./).waitFor();
    expect((await seen('A script drops something')).observation).toMatchObject({
      decision: 'REJECTED',
      decidedBy: 'H. Berg',
      decisionReason: 'It only writes a log.',
    });
    await item.getByRole('button', { name: /^Decide…/ }).click();
    await form.getByLabel('Reason').fill('The vendor answered.');
    await form.getByRole('button', { name: 'Reopen' }).click();
    await dock(page).getByText('1 reopened.').waitFor();
    await item.getByRole('button', { name: /^Details/ }).click();
    await item.getByText(/^Reopened · H\. Berg, .*: The vendor answered\.$/).waitFor();
    await item.getByText(/^Rejected · H\. Berg, .*: It only writes a log\.$/).waitFor();
    expect((await seen('A script drops something')).observation.decision).toBeNull();
  });

  it('say that it is the same as a candidate, or as something found by name', async () => {
    const { page } = await site.open('/reconcile?origin=sketch:engine');
    await row(page, 'Imaging archive')
      .getByRole('button', { name: /^Decide…/ })
      .click();
    const form = page.getByRole('form', { name: 'Decide' });
    await form.getByText('Several things could be meant').waitFor();
    await form.getByRole('button', { name: 'Same as…' }).click();
    await form
      .getByRole('radio', { name: /^Imaging archive/ })
      .nth(1)
      .check();
    await shot(page, 'same-as');
    await form.getByRole('button', { name: 'Record as the same' }).click();
    await dock(page).getByText('1 recorded as the same.').waitFor();
    expect(await seen('Imaging archive')).toMatchObject({ status: 'MATCHED', match: { id: /pacs-/ } });
    await row(page, 'Northwind results viewer')
      .getByRole('button', { name: /^Decide…/ })
      .click();
    await form.getByRole('button', { name: 'Same as…' }).click();
    await form.getByLabel('Find a system by name').fill('Integration eng');
    await form.getByRole('radio', { name: /^Integration engine/ }).check();
    await form.getByRole('button', { name: 'Record as the same' }).click();
    await row(page, 'Northwind results viewer').waitFor({ state: 'detached' });
    expect((await seen('Northwind results viewer')).match?.id).toBe('engine');
  });

  it('ask which data a table holds when the file does not tell', async () => {
    const { page } = await site.open('/reconcile?status=UNMAPPED');
    await row(page, 'MISC')
      .getByRole('button', { name: /^Decide…/ })
      .click();
    const form = page.getByRole('form', { name: 'Decide' });
    await form.getByRole('button', { name: 'Accept' }).click();
    await form
      .getByRole('alert')
      .getByText(/Choose a data class first/)
      .waitFor();
    await form.getByLabel('Find a data class by name').fill('allerg');
    await form.getByRole('checkbox', { name: /^Allergies and intolerances/ }).check();
    await shot(page, 'classes');
    await form.getByRole('button', { name: 'Accept' }).click();
    await dock(page).getByRole('link', { name: 'Allergies and intolerances' }).waitFor();
    await page.goto(new URL('/reconcile?status=AMBIGUOUS&fact=HOLDING', site.server.url).href);
    await row(page, 'EITHER')
      .getByRole('button', { name: /^Decide…/ })
      .click();
    await form.getByRole('checkbox', { name: /^Diagnostic imaging/ }).check();
    await form.getByRole('button', { name: 'Accept' }).click();
    await dock(page)
      .getByText(/^1 accepted\./)
      .waitFor();
    const { system: held } = await site.server.ask<{ system: { holds: readonly { dataClass: { name: string } }[] } }>(
      '{ system(id: "engine") { holds { dataClass { name } } } }',
    );
    expect(held.holds.map(({ dataClass }) => dataClass.name).toSorted()).toEqual([
      'Allergies and intolerances',
      'Diagnostic imaging',
    ]);
  });

  it('tell what somebody else changed since it was seen', async () => {
    const { page } = await site.open('/reconcile?origin=sketch:engine');
    await row(page, 'Only final results').waitFor();
    const { id, revision } = (await seen('Only final results')).observation;
    await site.server.ask('mutation ($input: DecideObservationsInput!) { decideObservations(input: $input) { ok } }', {
      input: { observations: [{ id, revision }], action: 'DEFER', reason: 'we ask the vendor' },
    });
    await row(page, 'Only final results')
      .getByRole('button', { name: /^Accept/ })
      .click();
    await dock(page).getByText('0 accepted. 1 not decided.').waitFor();
    await dock(page)
      .getByText(/Somebody changed it since you saw it/)
      .waitFor();
    await row(page, 'Only final results').waitFor({ state: 'detached' });
    await page.getByLabel('Decision').selectOption({ label: 'To be decided later' });
    await row(page, 'Only final results')
      .getByText(/we ask the vendor/)
      .waitFor();
  });

  it('are made about all that fit, more than are shown', async () => {
    const { page, troubles } = await site.open(`/reconcile?run=${encodeURIComponent(listRun)}`);
    await page.getByRole('button', { name: 'Select all shown' }).click();
    await dock(page).getByText('50 things selected').waitFor();
    await page.getByRole('button', { name: 'Select all 120 that fit' }).click();
    await dock(page).getByText('120 things selected').waitFor();
    const kept = page.getByRole('checkbox', { name: /^Select Ward device/ }).nth(2);
    const keptName = (await kept.locator('xpath=..').innerText()).replace('Select ', '').trim();
    await kept.uncheck();
    await dock(page).getByText('119 things selected').waitFor();
    await shot(page, 'bulk');
    expect(await dock(page).getByRole('button', { name: 'Same as…' }).isDisabled()).toBe(true);
    await dock(page).getByRole('button', { name: 'Decide later' }).dblclick();
    await dock(page).getByText('119 put off.').waitFor();
    await page.getByText('Showing 1 of 1.').waitFor();
    expect((await seen(keptName)).observation.decision).toBeNull();
    const other = keptName === 'Ward device 119' ? 'Ward device 118' : 'Ward device 119';
    expect((await seen(other)).observation.decision).toBe('DEFERRED');
    expect(troubles).toEqual([]);
  });

  it('are saved with the list as a table that says what it is and runs nothing', async () => {
    const { page } = await site.open(`/reconcile?run=${encodeURIComponent(listRun)}&status=ANY&decision=ANY`);
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save CSV' }).click(),
    ]);
    const lines = (await readFile(await saved.path(), 'utf8')).trim().split('\r\n');
    expect(lines).toHaveLength(123);
    expect(lines[0]).toMatch(/^\uFEFF?status,kind,name,about/);
    expect(
      lines.filter((line) => /^observed only,system,Ward device \d+,.*to be decided later/.test(line)),
    ).toHaveLength(119);
    expect(lines.at(-2)).toMatch(/As of \d{4}-\d\d-\d\d, inventory revision \d+\. Narrowed to: what one import saw\./);
    expect(lines.at(-1)).toContain('counsel decides');
  });

  it('leave the list where it was scrolled to', async () => {
    const { page } = await site.open(`/reconcile?run=${encodeURIComponent(listRun)}&status=ANY&decision=DEFERRED`);
    await page.getByText('Showing 50 of 119.').waitFor();
    await page
      .getByRole('button', { name: /^Decide…/ })
      .nth(30)
      .click();
    const before = await page.evaluate(() => scrollY);
    await dock(page).getByRole('button', { name: 'Reopen' }).click();
    await page.getByText('Showing 50 of 118.').waitFor();
    expect(before).toBeGreaterThan(500);
    expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(10);
  });

  it.each(['light', 'dark'] as const)('have no fault a machine finds and fit the screen, %s', async (colorScheme) => {
    const { page } = await site.open('/reconcile?origin=sketch:engine&status=ANY&decision=ANY', {
      colorScheme,
      viewport: { width: 1366, height: 768 },
    });
    await row(page, 'RESULT')
      .getByRole('button', { name: /^Details/ })
      .click();
    await page.getByRole('cell', { name: 'who ordered it' }).waitFor();
    await row(page, 'Northwind LIS')
      .getByRole('button', { name: /^Decide…/ })
      .click();
    await page.getByRole('form', { name: 'Decide' }).getByRole('button', { name: 'Same as…' }).click();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await shot(page, `decide-${colorScheme}`);
    await page.getByRole('button', { name: 'Clear the selection' }).click();
    await page.evaluate(() => scrollTo(0, 0));
    await shot(page, `small-${colorScheme}`);
  });
});
