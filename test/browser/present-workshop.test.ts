import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from '../kit/browser.ts';

let site: Site;
let workshop: string;
beforeAll(async () => {
  site = await openSite('regional-hospital');
  const made = await site.server.ask<{ createWorkshop: { workshop: { id: string; revision: number } } }>(
    'mutation { createWorkshop(input: { name: "Lab results", heldOn: "2026-12-01", topics: [{ title: "Sealed results", minutes: 10 }] }) { workshop { id revision } } }',
    {},
  );
  const { id, revision } = made.createWorkshop.workshop;
  workshop = id;
  await site.server.ask(
    'mutation ($id: ID!, $revision: Int!) { openWorkshop(id: $id, expectedRevision: $revision) { ok } }',
    { id, revision },
  );
  await site.server.ask(
    'mutation ($id: ID!) { captureLine(workshop: $id, line: "nobody likes the old fax machine") { ok } }',
    { id },
  );
});
afterAll(() => site.close());

const shots = process.env['EHI_SHOTS'];
const shot = async (page: Page, name: string): Promise<void> => {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/present-workshop-${name}.png` });
};

const shareOfPicture = (page: Page): Promise<number> =>
  page.evaluate(() => (document.querySelector('.picture')?.getBoundingClientRect().height ?? 0) / innerHeight);

describe('presenter mode in a workshop', () => {
  for (const [width, height] of [
    [1366, 768],
    [1920, 1080],
  ] as const)
    it(`leaves the picture at least half of ${width} × ${height}, whatever stands over it`, async () => {
      const { page, troubles } = await site.open(`/trace?class=laboratory&workshop=${workshop}&present=1`, {
        viewport: { width, height },
      });
      await page.locator('.canvas[data-look]').waitFor();
      await page.getByRole('button', { name: 'Write down' }).waitFor();
      for (const press of ['Space', 'Space', 'ArrowDown', 'ArrowRight', 'ArrowRight']) {
        await page.keyboard.press(press);
        await page.waitForTimeout(400);
      }
      await shot(page, `${width}-step`);
      expect(await shareOfPicture(page)).toBeGreaterThanOrEqual(0.5);
      await page.keyboard.press('n');
      await page.getByRole('region', { name: 'Notes' }).getByText('Whoever sees this window sees them').waitFor();
      await shot(page, `${width}-notes`);
      expect(await shareOfPicture(page)).toBeGreaterThanOrEqual(0.5);
      await page.keyboard.press('Escape');
      await page.keyboard.press('q');
      await page.keyboard.type('* a word');
      await page.locator('.capture-panel').waitFor();
      await shot(page, `${width}-line`);
      await page.keyboard.press('Escape');
      await page.locator('.capture-bar[data-folded]').waitFor();
      expect(troubles).toEqual([]);
    });

  it('opens what was said with the focus in it, keeps what is no fact as a note, and closes it by Escape', async () => {
    const { page } = await site.open(`/trace?class=laboratory&workshop=${workshop}&present=1`, {
      viewport: { width: 1366, height: 768 },
    });
    await page.getByRole('button', { name: 'Write down' }).waitFor();
    await page.keyboard.press('Shift+Q');
    const list = page.getByRole('region', { name: 'What was said' });
    await list.waitFor();
    expect(await list.evaluate((element) => element === document.activeElement)).toBe(true);
    await list.getByRole('button', { name: 'Accept' }).click();
    await list.getByRole('button', { name: 'Keep as a note' }).waitFor();
    await shot(page, 'said');
    await list.getByRole('button', { name: 'Keep as a note' }).click();
    await list.getByRole('article', { name: 'Note: nobody likes the old fax machine' }).waitFor();
    await list.getByText('dropped', { exact: true }).waitFor();
    await list.focus();
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
    await page.getByRole('region', { name: 'Presenter' }).waitFor();
  });
});
