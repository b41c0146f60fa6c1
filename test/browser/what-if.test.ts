import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, openSite, type Site } from '../kit/browser.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite('regional-hospital');
});
afterAll(() => site.close());

const folder = process.env['EHI_SHOTS'];
const shot = async (page: Page, name: string): Promise<void> => {
  if (folder !== undefined) await page.screenshot({ path: `${folder}/what-if-${name}.png` });
};
const drawn = (page: Page): Promise<void> => page.locator('.what-if-drawn[data-drawn="yes"]').waitFor();

const down = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: 'Something is down' }).click();
  await page.getByRole('combobox', { name: /is down\?$/ }).fill(name);
  await page.getByRole('option', { name: new RegExp(name, 'i') }).first().click();
};

describe('what if the portal were down', () => {
  it('says so at once, in a sentence, in counts, in a picture, in a table and in lists, and writes nothing', async () => {
    const { page, troubles } = await site.open('/what-if', { viewport: { width: 1920, height: 1080 } });
    await page.getByText('Nothing is supposed yet.').waitFor();
    await shot(page, 'empty-1920');
    await down(page, 'Patient portal');
    await drawn(page);
    await shot(page, 'portal-1920');
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    await page.getByRole('table').waitFor();
    await shot(page, 'table-1920');
    await page.getByRole('button', { name: 'Findings', exact: true }).click();
    await page.getByRole('heading', { name: /Findings that would open/ }).waitFor();
    await shot(page, 'findings-1920');
    await page.getByRole('button', { name: 'Stranded and judged', exact: true }).click();
    await page.getByRole('heading', { name: /Newly stranded/ }).waitFor();
    await shot(page, 'more-1920');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(troubles).toEqual([]);
  });
});
