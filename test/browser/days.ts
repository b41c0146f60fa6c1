import type { Page } from 'playwright-core';
import { it } from 'vitest';
import type { Site } from '../kit/browser.ts';
import { dayOfAnAnalyst } from './day-of-an-analyst.ts';
import { dayOfAnArchitect } from './day-of-an-architect.ts';
import { dayOfAWorkshop } from './day-of-a-workshop.ts';
import type { WorkshopPlace } from './workshop-people.ts';

const folder = process.env['EHI_SHOTS'];

const shot =
  (day: string) =>
  async (page: Page, name: string): Promise<void> => {
    if (folder !== undefined) await page.screenshot({ path: `${folder}/${day}-${name}.png` });
  };

/** What each kind of user does in a day, on the site that `site` gives when a day begins; the people of a workshop meet at `place`. */
export const testDays = (site: () => Site, place: () => WorkshopPlace, label: string): void => {
  it('is an integration architect’s', () => dayOfAnArchitect(site(), shot('architect')));
  it('is a compliance analyst’s', () => dayOfAnAnalyst(site(), shot('analyst')));
  it('is that of a workshop, with three people in three browsers', { timeout: 480_000 }, () =>
    dayOfAWorkshop(place(), label),
  );
};
