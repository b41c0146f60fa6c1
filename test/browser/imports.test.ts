import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../server/src/config.ts';
import type { Write } from '../../server/src/store/index.ts';
import { accessibilityFaults, openSite, type Site } from '../kit/browser.ts';
import { must } from '../kit/seed-graph.ts';

const fixture = (...path: readonly string[]): string => join(projectFolder, 'test', 'import', 'fixtures', ...path);
const statement = fixture('r4b-provider-api.json');
const systems = fixture('spreadsheet', 'systems.csv');
const interfaces = fixture('spreadsheet', 'interfaces.csv');

const began = '2026-11-20T09:00:00.000Z';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const choose = (page: Page, files: Parameters<Page['setInputFiles']>[1]): Promise<void> =>
  page.getByLabel('Choose files').setInputFiles(files);
const card = (page: Page, name: string) => page.locator('article').filter({ has: page.getByRole('heading', { name }) });
const runRow = (page: Page, file: string) =>
  page.locator('table.run-table > tbody').filter({ has: page.locator('.run-file', { hasText: file }) });
const runs = async (): Promise<number> =>
  (await site.server.ask<{ importRuns: { totalCount: number } }>('{ importRuns(first: 1) { totalCount } }')).importRuns
    .totalCount;

const actAs = async (page: Page, name: string): Promise<void> => {
  const field = page.getByLabel('You are');
  await field.fill(name);
  await field.press('Enter');
};

