import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, openSite, type Site } from '../kit/browser.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite('regional-hospital');
});
afterAll(() => site.close());

const systemOf = (id: string): Promise<{ system: { name: string; custodian: string | null; vendor: string | null } }> =>
  site.server.ask('query ($id: ID!) { system(id: $id) { name custodian vendor revision } }', { id });
const edit = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('form', { name: /^Edit / }).waitFor();
};
const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(new URL(path, site.server.url).href);
  await page.getByRole('heading', { level: 1 }).waitFor();
};

describe('a record', () => {
  it('is edited, and what was done is undone and redone', async () => {
    const { page, troubles } = await site.open('/record?concept=SYSTEM&id=lis');
    const before = (await systemOf('lis')).system.custodian;
    await edit(page);
    await page.getByLabel('Custodian').fill('Laboratory informatics');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Laboratory informatics', { exact: true }).waitFor();
    expect((await systemOf('lis')).system.custodian).toBe('Laboratory informatics');
    await page.getByRole('button', { name: /^Undo: .* changed$/ }).click();
    await page.getByText('Laboratory informatics', { exact: true }).waitFor({ state: 'detached' });
    expect((await systemOf('lis')).system.custodian).toBe(before);
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Control+Shift+z');
    await page.getByText('Laboratory informatics', { exact: true }).waitFor();
    expect((await systemOf('lis')).system.custodian).toBe('Laboratory informatics');
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: /^Redo: / }).waitFor();
    expect(troubles).toEqual([]);
  });

  it('keeps what was typed over a reload, until it is saved or given up', async () => {
    const { page } = await site.open('/record?concept=SYSTEM&id=pacs');
    await edit(page);
    await page.getByLabel('Custodian').fill('Imaging team, to be confirmed');
    await page.reload();
    await page.getByText('This is what you had typed by').waitFor();
    expect(await page.getByLabel('Custodian').inputValue()).toBe('Imaging team, to be confirmed');
    await page.getByRole('button', { name: 'Start anew' }).click();
    expect(await page.getByLabel('Custodian').inputValue()).not.toContain('to be confirmed');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('form').waitFor({ state: 'detached' });
  });

  it('that somebody else changed meanwhile shows both, and loses neither', async () => {
    const { page } = await site.open('/record?concept=SYSTEM&id=ris');
    await edit(page);
    await page.getByLabel('Custodian').fill('Mine');
    const { system } = await site.server.ask<{ system: { revision: number } }>('{ system(id: "ris") { revision } }');
    const { updateSystem } = await site.server.ask<{ updateSystem: { ok: boolean } }>(
      `mutation ($revision: Int!) { updateSystem(id: "ris", expectedRevision: $revision,
        input: { custodian: "Theirs", version: "9.9" }) { ok } }`,
      { revision: system.revision },
    );
    expect(updateSystem.ok).toBe(true);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const conflict = page.getByRole('alertdialog', { name: 'Somebody else changed it too' });
    await conflict.getByText('Version: 9.9').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    const save = conflict.getByRole('button', { name: 'Save this' });
    expect(await save.isDisabled()).toBe(true);
    await conflict.getByLabel('Yours: Mine').check();
    await save.click();
    await conflict.waitFor({ state: 'detached' });
    await page.getByText('Mine', { exact: true }).waitFor();
    await page.getByText('9.9', { exact: true }).waitFor();
  });

  it('that somebody changed between a reload and the save is told too', async () => {
    const { page } = await site.open('/record?concept=SYSTEM&id=ehr');
    await edit(page);
    await page.getByLabel('Custodian').fill('Before the reload');
    const { system } = await site.server.ask<{ system: { revision: number } }>('{ system(id: "ehr") { revision } }');
    await site.server.ask(
      'mutation ($r: Int!) { updateSystem(id: "ehr", expectedRevision: $r, input: { version: "2031" }) { ok } }',
      { r: system.revision },
    );
    await page.reload();
    await page.getByText('This is what you had typed by').waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('alertdialog').getByText('Version: 2031').waitFor();
    await page.getByRole('button', { name: 'Save this' }).click();
    await page.getByText('Before the reload', { exact: true }).waitFor();
    await page.getByText('2031', { exact: true }).waitFor();
  });

  it('gets a flow by keyboard alone, and ends with a reason', async () => {
    const { page } = await site.open('/record?concept=SYSTEM&id=lis');
    await page.getByRole('button', { name: 'Add a flow from here' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('form', { name: 'Add a flow' }).waitFor();
    const found = page.getByRole('listbox', { name: 'Found' }).getByRole('option');
    await page.getByRole('form').getByRole('combobox', { name: 'To' }).focus();
    await page.keyboard.type('pacs');
    await found.first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('form').getByRole('combobox', { name: 'Carries' }).focus();
    await page.keyboard.type('laboratory');
    await found.first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Add the flow' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /→/ }).waitFor();
    await page.getByRole('button', { name: 'End', exact: true }).click();
    const end = page.getByRole('button', { name: 'End it' });
    expect(await end.isDisabled()).toBe(true);
    await page.getByLabel('Why').fill('Entered by mistake');
    await end.click();
    await page.getByText(/ended .*: Entered by mistake/).waitFor();
  });

  it('says where a form is wrong and keeps the rest', async () => {
    const { page } = await site.open('/record?concept=SYSTEM&id=lis');
    await page.getByRole('button', { name: 'Add an access channel' }).click();
    await page.getByRole('button', { name: 'Add the access channel' }).click();
    await page.getByText('Still needed: Name, Kind.').waitFor();
    await page.getByRole('form').getByText('Laboratory information system').waitFor();
  });

  it.each(['light', 'dark'] as const)('has forms without a fault a machine finds, %s', async (colorScheme) => {
    const { page } = await site.open('/', { colorScheme, viewport: { width: 1366, height: 768 } });
    for (const task of ['edit system:lis', 'add flow lis', 'add restriction system:lis', 'end system:lis']) {
      await open(page, `/record?concept=SYSTEM&id=lis&do=${encodeURIComponent(task)}`);
      await page.getByRole('form').waitFor();
      expect([task, await accessibilityFaults(page)]).toEqual([task, []]);
      const folder = process.env['EHI_SHOTS'];
      if (folder !== undefined)
        await page.screenshot({
          path: `${folder}/edit-${task.split(' ').slice(0, 2).join('-').replace(':', '-')}-${colorScheme}.png`,
        });
    }
  });
});
