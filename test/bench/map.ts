import type { Browser, Page } from 'playwright-core';
import { mapInventory, type MapSize } from '../generators/map-inventory.ts';
import { launchBrowser } from '../kit/browser.ts';
import { createServedProcesses } from '../kit/served-process.ts';
import { fillFolderWith } from './served-store.ts';
import { loadNow, untilQuiet } from './quiet.ts';
import { timingOf, type Timing } from './timing.ts';

/** How the map of an inventory draws and moves in the real browser. Milliseconds. */
export interface Mapped extends MapSize {
  /** From the address to a picture that is drawn to the end. */
  readonly drawn: number;
  /** The longest task of the page's main thread until then. */
  readonly longestDrawing: number;
  /** From one frame to the next while the picture is dragged about. */
  readonly panning: Timing;
  /** The same while the wheel zooms out and in. */
  readonly zooming: Timing;
  /** The longest task while it was moved. */
  readonly longestMoving: number;
  /** The longest task while everything is laid out anew. */
  readonly longestTidying: number;
  /** The most that the machine was loaded when a run began: processes that ran or waited, on average over a minute. */
  readonly load: number;
}

/** What was measured, and why something was not. */
export interface MappedInventories {
  readonly mapped: readonly Mapped[];
  readonly skipped: readonly string[];
}

/** The sizes the product speaks of. */
export const mapSizes: readonly MapSize[] = [
  { things: 500, lines: 1_500 },
  { things: 2_000, lines: 5_000 },
];

/** How often each size is looked at: of each figure the best counts, since whatever else the machine does only makes it worse. */
const runs = 3;

/** How long each of panning and zooming lasts, in milliseconds. */
const moving = 5_000;

/** For how long a size waits in all until nothing else loads the machine, in milliseconds. */
const patience = 60_000;

/** Measures the map, nothing folded, of inventories of exactly these sizes. */
export const measureMap = async (): Promise<MappedInventories> => {
  const browser = await launchBrowser().catch((cause: unknown) => String(cause));
  if (typeof browser === 'string') return { mapped: [], skipped: [`The map: ${browser.split('\n')[0] ?? ''}`] };
  const mapped: Mapped[] = [];
  try {
    for (const size of mapSizes) mapped.push(await measureSize(size, browser));
  } finally {
    await browser.close();
  }
  return { mapped, skipped: [] };
};

const measureSize = async (size: MapSize, browser: Browser): Promise<Mapped> => {
  const { args, remove } = await fillFolderWith(mapInventory(size, 1));
  const processes = createServedProcesses();
  try {
    const url = await processes.serve(['--port', '0', '--seed', 'none', ...args]).address();
    const looks: Mapped[] = [];
    const until = performance.now() + patience;
    for (let run = 1; run <= runs; run += 1) {
      await untilQuiet(until - performance.now());
      process.stderr.write(
        `Measuring the map of ${size.things} things and ${size.lines} lines, ${run} of ${runs}, load ${loadNow().toFixed(1)} …\n`,
      );
      const context = await browser.newContext({ viewport: { width: 1600, height: 1000 } });
      try {
        looks.push(await lookAt(size, await context.newPage(), url));
      } finally {
        await context.close();
      }
    }
    return bestOf(size, looks);
  } finally {
    processes.killAll();
    await remove();
  }
};

const bestOf = (size: MapSize, looks: readonly Mapped[]): Mapped => {
  const least = (of: (look: Mapped) => number): number => Math.min(...looks.map(of));
  const calmest = (of: (look: Mapped) => Timing): Timing =>
    looks.map(of).reduce((best, timing) => (timing.p95 < best.p95 ? timing : best));
  return {
    ...size,
    drawn: least((look) => look.drawn),
    longestDrawing: least((look) => look.longestDrawing),
    panning: calmest((look) => look.panning),
    zooming: calmest((look) => look.zooming),
    longestMoving: least((look) => look.longestMoving),
    longestTidying: least((look) => look.longestTidying),
    load: Math.max(...looks.map((look) => look.load)),
  };
};

const lookAt = async (size: MapSize, page: Page, url: string): Promise<Mapped> => {
  const load = loadNow();
  await page.addInitScript(watch);
  const start = performance.now();
  await page.goto(new URL('/map?group=none&most=5000', url).href);
  await page.locator('main[data-drawn=yes]').waitFor({ timeout: 120_000 });
  const drawn = performance.now() - start;
  const shown = await page.locator('nav .panel-head').innerText();
  if (!shown.includes(String(size.things))) throw new Error(`The map shows “${shown}”, not ${size.things} things.`);
  await page.waitForTimeout(1_000);
  const longestDrawing = await longest(page);

  const box = await page.locator('.canvas').boundingBox();
  if (box === null) throw new Error('There is no picture to look at.');
  // The corner of the picture is bare ground: what is dragged there is the look.
  const corner = { x: box.x + 6, y: box.y + 6 };
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await forget(page);
  await page.mouse.move(corner.x, corner.y);
  await page.mouse.down();
  await repeat(moving, (step) =>
    page.mouse.move(corner.x + 200 * Math.sin(step / 8), corner.y + 150 * Math.sin(step / 5)),
  );
  await page.mouse.up();
  const panning = timingOf(await frames(page));
  // What is drawn where the picture comes to rest is part of moving it.
  await page.waitForTimeout(500);
  const whilePanning = await longest(page);
  await forget(page);
  await page.mouse.move(middle.x, middle.y);
  await repeat(moving, (step) => page.mouse.wheel(0, Math.floor(step / 20) % 2 === 0 ? -60 : 60));
  const zooming = timingOf(await frames(page));
  await page.waitForTimeout(500);
  const longestMoving = Math.max(whilePanning, await longest(page));
  await forget(page);
  await page.getByRole('button', { name: 'Tidy up' }).click();
  await page.waitForTimeout(2_500);
  return { ...size, drawn, longestDrawing, panning, zooming, longestMoving, longestTidying: await longest(page), load };
};

/** Does something again and again for so many milliseconds, about as often as a hand moves a mouse. */
const repeat = async (ms: number, act: (step: number) => Promise<void>): Promise<void> => {
  const end = performance.now() + ms;
  for (let step = 1; performance.now() < end; step += 1) {
    await act(step);
    await new Promise((resolve) => setTimeout(resolve, 12));
  }
};

/** What the page is asked to note: long tasks, and the time from frame to frame. */
interface Watched {
  longest: number;
  frames: number[];
}

const watch = (): void => {
  const watched: Watched = { longest: 0, frames: [] };
  (globalThis as unknown as { watched: Watched }).watched = watched;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) watched.longest = Math.max(watched.longest, entry.duration);
  }).observe({ type: 'longtask', buffered: true });
  let before: number | undefined;
  const frame = (now: number): void => {
    if (before !== undefined) watched.frames.push(now - before);
    before = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
};

const read = (page: Page): Promise<Watched> =>
  page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched);
const longest = async (page: Page): Promise<number> => (await read(page)).longest;
const frames = async (page: Page): Promise<readonly number[]> => (await read(page)).frames;
const forget = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { watched } = globalThis as unknown as { watched: Watched };
    watched.longest = 0;
    watched.frames = [];
  });
