import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from '../kit/browser.ts';
import { holdBack, sentBy, type Sent } from '../kit/hold-back.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite('regional-hospital');
});
afterAll(() => site.close());

const isTrace = (sent: Sent): boolean => /query Trace\(/.test(sent.query);
const isPaths = (sent: Sent): boolean => /query TracePaths\(/.test(sent.query);
const isSearch = (sent: Sent): boolean => /query Search\(/.test(sent.query);

const saveButton = (page: Page, name: string) => page.getByRole('button', { name });
const drawn = (page: Page): Promise<void> => saveButton(page, 'Save SVG').and(page.locator(':enabled')).waitFor();

describe('the screen holds one answer', () => {
  it('asks in full for the part it shows, and keeps the old view while another comes', async () => {
    const { page } = await site.open('/');
    const sent: Sent[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/graphql')) sent.push(sentBy(request));
    });
    const traced = page.waitForResponse(
      (response) => response.url().endsWith('/graphql') && isTrace(sentBy(response.request())),
    );
    await page.goto(new URL('/trace?class=laboratory', site.server.url).href);
    const { data } = (await (await traced).json()) as {
      data: { trace: { answers: { id: string }[]; answer: { id: string; systems: unknown[] } } };
    };
    const [first, second] = data.trace.answers;
    expect(Object.keys(first ?? {}).toSorted()).toEqual(['id', 'isRest', 'parts', 'sentence']);
    expect(data.trace.answer.id).toBe(first?.id);
    expect(data.trace.answer.systems.length).toBeGreaterThan(0);
    await drawn(page);
    const hold = await holdBack(page, isTrace);
    const shown = await page.locator('.sentence').textContent();
    await page.getByLabel('Part', { exact: true }).selectOption(second?.id ?? '');
    await page.locator('main[aria-busy="true"]').waitFor();
    expect(await page.locator('.sentence').textContent()).toBe(shown);
    await hold.go();
    await page.locator('main[aria-busy="false"]').waitFor();
    await page.locator('.path-list li').first().waitFor();
    expect(await page.locator('.sentence').textContent()).not.toBe(shown);
    expect(sent.filter(isTrace).map(({ variables }) => variables['part'])).toEqual([null, second?.id]);
    expect(sent.filter(isPaths).map(({ variables }) => variables['part'])).toEqual([first?.id, second?.id]);
  });

  it('saves nothing while another answer is on its way, then what that answer says', async () => {
    const { page } = await site.open('/trace?class=laboratory');
    await drawn(page);
    const hold = await holdBack(page, isTrace);
    await page.getByLabel('Audience', { exact: true }).selectOption('PATIENT');
    await page.locator('main[aria-busy="true"]').waitFor();
    for (const name of ['Save PNG', 'Save SVG', 'Save CSV']) {
      expect(await saveButton(page, name).isDisabled(), name).toBe(true);
      expect(await saveButton(page, name).getAttribute('title'), name).toMatch(/being fetched/);
    }
    await hold.go();
    await drawn(page);
    const [download] = await Promise.all([page.waitForEvent('download'), saveButton(page, 'Save SVG').click()]);
    const svg = await readFile(await download.path(), 'utf8');
    expect(svg).toContain('Audience: Patient');
    expect(svg).toContain((await page.locator('.sentence').textContent())?.slice(0, 30) ?? 'nothing');
  });

  it('asks for the trace again when the paths come from another revision', async () => {
    const { page } = await site.open('/');
    let traces = 0;
    let pages = 0;
    await page.route('**/graphql', async (route) => {
      const sent = sentBy(route.request());
      if (isTrace(sent)) traces += 1;
      if (!isPaths(sent)) {
        await route.continue();
        return;
      }
      pages += 1;
      const response = await route.fetch();
      const body = (await response.json()) as { data: { tracePaths: { revision: number } } };
      if (pages === 1) body.data.tracePaths.revision += 1;
      await route.fulfill({ response, json: body });
    });
    await page.goto(new URL('/trace?class=laboratory', site.server.url).href);
    await page.locator('.path-list li').first().waitFor();
    expect([traces, pages]).toEqual([2, 2]);
  });

  it('lays all pictures out in one worker', async () => {
    const { page } = await site.open('/trace?class=laboratory');
    await drawn(page);
    expect(page.workers()).toHaveLength(1);
    for (const name of ['Medications', 'Immunizations']) {
      await page.getByRole('link', { name: 'Home' }).click();
      await page.getByRole('link', { name, exact: true }).first().click();
      await page.getByRole('heading', { level: 1, name: new RegExp(name) }).waitFor();
      await drawn(page);
    }
    expect(page.workers()).toHaveLength(1);
  });

  it('opens what was typed when Enter comes before the results', async () => {
    const { page } = await site.open('/');
    const box = page.getByRole('combobox', { name: 'Search the inventory' });
    await box.fill('laboratory');
    await page.getByRole('option').first().waitFor();
    const hold = await holdBack(page, (sent) => isSearch(sent) && sent.variables['text'] === 'immunizations');
    await box.fill('immunizations');
    await box.press('Enter');
    expect(new URL(page.url()).pathname).toBe('/');
    await hold.go();
    await page.getByRole('heading', { level: 1, name: /Immunizations/ }).waitFor();
  });
});