/** Keeps a picture of a step when a folder for them is given. */
const shot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['EHI_SHOTS'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/imports-${name}.png`, fullPage: true });
};

describe('a file to import', () => {
  it('is told what would be here when nothing was imported', async () => {
    const { page, troubles } = await site.open('/imports', { viewport: { width: 1920, height: 1080 } });
    await page.getByText('Nothing was imported yet.').waitFor();
    await page.getByText('What can be imported').click();
    await page.getByText('FHIR CapabilityStatement or Conformance as JSON').waitFor();
    await shot(page, 'empty');
    expect(troubles).toEqual([]);
  });

  it('is tried first, takes what it does not say, and is imported once', async () => {
    const { page, troubles } = await site.open('/imports', { viewport: { width: 1920, height: 1080 } });
    await actAs(page, 'H. Berg');
    await choose(page, statement);
    const file = card(page, 'r4b-provider-api.json');
    await file.getByText('Tried. This is what importing it would do.').waitFor();
    expect(await runs()).toBe(0);
    await file.getByLabel('Address it was fetched from').fill('no address');
    await file.getByRole('alert').waitFor();
    await file.getByLabel('Address it was fetched from').fill('https://fhir.clinic.example/r4');
    await file.getByText('https://fhir.clinic.example/r4').first().waitFor();
    await file.getByText('Nothing was written yet.', { exact: true }).waitFor();
    await shot(page, 'statement');
    await file.getByRole('button', { name: 'Import', exact: true }).dblclick();
    await file.getByText('Imported.').waitFor();
    expect(await runs()).toBe(1);
    await shot(page, 'statement-done');
    const row = runRow(page, 'r4b-provider-api.json');
    await row.getByText('Done').waitFor();
    await row.getByText('H. Berg').waitFor();
    await row.getByText('4 things added').waitFor();
    expect(await page.locator('#live-region').textContent()).toContain('r4b-provider-api.json: Imported.');
    // It was taken in at once: there is nothing to compare.
    expect(await page.getByRole('link', { name: /^Compare/ }).count()).toBe(0);
    await file.getByRole('link', { name: /^Findings: seen/ }).click();
    expect(page.url()).toContain('/findings?rule=uninventoried');
    // What was on its way is there again on coming back.
    await page.goBack();
    await file.getByText('Imported.').waitFor();
    await file.getByRole('button', { name: /^Put away/ }).click();
    await file.waitFor({ state: 'detached' });
    expect(troubles).toEqual([]);
  });

  it('that was imported before is known, and imported again only on demand', async () => {
    const { page } = await site.open('/imports');
    await choose(page, statement);
    const file = card(page, 'r4b-provider-api.json');
    await file.getByText(/^This very file was imported before/).waitFor();
    expect(await file.getByRole('button', { name: 'Import', exact: true }).count()).toBe(0);
    const before = await runs();
    await shot(page, 'same');
    await file.getByRole('button', { name: 'Import it again' }).click();
    await file.getByText('Imported.').waitFor();
    expect(await runs()).toBe(before + 1);
  });

  it('is dropped with others: one that is refused says why and stops none of them', async () => {
    const { page } = await site.open('/imports', { viewport: { width: 1366, height: 768 } });
    await page.getByRole('heading', { name: 'Drop files here' }).waitFor();
    const list = await readFile(systems, 'utf8');
    const dropped = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['Minutes of the meeting'], 'notes.txt'));
      transfer.items.add(new File([text], 'systems ä.csv'));
      return transfer;
    }, list);
    await page.dispatchEvent('body', 'dragover', { dataTransfer: dropped });
    await page.getByRole('heading', { name: 'Let go to try the files' }).waitFor();
    await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
    const refused = card(page, 'notes.txt').getByRole('alert');
    await refused.getByText(/it looks like plain text/).waitFor();
    const kind = refused.getByText('Mirth Connect, NextGen Connect or Open Integration Engine export');
    expect(await kind.isVisible()).toBe(false);
    await refused.getByText('What can be imported').click();
    await kind.waitFor();
    await shot(page, 'refused');
    const file = card(page, 'systems ä.csv');
    await file
      .getByText(/\d+ would appear/)
      .first()
      .waitFor();
    await file.getByRole('cell', { name: 'system', exact: true }).first().waitFor();
    await shot(page, 'two');
    await card(page, 'notes.txt')
      .getByRole('button', { name: /^Leave it out/ })
      .click();
    await card(page, 'notes.txt').waitFor({ state: 'detached' });
    await file.getByLabel('Keep it under this name').fill('application list');
    await file.getByRole('button', { name: 'Import', exact: true }).waitFor();
    await page.waitForFunction(
      () => document.querySelector('.import-button')?.getAttribute('aria-disabled') === 'false',
    );
    await file.getByRole('button', { name: 'Import', exact: true }).click();
    await file.getByText('Imported.').waitFor();
    await runRow(page, 'systems ä.csv').getByText('kept under application list').waitFor();
  });

  it('that is a list shows what its columns are taken for, and does what is chosen', async () => {
    const { page } = await site.open('/imports', { viewport: { width: 1366, height: 768 } });
    await choose(page, interfaces);
    const file = card(page, 'interfaces.csv');
    const column = file.getByLabel('Comments is taken for');
    await column.waitFor();
    const was = await column.inputValue();
    await column.selectOption('');
    await file.getByText('you chose it').waitFor();
    await file.getByText('Nothing was written yet.', { exact: true }).waitFor();
    await shot(page, 'columns');
    await file.getByRole('button', { name: 'As proposed' }).click();
    expect(await column.inputValue()).toBe(was);
    await column.selectOption('');
    await file.getByText('Nothing was written yet.', { exact: true }).waitFor();
    await file.getByRole('button', { name: 'Import', exact: true }).click();
    await file.getByRole('link', { name: 'Compare what it saw with the inventory' }).click();
    await page.waitForURL(/\/reconcile\?run=spreadsheet-/);
    await page.goBack();
    await file.getByRole('button', { name: /^Put away/ }).click();
    await choose(page, {
      name: 'next.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`${await readFile(interfaces, 'utf8')}\n`),
    });
    await card(page, 'next.csv')
      .getByText(/read as in the last list with these titles/)
      .waitFor();
    expect(await card(page, 'next.csv').getByLabel('Comments is taken for').inputValue()).toBe('');
  });

  it('whose titles nobody knows asks what its columns are, and is imported with what is said', async () => {
    const { page, troubles } = await site.open('/imports', { viewport: { width: 1366, height: 768 } });
    await choose(page, {
      name: 'odd.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Catalogue,,\n#,Snd Ap,Rcv Ap\n1,Odd lab,Odd chart\n2,Odd chart,Odd billing\n'),
    });
    const file = card(page, 'odd.csv');
    await file.getByText(/Its titles do not say what it lists/).waitFor();
    await shot(page, 'odd-columns');
    await file.getByLabel('Snd Ap is taken for').selectOption('flow.from');
    await file.getByLabel('Rcv Ap is taken for').selectOption('flow.to');
    await file.getByText(/It shows 3 systems, 2 flows and \d+ things it does not tell\./).waitFor();
    await file.getByRole('button', { name: 'Import', exact: true }).waitFor();
    await file.getByRole('button', { name: /^Leave it out/ }).click();
    expect(troubles).toEqual([]);
  });

  it('that is long is shown in parts, and what the last one had and it has not is told', async () => {
    const { page } = await site.open('/imports', { viewport: { width: 1366, height: 768 } });
    const listOf = (count: number): Buffer =>
      Buffer.from(
        ['Application Name,Vendor Name,Version', ...Array.from({ length: count }, (_, at) => `Ward ${at},Acme,1`)].join(
          '\n',
        ),
      );
    await choose(page, { name: 'wards.csv', mimeType: 'text/csv', buffer: listOf(60) });
    const first = card(page, 'wards.csv');
    await first.getByText(/^Showing 50 of 6\d\./).waitFor();
    await first.getByRole('button', { name: 'Show more' }).click();
    await first.getByRole('rowheader', { name: 'Ward 59' }).waitFor();
    await first.getByRole('button', { name: 'Import', exact: true }).click();
    await first.getByText('Imported.').waitFor();
    await choose(page, { name: 'wards-later.csv', mimeType: 'text/csv', buffer: listOf(58) });
    const later = card(page, 'wards-later.csv');
    await later.getByText(/2 would vanish and \d+ would stay the same\./).waitFor();
    await later.getByRole('rowheader', { name: 'Ward 59' }).waitFor();
    await shot(page, 'vanished');
    await later.getByRole('button', { name: /^Leave it out/ }).click();
    await runRow(page, 'wards.csv')
      .getByText(/^6\d appeared/)
      .waitFor();
  });

  it('shows with what each row is matched, and what would change of what was seen before', async () => {
    const ask = 'mutation ($input: CreateSystemInput!) { createSystem(input: $input) { ok } }';
    await site.server.ask(ask, {
      input: { id: 'theatre', name: 'Theatre planner', kind: 'SYS-EHR', vendor: 'Acme', version: '1' },
    });
    const { page, troubles } = await site.open('/imports', { viewport: { width: 1366, height: 768 } });
    const listOf = (version: string): Buffer =>
      Buffer.from(`Application Name,Vendor Name,Version\nTheatre planner,Acme,${version}\n`);
    const said = async (name: string): Promise<void> => {
      await card(page, name).getByLabel('Keep it under this name').fill('theatre list');
      await card(page, name)
        .getByText(/Since|would (?:appear|change)/)
        .first()
        .waitFor();
    };
    await choose(page, { name: 'theatre.csv', mimeType: 'text/csv', buffer: listOf('1') });
    const first = card(page, 'theatre.csv');
    await first.getByText('Nothing was written yet.', { exact: true }).waitFor();
    await said('theatre.csv');
    const matched = first.getByRole('row', { name: /^Theatre planner system row 2 matched: Theatre planner/ });
    await matched.getByRole('link', { name: 'Theatre planner' }).waitFor();
    await page.waitForFunction(
      () => document.querySelector('.import-button')?.getAttribute('aria-disabled') === 'false',
    );
    await first.getByRole('button', { name: 'Import', exact: true }).click();
    await first.getByText('Imported.').waitFor();
    await choose(page, { name: 'theatre-2.csv', mimeType: 'text/csv', buffer: listOf('2') });
    await said('theatre-2.csv');
    const later = card(page, 'theatre-2.csv');
    await later.getByRole('columnheader', { name: 'What changes' }).waitFor();
    await later.getByText('Version: 1, then 2').waitFor();
    await later.getByText('Version: the inventory has 1, the file 2').waitFor();
    await shot(page, 'changes');
    expect(troubles).toEqual([]);
    await later.getByRole('button', { name: /^Leave it out/ }).click();
  });

  it('that does not arrive can be sent again', async () => {
    const { page } = await site.open('/imports');
    await page.route('**/imports', (route) => (route.request().method() === 'POST' ? route.abort() : route.fallback()));
    await choose(page, statement);
    const file = card(page, 'r4b-provider-api.json');
    await file.getByText('The file could not be sent.').waitFor();
    await file.getByText(/Not all of .* arrived/).waitFor();
    await page.unroute('**/imports');
    await file.getByRole('button', { name: 'Try again' }).click();
    await file.getByText(/^This very file was imported before/).waitFor();
  });

  it('is imported by keyboard alone', async () => {
    const { page } = await site.open('/imports');
    const asked = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Save CSV' }).waitFor();
    await page.getByLabel('Choose files').focus();
    await page.keyboard.press('Enter');
    const chooser = await asked;
    await chooser.setFiles({
      name: 'few.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Application Name,Vendor Name,Version\nKeyboard system,Acme,1\n'),
    });
    const file = card(page, 'few.csv');
    await file.getByText('Nothing was written yet.', { exact: true }).waitFor();
    for (let pressed = 0; pressed < 40; pressed += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.classList.contains('import-button') === true)) break;
    }
    await page.keyboard.press('Enter');
    await file.getByText('Imported.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H3');
    await runRow(page, 'few.csv').getByText('Done').waitFor();
    await runRow(page, 'few.csv').getByRole('button', { name: 'Take back: few.csv' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('a trial');
    await page.keyboard.press('Enter');
    await runRow(page, 'few.csv').getByText('Taken back', { exact: true }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^few\.csv is taken back/);
  });
});

describe('an import there was', () => {
  it('is taken back with a reason, and tells what is kept', async () => {
    const { reconciliation } = await site.server.ask<{
      reconciliation: { nodes: readonly { readonly observation: { readonly id: string; readonly name: string } }[] };
    }>(
      '{ reconciliation(filter: { origin: "spreadsheet:application list", fact: [SYSTEM] }, first: 5) { nodes { observation { id name } } } }',
    );
    const [seen] = reconciliation.nodes;
    if (seen === undefined) throw new Error('the list shows no system');
    await site.server.ask('mutation ($input: DecideObservationsInput!) { decideObservations(input: $input) { ok } }', {
      input: { observations: [{ id: seen.observation.id }], action: 'DEFER', reason: 'we ask' },
    });
    const { page, troubles } = await site.open('/imports', { viewport: { width: 1920, height: 1080 } });
    await actAs(page, 'H. Berg');
    const row = runRow(page, 'systems ä.csv');
    await row.getByRole('button', { name: /^Take back/ }).click();
    const form = page.getByRole('form', { name: 'Take back: systems ä.csv' });
    await form.getByRole('button', { name: 'Take back' }).click();
    await form
      .getByRole('alert')
      .getByText(/^Say why/)
      .waitFor();
    await shot(page, 'take-back');
    await form.getByLabel('Reason').fill('It was the list of last year.');
    await form.getByRole('button', { name: 'Take back' }).click();
    await row.getByText(/^systems ä\.csv is taken back: .*, 1 kept\.$/).waitFor();
    await row.getByText(`observation ${seen.observation.name}`).waitFor();
    await row.getByText(/^H\. Berg, .*: It was the list of last year\.$/).waitFor();
    await shot(page, 'taken-back');
    expect(await row.getByRole('button', { name: /^Take back/ }).count()).toBe(0);
    await page.reload();
    await row.getByText('Taken back', { exact: true }).waitFor();
    expect(troubles).toEqual([]);
  });

  it('says when it failed and why, and is closed when it was interrupted', async () => {
    const run = { kind: 'mirth', sha256: '0'.repeat(64), grade: 'DOCUMENTED', recordedAt: began, startedAt: began };
    const writes = [
      {
        ...run,
        id: 'r-failed',
        name: 'Failed',
        file: 'broken.xml',
        status: 'FAILED',
        warnings: ['Line 3 ends early.'],
      },
      {
        ...run,
        id: 'r-loaded',
        name: 'Loaded',
        file: 'loaded.xml',
        title: 'An invented export',
        status: 'DONE',
        warnings: [],
      },
      { ...run, id: 'r-running', name: 'Running', file: 'cut-off.xml', status: 'RUNNING', warnings: [] },
    ].map((document) => ({ concept: 'ImportRun', document: { ...document, source: 'import:x' }, action: 'CREATE' }));
    must(await site.server.store.commit({ actor: 'H. Berg', writes: writes as unknown as readonly Write[] }));
    const { page } = await site.open('/imports', { viewport: { width: 1366, height: 768 } });
    const failed = runRow(page, 'broken.xml');
    await failed.getByText('taken for: mirth').waitFor();
    // It is there, and nothing of it was written by an import of this server.
    await runRow(page, 'loaded.xml').getByText('An invented export').waitFor();
    expect(await runRow(page, 'loaded.xml').getByRole('button').count()).toBe(0);
    await failed.getByText('Failed, nothing was written').waitFor();
    await failed.getByText('Line 3 ends early.').waitFor();
    expect(await failed.getByRole('button', { name: /^Take back/ }).count()).toBe(0);
    const running = runRow(page, 'cut-off.xml');
    await running.getByText('Under way or interrupted').waitFor();
    await running.getByRole('button', { name: 'Close it: cut-off.xml' }).click();
    await page.getByRole('form', { name: 'Close it: cut-off.xml' }).getByLabel('Reason').fill('the server was stopped');
    await page.keyboard.press('Enter');
    await running.getByText('cut-off.xml is closed. It had written nothing.').waitFor();
    await running.getByText('Failed, nothing was written').waitFor();
    await shot(page, 'states');
  });

  it('is saved with the others as a table that says what it is', async () => {
    const { page } = await site.open('/imports');
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save CSV' }).click(),
    ]);
    const lines = (await readFile(await saved.path(), 'utf8')).trim().split('\r\n');
    expect(lines).toHaveLength((await runs()) + 3);
    expect(lines[0]).toMatch(/^\uFEFF?file,what it is,kind/);
    expect(lines.some((line) => line.includes('taken back') && line.includes('It was the list of last year.'))).toBe(
      true,
    );
    expect(lines.at(-2)).toMatch(/As of \d{4}-\d\d-\d\d, inventory revision \d+\. Everything\./);
    expect(lines.at(-1)).toContain('counsel decides');
  });

  it.each(['light', 'dark'] as const)('has no fault a machine finds and fits the screen, %s', async (colorScheme) => {
    const { page } = await site.open('/imports', { colorScheme, viewport: { width: 1366, height: 768 } });
    await choose(page, [interfaces, statement]);
    await choose(page, { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Notes') });
    await card(page, 'notes.txt').getByRole('alert').waitFor();
    await card(page, 'interfaces.csv')
      .getByText(/^This very file/)
      .waitFor();
    await card(page, 'interfaces.csv').getByLabel('Keep it under this name').fill('other interfaces');
    await card(page, 'interfaces.csv')
      .getByText(/would appear/)
      .first()
      .waitFor();
    await runRow(page, 'interfaces.csv')
      .getByRole('button', { name: /^Take back/ })
      .click();
    await runRow(page, 'systems ä.csv')
      .getByRole('button', { name: /warning/ })
      .click();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await shot(page, `all-${colorScheme}`);
  });
});
