import type { Page } from 'playwright-core';
import { it } from 'vitest';
import type { Site } from '../kit/browser.ts';
import { dayOfAnAnalyst } from './day-of-an-analyst.ts';
import { dayOfAnArchitect } from './day-of-an-architect.ts';

const folder = process.env['EHI_SHOTS'];

const shot =
  (day: string) =>
  async (page: Page, name: string): Promise<void> => {
    if (folder !== undefined) await page.screenshot({ path: `${folder}/${day}-${name}.png` });
  };

/** What each kind of user does in a day, on the site that `site` gives when a day begins. */
export const testDays = (site: () => Site): void => {
  it('is an integration architect’s', () => dayOfAnArchitect(site(), shot('architect')));
  it('is a compliance analyst’s', () => dayOfAnAnalyst(site(), shot('analyst')));
};
