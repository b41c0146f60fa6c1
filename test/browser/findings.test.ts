import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, openSite, type Site } from '../kit/browser.ts';
import { holdBack } from '../kit/hold-back.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite('regional-hospital');
});
afterAll(() => site.close());

const count = async (filter: string): Promise<number> =>
  (await site.server.ask<{ findings: { totalCount: number } }>(`{ findings${filter} { totalCount } }`)).findings
    .totalCount;

const fit = (page: Page, total: number): Promise<void> =>
  page.getByText(`${total} ${total === 1 ? 'finding fits' : 'findings fit'}.`, { exact: true }).waitFor();

const choose = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });

describe('the findings', () => {
  it('are told in one sentence and listed by rule; only those in view are drawn, and all can be reached', async () => {
    const { page, troubles } = await site.open('/findings', { viewport: { width: 1366, height: 768 } });
    const all = await count('');
    await page
      .getByText(new RegExp(`^${all} findings today: \\d+ high, \\d+ medium, \\d+ low; ${all} open\\.$`))
      .waitFor();
    await fit(page, all);
    await page.getByRole('heading', { name: /^Restriction without a documented exception/ }).waitFor();
    const drawn = await page.getByRole('article').count();
    expect(drawn).toBeGreaterThan(5);
    expect(drawn).toBeLessThan(40);
    expect(all).toBeGreaterThan(100);
    const seen = new Set<string>();
    const look = async (): Promise<number> => {
      for (const each of await page.getByRole('article').all())
        seen.add((await each.getAttribute('aria-posinset')) ?? '');
      return seen.size;
    };
    for (let turn = 0; turn < 200 && (await look()) < all; turn += 1) {
      await page.locator('.queue').evaluate((element) => element.scrollBy(0, 300));
      await page.waitForTimeout(30);
    }
    expect(seen.size).toBe(all);
    expect(troubles).toEqual([]);
  });

  it('are narrowed by keyboard, and the address says to what', async () => {
    const { page } = await site.open('/findings');
    await fit(page, await count(''));
    await choose(page, 'Level').focus();
    await page.keyboard.type('High');
    const high = await count('(filter: { level: HIGH })');
    await fit(page, high);
    expect(new URL(page.url()).searchParams.get('level')).toBe('HIGH');
    await page.reload();
    await fit(page, high);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    expect(new URL(page.url()).search).toBe('');
  });

  it('are narrowed to as many as the number beside each choice says', async () => {
    const { page } = await site.open('/findings?level=HIGH,LOW');
    await fit(page, await count('(filter: { levels: [HIGH, LOW] })'));
    for (const name of ['Rule', 'System', 'Channel', 'Owner', 'State']) {
      const options = await choose(page, name).locator('option').allTextContents();
      const wanted = options.map((words) => /^(.*) \((\d+)\)$/.exec(words)).find((each) => Number(each?.[2]) > 0);
      await choose(page, name).selectOption({ label: wanted?.[0] ?? 'none' });
      await fit(page, Number(wanted?.[2]));
      await choose(page, name).selectOption('');
      await fit(page, await count('(filter: { levels: [HIGH, LOW] })'));
    }
  });

  it('have an owner, a due date, a state with its reason, and a history', async () => {
    const { page } = await site.open('/findings?rule=system-without-custodian');
    const row = page.getByRole('article').first();
    await row.waitFor();
    await page.getByLabel('You are').fill('H. Berg');
    await page.getByLabel('You are').press('Enter');
    await row.getByRole('button', { name: 'Review' }).click();
    const form = page.getByRole('form', { name: 'Review the finding' });
    await form.getByLabel('State').selectOption('ACCEPTED');
    await form.getByLabel('Owner').fill('Records office');
    await form.getByLabel('Due').fill('2020-01-31');
    await form.getByRole('button', { name: 'Save the review' }).click();
    await form
      .getByRole('alert')
      .getByText(/Say why/)
      .waitFor();
    await form.getByRole('textbox', { name: 'Reason' }).fill('The clearing house looks after it.');
    await form.getByRole('button', { name: 'Save the review' }).click();
    await row.getByText('Accepted with a reason', { exact: true }).waitFor();
    await page.reload();
    await row.getByText('Records office', { exact: true }).waitFor();
    await row.getByText('By 2020-01-31').waitFor();
    await row.getByRole('button', { name: 'Open' }).click();
    await row.getByText('Reason: The clearing house looks after it.').waitFor();
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
    await row.getByText('Billing', { exact: true }).waitFor();
    await save.click();
    await form
      .getByRole('alert')
      .getByText(/Somebody else changed/)
      .waitFor();
    expect(await count('(filter: { owner: "Billing", rule: "fee-on-electronic-access" })')).toBe(1);
  });

  it('are saved as a table of all that fit, in the words of the screen', async () => {
    const { page } = await site.open('/findings');
    const total = await count('');
    await fit(page, total);
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save CSV' }).click(),
    ]);
    const text = await readFile(await saved.path(), 'utf8');
    expect(text.trim().split('\r\n')).toHaveLength(total + 3);
    expect(text).toMatch(/As of \d{4}-\d\d-\d\d, inventory revision \d+\. Everything\./);
    expect(text.includes('counsel decides')).toBe(true);
    expect(text.includes('accepted with a reason,Records office,by 2020-01-31')).toBe(true);
  });
});

