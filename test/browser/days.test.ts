import { afterAll, beforeAll, describe } from 'vitest';
import { openSite, type Site } from '../kit/browser.ts';
import { testDays } from './days.ts';

describe('a day, from start to end, on the embedded database', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite('regional-hospital');
  });
  afterAll(() => site.close());
  testDays(
    () => site,
    () => ({ browser: site.browser, here: site.server.url, there: site.server.url }),
    'embedded',
  );
});
