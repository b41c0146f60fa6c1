import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, openSite, type Site } from '../kit/browser.ts';

const serverRequire = createRequire(new URL('../../server/package.json', import.meta.url));
const { parse: parseCsv } = serverRequire('csv-parse/sync') as {
  parse: (text: string, options: object) => string[][];
};
const { default: readXlsx } = serverRequire('read-excel-file/node') as {
  default: (content: Buffer) => Promise<readonly { readonly data: readonly (readonly unknown[])[] }[]>;
};

let site: Site;
beforeAll(async () => {
  site = await openSite('regional-hospital');
});
afterAll(() => site.close());

interface State {
  readonly outcome: string;
  readonly someReleased: boolean;
  readonly basis: string | null;
}

interface Coverage {
  readonly columns: readonly { readonly channel: { id: string; name: string }; readonly audience: { id: string } }[];
  readonly rows: readonly { readonly dataClass: { id: string; name: string }; readonly cells: readonly State[] }[];
}

const coverage = async (filter: object = {}): Promise<Coverage> =>
  (
    await site.server.ask<{ coverage: Coverage }>(
      `query ($filter: CoverageFilter) { coverage(filter: $filter) { columns { channel { id name } audience { id } }
        rows { dataClass { id name } cells { outcome someReleased basis } } } }`,
      { filter },
    )
  ).coverage;

const grid = (page: Page) => page.getByRole('grid');
const ready = async (page: Page): Promise<void> => {
  await page.locator('main.coverage[aria-busy="false"]').waitFor();
  await grid(page).getByRole('gridcell').first().waitFor();
};
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');

const words: Readonly<Record<string, string>> = {
  RELEASED: 'released',
  LIMITED: 'released, limited',
  WITHHELD: 'withheld',
  PARTIAL: 'released in part',
  NOT_OFFERED: 'not offered',
  UNREACHED: 'unreached',
  UNKNOWN: 'unknown',
  UNDOCUMENTED: 'no documented exception',
  NO_EXCEPTION_FITS: 'claimed, and no exception fits',
  INCOMPLETE: 'evidence incomplete or late',
  REVIEW: 'legal review',
  DOCUMENTED: 'exception documented',
};
const told = ({ outcome, someReleased, basis }: State): string => {
  const what = outcome === 'PARTIAL' && !someReleased ? 'parts differ; none released' : (words[outcome] ?? outcome);
  return `${what}${basis === null ? '' : `; ${words[basis] ?? basis}`}`;
};