describe('several findings at once', () => {
  it('get an owner and a due date together, and have their former reviews back by one button', async () => {
    const { page } = await site.open(
      '/findings?level=MEDIUM,LOW&rule=channel-mismatch,unexplained-copy,evidence-incomplete',
    );
    const total = await count('(filter: { rules: ["channel-mismatch", "unexplained-copy", "evidence-incomplete"] })');
    expect(total).toBeGreaterThan(15);
    await fit(page, total);
    await page.getByRole('button', { name: `Select all ${total}` }).click();
    const bar = page.getByRole('form', { name: `Review ${total} selected findings` });
    await bar.getByRole('button', { name: `Change all ${total}` }).click();
    await bar
      .getByRole('alert')
      .getByText(/Nothing is to be changed/)
      .waitFor();
    await bar.getByRole('combobox', { name: 'Owner', exact: true }).selectOption('set');
    await bar.getByLabel('Name of the owner').fill('Interface team');
    await bar.getByRole('combobox', { name: 'Due', exact: true }).selectOption('set');
    await bar.getByLabel('Due date', { exact: true }).fill('2020-02-01');
    await bar.getByRole('button', { name: `Change all ${total}` }).click();
    await page.getByText(`${total} reviews saved.`).first().waitFor();
    expect(await count('(filter: { owner: "Interface team", due: { overdue: true } })')).toBe(total);
    await page.getByRole('article').first().getByText('Overdue since 2020-02-01').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText(`${total} reviews taken back: as before.`).waitFor();
    expect(await count('(filter: { owner: "Interface team" })')).toBe(0);
    expect(
      await count(
        '(filter: { rules: ["channel-mismatch", "unexplained-copy", "evidence-incomplete"], unowned: true, due: { none: true } })',
      ),
    ).toBe(total);
    await page.getByRole('article').first().getByText('No owner').waitFor();
  });

  it('are written all or none: the one that somebody wrote meanwhile is named, and can be left out', async () => {
    const { page } = await site.open('/findings?rule=drs-undecided');
    const { findings } = await site.server.ask<{ findings: { nodes: { id: string; explanation: string }[] } }>(
      '{ findings(filter: { rule: "drs-undecided" }) { nodes { id explanation } } }',
    );
    const total = findings.nodes.length;
    expect(total).toBeGreaterThan(1);
    await page.getByRole('button', { name: `Select all ${total}` }).click();
    const bar = page.getByRole('form', { name: `Review ${total} selected findings` });
    await bar.waitFor();
    // The press comes before the page has heard of what somebody else writes: what it hears in time is shown, and chosen as it is then.
    const hold = await holdBack(page, ({ query }) => /query Finding/.test(query));
    const last = findings.nodes.at(-1);
    await site.server.ask(
      'mutation($input: ReviewFindingInput!) { reviewFinding(input: $input) { ok } }',
      {
        input: { finding: last?.id, state: 'OPEN', owner: 'Privacy office', expectedRevision: 0 },
      },
      { 'x-ehi-actor': 'A. Else' },
    );
    await bar.getByLabel('State').selectOption('REMEDIATED');
    await bar.getByRole('button', { name: `Change all ${total}` }).click();
    await bar.getByRole('alert').getByText('Nothing was written: 1 finding could not be.').waitFor();
    await hold.go();
    await bar
      .getByRole('alert')
      .getByText(`${last?.explanation ?? ''} A. Else wrote it at`)
      .waitFor();
    expect(await count('(filter: { rule: "drs-undecided", state: REMEDIATED })')).toBe(0);
    await bar.getByRole('button', { name: 'Leave it out' }).click();
    await page.getByRole('button', { name: `Change all ${total - 1}` }).click();
    await page
      .getByText(`${total - 1} review${total === 2 ? '' : 's'} saved.`)
      .first()
      .waitFor();
    expect(await count('(filter: { rule: "drs-undecided", state: REMEDIATED })')).toBe(total - 1);
  });

  it('are chosen, opened and reviewed by keyboard alone', async () => {
    const { page } = await site.open('/findings?level=HIGH');
    await fit(page, await count('(filter: { level: HIGH })'));
    await page.getByRole('article').first().focus();
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('x');
    const third = page.locator('[data-number="2"]');
    expect(await third.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.getByRole('form', { name: 'Review 2 selected findings' }).waitFor();
    await page.keyboard.press('Enter');
    await third.getByRole('heading', { name: 'What shows it' }).waitFor();
    await page.keyboard.press('e');
    await third.getByRole('form', { name: 'Review the finding' }).waitFor();
    expect(await third.getByLabel('State').evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await third.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-number'))).toBe('0');
    await page.keyboard.press('End');
    const number = Number(await page.evaluate(() => document.activeElement?.getAttribute('data-number')));
    expect(number).toBeGreaterThan(10);
  });
});

describe('the witness of a finding', () => {
  it('is told where the finding is opened, and its link shows the path in the trace', async () => {
    const { page } = await site.open('/findings?rule=undocumented-restriction');
    const { findings } = await site.server.ask<{
      findings: { nodes: { explanation: string; witness: { path: string | null; sentences: string[] } }[] };
    }>(
      '{ findings(filter: { rule: "undocumented-restriction" }, first: 500) { nodes { explanation witness { path sentences } } } }',
    );
    const shown = findings.nodes.find(({ witness }) => witness.path !== null);
    const row = page.getByRole('article', { name: shown?.explanation ?? 'none' });
    await row.getByRole('button', { name: 'Open' }).click();
    await row.getByText(shown?.witness.sentences[0] ?? 'none', { exact: true }).waitFor();
    await row.getByRole('link', { name: 'See the path' }).first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(new URL(page.url()).searchParams.get('path')).toBe(shown?.witness.path);
    // The path is found among the others and chosen, and told beside the picture.
    await page.locator('.path-list').getByRole('button', { pressed: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('sel')).toMatch(/^restriction:/);
    await page.goBack();
    await page
      .getByRole('article', { name: shown?.explanation ?? 'none' })
      .getByRole('button', { name: 'Open' })
      .click();
    await page.getByRole('link', { name: 'Open the restriction' }).click();
    await page.getByRole('heading', { name: 'What it comes to' }).waitFor();
  });
});

describe('what changed since a day', () => {
  it('is told in three lists, with the revision that stood then', async () => {
    const { page } = await site.open('/findings');
    const all = await count('');
    await fit(page, all);
    const today = new Date().toISOString().slice(0, 10);
    await page.getByLabel('Changed since').fill(today);
    await page.getByText(new RegExp(`^Since ${today}, when nothing was recorded yet`)).waitFor();
    await page.getByRole('button', { name: `Appeared (${all})` }).click();
    await page.getByRole('region', { name: 'Appeared since' }).getByRole('row').first().waitFor();
    expect(new URL(page.url()).searchParams.get('list')).toBe('appeared');
    await page.getByRole('button', { name: 'Gone (0)' }).click();
    await page.getByText('Nothing is gone since.').waitFor();
    await page.getByRole('button', { name: /^Reviewed \([1-9]/ }).click();
    await page
      .getByRole('region', { name: 'Reviewed since' })
      .getByText(/^Accepted with a reason, owner Records office, by 2020-01-31\./)
      .waitFor();
    await page.getByRole('button', { name: 'Changed and still there' }).click();
    await fit(page, all);
  });
});

describe('the screen of findings', () => {
  it.each([
    ['light', 1366, 768],
    ['dark', 1366, 768],
    ['light', 1920, 1080],
    ['dark', 1920, 1080],
  ] as const)(
    'has no fault a machine finds and fits the screen, %s, %s pixels wide',
    async (colorScheme, width, height) => {
      const { page } = await site.open('/findings', { colorScheme, viewport: { width, height } });
      const row = page.getByRole('article').first();
      await row.getByRole('checkbox').check();
      await row.getByRole('button', { name: 'Review' }).click();
      await row.getByRole('form').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(
        await page.evaluate(() => {
          const { scrollWidth, scrollHeight } = document.documentElement;
          return scrollWidth <= innerWidth && scrollHeight <= innerHeight;
        }),
      ).toBe(true);
      const folder = process.env['EHI_SHOTS'];
      if (folder !== undefined) await page.screenshot({ path: `${folder}/findings-${colorScheme}-${width}.png` });
      const today = new Date().toISOString().slice(0, 10);
      await page.goto(new URL(`/findings?since=${today}&list=reviewed`, page.url()).href);
      await page.getByText(new RegExp(`^Since ${today}`)).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      if (folder !== undefined) await page.screenshot({ path: `${folder}/changed-${colorScheme}-${width}.png` });
    },
  );
});
