import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, openSite, type OpenPage, type Site } from '../kit/browser.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite('regional-hospital');
});
afterAll(() => site.close());

const drawn = async (page: Page): Promise<void> => {
  await page.locator('main[data-drawn=yes]').waitFor();
};

const open = async (path: string, options?: Parameters<Site['open']>[1]): Promise<OpenPage> => {
  const opened = await site.open(path, options);
  await drawn(opened.page);
  return opened;
};

const row = (page: Page, name: RegExp | string) => page.getByRole('treeitem', { name });
const param = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name);

interface Counted {
  readonly map: {
    readonly completeness: { readonly shown: number };
    readonly nodes: readonly { readonly id: string; readonly hiddenIn: number; readonly hiddenOut: number }[];
  };
}

const asked = (input: string): Promise<Counted> =>
  site.server.ask<Counted>(`{ map(input: ${input}) { completeness { shown } nodes { id hiddenIn hiddenOut } } }`);

const aroundBloodBank = 'around: [{ concept: SYSTEM, id: "blood-bank" }]';

/** Where the map remembers that its boxes stand, once it has written it down. */
const places = async (page: Page): Promise<Readonly<Record<string, readonly number[]>>> => {
  await page.waitForTimeout(700);
  return page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.startsWith('ehi.map.places.'));
    return (JSON.parse(localStorage.getItem(key ?? '') ?? '{}') as { places: Record<string, number[]> }).places;
  });
};

