import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, openSite, type Site } from '../kit/browser.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite('regional-hospital');
});
afterAll(() => site.close());

const command = async (page: Page, words: string): Promise<void> => {
  await page.getByRole('combobox', { name: 'Search the inventory' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
};
const addView = async (page: Page, fields: Readonly<Record<string, string>>): Promise<void> => {
  await command(page, 'add this view');
  const dialog = page.getByRole('dialog', { name: 'Add this view to a walkthrough' });
  await dialog.waitFor();
  if (fields['Name of the new one'] === undefined)
    await dialog.getByRole('combobox', { name: /^Walkthrough/ }).selectOption({ label: 'What the laboratory shows' });
  for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label).fill(value);
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Add' }).click();
  await dialog.waitFor({ state: 'detached' });
};

describe('a walkthrough', () => {
  it('is gathered from views, put in order, shown stop by stop, and opened at a stop by its link', async () => {
    const { page, troubles } = await site.open('/trace?class=laboratory&audience=PATIENT');
    await page.getByRole('heading', { level: 1, name: /Laboratory/ }).waitFor();
    await addView(page, {
      'Name of the new one': 'What the laboratory shows',
      'Title of the stop': 'Results to the patient',
      'Notes, for who presents': 'Begin with the seal.',
    });
    await page.goto(new URL('/findings?level=HIGH', page.url()).href);
    await page.locator('[data-number="0"]').waitFor();
    await addView(page, { 'Title of the stop': 'What wants attention' });

    await command(page, 'go walkthroughs');
    await page.getByRole('link', { name: 'What the laboratory shows' }).click();
    await page.getByRole('button', { name: 'Down with stop 1' }).click();
    await page.getByRole('group', { name: 'Stop 1' }).getByLabel('Seconds').fill('90');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('#live-region').filter({ hasText: 'Walkthrough saved.' }).waitFor({ state: 'attached' });
    expect(await accessibilityFaults(page)).toEqual([]);
    const editor = page.url();

    await page.getByRole('link', { name: 'Show', exact: true }).click();
    const position = page.locator('.present-position').first();
    await position.filter({ hasText: '1 of 2: What wants attention' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/findings');
    expect(await page.getByRole('timer').textContent()).toMatch(/^What wants attention: 1:\d\d left of 1.5 minutes$/);
    await page.keyboard.press('PageDown');
    await position.filter({ hasText: '2 of 2: Results to the patient' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/trace');
    // Names hidden while it runs: the stop has none either, nor has its clock.
    await page.keyboard.press('Shift+H');
    await position.filter({ hasText: /^2 of 2: Topic \d+$/ }).waitFor();
    expect(await page.getByRole('region', { name: 'Presenter' }).textContent()).not.toContain('Results to the patient');
    await page.keyboard.press('Shift+H');
    await position.filter({ hasText: '2 of 2: Results to the patient' }).waitFor();
    await page.keyboard.press('n');
    await page.getByText('Begin with the seal.').waitFor();
    await page.keyboard.press('Escape');
    await page
      .locator('.present-position')
      .filter({ hasText: /paths, exact$/ })
      .waitFor();
    // Into the paths of the stop, and out to the stops again.
    await page.keyboard.press('ArrowDown');
    await page
      .locator('.present-position')
      .filter({ hasText: /^Path 1 of/ })
      .waitFor();
    await page.keyboard.press('PageDown');
    await page
      .locator('.present-position')
      .filter({ hasText: /^Path 2 of/ })
      .waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('PageDown');
    await page.getByText('This was the last stop.').waitFor();
    await page.keyboard.press('PageUp');
    await position.filter({ hasText: '1 of 2' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: 'Presenter' }).waitFor({ state: 'detached' });

    const id = new URL(editor).searchParams.get('id') ?? '';
    const { page: other } = await site.open(`/walkthroughs?id=${id}&stop=2`);
    await other.locator('.present-position').filter({ hasText: '2 of 2: Results to the patient' }).waitFor();
    expect(troubles).toEqual([]);
  });

  it('shows the inventory as it stood at the revision it is frozen at', async () => {
    const { page } = await site.open('/walkthroughs?id=new');
    await page.getByLabel('Name', { exact: true }).fill('As it was');
    await page.getByRole('button', { name: 'Add a stop' }).click();
    await page.getByLabel('Title').fill('Findings');
    await page.getByLabel('Place in the page').fill(new URL('/findings', page.url()).href);
    await page.getByRole('checkbox', { name: /^Freeze/ }).click();
    await page.getByRole('checkbox', { name: /^Frozen.*revision \d+/ }).waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.waitForURL((url) => url.searchParams.get('id') !== 'new');
    await page.getByRole('link', { name: 'Show', exact: true }).click();
    await page.waitForURL(/\/findings\?at=\d+&present=1/);
    await page.locator('.present-position').filter({ hasText: '1 of 1: Findings' }).waitFor();
    await page.getByText(/as it stood at revision \d+/).waitFor();
  });

  it('says which stop cannot be saved, and ends without being gone from the log', async () => {
    const { page } = await site.open('/walkthroughs?id=new');
    await page.getByLabel('Name', { exact: true }).fill('Not for long');
    await page.getByRole('button', { name: 'Add a stop' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/^Stop 1 has no title/).waitFor();
    await page.getByLabel('Title').fill('Elsewhere');
    await page.getByLabel('Place in the page').fill('https://elsewhere.example/');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/^The place of stop 1 is none in this page/).waitFor();
    await page.getByLabel('Place in the page').fill('/map');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.waitForURL((url) => url.searchParams.get('id') !== 'new');
    await page.getByRole('button', { name: 'End…' }).click();
    await page.getByRole('button', { name: 'End this walkthrough' }).click();
    await page.getByRole('heading', { level: 1, name: 'Walkthroughs' }).waitFor();
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
    expect(await page.getByRole('link', { name: 'Not for long' }).count()).toBe(0);
  });
});
