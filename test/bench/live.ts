import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../kit/browser.ts';
import { temporaryFolder } from '../kit/server.ts';
import { createServedProcesses } from '../kit/served-process.ts';
import { connectTo } from './ask-server.ts';
import { openLivePage, type LivePage } from './live-page.ts';
import { livePages, newWorkshop } from './live-questions.ts';
import { loadNow, untilQuiet } from './quiet.ts';
import { timingOf, type Timing } from './timing.ts';

/** Many at once on one server: milliseconds from a change or a signal being sent to when others have it. */
export interface Live {
  /** Pages that are scripted: they hear of a change and ask all their questions again, as the interface does. */
  readonly scripted: number;
  /** Pages in a real browser. */
  readonly browsers: number;
  /** Until a scripted page has the answer that one looks at, of the changed inventory. */
  readonly seen: Timing;
  /** Until it has all its answers again. */
  readonly whole: Timing;
  /** The same, by what the page shows. */
  readonly seenByPage: readonly { readonly page: string; readonly seen: Timing }[];
  /** Until the slowest of all scripted pages has what one looks at, change by change. */
  readonly seenByAll: Timing;
  /** Until the words are on the screen of a real browser; absent where none could be had. */
  readonly shown: Timing | undefined;
  /** From a signal of one page to another page hearing of it. */
  readonly presence: Timing;
  /** Processor time of the server for one change and all that is asked after it, in milliseconds on average; absent where the system does not tell. */
  readonly work: number | undefined;
  readonly load: number;
}

/** What was measured, and why something was not. */
export interface LiveMeasured {
  readonly live: readonly Live[];
  readonly skipped: readonly string[];
}

/** The one who presents a trace, one who follows, and one on the map. */
const browserPaths = [
  '/trace?class=laboratory&sel=system:lis',
  '/trace?class=laboratory&sel=system:lis',
  '/map?sel=system:lis',
];
/** Changes made one after the other, after some that do not count: a server that just began spends as much time on compiling itself as on answers. */
const changes = Number(process.env['BENCH_LIVE_CHANGES'] ?? 20);
const warmUp = 30;
/** Signals of moved pointers. */
const moves = 60;

/** Measures 30 pages together on the example of the regional hospital. */
export const measureLive = async (): Promise<LiveMeasured> => {
  const folder = await temporaryFolder();
  const processes = createServedProcesses();
  const browser = await launchBrowser(['--disable-gpu']).catch((cause: unknown) => String(cause));
  const skipped = typeof browser === 'string' ? [`Real browsers among many: ${browser.split('\n')[0] ?? ''}`] : [];
  try {
    const served = processes.serve(['--port', '0', '--seed', 'regional-hospital', '--data', folder.path]);
    const url = await served.address();
    const workshop = await createWorkshop(url);
    const pages = livePages(workshop).flatMap(({ page: name, count, questions }) =>
      Array.from({ length: count }, (_, number) => ({
        name,
        page: openLivePage(url, `${name}-${1_000 + number}`, questions),
      })),
    );
    await Promise.all(pages.map(({ page }) => page.ready));
    const seen: Page[] = [];
    if (typeof browser !== 'string')
      for (const path of browserPaths) {
        const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage();
        await page.goto(new URL(`${path}&workshop=${workshop}`, url).href);
        await page.locator('.presence[data-live="live"]').waitFor();
        seen.push(page);
      }
    await untilQuiet(20_000);
    const load = loadNow();
    process.stderr.write(`Measuring ${pages.length + seen.length} pages together, load ${load.toFixed(1)} …\n`);
    const changed = await measureChanges(url, pages, seen, () => processorTimeOf(served.child.pid));
    const presence = await measurePresence(pages.map(({ page }) => page));
    for (const { page } of pages) page.close();
    return { live: [{ scripted: pages.length, browsers: seen.length, load, presence, ...changed }], skipped };
  } finally {
    if (typeof browser !== 'string') await browser.close();
    processes.killAll();
    await folder.remove();
  }
};

type Measured = Pick<Live, 'seen' | 'whole' | 'seenByPage' | 'seenByAll' | 'shown' | 'work'>;

