import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, openSite, type Site } from '../kit/browser.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite('regional-hospital');
});
afterAll(() => site.close());

/** How many rows the list on the page has, drawn or not; an empty list says so instead. */
const rowsOf = async (page: Page): Promise<number> => {
  const table = page.getByRole('table');
  const empty = page.getByText(/^There are no .+ here\.$/);
  await table.or(empty).first().waitFor();
  return (await empty.count()) > 0 ? 0 : Number(await table.getAttribute('aria-rowcount')) - 1;
};

const numbersOf = async (page: Page, region: string): Promise<readonly { href: string; count: number }[]> => {
  const links = await page.locator(region).getByRole('link').all();
  const found: { href: string; count: number }[] = [];
  for (const link of links) {
    const words = (await link.textContent()) ?? '';
    const href = (await link.getAttribute('href')) ?? '';
    const count = Number(/^[\d,]+/.exec(words)?.[0].replaceAll(',', '') ?? Number.NaN);
    if (!Number.isNaN(count)) found.push({ href, count });
  }
  return found;
};

describe('the home page', () => {
  it('has numbers of which each leads to a list with that many rows', async () => {
    const { page, troubles } = await site.open('/');
    await page.getByRole('row', { name: /All, each once/ }).waitFor();
    const counts = await numbersOf(page, '.overview-counts');
    const board = await numbersOf(page, 'section:has(> #record-set)');
    expect(counts).toHaveLength(6);
    expect(board).toHaveLength(30);
    for (const { href, count } of [...counts, ...board]) {
      await page.goto(new URL(href, page.url()).href);
      expect(await rowsOf(page), href).toBe(count);
    }
    expect(troubles).toEqual([]);
  });

  it('says what needs attention first and why, and each number there opens so many findings', async () => {
    const { page } = await site.open('/');
    const list = page.locator('section:has(> #attention)');
    await list.getByRole('listitem').first().waitFor();
    expect(await list.getByRole('listitem').count()).toBe(7);
    const { attention } = await site.server.ask<{ attention: { finding: { explanation: string } }[] }>(
      '{ attention(first: 7) { finding { explanation } } }',
    );
    for (const [at, { finding }] of attention.entries())
      expect(await list.getByRole('listitem').nth(at).textContent()).toBe(`high, no owner${finding.explanation}`);
    for (const { href, count } of await numbersOf(page, 'section:has(> #attention)')) {
      await page.goto(new URL(href, page.url()).href);
      await page.getByText(`${count} ${count === 1 ? 'finding fits' : 'findings fit'}.`, { exact: true }).waitFor();
    }
    await page.goto(new URL('/', page.url()).href);
    await list.getByRole('listitem').first().getByRole('link').click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).not.toBe('/');
  });

  it('tells the last ten changes, the newest first, with who made them', async () => {
    const { page } = await site.open('/');
    await site.server.ask(
      'mutation { createOrganization(input: { id: "newest", name: "Newest of all" }) { ok } }',
      {},
      { 'x-ehi-actor': 'H. Berg' },
    );
    await page.reload();
    const list = page.locator('section:has(> #recent)');
    await list.getByText(/Newest of all/).waitFor();
    expect(await list.getByRole('listitem').count()).toBe(10);
    expect(await list.getByRole('listitem').first().textContent()).toMatch(
      /H\. Berg.*added organization Newest of all/,
    );
  });

  it('leads by keyboard to the classes that can be traced', async () => {
    const { page } = await site.open('/');
    await page.getByRole('link', { name: 'Choose a data class to trace' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Laboratory', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: /Laboratory/ }).waitFor();
  });

  it('says of an empty inventory what would be here and the next step', async () => {
    const empty = await openSite();
    try {
      const { page } = await empty.open('/');
      await page.getByText('There are no data classes yet.').waitFor();
      await page.getByRole('link', { name: 'import a file' }).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/imports');
    } finally {
      await empty.close();
    }
  });
});

describe('a list', () => {
  it('is narrowed by words and sorted, which the address keeps, and saved as it is shown', async () => {
    const { page } = await site.open('/list?concept=SYSTEM');
    const all = await rowsOf(page);
    await page.getByLabel('Words').fill('laboratory');
    await page.getByText(/^\d+ systems\.$/).waitFor();
    const some = await rowsOf(page);
    expect(some).toBeGreaterThan(1);
    expect(some).toBeLessThan(all);
    const names = async (): Promise<readonly string[]> => page.locator('[data-row] > :first-child').allTextContents();
    const up = [...(await names())].toSorted();
    await page.getByRole('button', { name: 'Name' }).click();
    await page.getByRole('columnheader', { name: 'Name' }).and(page.locator('[aria-sort="descending"]')).waitFor();
    expect(await page.locator('[data-row="0"] > :first-child').textContent()).toBe(up.at(-1));
    await page.reload();
    expect(await rowsOf(page)).toBe(some);
    expect(await page.locator('[data-row="0"] > :first-child').textContent()).toBe(up.at(-1));
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save CSV' }).click(),
    ]);
    const lines = (await readFile(await saved.path(), 'utf8')).trim().split('\r\n');
    expect(lines).toHaveLength(some + 3);
    expect(lines.at(-2)).toMatch(/inventory revision \d+\. Narrowed to: with ""laboratory""\./);
    expect(lines.at(-1)).toContain('counsel decides');
  });

  it('draws only what is in view, goes to its end by keyboard, and opens what is there', async () => {
    const { page } = await site.open('/list?concept=FLOW', { viewport: { width: 1366, height: 768 } });
    const all = await rowsOf(page);
    expect(all).toBeGreaterThan(100);
    expect(await page.locator('[data-row]').count()).toBeLessThan(50);
    await page.locator('[data-row="0"]').focus();
    await page.keyboard.press('End');
    const last = page.locator(`[data-row="${all - 1}"]`);
    await last.waitFor();
    expect(await last.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: name ?? 'none' }).waitFor();
  });

  it('says where there is none of that name', async () => {
    const { page } = await site.open('/list?concept=NOTHING');
    await page.getByText('There is no such list.').waitFor();
  });
});

describe('home and lists', () => {
  it.each([
    ['light', 1366, 768],
    ['dark', 1366, 768],
    ['light', 1920, 1080],
    ['dark', 1920, 1080],
  ] as const)('have no fault a machine finds, %s, %s pixels wide', async (colorScheme, width, height) => {
    const folder = process.env['EHI_SHOTS'];
    const { page } = await site.open('/', { colorScheme, viewport: { width, height } });
    await page.getByRole('row', { name: /All, each once/ }).waitFor();
    await page.locator('section:has(> #recent)').getByRole('listitem').first().waitFor();
    await page.locator('section:has(> #attention)').getByRole('listitem').first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    // What matters is seen without scrolling.
    for (const part of ['#record-set', '#attention', '#recent']) {
      const box = await page.locator(`section:has(> ${part})`).boundingBox();
      expect((box?.y ?? height) + (box?.height ?? 0), part).toBeLessThanOrEqual(height);
    }
    if (folder !== undefined) await page.screenshot({ path: `${folder}/home-${colorScheme}-${width}.png` });
    for (const concept of ['SYSTEM', 'RECORD_SET']) {
      await page.goto(new URL(`/list?concept=${concept}`, page.url()).href);
      await page.getByRole('table').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      if (folder !== undefined)
        await page.screenshot({ path: `${folder}/list-${concept.toLowerCase()}-${colorScheme}-${width}.png` });
    }
  });
});
