import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { openSite, type Site } from '../kit/browser.ts';
import { dayOfAnArchitect } from './day-of-an-architect.ts';

const folder = process.env['EHI_SHOTS'];
let site: Site;
beforeAll(async () => {
  site = await openSite('regional-hospital');
});
afterAll(() => site.close());

const shot =
  (day: string) =>
  async (page: Page, name: string): Promise<void> => {
    if (folder !== undefined) await page.screenshot({ path: `${folder}/${day}-${name}.png` });
  };

describe('a day, from start to end', () => {
  it('of an integration architect', () => dayOfAnArchitect(site, shot('architect')));
});