describe('the coverage matrix', () => {
  it('leads a person from home to what portal, API and export do not do alike, and to the trace of a cell', async () => {
    const { page, troubles } = await site.open('/');
    await page.getByRole('link', { name: 'What each channel releases: the coverage matrix' }).click();
    await ready(page);
    await page.getByText(/^\d+ data classes on 20 channels as of .+ no documented exception\.$/).waitFor();
    await page.getByRole('combobox', { name: 'Audience', exact: true }).selectOption('PATIENT');
    await page.getByRole('combobox', { name: 'Channels', exact: true }).selectOption('side-by-side');
    const wanted = await coverage({ audience: 'PATIENT', families: ['PORTAL', 'API', 'EXPORT'], differing: true });
    await page.getByText(new RegExp(`^${wanted.rows.length} data classes on 5 channels`)).waitFor();
    expect(await page.getByLabel('Only what differs').isChecked()).toBe(true);
    expect(new URL(page.url()).search).toBe('?audience=PATIENT&side-by-side=yes&differing=yes');
    const heads = await page.getByRole('columnheader').locator('.coverage-channel').allTextContents();
    expect(heads).toEqual(wanted.columns.map(({ channel }) => channel.name));

    await page.getByRole('textbox', { name: 'Class', exact: true }).fill('laboratory');
    await page
      .getByRole('link', { name: /^limited, undocumented\. Laboratory on Patient portal for Patient: / })
      .click();
    await page.getByRole('heading', { level: 1, name: /Laboratory/ }).waitFor();
    const { searchParams } = new URL(page.url());
    expect(Object.fromEntries(searchParams)).toEqual({
      class: 'laboratory',
      audience: 'PATIENT',
      channel: 'portal-web',
    });
    await page.getByRole('button', { name: 'Table' }).click();
    const outcomes = page.getByRole('table', { name: 'Outcomes by channel and audience' });
    await outcomes.getByRole('cell', { name: 'released, limited' }).waitFor();
    expect(await outcomes.getByRole('row').count()).toBe(2);
    await page.goBack();
    await page.goBack();
    await ready(page);
    expect(await page.getByRole('textbox', { name: 'Class', exact: true }).inputValue()).toBe('laboratory');
    expect(troubles).toEqual([]);
  });

  it('is walked by arrow keys, which pass over headings, and opened by Enter', async () => {
    const { page } = await site.open('/matrix?audience=PATIENT&text=a&asOf=2026-11-21');
    await ready(page);
    const { columns } = await coverage({ audience: 'PATIENT' });
    await page.getByRole('button', { name: 'Freeze this view' }).focus();
    await page.keyboard.press('Tab');
    const first = await focused(page);
    expect(first).not.toBe('');
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toContain(`${first} on ${columns[0]?.channel.name ?? ''} for Patient: `);
    await page.keyboard.press('ArrowDown');
    const second = await focused(page);
    expect(second).toContain(` on ${columns[0]?.channel.name ?? ''} for Patient: `);
    expect(second).not.toContain(`${first} on`);
    await page.getByText(second.slice(second.indexOf('. ') + 2)).waitFor();
    await page.keyboard.press('Control+End');
    const last = await focused(page);
    expect(last).toContain(` on ${columns.at(-1)?.channel.name ?? ''} for Patient: `);
    const box = await page.locator(':focus').boundingBox();
    const around = await grid(page).boundingBox();
    if (box === null || around === null) throw new Error('the last cell is not drawn');
    expect(box.x + box.width).toBeLessThanOrEqual(around.x + around.width + 1);
    expect(box.y + box.height).toBeLessThanOrEqual(around.y + around.height + 1);
    await page.keyboard.press('Control+Home');
    expect(await focused(page)).toBe(first);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/trace\?/);
    const { searchParams } = new URL(page.url());
    expect(searchParams.get('audience')).toBe('PATIENT');
    expect(searchParams.get('channel')).toBe(columns.at(-1)?.channel.id);
    expect(searchParams.get('asOf')).toBe('2026-11-21');
  });

  it('draws what is in view, says what the API says there, and keeps what has the focus', async () => {
    const { page } = await site.open('/matrix?group=none');
    await ready(page);
    const all = await coverage();
    const stateOf = new Map(
      all.rows.flatMap(({ dataClass, cells }) =>
        all.columns.map(({ channel, audience }, at) => {
          const cell = cells[at];
          return [`${dataClass.id} ${channel.id} ${audience.id}`, cell === undefined ? '' : told(cell)];
        }),
      ),
    );
    expect(await grid(page).getAttribute('aria-rowcount')).toBe(String(all.rows.length + 1));
    expect(await grid(page).getAttribute('aria-colcount')).toBe(String(all.columns.length + 1));
    await page.keyboard.press('Tab');
    await grid(page).locator('[tabindex="0"]').focus();
    const start = await focused(page);
    const seen = new Set<string>();
    for (const [top, left] of [
      [0, 0],
      [900, 700],
      [2_000, 1_500],
      [100_000, 100_000],
    ] as const) {
      await grid(page).evaluate((element, [y, x]) => element.scrollTo(x, y), [top, left] as const);
      await page.waitForTimeout(150);
      const drawn = await grid(page).evaluate((element) =>
        [...element.querySelectorAll('[role=gridcell] a')].map((link) => ({
          href: link.getAttribute('href') ?? '',
          label: link.getAttribute('aria-label') ?? '',
          text: link.textContent,
          signs: link.querySelectorAll('svg').length,
        })),
      );
      expect(drawn.length).toBeGreaterThan(50);
      expect(drawn.length).toBeLessThan(1_200);
      for (const { href, label, text, signs } of drawn) {
        const search = new URL(href, site.server.url).searchParams;
        const key = `${search.get('class') ?? ''} ${search.get('channel') ?? ''} ${search.get('audience') ?? ''}`;
        seen.add(key);
        expect(label).toContain(`: ${stateOf.get(key) ?? 'nothing'}.`);
        expect(text.trim()).not.toBe('');
        expect(signs).toBeGreaterThan(0);
      }
    }
    expect(seen.has(`${all.rows.at(-1)?.dataClass.id ?? ''} ${all.columns.at(-1)?.channel.id ?? ''}`)).toBe(false);
    expect(await focused(page)).toBe(start);
  });

  it('is grouped by branch of the record set, and by USCDI version', async () => {
    const { page } = await site.open('/matrix');
    await ready(page);
    await page.getByRole('rowheader', { name: /^Medical and billing records \d+ classes: \d+ released; / }).waitFor();
    await page.getByRole('combobox', { name: 'Group by', exact: true }).selectOption('uscdi');
    await page.getByRole('rowheader', { name: /^USCDI v1 15 classes: / }).waitFor();
    expect(new URL(page.url()).search).toBe('?group=uscdi');
    await page.getByRole('combobox', { name: 'Outcome', exact: true }).selectOption('WITHHELD');
    await page.getByRole('combobox', { name: 'Documentation', exact: true }).selectOption('NO_EXCEPTION_FITS');
    const { rows } = await coverage({ outcome: 'WITHHELD', basis: 'NO_EXCEPTION_FITS' });
    await page.getByText(new RegExp(`^${rows.length} data class`)).waitFor();
    await page.getByRole('textbox', { name: 'Class', exact: true }).fill('no such class');
    await page.getByText('No data class fits.').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await ready(page);
    expect(new URL(page.url()).search).toBe('');
  });

  it('is saved as CSV and XLSX with the rows, columns and words of the screen', async () => {
    const { page, troubles } = await site.open('/matrix?audience=PATIENT&side-by-side=yes&group=uscdi');
    await ready(page);
    const wanted = await coverage({ audience: 'PATIENT', families: ['PORTAL', 'API', 'EXPORT'] });
    const save = async (name: string): Promise<Buffer> => {
      const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
      expect(saved.suggestedFilename()).toMatch(/^coverage-\d{4}-\d{2}-\d{2}\.(csv|xlsx)$/);
      return readFile(await saved.path());
    };
    const csv = parseCsv((await save('Save CSV')).toString('utf8'), { bom: true });
    const [head, ...rows] = csv;
    expect(head).toEqual([
      'USCDI version',
      'Data class',
      'Id',
      ...wanted.columns.map(({ channel }) => `${channel.name} · Patient`),
    ]);
    const classes = rows.filter(([group]) => group !== 'About');
    expect(new Map(classes.map((row) => [row[2], row.slice(3)]))).toEqual(
      new Map(wanted.rows.map(({ dataClass, cells }) => [dataClass.id, cells.map(told)])),
    );
    const shown = await page.locator('.coverage-name a').allTextContents();
    expect(classes.slice(0, 5).map(([, name]) => name)).toEqual(shown.slice(0, 5));
    expect(
      rows
        .filter(([group]) => group === 'About')
        .map(([, text]) => text)
        .join(' '),
    ).toContain('counsel decides');
    const [sheet] = await readXlsx(await save('Save XLSX'));
    expect(sheet?.data.map((row) => row.map((cell) => cell ?? ''))).toEqual(csv);
    expect(troubles).toEqual([]);
  });

  it.each([
    ['light', 1920, 1080],
    ['light', 1366, 768],
    ['dark', 1920, 1080],
    ['dark', 1366, 768],
  ] as const)('has no fault a machine finds and fits the screen, %s %d × %d', async (colorScheme, width, height) => {
    const { page } = await site.open('/matrix', { colorScheme, viewport: { width, height } });
    await ready(page);
    await page.getByRole('link', { name: /Clinical notes on Patient portal for Patient: / }).focus();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(
      await page.evaluate(() => [
        document.documentElement.scrollWidth <= innerWidth,
        document.documentElement.scrollHeight <= innerHeight,
        [...document.querySelectorAll('.coverage-cell span')].every((each) => each.scrollWidth <= each.clientWidth),
      ]),
    ).toEqual([true, true, true]);
    const folder = process.env['EHI_SHOTS'];
    if (folder === undefined) return;
    await page.screenshot({ path: `${folder}/coverage-${colorScheme}-${width}.png` });
    await page.goto(
      new URL('/matrix?audience=PATIENT&side-by-side=yes&differing=yes&group=uscdi', site.server.url).href,
    );
    await ready(page);
    await page.screenshot({ path: `${folder}/coverage-side-by-side-${colorScheme}-${width}.png` });
  });
});
