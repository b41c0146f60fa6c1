import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Site } from '../kit/browser.ts';

/**
 * A day of a compliance analyst, from the gaps to decisions: what needs attention on the home page, its witness in the trace, the high findings of
 * nobody given to somebody by a day, a restriction whose documentation is begun, one finding accepted with a reason, the record set on portal, API
 * and export side by side, and what changed since this morning as a table for the file.
 */
export const dayOfAnAnalyst = async (site: Site, shot: (page: Page, name: string) => Promise<void>): Promise<void> => {
  const { page, troubles } = await site.open('/', { viewport: { width: 1920, height: 1080 } });
  const count = async (filter: string): Promise<number> =>
    (await site.server.ask<{ findings: { totalCount: number } }>(`{ findings(filter: ${filter}) { totalCount } }`))
      .findings.totalCount;
  const go = async (path: string): Promise<void> => void (await page.goto(new URL(path, site.server.url).href));
  await page.getByLabel('You are').fill('M. Okafor, compliance');
  await page.getByLabel('You are').press('Enter');

  // What comes first, and how it can be seen.
  const attention = page.locator('section:has(> #attention)');
  await attention.getByRole('listitem').first().waitFor();
  await page.getByRole('row', { name: /All, each once/ }).waitFor();
  await shot(page, '1-home');
  await go('/findings?rule=undocumented-restriction');
  const row = page.getByRole('article').first();
  await row.getByRole('button', { name: 'Open' }).click();
  await row.getByRole('heading', { name: 'What shows it' }).waitFor();
  await shot(page, '2-witness');

  // All of the high ones that nobody looks after are given to somebody, by a day.
  const unowned = await count('{ level: HIGH, unowned: true }');
  expect(unowned).toBeGreaterThan(5);
  await go('/findings?level=HIGH&owner=~nobody');
  await page.getByRole('button', { name: `Select all ${unowned}` }).click();
  const bar = page.getByRole('form', { name: `Review ${unowned} selected findings` });
  await bar.getByRole('combobox', { name: 'Owner', exact: true }).selectOption('set');
  await bar.getByLabel('Name of the owner').fill('Release of information office');
  await bar.getByRole('combobox', { name: 'Due', exact: true }).selectOption('set');
  await bar.getByLabel('Due date', { exact: true }).fill('2099-12-31');
  await bar.getByRole('button', { name: `Change all ${unowned}` }).click();
  await page.getByText(`${unowned} reviews saved.`).first().waitFor();
  expect(await count('{ level: HIGH, unowned: true }')).toBe(0);
  await shot(page, '3-given');

  // One of them begins to be documented: a claim on the page of its restriction.
  await go('/findings?rule=undocumented-restriction');
  await page.getByRole('article').first().getByRole('button', { name: 'Open' }).click();
  await page.getByRole('link', { name: 'Open the restriction' }).first().click();
  await page.getByRole('heading', { name: 'What it comes to' }).waitFor();
  const claim = page.getByRole('form', { name: 'Claim a basis' });
  if ((await claim.count()) === 0)
    await page
      .getByRole('button', { name: /^Claim a/ })
      .first()
      .click();
  await claim.getByLabel(/^Exception/).selectOption({ index: 1 });
  await claim.getByRole('button', { name: 'Claim this basis' }).click();
  await page.getByRole('list', { name: 'Conditions' }).first().waitFor();
  await shot(page, '4-claim');

  // Another is known and stays, for a reason.
  await go('/findings?rule=system-without-custodian');
  const known = page.getByRole('article').first();
  await known.getByRole('button', { name: 'Review' }).click();
  const form = page.getByRole('form', { name: 'Review the finding' });
  await form.getByLabel('State').selectOption('ACCEPTED');
  await form.getByRole('textbox', { name: 'Reason' }).fill('The clearing house answers for it by contract.');
  await form.getByRole('button', { name: 'Save the review' }).click();
  await known.getByText('Accepted with a reason', { exact: true }).waitFor();

  // Where portal, API and export differ, and the trace behind one cell.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('compare portal');
  await page.keyboard.press('Enter');
  const cell = page.getByRole('grid').getByRole('gridcell').getByRole('link').first();
  await cell.waitFor();
  await shot(page, '5-side-by-side');
  await cell.click();
  await page.getByRole('tree').getByRole('treeitem').first().waitFor();

  // What was decided today, for the file.
  const today = new Date().toISOString().slice(0, 10);
  await go(`/findings?since=${today}&list=reviewed`);
  await page
    .getByRole('region', { name: 'Reviewed since' })
    .getByText(/The clearing house answers|Accepted/)
    .first()
    .waitFor();
  await shot(page, '6-since');
  await go('/findings?owner=Release+of+information+office');
  const owned = await count('{ owner: "Release of information office" }');
  await page.getByText(`${owned} findings fit.`, { exact: true }).waitFor();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save CSV' }).click(),
  ]);
  expect((await readFile(await saved.path(), 'utf8')).trim().split('\r\n')).toHaveLength(owned + 3);
  expect(troubles).toEqual([]);
};
