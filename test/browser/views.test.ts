import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbeddedStore } from '../../server/src/store/index.ts';
import { writesOf } from '../contract/store-subject.ts';
import { accessibilityFaults, openSite, type Site } from '../kit/browser.ts';
import { markNames, markPattern } from '../kit/mark-names.ts';
import { must, seedGraph } from '../kit/seed-graph.ts';

let site: Site;
beforeAll(async () => {
  // Every name and text of the inventory is marked, so that any of them can be told wherever it stands.
  const store = must(await openEmbeddedStore({ memory: true, now: () => new Date().toISOString() }));
  must(await store.migrate());
  must(await store.commit({ actor: 'Zq8999x', writes: writesOf(markNames(await seedGraph('regional-hospital'))) }));
  site = await openSite(undefined, store);
});
afterAll(() => site.close());

const shots = process.env['EHI_SHOTS'];
const shoot = async (page: Page, name: string): Promise<void> => {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png` });
};
const settled = async (page: Page): Promise<void> => {
  await page.locator('main#main, main.workbench, main').first().waitFor();
  await page.waitForFunction(
    () => document.querySelector('.spinner') === null && document.querySelector('[aria-busy="true"]') === null,
  );
};
const banner = (page: Page) => page.getByRole('region', { name: 'What you see' });
const revisionNow = async (): Promise<number> =>
  (await site.server.ask<{ inventory: { revision: number } }>('{ inventory { revision } }')).inventory.revision;
const rename = async (name: string): Promise<void> => {
  const { system } = await site.server.ask<{ system: { revision: number } }>('{ system(id: "ehr") { revision } }');
  await site.server.ask(
    `mutation($r: Int!, $input: UpdateSystemInput!) { updateSystem(id: "ehr", expectedRevision: $r, input: $input) { error { message } } }`,
    { r: system.revision, input: { name } },
  );
};
/** Everything a page says and has in its attributes, the addresses of links apart. */
const wholeOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    copy.querySelectorAll('script, style').forEach((each) => each.remove());
    copy.querySelectorAll<HTMLElement>('[href]').forEach((each) => each.removeAttribute('href'));
    return `${document.title}\n${copy.outerHTML}`;
  });
const marked = async (page: Page): Promise<string> => {
  const whole = await wholeOf(page);
  const at = markPattern.exec(whole)?.index;
  return at === undefined ? '' : whole.slice(Math.max(0, at - 120), at + 20);
};

describe('a frozen view', () => {
  it('stays as it was while the inventory is changed, goes along to other screens, and leads back to now', async () => {
    const { page, context, troubles } = await site.open('/record?concept=SYSTEM&id=ehr', {
      viewport: { width: 1366, height: 768 },
      colorScheme: 'dark',
    });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await settled(page);
    const name = await page.getByRole('heading', { level: 1 }).innerText();
    await page.goto(new URL('/trace?class=laboratory', site.server.url).href);
    await settled(page);
    await page.getByRole('button', { name: 'Freeze this view' }).click();
    const revision = await revisionNow();
    const day = new Date().toISOString().slice(0, 10);
    await page.waitForURL((url) => url.searchParams.get('at') === String(revision));
    expect(new URL(page.url()).searchParams.get('asOf')).toBe(day);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    await banner(page)
      .getByText(`You see the inventory as it stood at revision ${revision}, recorded ${day}`)
      .waitFor();
    await settled(page);
    const before = await page.locator('main').innerText();
    expect(await accessibilityFaults(page)).toEqual([]);
    await shoot(page, 'frozen-trace');

    await rename('Renamed since');
    await page.reload();
    await settled(page);
    await banner(page).waitFor();
    expect(await page.locator('main').innerText()).toBe(before);

    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Map' }).click();
    await page.waitForURL(/\/map/);
    expect(new URL(page.url()).searchParams.get('at')).toBe(String(revision));
    await settled(page);
    await shoot(page, 'frozen-map');
    await page.goto(new URL(`/record?concept=SYSTEM&id=ehr&at=${revision}`, site.server.url).href);
    await page.getByRole('heading', { level: 1, name }).waitFor();
    expect(await page.getByRole('button', { name: 'Edit', exact: true }).count()).toBe(0);
    await shoot(page, 'frozen-record');
    await banner(page).getByRole('button', { name: 'Go to now' }).click();
    await page.getByRole('heading', { level: 1, name: 'Renamed since' }).waitFor();
    expect(new URL(page.url()).searchParams.has('at')).toBe(false);
    await page.getByRole('button', { name: 'Edit', exact: true }).waitFor();
    expect(await banner(page).count()).toBe(0);
    expect(troubles).toEqual([]);
  });

  it('says what is wrong with an address that names a revision that is not there', async () => {
    const { page } = await site.open('/findings?at=999999');
    await banner(page).getByText('There is no revision 999999 of this inventory').waitFor();
    await banner(page).getByRole('button', { name: 'Go to now' }).click();
    await settled(page);
    await page.getByText(/\d+ findings fit\./).waitFor();
    await page.goto(new URL('/findings?at=soon', site.server.url).href);
    await banner(page).getByText('The address names no revision').waitFor();
  });
});

describe('a scenario', () => {
  it('is looked at by a link that says its name, is said in what is saved, and is left', async () => {
    const { saveScenario } = await site.server.ask<{ saveScenario: { scenario: { id: string } } }>(
      'mutation($input: ScenarioInput!) { saveScenario(input: $input) { scenario { id } } }',
      { input: { name: 'Without the portal', outages: [{ concept: 'SYSTEM', id: 'portal' }] } },
    );
    const { id } = saveScenario.scenario;
    const { page, troubles } = await site.open(`/matrix?scenario=${id}`);
    const what = page.getByRole('region', { name: 'What if' });
    await what.getByText('What if: Without the portal.').waitFor();
    await settled(page);
    expect(await accessibilityFaults(page)).toEqual([]);
    await shoot(page, 'scenario-matrix');
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save CSV' }).click();
    expect(await readFile(await (await saving).path(), 'utf8')).toContain('What if: Without the portal.');
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Findings' }).click();
    await page.waitForURL(/\/findings/);
    expect(new URL(page.url()).searchParams.get('scenario')).toBe(id);
    await what.getByRole('button', { name: 'Leave the what-if' }).click();
    await what.waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.has('scenario')).toBe(false);
    expect(troubles).toEqual([]);
  });
});

describe('an address', () => {
  it('that names no scenario says so, and shows nothing of now', async () => {
    const { page } = await site.open(`/findings?scenario=${encodeURIComponent('日本')}`);
    await page.getByRole('region', { name: 'What if' }).getByText('The address names no what-if').waitFor();
    await page.getByText('x-ehi-scenario').first().waitFor();
    expect(await page.getByText(/\d+ findings fit\./).count()).toBe(0);
    await page.getByRole('button', { name: 'Leave the what-if' }).click();
    await page.getByText(/\d+ findings fit\./).waitFor();
  });
});

describe('hidden names', () => {
  it('are on no screen, in no search and in no saved file, and come back', { timeout: 240_000 }, async () => {
    await rename('Zq9001x');
    const { page, troubles } = await site.open('/trace?class=laboratory');
    await settled(page);
    expect(await marked(page)).not.toBe('');
    await page.keyboard.press('Shift+H');
    await page.getByRole('button', { name: 'Names hidden' }).waitFor();
    for (const path of [
      '/trace?class=laboratory',
      '/trace?class=laboratory&view=table',
      '/map',
      '/map?view=table',
      '/map?around=system:ehr&sel=system:ehr',
      '/matrix',
      '/findings',
      '/',
      '/reconcile?status=ANY&decision=ANY',
      '/imports',
      '/list?concept=SYSTEM',
      '/list?concept=RESTRICTION',
      '/record?concept=SYSTEM&id=ehr',
      '/restriction?id=bots-refused',
    ]) {
      await page.goto(new URL(path, site.server.url).href);
      await settled(page);
      expect(await marked(page), path).toBe('');
      expect(
        await page.getByRole('button', { name: /^(Edit|Claim a basis|Review|Quick capture)$/ }).count(),
        path,
      ).toBe(0);
      await shoot(page, `hidden${path.replace(/[^a-z]+/gi, '-')}`);
    }
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search the inventory' }).fill('record');
    await page.getByRole('option', { name: /Electronic health record 1/ }).waitFor();
    expect(await marked(page)).toBe('');
    await page.keyboard.press('Escape');

    await page.goto(new URL('/trace?class=laboratory', site.server.url).href);
    await settled(page);
    await page.getByRole('button', { name: 'Freeze this view' }).click();
    await banner(page).waitFor();
    await settled(page);
    for (const kind of ['SVG', 'CSV']) {
      const saving = page.waitForEvent('download');
      await page
        .locator('.exports')
        .getByRole('button', { name: `Save ${kind}` })
        .click();
      const saved = await saving;
      const text = await readFile(await saved.path(), 'utf8');
      expect(markPattern.exec(text)?.[0]).toBeUndefined();
      expect(text).toContain('Names hidden');
      expect(text).toMatch(/Frozen at revision \d+/);
      expect(text).toContain('As of ');
      expect(text).toContain('Inventory revision ');
      expect(saved.suggestedFilename()).not.toContain('laboratory');
      if (kind === 'CSV') expect(text.split('\r\n')[0]).not.toMatch(/\bid\b/);
    }
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Names hidden' }).click();
    await settled(page);
    await page.waitForFunction((pattern) => new RegExp(pattern, 'i').test(document.body.innerText), markPattern.source);
    expect(troubles).toEqual([]);
  });

  it('are in no minutes, which are not saved meanwhile', async () => {
    await site.server.ask('mutation($input: CreateWorkshopInput!) { createWorkshop(input: $input) { ok } }', {
      input: { id: 'spring', name: 'Zq9100x', heldOn: '2026-11-30', topics: [{ title: 'Zq9101x' }] },
    });
    const { page, troubles } = await site.open('/workshop?workshop=spring&tab=minutes');
    const saves = page.getByRole('group', { name: 'Save the minutes' });
    await page.getByRole('tab', { name: 'Minutes' }).click();
    await saves.getByRole('link').first().waitFor();
    expect(await saves.getByRole('link').count()).toBe(3);
    await page.keyboard.press('Shift+H');
    await page.getByRole('button', { name: 'Names hidden' }).waitFor();
    await page.getByRole('tab', { name: 'Minutes' }).click();
    await page.getByText('A saved file would hold the names.').waitFor();
    expect(await saves.getByRole('link').count()).toBe(0);
    await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor();
    await shoot(page, 'hidden-minutes');
    const text = await page.frameLocator('iframe').locator('body').innerText();
    expect(markPattern.exec(text)?.[0]).toBeUndefined();
    expect(troubles).toEqual([]);
  });
});
