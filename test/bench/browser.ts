import type { Size } from '../generators/size.ts';
import { launchBrowser } from '../kit/browser.ts';
import { temporaryFolder } from '../kit/server.ts';
import { createServedProcesses } from '../kit/served-process.ts';
import { clickClass } from './clicks.ts';
import { fillFolder } from './served-store.ts';
import { timingOf, type Timing } from './timing.ts';

/** From a click on a class to its picture, in the real browser, on one inventory. Milliseconds. */
export interface Browsed {
  readonly inventory: string;
  /** The first click after the site was opened: it fetches the code that draws, too. */
  readonly first: number;
  /** One click on each class after that; each class for the first time. */
  readonly clicks: Timing;
  /** Classes that show a table of their parts instead of a picture; they are not in the times. */
  readonly withoutPicture: number;
}

/** What was measured, and why something was not. */
export interface BrowsedInventories {
  readonly browsed: readonly Browsed[];
  readonly skipped: readonly string[];
}

/** How many classes are clicked, spread over the list. */
const clicked = 24;

/** Sizes that are looked at: with more elements the picture is the same. */
const looked: ReadonlySet<Size['name']> = new Set(['S', 'M']);

const example = 'regional-hospital';

/** Measures clicks on the example inventory and on those of the sizes S and M that are among `sizes`. */
export const measureBrowser = async (sizes: readonly Size[]): Promise<BrowsedInventories> => {
  const browser = await launchBrowser().catch((cause: unknown) => String(cause));
  if (typeof browser === 'string') return { browsed: [], skipped: [`The browser: ${browser.split('\n')[0] ?? ''}`] };
  const browsed: Browsed[] = [];
  const look = async (inventory: string, args: readonly string[]): Promise<void> => {
    process.stderr.write(`Measuring clicks on ${inventory} …\n`);
    const processes = createServedProcesses();
    const context = await browser.newContext({ viewport: { width: 1600, height: 1000 } });
    try {
      const url = await processes.serve(['--port', '0', ...args]).address();
      browsed.push(await clickThrough(inventory, await context.newPage(), url));
    } finally {
      await context.close();
      processes.killAll();
    }
  };
  try {
    const folder = await temporaryFolder();
    await look(`example ${example}`, ['--seed', example, '--data', folder.path]).finally(folder.remove);
    for (const size of sizes.filter(({ name }) => looked.has(name))) {
      const { args, remove } = await fillFolder(size);
      await look(size.name, ['--seed', 'none', ...args]).finally(remove);
    }
  } finally {
    await browser.close();
  }
  return { browsed, skipped: [] };
};

const clickThrough = async (
  inventory: string,
  page: Awaited<ReturnType<Awaited<ReturnType<typeof launchBrowser>>['newPage']>>,
  url: string,
): Promise<Browsed> => {
  await page.goto(url);
  const links = page.locator('.domains a[href^="/trace?class="]');
  await links.first().waitFor();
  const all = await links.evaluateAll((found) =>
    found.map((link) => new URL((link as HTMLAnchorElement).href).searchParams.get('class') ?? ''),
  );
  const step = Math.max(1, all.length / (clicked + 1));
  const classes = all.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
  const pictures: number[] = [];
  let withoutPicture = 0;
  for (const dataClass of classes) {
    const { shown, ms } = await clickClass(page, dataClass);
    if (shown === 'picture') pictures.push(ms);
    else withoutPicture += 1;
    await page.goBack();
  }
  const [first = 0, ...later] = pictures;
  return { inventory, first, clicks: timingOf(later), withoutPicture };
};
