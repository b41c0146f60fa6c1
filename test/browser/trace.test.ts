import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, openSite, type Site } from '../kit/browser.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite('regional-hospital');
});
afterAll(() => site.close());

const tree = (page: Page) => page.getByRole('tree', { name: 'Outline of the trace' });
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });
const paths = (page: Page) => page.getByRole('region', { name: 'Paths' });
const drawn = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Save SVG' }).and(page.locator(':enabled')).waitFor();
};
const traceOf = async (dataClass: string) =>
  site.server.ask<{
    trace: {
      revision: number;
      sentence: string;
      answers: { sentence: string; channels: { channel: { id: string; name: string } }[] }[];
    };
  }>(
    'query($c: ID!) { trace(dataClass: $c) { revision sentence answers { sentence channels { channel { id name } } } } }',
    {
      c: dataClass,
    },
  );

describe('the trace screen', () => {
  it('goes from the home page by typing to the trace of a class', async () => {
    const { page, troubles } = await site.open('/');
    await page.getByRole('combobox', { name: 'Search the inventory' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('labor');
    const option = page.getByRole('option', { name: /Laboratory.*Data class/ }).first();
    await option.waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Laboratory/ }).waitFor();
    const { trace } = await traceOf('laboratory');
    await page
      .getByText(trace.answers[0]?.sentence ?? 'no answer', { exact: true })
      .first()
      .waitFor();
    await drawn(page);
    expect(new URL(page.url()).searchParams.get('class')).toBe('laboratory');
    expect(troubles).toEqual([]);
  });

  it('is worked by keyboard alone: outline, inspector, lines, groups', async () => {
    const { page } = await site.open('/trace?class=laboratory');
    const first = tree(page).getByRole('treeitem').first();
    await first.waitFor();
    await first.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const selected = tree(page).getByRole('treeitem', { selected: true });
    const name = (await selected.locator('.outline-name').textContent()) ?? '';
    await inspector(page).getByRole('heading', { level: 2, name }).waitFor();
    await inspector(page).getByRole('heading', { name: 'Where this comes from' }).waitFor();
    await inspector(page).getByRole('heading', { name: 'History' }).waitFor();
    expect(new URL(page.url()).searchParams.get('sel')).toMatch(/^system:/);

    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const line = tree(page).getByRole('treeitem', { selected: true });
    expect(await line.getAttribute('aria-level')).toBe('3');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator(':focus').getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('Home');
    expect(await page.locator(':focus').getAttribute('aria-level')).toBe('1');
    await page.keyboard.press('Escape');
    await inspector(page).getByRole('heading', { name: 'What to look at' }).waitFor();
  });

  it('tells what restricts a marked channel, on what basis, what others do, and the next step', async () => {
    const { page } = await site.open('/trace?class=laboratory');
    await tree(page)
      .getByRole('treeitem', { name: /no documented exception/ })
      .first()
      .click();
    const panel = inspector(page);
    await panel.getByRole('heading', { name: 'What restricts it' }).waitFor();
    await panel.getByText('No claim is recorded.').first().waitFor();
    await panel.getByRole('heading', { name: 'What other channels do' }).waitFor();
    await panel.getByText(/Record the answer as a basis claim/).waitFor();
    await panel
      .getByText(/Said to rest on/)
      .first()
      .waitFor();
  });

  it('opens the worst from the list of what to look at', async () => {
    const { page } = await site.open('/trace?class=laboratory');
    await inspector(page)
      .getByRole('button', { name: /No documented exception/ })
      .first()
      .click();
    await inspector(page)
      .getByText(/No claim is recorded/)
      .first()
      .waitFor();
  });

  it('goes from one marked thing to the next with the bracket keys, and opens a folded group', async () => {
    const { page } = await site.open('/trace?class=laboratory');
    await drawn(page);
    await page.keyboard.press(']');
    await page.waitForURL((url) => url.searchParams.has('sel'));
    const first = new URL(page.url()).searchParams.get('sel');
    await page.keyboard.press(']');
    await page.waitForURL((url) => url.searchParams.get('sel') !== first);
    await page.keyboard.press('[');
    await page.waitForURL((url) => url.searchParams.get('sel') === first);
    const group = tree(page).getByRole('treeitem', { name: /^Stranded · / });
    const inside = Number((await group.locator('.outline-name').textContent())?.replace(/\D/g, ''));
    const before = await tree(page).getByRole('treeitem', { level: 2 }).count();
    await group.click();
    await inspector(page).getByRole('button', { name: 'Show them all in the picture' }).click();
    await group.waitFor({ state: 'detached' });
    expect(await tree(page).getByRole('treeitem', { level: 2 }).count()).toBe(before + inside - 1);
  });

  it('lights up a path, says so in the address, and lets it go', async () => {
    const { page } = await site.open('/trace?class=laboratory');
    const first = paths(page).getByRole('listitem').getByRole('button').first();
    await first.click();
    await page.waitForURL((url) => url.searchParams.has('path'));
    expect(await first.getAttribute('aria-pressed')).toBe('true');
    const again = await site.open(`${new URL(page.url()).pathname}${new URL(page.url()).search}`);
    await again.page
      .getByRole('button', { pressed: true, name: /sends it|holds it|originates/ })
      .first()
      .waitFor();
    await first.click();
    await page.waitForURL((url) => !url.searchParams.has('path'));
  });

  it('counts the paths by how they end and fetches more when asked', async () => {
    const { page } = await site.open('/trace?class=laboratory');
    const list = paths(page);
    await list.getByRole('listitem').nth(19).waitFor();
    await list.getByRole('button', { name: 'Show more paths' }).click();
    await list.getByRole('listitem').nth(39).waitFor();
    const tab = list.getByRole('tab', { name: /Undocumented/ });
    const count = Number((await tab.textContent())?.replace(/\D/g, ''));
    await tab.click();
    await list.getByText(`${count}, exact`).waitFor();
    expect(count).toBeGreaterThan(0);
  });

  it('keeps filters in the address, and Back restores the view before', async () => {
    const { page } = await site.open('/trace?class=laboratory');
    await drawn(page);
    const audience = page.getByLabel('Audience', { exact: true });
    await audience.selectOption({ label: 'Patient' });
    await page.waitForURL((url) => url.searchParams.get('audience') === 'PATIENT');
    await page.getByRole('button', { name: 'Clear filters' }).waitFor();
    await tree(page)
      .getByRole('treeitem', { name: /^Audiences 1$/ })
      .waitFor();
    await page.goBack();
    await page.waitForURL((url) => !url.searchParams.has('audience'));
    await tree(page)
      .getByRole('treeitem', { name: /^Audiences (?!1$)/ })
      .waitFor();
    expect(await audience.inputValue()).toBe('');
  });

  it('answers part by part where the parts differ', async () => {
    const { page } = await site.open('/trace?class=laboratory');
    const part = page.getByLabel('Part', { exact: true });
    await part.waitFor();
    const values = await part
      .locator('option')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    expect(values.length).toBeGreaterThan(1);
    await part.selectOption(values[1] ?? '');
    await page.waitForURL((url) => url.searchParams.get('part') === values[1]);
    await drawn(page);
  });

  it('holds the same facts in the table', async () => {
    const { page } = await site.open('/trace?class=laboratory&view=table');
    await page.getByRole('table', { name: /Systems, channels and audiences/ }).waitFor();
    const { trace } = await traceOf('laboratory');
    const outcomes = page.getByRole('table', { name: 'Outcomes by channel and audience' });
    expect(await outcomes.getByRole('row').count()).toBe((trace.answers[0]?.channels.length ?? 0) + 1);
    await outcomes.getByRole('button', { name: 'Patient portal' }).focus();
    await page.keyboard.press('Enter');
    await inspector(page).getByRole('heading', { name: 'What other channels do' }).waitFor();
  });

  it('saves SVG, PNG and CSV of what is shown', async () => {
    const { page, troubles } = await site.open('/trace?class=laboratory');
    await drawn(page);
    const save = async (name: string): Promise<{ readonly file: string; readonly bytes: Buffer }> => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
      return { file: download.suggestedFilename(), bytes: await readFile(await download.path()) };
    };
    const svg = (await save('Save SVG')).bytes.toString('utf8');
    const lines = await tree(page).evaluate(async (element) => {
      // Opens every box, so that the outline shows every line there is.
      for (const twist of element.querySelectorAll<HTMLElement>('[aria-level="2"][aria-expanded="false"] .twist'))
        twist.click();
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return element.querySelectorAll('[aria-level="3"]').length;
    });
    expect(lines).toBeGreaterThan(20);
    expect(svg.match(/class="edge"/g)).toHaveLength(lines);
    const { trace } = await traceOf('laboratory');
    expect(svg).toContain(`Inventory revision ${trace.revision}`);
    expect(svg).toContain('As of ');
    const png = await save('Save PNG');
    expect(png.file).toMatch(/^trace-laboratory-.*\.png$/);
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(png.bytes.length).toBeGreaterThan(50_000);
    const csv = (await save('Save CSV')).bytes.toString('utf8');
    expect(csv).toContain('kind,subject,audience,status,detail');
    expect(csv).toContain('outcome,');
    expect(csv).toContain('path,');
    expect(troubles).toEqual([]);
  });

  it('says what is wrong in words when there is no such class, and when the server is gone', async () => {
    const { page } = await site.open('/trace?class=nothing-like-it');
    await page.getByText(/There is no data class "nothing-like-it"/).waitFor();
    const { page: other } = await site.open('/trace?class=laboratory');
    await drawn(other);
    await other.route('**/graphql', (route) => route.abort());
    await other.getByLabel('Audience', { exact: true }).selectOption({ label: 'Patient' });
    await other.getByText('This is the last answer that arrived.').waitFor();
    // The page tries by itself too: the button must ask at once, whatever that does.
    const asked = other.waitForRequest('**/graphql');
    await other.getByRole('button', { name: 'Try again' }).first().click();
    await asked;
    await other.unroute('**/graphql');
    await tree(other)
      .getByRole('treeitem', { name: /^Audiences 1$/ })
      .waitFor();
  });
});