describe('the map', () => {
  it('opens from a record around that system, and says what of the inventory it shows', async () => {
    const { page, troubles } = await site.open('/record?concept=SYSTEM&id=blood-bank');
    await page.getByRole('link', { name: 'Show on the map' }).click();
    await page.getByRole('heading', { name: 'Around Blood bank system' }).waitFor();
    await drawn(page);
    const { map } = await asked(`{ ${aroundBloodBank} }`);
    await page.getByText(`${map.completeness.shown} things`).waitFor();
    await page.getByText(/^2 of the 121 systems and channels of /).waitFor();
    expect(troubles).toEqual([]);
  });

  it('opens from a trace, with the class laid over it', async () => {
    const { page } = await site.open('/trace?class=laboratory&sel=system%3Alis');
    await page.getByRole('link', { name: 'Show on the map' }).click();
    await drawn(page);
    await page.getByRole('list', { name: 'Legend: Data class' }).getByText('holds Laboratory').waitFor();
    expect(param(page, 'around')).toBe('system:lis');
  });

  it('counts what is hidden per direction, shows it on demand, and takes it away again, by keyboard', async () => {
    const { page } = await open('/map?around=system:blood-bank');
    const before = await asked(`{ ${aroundBloodBank} }`);
    const engine = before.map.nodes.find(({ id }) => id === 'engine');
    await row(page, /^Integration engine/).click();
    await page
      .getByText(
        `Not shown: ${engine?.hiddenIn} neighbours before it and ${engine?.hiddenOut} neighbours after it, 1 marked among them.`,
      )
      .first()
      .waitFor();
    const stood = await places(page);
    await page.keyboard.press('e');
    const after = await asked(
      `{ ${aroundBloodBank}, expand: [{ thing: { concept: SYSTEM, id: "engine" }, direction: BOTH }] }`,
    );
    await page.getByText(`${after.map.completeness.shown} things`).waitFor();
    await drawn(page);
    const stand = await places(page);
    expect(Object.keys(stand).length).toBe(after.map.completeness.shown);
    for (const [id, place] of Object.entries(stood)) expect(stand[id]).toEqual(place);
    await page.keyboard.press('e');
    await page.getByText('2 things', { exact: true }).waitFor();
    await page.getByRole('button', { name: `Show ${engine?.hiddenIn} before it` }).click();
    await page.waitForURL(/expand=system%3Aengine%7EIN/);
  });

  it('takes things out and brings them back', async () => {
    const { page } = await open('/map?around=system:blood-bank');
    await row(page, /^Integration engine/).click();
    await page.keyboard.press('h');
    await page.getByText('1 things', { exact: true }).waitFor();
    await row(page, /^Blood bank system/)
      .getByText('not shown: 1 neighbour before it and 1 neighbour after it')
      .waitFor();
    await page.getByRole('button', { name: 'Show what was taken out (1 thing)' }).click();
    await page.getByText('2 things', { exact: true }).waitFor();
  });

  it('opens all of a large inventory folded by organization, each with its worst status, and unfolds by key', async () => {
    const { page } = await open('/map');
    const hospital = row(page, /^Regional Hospital/);
    await hospital.waitFor();
    expect(await page.getByLabel('Group by').inputValue()).toBe('organization');
    await page.keyboard.press('g');
    expect(await page.getByLabel('Group by').evaluate((field) => field === document.activeElement)).toBe(true);
    await hospital.click();
    await page.getByRole('heading', { name: 'Regional Hospital' }).waitFor();
    await page
      .getByText(/restrictions, \d+ of them marked: no documented exception/)
      .first()
      .waitFor();
    const before = await places(page);
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/open=group%3Aorganization%3A/);
    await row(page, /^Blood bank system/).waitFor();
    await drawn(page);
    const after = await places(page);
    expect(after['system:reference-lab']).toEqual(before['system:reference-lab']);
    await page.getByRole('button', { name: 'Fold all' }).click();
    await row(page, /^Blood bank system/).waitFor({ state: 'detached' });
    await page.getByLabel('Group by').selectOption('vendor');
    await row(page, /^No vendor recorded/).waitFor();
  });

  it('shows what is found in a folded group, at a size that can be read, and follows a group that opens', async () => {
    const { page } = await open('/map');
    await page.keyboard.press('/');
    await page.keyboard.type('blood-bank');
    await row(page, /^Blood bank system/).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/sel=system%3Ablood-bank/);
    await page.waitForURL(/open=group%3Aorganization%3Aregional-hospital/);
    await page.getByRole('heading', { name: 'Blood bank system' }).waitFor();
    await drawn(page);
    const zoom = async (): Promise<number> =>
      Number((await page.locator('.canvas').getAttribute('data-look'))?.split(' ')[0]);
    expect(await zoom()).toBeGreaterThanOrEqual(1);
    await page.getByLabel('Find in the outline').press('Escape');
    expect(await page.getByLabel('Find in the outline').inputValue()).toBe('');
    await page.getByRole('button', { name: 'Fold all' }).click();
    await page.getByRole('heading', { name: 'Regional Hospital' }).waitFor();
    await drawn(page);
    expect(await zoom()).toBeGreaterThanOrEqual(1);
  });

  it('says what came of a key, starts ways at what is selected, and gives the focus back when they close', async () => {
    const { page } = await open('/map?around=system:blood-bank&sel=system:blood-bank');
    await page.locator('.map-outline').focus();
    await page.keyboard.press('e');
    await page.getByText('Every neighbour of Blood bank system is in the picture.').first().waitFor();
    await page.keyboard.press('w');
    await page.getByRole('button', { name: 'From Blood bank system: choose another' }).waitFor();
    await page.getByText('No class chosen: these are connections. Choose a class to see what travels.').waitFor();
    await page.locator('#ways-to:focus').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.map-outline:focus').waitFor();
    await page.getByText('Views', { exact: true }).click();
    await page.getByLabel('Name of this view').waitFor();
    await page.keyboard.press('Escape');
    await page.getByLabel('Name of this view').waitFor({ state: 'hidden' });
  });

  it('lays status, class, owner, freshness and grade over it, each with a legend in words', async () => {
    const { page } = await open('/map?around=system:ehr');
    const legend = (title: string) => page.getByRole('list', { name: `Legend: ${title}` });
    await legend('Status').getByText('no documented exception').waitFor();
    await page.getByLabel('Overlay').selectOption('owner');
    await legend('Owner').getByText('Health information management').waitFor();
    await page.getByLabel('Overlay').selectOption('grade');
    await legend('Grade').getByText('asserted: a person says so').waitFor();
    await page.getByLabel('Overlay').selectOption('freshness');
    await legend('Freshness').getByText('written in the last 90 days').waitFor();
    await page.getByLabel('Overlay').selectOption('status');
    await page.getByLabel('Class', { exact: true }).selectOption({ label: 'Laboratory' });
    await legend('Data class').getByText('holds Laboratory').waitFor();
    expect(param(page, 'overlay')).toBe('class');
  });

  it('finds ways through a system, says how many, and lights one up with what it runs through', async () => {
    const { page, troubles } = await open('/map?around=system:blood-bank');
    await page.keyboard.press('w');
    const choose = async (label: string, words: string): Promise<void> => {
      const field = page.getByRole('combobox', { name: label, exact: true });
      await field.fill(words);
      await page
        .getByRole('option', { name: new RegExp(`^${words}`) })
        .first()
        .waitFor();
      await field.press('Enter');
    };
    await choose('From', 'Laboratory information');
    await choose('To', 'Patient portal');
    await page.getByText(/exact · showing/).waitFor();
    await choose('Through', 'Hospital record system');
    await page.getByRole('button', { name: 'Not through Hospital record system' }).waitFor();
    const way = page
      .getByRole('region', { name: 'Ways' })
      .getByRole('button', { name: /^Laboratory information system sends/ });
    await way.first().click();
    await drawn(page);
    await row(page, /^Hospital record system/).waitFor();
    expect(await page.locator('.outline-on-path').count()).toBeGreaterThanOrEqual(4);
    await page.locator('.map-outline').focus();
    await page.keyboard.press('Escape');
    await page.waitForURL((url) => !url.searchParams.has('way'));
    expect(troubles).toEqual([]);
  });

  it('comes back with Back and Forward to the view, its places and its look', async () => {
    const { page } = await open('/map?around=system:blood-bank');
    await page.locator('.map-outline').focus();
    await page.keyboard.press('-');
    await page.keyboard.press('-');
    await page.waitForTimeout(1_500);
    const look = await page.locator('.canvas').getAttribute('data-look');
    await row(page, /^Integration engine/).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Whole inventory' }).click();
    await page.getByRole('heading', { name: 'Map of the inventory' }).waitFor();
    await drawn(page);
    await page.waitForTimeout(500);
    await page.keyboard.press('+');
    await page.waitForTimeout(1_500);
    const whole = await page.locator('.canvas').getAttribute('data-look');
    expect(whole).not.toBe(look);
    await page.goBack();
    await page.getByRole('heading', { name: 'Around Blood bank system' }).waitFor();
    await drawn(page);
    await page.locator(`.canvas[data-look="${look}"]`).waitFor();
    await page.goForward();
    await page.getByRole('heading', { name: 'Map of the inventory' }).waitFor();
    await page.locator(`.canvas[data-look="${whole}"]`).waitFor();
  });

  it('keeps a box where it was moved, pinned, over a reload and when the rest is tidied up', async () => {
    const { page } = await open('/map?around=system:ehr');
    await row(page, /^Hospital record system/).click();
    const before = await places(page);
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowRight');
    await page.getByRole('button', { name: 'Pinned', pressed: true }).waitFor();
    const [x = 0, y = 0] = before['system:ehr'] ?? [];
    expect((await places(page))['system:ehr']).toEqual([x + 20, y + 20]);
    await page.reload();
    await drawn(page);
    await page.getByRole('button', { name: 'Pinned', pressed: true }).waitFor();
    await page.getByRole('button', { name: 'Tidy up' }).click();
    expect((await places(page))['system:ehr']).toEqual([x + 20, y + 20]);
    await page.locator('.map-outline').focus();
    await page.keyboard.press('p');
    await page.getByRole('button', { name: 'Pin', exact: true }).waitFor();
  });

  it('goes through what is marked, walks along lines and selects several, by keyboard alone', async () => {
    const { page } = await open('/map?around=system:ehr');
    await page.locator('.map-outline').focus();
    await page.keyboard.press(']');
    await page.waitForURL(/sel=channel%3Aehi-export/);
    await page.keyboard.press('/');
    await page.keyboard.type('blood');
    await page.getByText('Nothing in the picture is called so.').waitFor();
    await page.getByLabel('Find in the outline').fill('scheduling');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/sel=system%3Ascheduling/);
    await page.getByLabel('Find in the outline').fill('');
    await page.locator('.map-outline').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+Enter');
    await page.getByRole('heading', { name: '2 things selected' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'The picture' }).waitFor();
  });

  it('keeps views under a name, and each is its address', async () => {
    const { page } = await open('/map?around=system:ehr&overlay=grade');
    await page.getByText('Views', { exact: true }).click();
    await page.getByLabel('Name of this view').fill('Grades at the record system');
    await page.keyboard.press('Enter');
    await page.goto(new URL('/map', page.url()).href);
    await drawn(page);
    await page.getByText('Views (1)').click();
    await page.getByRole('button', { name: 'Rename Grades at the record system' }).click();
    await page.getByLabel('New name of Grades at the record system').fill('Grades');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Grades', exact: true }).click();
    await page.waitForURL(/overlay=grade/);
    await page.getByRole('button', { name: 'Remove Grades' }).click();
    await page.getByText('Views', { exact: true }).waitFor();
  });

  it('is saved as a picture and as a table that say what they are', async () => {
    const { page } = await open('/map?around=system:ehr');
    const save = async (name: string): Promise<string> => {
      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: `Save ${name}` }).click(),
      ]);
      return readFile(await saved.path(), 'utf8');
    };
    const svg = await save('SVG');
    const count = Number(/^\d+/.exec(await page.locator('nav .panel-head .quiet').innerText())?.[0]);
    expect(svg.match(/class="node"/g)).toHaveLength(count);
    expect(svg).toContain('counsel decides');
    expect((await save('PNG')).length).toBeGreaterThan(1_000);
    await page.getByRole('button', { name: 'Table' }).click();
    const tables = page.getByRole('region', { name: 'The map as tables' });
    await tables.getByRole('button', { name: 'Hospital record system', exact: true }).first().click();
    await page.waitForURL(/sel=system%3Aehr/);
    const csv = await save('CSV');
    expect(csv).toContain('Hospital record system');
    expect(csv.split('\r\n').filter((line) => /^(system|channel),/.test(line))).toHaveLength(count);
  });

  it('says when the thing it is to show is not there', async () => {
    const { page } = await site.open('/map?around=system:nowhere');
    await page.getByRole('link', { name: 'Show the whole inventory' }).waitFor();
  });

  it.each([
    ['light', 1366, 768],
    ['dark', 1920, 1080],
  ] as const)('has no accessibility fault, %s %d × %d', async (colorScheme, width, height) => {
    for (const [name, path] of [
      ['whole', '/map'],
      ['around', '/map?around=system:ehr&sel=system:ehr&class=laboratory&overlay=class'],
      ['table', '/map?around=system:ehr&view=table'],
      ['ways', '/map?group=none&ways=system:lis~channel:portal-web~&overlay=owner'],
    ] as const) {
      const { page, context } = await site.open(path, { colorScheme, viewport: { width, height } });
      if (name === 'table') await page.getByRole('table').waitFor();
      else await drawn(page);
      const folder = process.env['EHI_SHOTS'];
      if (folder !== undefined) await page.screenshot({ path: `${folder}/map-${name}-${colorScheme}-${width}.png` });
      expect([name, await accessibilityFaults(page)]).toEqual([name, []]);
      await context.close();
    }
  });
});
