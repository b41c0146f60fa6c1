import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, openSite, type Site } from '../kit/browser.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite('regional-hospital');
});
afterAll(() => site.close());

const field = (page: Page) => page.getByRole('combobox', { name: 'Search the inventory' });
const options = (page: Page) => page.getByRole('listbox', { name: 'Commands, and what was found' }).getByRole('option');
const type = async (page: Page, words: string): Promise<void> => {
  await field(page).waitFor();
  await page.keyboard.press('Control+k');
  await field(page).fill(words);
};
const settled = async (page: Page): Promise<void> => {
  await page.locator('main#main').waitFor();
  await page.waitForFunction(
    () => document.querySelector('.spinner') === null && document.querySelector('[aria-busy="true"]') === null,
  );
};

describe('the palette', () => {
  it('lists what can be done here when nothing is typed, and does it by keyboard alone', async () => {
    const { page, troubles } = await site.open('/');
    await field(page).waitFor();
    await page.keyboard.press('Control+k');
    const groups = page.getByRole('listbox').getByRole('group');
    await groups.first().waitFor();
    expect(await groups.evaluateAll((found) => found.map((each) => each.getAttribute('aria-label')))).toEqual([
      'Compare',
      'Go to',
      'Everywhere',
    ]);
    await page.keyboard.type('go gloss');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Glossary' }).waitFor();
    expect(troubles).toEqual([]);
  });

  it('traces a class and nothing else when the verb says so', async () => {
    const { page } = await site.open('/findings');
    await type(page, 'trace lab');
    await options(page).first().waitFor();
    expect((await options(page).allTextContents()).every((text) => text.includes('Data class'))).toBe(true);
    await options(page)
      .filter({ hasText: /^Laboratory/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: /Laboratory/ }).waitFor();
  });

  it('goes to a screen that is called just as was typed, whatever the inventory has of that name', async () => {
    const { page } = await site.open('/');
    await type(page, 'matrix');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Coverage matrix' }).waitFor();
  });

  it('compares, filters and saves what is on the screen', async () => {
    const { page } = await site.open('/');
    await type(page, 'compare portal');
    await page.keyboard.press('Enter');
    await page.getByRole('grid').waitFor();
    expect(new URL(page.url()).searchParams.get('side-by-side')).toBe('yes');
    await type(page, 'filter audience patient');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('audience') === 'PATIENT');
    await settled(page);
    await type(page, 'export csv');
    const [saved] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(saved.suggestedFilename()).toMatch(/^coverage-.*\.csv$/);
  });

  it('offers what a screen can do only while that screen is shown', async () => {
    const { page } = await site.open('/matrix');
    await page.getByRole('grid').waitFor();
    await type(page, 'export');
    await options(page).filter({ hasText: 'Save the matrix as CSV' }).waitFor();
    await type(page, 'home');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/');
    await type(page, 'export');
    await page.getByText(/found in the inventory|Nothing is called/).waitFor();
    expect(await options(page).filter({ hasText: 'Save the matrix' }).count()).toBe(0);
  });
});

describe('the help sheet', () => {
  it('tells the keys of the screen, opens by its key and closes by Escape', async () => {
    const { page } = await site.open('/trace?class=laboratory');
    await page.getByRole('tree').getByRole('treeitem').first().waitFor();
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keys on this screen' });
    await sheet.getByText('The next, and the previous, thing without a documented exception').waitFor();
    await sheet.getByRole('heading', { name: 'Everywhere' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: 'Matrix', exact: true }).click();
    await page.getByRole('grid').waitFor();
    await page.getByRole('button', { name: 'Help', exact: true }).click();
    await sheet.getByText('From cell to cell').waitFor();
    expect(await sheet.getByText('Let go of the selection').count()).toBe(0);
    await sheet.getByRole('link', { name: 'the glossary' }).click();
    await page.getByRole('heading', { level: 1, name: 'Glossary' }).waitFor();
    await sheet.waitFor({ state: 'hidden' });
  });

  it('leaves a question mark alone where one types', async () => {
    const { page } = await site.open('/');
    await type(page, 'why');
    await page.keyboard.type('?');
    expect(await field(page).inputValue()).toBe('why?');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});

describe('the glossary', () => {
  it('explains the words of the screens and the reference data, and leads from term to term', async () => {
    const { page } = await site.open('/');
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Glossary' }).click();
    await page.getByRole('region', { name: 'Exceptions of 45 CFR Part 171' }).getByText('171.204').first().waitFor();
    await page.getByLabel('Words').fill('stranded');
    await page
      .getByRole('status')
      .filter({ hasText: /^\d+ terms?$/ })
      .first()
      .waitFor();
    await page.getByText('no channel that releases it could be reached').waitFor();
    await page.getByLabel('Words').fill('designated record set');
    await page.getByRole('link', { name: 'record set status' }).first().click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('term-drs-status');
    await page.getByLabel('Words').fill('zzz');
    await page.getByText('No term has “zzz”.').waitFor();
  });
});

describe('every page', () => {
  const others = ['/restriction?id=results-72h', '/record?concept=SYSTEM&id=lis', '/no-such-page'];

  it.each([
    ['light', 1366, 768],
    ['dark', 1920, 1080],
  ] as const)('has no fault a machine finds and fits the width, %s %d × %d', async (colorScheme, width, height) => {
    const { page, troubles } = await site.open('/', { colorScheme, viewport: { width, height } });
    const bar = page.getByRole('navigation', { name: 'Screens' }).getByRole('link');
    await bar.first().waitFor();
    const paths = await bar.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(paths).toEqual(expect.arrayContaining(['/', '/trace', '/matrix', '/findings', '/glossary']));
    const folder = process.env['EHI_SHOTS'];
    for (const path of [...paths.map((each) => (each === '/trace' ? '/trace?class=laboratory' : each)), ...others]) {
      await page.goto(new URL(path, site.server.url).href);
      await settled(page);
      expect([path, await accessibilityFaults(page)]).toEqual([path, []]);
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)]).toEqual([
        path,
        true,
      ]);
      const name = path.replaceAll(/[^a-z-]+/g, '_');
      if (folder !== undefined) await page.screenshot({ path: `${folder}/page${name}-${colorScheme}-${width}.png` });
    }
    await page.keyboard.press('Control+k');
    await options(page).first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    if (folder !== undefined) await page.screenshot({ path: `${folder}/palette-${colorScheme}-${width}.png` });
    expect(troubles).toEqual([]);
  });

  it('stands still where motion is not wanted', async () => {
    const { page } = await site.open('/trace?class=laboratory', { reducedMotion: 'reduce' });
    await page.getByRole('tree').getByRole('treeitem').first().waitFor();
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((element) => {
          const { animationName, transitionDuration } = getComputedStyle(element);
          return animationName !== 'none' || transitionDuration.split(', ').some((each) => each !== '0s');
        }).length,
    );
    expect(moving).toBe(0);
  });
});

describe('the first load', () => {
  it('brings under 400 kB of compressed script, and neither drawing nor layout before a picture is opened', async () => {
    const { page } = await site.open('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await settled(page);
    const scripts = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => new URL(name).pathname.endsWith('.js')),
    );
    expect(scripts.length).toBeGreaterThan(0);
    const texts = await Promise.all(scripts.map(async (name) => (await fetch(name)).text()));
    expect(texts.reduce((sum, text) => sum + gzipSync(text).length, 0)).toBeLessThan(400_000);
    expect(scripts.filter((name) => /elk|cytoscape|TracePage|xlsx/i.test(name))).toEqual([]);
  });
});
