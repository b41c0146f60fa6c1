import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, openSite, type Site } from '../kit/browser.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite('clinic');
});
afterAll(() => site.close());

const count = async (filter: string): Promise<number> =>
  (await site.server.ask<{ findings: { totalCount: number } }>(`{ findings${filter} { totalCount } }`)).findings
    .totalCount;

describe('the findings', () => {
  it('are told in one sentence, listed by rule, and never cut silently', async () => {
    const { page, troubles } = await site.open('/findings');
    const all = await count('');
    await page
      .getByText(new RegExp(`^${all} findings today: \\d+ high, \\d+ medium, \\d+ low; ${all} open\\.$`))
      .waitFor();
    await page.getByText(`Showing ${Math.min(all, 100)} of ${all} findings.`).waitFor();
    await page.getByRole('region', { name: 'Restriction without a documented exception' }).waitFor();
    const { length } = await page.getByRole('article').all();
    expect(length).toBe(Math.min(all, 100));
    expect(troubles).toEqual([]);
  });

  it('are narrowed by keyboard, and the address says to what', async () => {
    const { page } = await site.open('/findings');
    await page.getByLabel('Level').focus();
    await page.keyboard.type('High');
    const high = await count('(filter: { level: HIGH })');
    await page.getByText(`Showing ${high} of ${high} findings.`).waitFor();
    expect(new URL(page.url()).searchParams.get('level')).toBe('HIGH');
    await page.reload();
    await page.getByText(`Showing ${high} of ${high} findings.`).waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    expect(new URL(page.url()).search).toBe('');
  });

  it('have an owner, a state with its reason, and a history', async () => {
    const { page } = await site.open('/findings?rule=system-without-custodian');
    const row = page.getByRole('article').first();
    await row.waitFor();
    await page.getByLabel('You are').fill('H. Berg');
    await page.getByLabel('You are').press('Enter');
    await row.getByRole('button', { name: 'Review' }).click();
    const form = page.getByRole('form', { name: 'Review the finding' });
    await form.getByLabel('State').selectOption('ACCEPTED');
    await form.getByLabel('Owner').fill('Records office');
    await form.getByRole('button', { name: 'Save the review' }).click();
    await form
      .getByRole('alert')
      .getByText(/Say why/)
      .waitFor();
    await form.getByLabel('Reason').fill('The clearing house looks after it.');
    await form.getByRole('button', { name: 'Save the review' }).click();
    await row
      .getByText(/^Accepted with a reason · owner Records office · The clearing house looks after it\./)
      .waitFor();
    await page.reload();
    await row.getByText(/^Accepted with a reason · owner Records office/).waitFor();
    await row.getByText('History').click();
    await row
      .getByText(/H\. Berg · accepted with a reason, owner Records office: The clearing house looks after it\./)
      .waitFor();
    expect(await count('(filter: { state: ACCEPTED })')).toBe(1);
  });

  it('are not overwritten by a form that was opened before somebody else wrote', async () => {
    const { page } = await site.open('/findings?rule=fee-on-electronic-access');
    const row = page.getByRole('article').first();
    await row.getByRole('button', { name: 'Review' }).click();
    const { findings } = await site.server.ask<{ findings: { nodes: { id: string }[] } }>(
      '{ findings(filter: { rule: "fee-on-electronic-access" }) { nodes { id } } }',
    );
    await site.server.ask('mutation($input: ReviewFindingInput!) { reviewFinding(input: $input) { ok } }', {
      input: { finding: findings.nodes[0]?.id, state: 'OPEN', owner: 'Billing', expectedRevision: 0 },
    });
    const form = page.getByRole('form', { name: 'Review the finding' });
    await form.getByLabel('Owner').fill('Records office');
    const save = form.getByRole('button', { name: 'Save the review' });
    await save.click();
    await form
      .getByRole('alert')
      .getByText(/Somebody else changed/)
      .waitFor();
    await row.getByText(/owner Billing/).waitFor();
    await save.click();
    await form
      .getByRole('alert')
      .getByText(/Somebody else changed/)
      .waitFor();
    expect(await count('(filter: { state: OPEN, rule: "fee-on-electronic-access" })')).toBe(1);
    await page.reload();
    await row.getByText(/owner Billing/).waitFor();
  });

  it('lead to what they are about', async () => {
    const { page } = await site.open('/findings?rule=undocumented-restriction');
    await page
      .getByRole('article')
      .first()
      .getByRole('link', { name: /^restriction/ })
      .click();
    await page.getByRole('heading', { name: 'What it comes to' }).waitFor();
  });

  it('are saved as a table that says what it is', async () => {
    const { page } = await site.open('/findings?level=HIGH');
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save CSV' }).click(),
    ]);
    const text = await readFile(await saved.path(), 'utf8');
    expect(text.trim().split('\r\n')).toHaveLength((await count('(filter: { level: HIGH })')) + 2);
    expect(text).toContain('counsel decides');
  });

  it.each(['light', 'dark'] as const)('have no fault a machine finds and fit the screen, %s', async (colorScheme) => {
    const { page } = await site.open('/findings', { colorScheme, viewport: { width: 1366, height: 768 } });
    await page.getByRole('article').first().getByRole('button', { name: 'Review' }).click();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    const folder = process.env['EHI_SHOTS'];
    if (folder !== undefined) await page.screenshot({ path: `${folder}/findings-${colorScheme}.png` });
  });
});
