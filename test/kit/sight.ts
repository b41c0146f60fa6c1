import { loadavg } from 'node:os';
import type { BrowserContext, Page } from 'playwright-core';

/** What a page notes of itself while a test looks on: all times are milliseconds since 1970 by the clock of the page. */
interface Noted {
  input: number;
  readonly answers: number[];
  readonly seen: Record<string, number>;
  readonly tape: { readonly at: number; readonly what: string }[];
}

type Noting = typeof globalThis & { noted: Noted };

/** Has every page of a context note when a key or button was last pressed in it, and when each of its changes was answered. Before its first page opens. */
export const noteTimes = async (context: BrowserContext): Promise<void> => {
  await context.addInitScript(() => {
    const noted: Noted = { input: 0, answers: [], seen: {}, tape: [] };
    (globalThis as Noting).noted = noted;
    const onInput = (event: Event): void => void (noted.input = performance.timeOrigin + event.timeStamp);
    for (const name of ['pointerdown', 'keydown']) globalThis.addEventListener(name, onInput, { capture: true });
    const send = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      const answer = await send(input, init);
      if (typeof init?.body === 'string' && init.body.includes('mutation '))
        noted.answers.push(performance.timeOrigin + performance.now());
      return answer;
    };
  });
};

/** Begins to look whether something is to be seen in a page, every 5 ms. `test` runs there, and knows nothing but its argument. */
export const lookFor = <A>(page: Page, name: string, test: (arg: A) => boolean, arg: A): Promise<void> =>
  page.evaluate(`(() => {
    const test = ${test.toString()};
    const arg = ${JSON.stringify(arg)};
    const look = () => {
      if (test(arg)) noted.seen[${JSON.stringify(name)}] = performance.timeOrigin + performance.now();
      else setTimeout(look, 5);
    };
    look();
  })()`);

/** When what was looked for was seen. Fails when it is not within a minute. */
export const seenAt = async (page: Page, name: string): Promise<number> => {
  const found = await page.waitForFunction((key) => (globalThis as Noting).noted.seen[key], name, {
    polling: 20,
    timeout: 60_000,
  });
  return Number(await found.jsonValue());
};

/** When a key or button was last pressed in a page. */
export const lastInput = (page: Page): Promise<number> => page.evaluate(() => (globalThis as Noting).noted.input);

/** When the first change after a moment was answered; undefined while none was. */
export const answeredAfter = (page: Page, moment: number): Promise<number | undefined> =>
  page.evaluate((after) => (globalThis as Noting).noted.answers.find((at) => at > after), moment);

/** Begins to keep what `probe` says of a page, whenever that changes, looked at every 5 ms. Returns the way to end it. */
export const keepTape = async (page: Page, probe: () => string): Promise<() => Promise<void>> => {
  await page.evaluate(`(() => {
    const probe = ${probe.toString()};
    globalThis.taping = setInterval(() => {
      const what = probe();
      if (noted.tape.at(-1)?.what !== what) noted.tape.push({ at: performance.timeOrigin + performance.now(), what });
    }, 5);
  })()`);
  return () => page.evaluate(`clearInterval(globalThis.taping)`);
};

/** What a page's probe said last, and since when. */
export const lastOnTape = (page: Page): Promise<{ readonly at: number; readonly what: string } | undefined> =>
  page.evaluate(() => (globalThis as Noting).noted.tape.at(-1));

/** One thing that was done and when each saw it, in milliseconds after the press of the key or button. */
export interface Sighting {
  readonly what: string;
  readonly by: string;
  /** When whoever did it had the server's answer. */
  readonly answered: number | undefined;
  readonly seen: Readonly<Record<string, number>>;
}

/** The sightings as a Markdown table, with how busy the machine is. */
export const sightingsTable = (title: string, people: readonly string[], sightings: readonly Sighting[]): string => {
  const ms = (value: number | undefined): string => (value === undefined ? '' : `${Math.round(value)}`);
  const rows = [
    ['what', 'by', 'answered', ...people.map((name) => `seen by ${name}`)],
    ['---', '---', '--:', ...people.map(() => '--:')],
    ...sightings.map(({ what, by, answered, seen }) => [
      what,
      by,
      ms(answered),
      ...people.map((name) => ms(seen[name])),
    ]),
  ];
  const load = loadavg()
    .map((value) => value.toFixed(1))
    .join(', ');
  return `${title}\n\nMilliseconds after the press; load of the machine over 1, 5 and 15 minutes: ${load}\n\n${rows
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')}\n`;
};