describe('everyone can use it', () => {
  it.each(['light', 'dark'] as const)('has no accessibility fault in %s', async (colorScheme) => {
    for (const path of ['/', '/trace?class=laboratory', '/trace?class=laboratory&view=table']) {
      const { page, context } = await site.open(path, { colorScheme });
      await page.getByRole('heading', { level: 1 }).waitFor();
      if (path.startsWith('/trace')) await paths(page).getByRole('listitem').first().waitFor();
      if (path === '/trace?class=laboratory') {
        await tree(page)
          .getByRole('treeitem', { name: /no documented exception/ })
          .first()
          .click();
        await inspector(page).getByRole('heading', { name: 'History' }).waitFor();
      }
      expect(await accessibilityFaults(page), path).toEqual([]);
      await context.close();
    }
  });

  it('remembers a chosen theme and panel sizes', async () => {
    const { page } = await site.open('/trace?class=laboratory');
    await page.getByRole('button', { name: /^Theme/ }).click();
    await page.getByRole('button', { name: /^Theme/ }).click();
    await page.getByRole('button', { name: 'Theme: dark' }).waitFor();
    const bar = page.getByRole('separator', { name: 'Width of the outline' });
    await bar.focus();
    const before = Number(await bar.getAttribute('aria-valuenow'));
    await page.keyboard.press('ArrowRight');
    await page.reload();
    await bar.waitFor();
    expect(Number(await bar.getAttribute('aria-valuenow'))).toBe(before + 16);
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  });
});

describe('an empty inventory', () => {
  it('says what would be here and the next step', async () => {
    const empty = await openSite();
    try {
      const { page } = await empty.open('/');
      await page.getByText('There are no data classes yet.').waitFor();
      await page.getByText(/load seeds\/regional-hospital/).waitFor();
    } finally {
      await empty.close();
    }
  });
});