const measureChanges = async (
  url: string,
  pages: readonly { readonly name: string; readonly page: LivePage }[],
  browsers: readonly Page[],
  processorTime: () => Promise<number | undefined>,
): Promise<Measured> => {
  const writer = connectTo(url);
  const times: { name: string; ms: number }[] = [];
  const wholes: number[] = [];
  const slowest: number[] = [];
  const shown: number[] = [];
  let used: number | undefined;
  for (let number = 1; number <= warmUp + changes; number += 1) {
    if (number === warmUp + 1) used = await processorTime();
    const name = `Laboratory system ${number}`;
    const onScreen = browsers.map((page) => page.evaluate(untilShown, name));
    // The browsers look by now.
    await pause(150 + Math.random() * 200);
    const { text } = await writer.ask(JSON.stringify({ query: before }));
    const { system, inventory } = (JSON.parse(text) as { data: Before }).data;
    const next = inventory.revision + 1;
    const start = performance.now();
    const startedAt = Date.now();
    const shownAgain = pages.map(async ({ name: of, page }) => {
      await page.untilShown(next);
      return { name: of, ms: performance.now() - start };
    });
    const whole = pages.map(async ({ page }) => {
      await page.untilAnswered(next);
      return performance.now() - start;
    });
    const written = await writer.ask(JSON.stringify({ query: rename, variables: { revision: system.revision, name } }));
    if (!written.text.includes('"ok":true')) throw new Error(written.text);
    const all = await Promise.all(shownAgain);
    const answered = await Promise.all(whole);
    const screens = await Promise.all(onScreen);
    if (number <= warmUp) continue;
    times.push(...all);
    wholes.push(...answered);
    slowest.push(Math.max(...all.map(({ ms }) => ms)));
    shown.push(...screens.map((at) => at - startedAt));
  }
  writer.close();
  const usedNow = await processorTime();
  return {
    work: used === undefined || usedNow === undefined ? undefined : (usedNow - used) / changes,
    seen: timingOf(times.map(({ ms }) => ms)),
    whole: timingOf(wholes),
    seenByPage: [...new Set(pages.map(({ name }) => name))].map((page) => ({
      page,
      seen: timingOf(times.filter(({ name }) => name === page).map(({ ms }) => ms)),
    })),
    seenByAll: timingOf(slowest),
    shown: shown.length === 0 ? undefined : timingOf(shown),
  };
};

const before = '{ system(id: "lis") { revision } inventory { revision } }';
interface Before {
  readonly system: { readonly revision: number };
  readonly inventory: { readonly revision: number };
}

/** Begins the workshop that all are in, and returns its id. */
const createWorkshop = async (url: string): Promise<string> => {
  const facilitator = connectTo(url);
  const { text } = await facilitator.ask(JSON.stringify({ query: newWorkshop }));
  facilitator.close();
  const made = JSON.parse(text) as { data: { createWorkshop: { workshop: { id: string } } } };
  return made.data.createWorkshop.workshop.id;
};

const rename = `mutation ($revision: Int!, $name: String!) {
  updateSystem(id: "lis", expectedRevision: $revision, input: { name: $name }) { ok error { message } }
}`;

/** In the page: resolves to the time when it shows the words. */
const untilShown = (words: string): Promise<number> =>
  new Promise((resolve) => {
    const look = (): boolean => document.querySelector('main')?.textContent.includes(words) === true;
    const observer = new MutationObserver(() => {
      if (!look()) return;
      observer.disconnect();
      resolve(Date.now());
    });
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  });

/** One page moves its pointer, all others wait to hear of it. */
const measurePresence = async (pages: readonly LivePage[]): Promise<Timing> => {
  const [mover, ...others] = pages;
  const times: number[] = [];
  for (let x = 1; x <= moves; x += 1) {
    const start = performance.now();
    const heard = others.map(async (page) => {
      await page.untilPointer(x);
      times.push(performance.now() - start);
    });
    mover?.point(x);
    await Promise.all(heard);
    await pause(40 + Math.random() * 80);
  }
  return timingOf(times);
};

/** The processor time that a process has used, in milliseconds, by Linux; undefined elsewhere. */
const processorTimeOf = async (pid: number | undefined): Promise<number | undefined> => {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // After the name in brackets; in hundredths of a second.
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
  return fields === undefined ? undefined : (Number(fields[11]) + Number(fields[12])) * 10;
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
