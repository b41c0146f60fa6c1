import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, openSite, type Site } from '../kit/browser.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite('regional-hospital');
});
afterAll(() => site.close());

const shots = process.env['EHI_SHOTS'];
const shot = async (page: Page, name: string): Promise<void> => {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/present-${name}.png` });
};

const room = { viewport: { width: 1920, height: 1080 } };

const command = async (page: Page, words: string): Promise<void> => {
  await page.getByRole('combobox', { name: 'Search the inventory' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
};
const bar = (page: Page) => page.getByRole('region', { name: 'Presenter' });
const position = (page: Page) => page.locator('.present-position');
const comeTo = (page: Page, words: string | RegExp): Promise<void> =>
  position(page).filter({ hasText: words }).waitFor();
const said = (page: Page) => page.locator('.present-sentence');
const drawn = async (page: Page): Promise<void> => {
  await page.locator('.canvas[data-look]').waitFor();
  await page.waitForFunction(() => document.querySelector('.spinner') === null);
};

/** The smallest size in which words of the picture stand on the screen, in pixels: that of their type times the zoom of the look and of the page around it. */
const smallestDrawn = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLElement & { _cyreg?: { cy: CyCore } }>('.canvas');
    const cy = canvas?._cyreg?.cy;
    if (canvas === null || cy === undefined) return 0;
    const around = (canvas as HTMLElement & { currentCSSZoom: number }).currentCSSZoom;
    interface CyElement {
      style: (name: string) => string;
      visible: () => boolean;
    }
    interface CyCore {
      zoom: () => number;
      elements: () => { toArray: () => readonly CyElement[] };
    }
    const sizes = cy
      .elements()
      .toArray()
      .filter((each) => each.visible() && each.style('label') !== '')
      .map((each) => Number.parseFloat(each.style('font-size')));
    return sizes.length < 5 ? 0 : Math.min(...sizes) * cy.zoom() * around;
  });

/** Every text of the page outside the picture that is smaller than 18 px, with its size. */
const smallTexts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const small: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (parent === null || text === '' || parent.closest('.unseen, .canvas, script, style, option') !== null)
        continue;
      if (!parent.checkVisibility({ visibilityProperty: true })) continue;
      const { bottom } = parent.getBoundingClientRect();
      const size = Number.parseFloat(getComputedStyle(parent).fontSize) * parent.currentCSSZoom;
      if (size < 18 && bottom > 0) small.push(`${size.toFixed(1)} ${text.slice(0, 40)}`);
    }
    return small;
  });

/** Every button, link in a bar, or field that is less than 44 px high or wide and on the screen. */
const smallTargets = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, input, select, textarea, summary')].flatMap((each) => {
      if (!each.checkVisibility({ visibilityProperty: true })) return [];
      const { width, height, bottom } = each.getBoundingClientRect();
      return bottom > 0 && (width < 44 || height < 44) ? [`${width} × ${height} ${each.outerHTML.slice(0, 80)}`] : [];
    }),
  );

describe('presenter mode by keyboard alone', () => {
  it('is entered by the palette, walks every path of a trace and its steps, and leaves to where one was', async () => {
    const { page, troubles } = await site.open('/trace?class=laboratory&audience=PATIENT&sel=system%3Aehr', room);
    await drawn(page);
    const before = page.url();
    await command(page, 'present this');
    await bar(page).waitFor();
    expect(new URL(page.url()).searchParams.get('present')).toBe('1');
    const count = Number(/^(\d+) paths, exact$/.exec((await position(page).textContent()) ?? '')?.[1]);
    expect(count).toBeGreaterThan(3);
    const sentences = new Set<string>();
    for (let number = 1; number <= count; number += 1) {
      await page.keyboard.press(number % 2 === 0 ? 'PageDown' : 'Space');
      await page.waitForFunction(
        (words) => document.querySelector('.present-position')?.textContent === words,
        `Path ${number} of ${count}, exact`,
      );
      sentences.add((await said(page).textContent()) ?? '');
    }
    expect(sentences.size).toBe(count);
    await page.keyboard.press('ArrowRight');
    await page.getByText('This was the last path.').waitFor();
    await page.keyboard.press('PageUp');
    await comeTo(page, `Path ${count - 1} of ${count}, exact`);

    await page.keyboard.press('ArrowDown');
    await comeTo(page, /step 1 of \d+$/);
    const steps = Number(/of (\d+)$/.exec((await position(page).textContent()) ?? '')?.[1]);
    for (let step = 2; step <= steps; step += 1) {
      await page.keyboard.press('ArrowRight');
      await comeTo(page, `step ${step} of ${steps}`);
    }
    await page.keyboard.press('ArrowRight');
    await comeTo(page, `Path ${count} of ${count}, exact · step 1 of`);
    await page.keyboard.press('ArrowUp');
    await comeTo(page, new RegExp(`^Path ${count} of ${count}, exact$`));
    await page.keyboard.press('Escape');
    await bar(page).waitFor({ state: 'detached' });
    expect(page.url()).toBe(before);
    expect(troubles).toEqual([]);
  });

  it('keeps the path on screen in type for a room, and its step in the middle of the talk', async () => {
    const { page } = await site.open('/trace?class=laboratory&present=1', { viewport: { width: 1366, height: 768 } });
    await drawn(page);
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    for (let press = 0; press < 4; press += 1) {
      await page.keyboard.press('Space');
      await page.waitForTimeout(300);
      const seen = await page.evaluate(() => {
        const canvas = document.querySelector<HTMLElement & { _cyreg?: { cy: never } }>('.canvas');
        const cy = canvas?._cyreg?.cy as unknown as {
          $: (selector: string) => {
            nonempty: () => boolean;
            renderedBoundingBox: (options: object) => { x1: number; y1: number; x2: number; y2: number };
          };
          width: () => number;
          height: () => number;
          zoom: () => number;
        };
        const box = cy.$('.selected').renderedBoundingBox({ includeLabels: false, includeUnderlays: false });
        return {
          marked: cy.$('.selected').nonempty(),
          inside: box.x2 > 20 && box.y2 > 20 && box.x1 < cy.width() - 20 && box.y1 < cy.height() - 20,
          zoom: cy.zoom(),
        };
      });
      expect(seen.marked && seen.inside).toBe(true);
      expect(seen.zoom).toBeGreaterThanOrEqual(1);
    }
  });

  it('goes through findings one by one with owner and state, and opens what shows one', async () => {
    const { page, troubles } = await site.open('/findings', room);
    await page.locator('[data-number="2"]').waitFor();
    await command(page, 'present this');
    await bar(page).waitFor();
    const found: string[] = [];
    for (let number = 1; number <= 3; number += 1) {
      await page.keyboard.press('PageDown');
      await comeTo(page, new RegExp(`^Finding ${number} of \\d+, exact$`));
      found.push((await said(page).textContent()) ?? '');
      const facts = (await page.locator('.present-list').textContent()) ?? '';
      expect(facts).toMatch(/Owner: .*State: .*Due: /);
    }
    expect(new Set(found).size).toBe(3);
    await page.keyboard.press('PageUp');
    await comeTo(page, /^Finding 2 of/);
    await page.locator('.finding-slide').getByRole('link').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/trace\?.*present=1/);
    await page.goBack();
    await comeTo(page, /^Finding 2 of/);
    expect(troubles).toEqual([]);
  });
});

describe('the spotlight', () => {
  it('dims the rest, leaves it readable, goes along with the walk and ends by its key', async () => {
    const { page } = await site.open('/trace?class=laboratory&audience=PATIENT&present=1', room);
    await drawn(page);
    await page.keyboard.press('Space');
    await comeTo(page, /^Path 1 of/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('s');
    const lit = (): Promise<readonly string[]> =>
      page.evaluate(() => {
        const canvas = document.querySelector<HTMLElement & { _cyreg?: { cy: never } }>('.canvas');
        const cy = canvas?._cyreg?.cy as unknown as {
          $: (selector: string) => { map: (of: (each: { id: () => string }) => string) => string[] };
        };
        return cy.$('.body.path').map((each) => each.id());
      });
    await page.waitForFunction(() =>
      document.querySelector('.present-buttons [aria-pressed="true"][title^="Spotlight"]'),
    );
    await expect.poll(async () => (await lit()).length).toBe(1);
    const [first] = await lit();
    await page.keyboard.press('ArrowRight');
    await expect.poll(lit).not.toEqual([first]);
    const contrast = await page.evaluate(() => {
      const read = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
      const light = (hex: string): number => {
        const part = (at: number): number => {
          const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
          return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
        };
        return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
      };
      const between = (a: string, b: string): number => {
        const [x, y] = [light(read(a)), light(read(b))];
        return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
      };
      const grounds = ['--panel', '--ground', '--lane', '--undocumented-ground'];
      return {
        dim: Math.min(...grounds.map((ground) => between('--dim', ground))),
        text: Math.min(
          ...[
            '--text',
            '--quiet',
            '--accent',
            '--undocumented',
            '--limited',
            '--released',
            '--withheld',
            '--review',
            '--unknown',
          ].flatMap((ink) => grounds.map((ground) => between(ink, ground))),
        ),
      };
    });
    expect(contrast.dim).toBeGreaterThanOrEqual(3);
    expect(contrast.text).toBeGreaterThanOrEqual(7);
    // Names that are hidden, and shown again, leave the light where it is.
    const before = await lit();
    for (const banner of [1, 0]) {
      await page.keyboard.press('Shift+H');
      await expect.poll(() => page.locator('.names-sign').count()).toBe(banner);
      await drawn(page);
      await page.waitForTimeout(800);
      await drawn(page);
      expect(await lit()).toEqual(before);
    }
    await page.keyboard.press('s');
    await expect.poll(async () => (await lit()).length).toBeGreaterThan(1);
  });
});

describe('topics, their clock and notes', () => {
  it('counts down, says that the time is over, pauses, goes on to the next, and survives a reload', async () => {
    const { page } = await site.open('/findings?present=1', room);
    await bar(page).waitFor();
    await page.clock.install();
    await page.keyboard.press('t');
    const panel = page.getByRole('region', { name: 'Topics and time' });
    for (const [title, minutes] of [
      ['Sealed results', '2'],
      ['Fees', '5'],
    ] as const) {
      await panel.getByLabel('Topic').fill(title);
      await panel.getByLabel('Minutes').fill(minutes);
      await page.keyboard.press('Enter');
    }
    await panel.getByRole('button', { name: 'Begin with Sealed results' }).click();
    const clock = page.getByRole('timer');
    await page.clock.runFor(61_000);
    expect(await clock.textContent()).toMatch(/^Sealed results: 0:5\d left of 2 minutes$/);
    await page.clock.runFor(70_000);
    expect(await clock.textContent()).toMatch(/^Sealed results: Time is over by 0:1\d$/);
    expect(await clock.locator('svg').count()).toBe(1);
    await panel.getByRole('button', { name: 'On to Fees' }).click();
    await panel.getByRole('button', { name: 'Pause' }).click();
    await page.reload();
    await page.getByRole('timer').waitFor();
    expect(await page.getByRole('timer').textContent()).toMatch(/^Fees: [45]:\d\d left of 5 minutes, paused$/);
  });

  it('keeps notes for the topic in this browser, and they do not stand in the address', async () => {
    const { page } = await site.open('/findings?present=1', room);
    await bar(page).waitFor();
    await page.keyboard.press('n');
    await page.keyboard.type('Ask who wrote the fee policy.');
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: 'Notes' }).waitFor({ state: 'detached' });
    expect(page.url()).not.toContain('policy');
    await page.reload();
    await bar(page).waitFor();
    await page.keyboard.press('n');
    expect(await page.getByRole('region', { name: 'Notes' }).getByRole('textbox').inputValue()).toBe(
      'Ask who wrote the fee policy.',
    );
  });

  it('blanks the screen, and the next press only ends that', async () => {
    const { page } = await site.open('/findings?present=1', room);
    await bar(page).waitFor();
    await page.getByText('Space shows the first finding.').waitFor();
    await page.keyboard.press('b');
    await page.locator('.present-blank').waitFor();
    await page.keyboard.press('Space');
    await page.locator('.present-blank').waitFor({ state: 'detached' });
    await page.getByText('Space shows the first finding.').waitFor();
  });
});

describe('what a room can read', () => {
  for (const address of ['/trace?class=laboratory&present=1', '/map?present=1', '/map?around=system:ehr&present=1'])
    it(`draws no words of ${address} smaller than 18 px on 1920 × 1080, whatever is asked of the look`, async () => {
      const { page } = await site.open(address, room);
      await drawn(page);
      await bar(page).waitFor();
      for (const key of ['Space', 'Space', 's', '0', '-', '-', '-']) {
        await page.keyboard.press(key);
        await page.waitForTimeout(250);
        expect(await smallestDrawn(page)).toBeGreaterThanOrEqual(18);
      }
    });

  for (const colorScheme of ['light', 'dark'] as const)
    it(`has no small text, no small target and no fault of access in the ${colorScheme} projector theme`, async () => {
      for (const address of [
        '/trace?class=laboratory',
        '/map',
        '/findings',
        '/matrix',
        '/',
        '/restriction?id=app-connection-fee',
      ]) {
        const separator = address.includes('?') ? '&' : '?';
        const { page, context, troubles } = await site.open(`${address}${separator}present=1`, {
          ...room,
          colorScheme,
        });
        await bar(page).waitFor();
        await page.waitForFunction(
          () => document.querySelector('.spinner') === null && document.querySelector('[aria-busy="true"]') === null,
        );
        await page.keyboard.press('Space');
        await page.waitForTimeout(300);
        expect([address, await smallTexts(page)]).toEqual([address, []]);
        expect([address, await smallTargets(page)]).toEqual([address, []]);
        expect([address, await accessibilityFaults(page)]).toEqual([address, []]);
        expect(troubles).toEqual([]);
        await context.close();
      }
    });

  it('has six rows of the matrix in sight on a small projector, and the titles of its columns wherever it is scrolled to', async () => {
    const { page } = await site.open('/matrix?present=1', { viewport: { width: 1366, height: 768 } });
    await bar(page).waitFor();
    await page.locator('.coverage-row').first().waitFor();
    await page.waitForTimeout(300);
    const seen = (selector: string): Promise<number> =>
      page.evaluate((which) => {
        const frame = document.querySelector('.coverage-scroller')?.getBoundingClientRect() ?? new DOMRect();
        const foot = document.querySelector('.present-bar')?.getBoundingClientRect().top ?? 0;
        const head = document.querySelector('.coverage-head')?.getBoundingClientRect().bottom ?? 0;
        const top = which === '.coverage-head' ? frame.top : head;
        return [...document.querySelectorAll(which)].filter((each) => {
          const box = each.getBoundingClientRect();
          return box.top >= top - 1 && box.bottom <= Math.min(frame.bottom, foot) + 1;
        }).length;
      }, selector);
    await shot(page, 'matrix-1366');
    expect(await seen('.coverage-row, .coverage-group')).toBeGreaterThanOrEqual(6);
    await page.locator('.coverage-scroller').evaluate((element) => element.scrollTo(400, 400));
    await page.waitForTimeout(300);
    await shot(page, 'matrix-1366-scrolled');
    expect(await seen('.coverage-head')).toBe(1);
  });

  it('shows what is put away, and puts it away again, by one key', async () => {
    const { page } = await site.open('/trace?class=laboratory&present=1', room);
    await drawn(page);
    await bar(page).waitFor();
    const outline = page.getByRole('navigation', { name: 'Outline' });
    expect(await outline.isVisible()).toBe(false);
    await page.keyboard.press('m');
    await outline.waitFor();
    await page.keyboard.press('m');
    await outline.waitFor({ state: 'hidden' });
  });

  it('goes along from screen to screen', async () => {
    const { page } = await site.open('/?present=1', room);
    await bar(page).waitFor();
    await command(page, 'go find');
    await page.waitForURL(/\/findings\?present=1/);
    await bar(page).waitFor();
  });
});
