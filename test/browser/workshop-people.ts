import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { answeredAfter, lastInput, lookFor, noteTimes, seenAt, type Sighting } from '../kit/sight.ts';

/** A browser, and two addresses of one inventory: those of two servers, or the same twice. */
export interface WorkshopPlace {
  readonly browser: Browser;
  readonly here: string;
  readonly there: string;
}

/** Somebody who takes part, in a browser context of their own. */
export interface Participant {
  /** As in the table: facilitator, clinician, counsel. */
  readonly role: string;
  readonly name: string;
  readonly page: Page;
  /** The revisions that the page was told of, in the order in which they came. */
  readonly heard: number[];
  /** What its script threw or logged as an error. */
  readonly troubles: string[];
}

/** Opens a path as somebody who hears of what others do. */
export const takePart = async (
  { browser }: WorkshopPlace,
  at: string,
  path: string,
  { role, name, ...options }: { readonly role: string; readonly name: string } & BrowserContextOptions,
): Promise<Participant> => {
  const context = await browser.newContext({ acceptDownloads: true, ...options });
  await noteTimes(context);
  await context.addInitScript((actor) => {
    // Every socket can be cut off by the test.
    const sockets: WebSocket[] = [];
    Object.assign(globalThis, { sockets });
    const Plain = globalThis.WebSocket;
    globalThis.WebSocket = class extends Plain {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(url, protocols);
        sockets.push(this);
      }
    };
    localStorage.setItem('ehi.actor', actor);
  }, name);
  const page = await context.newPage();
  const heard: number[] = [];
  const troubles: string[] = [];
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      const message = JSON.parse(String(payload)) as { payload?: { data?: { changed?: { revision: number } } } };
      const revision = message.payload?.data?.changed?.revision;
      if (revision !== undefined) heard.push(revision);
    }),
  );
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  await page.goto(new URL(path, at).href);
  await page.locator('.presence[data-live="live"]').waitFor();
  return { role, name, page, heard, troubles };
};

/** What somebody is to see: `test` runs in their page. */
export interface Sight<A> {
  readonly who: Participant;
  readonly test: (arg: A) => boolean;
  readonly arg: A;
}

/** Does something whose last key or press changes what others see, and adds to `sightings` when each of them saw it. */
export const seeChange = async <A>(
  sightings: Sighting[],
  what: string,
  by: Participant,
  act: () => Promise<void>,
  sights: readonly Sight<A>[],
): Promise<void> => {
  const key = `${what} ${sightings.length}`;
  for (const { who, test, arg } of sights) await lookFor(who.page, key, test, arg);
  await act();
  const pressed = await lastInput(by.page);
  const seen: Record<string, number> = {};
  for (const { who } of sights) seen[who.role] = (await seenAt(who.page, key)) - pressed;
  const answered = await answeredAfter(by.page, pressed);
  sightings.push({ what, by: by.role, answered: answered === undefined ? undefined : answered - pressed, seen });
  for (const time of Object.values(seen)) expect([what, time > -50]).toEqual([what, true]);
};

/** Asks a server, or changes something on it, without any page. */
export const askServer = async <T>(
  at: string,
  query: string,
  variables: object = {},
  actor = 'R. Haddad',
): Promise<T> => {
  const response = await fetch(new URL('/graphql', at), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-ehi-actor': actor },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: T; errors?: unknown };
  if (errors !== undefined || data === undefined) throw new Error(JSON.stringify(errors));
  return data;
};

/** The number of things said, as the line at the foot of every screen has it. Runs in a page. */
export const hasSaid = (count: number): boolean =>
  [...document.querySelectorAll('.capture-bar button')].some((each) => each.textContent === `Said · ${count}`);

/** Whether the words stand in what is shown. Runs in a page. */
export const showsWords = (words: string): boolean => document.body.textContent.includes(words);

/** Whether something is drawn in the picture. Runs in a page. */
export const isDrawn = (id: string): boolean => {
  const canvas = document.querySelector<
    HTMLElement & { _cyreg?: { cy: { $id: (of: string) => { nonempty: () => boolean } } } }
  >('.canvas');
  return canvas?._cyreg?.cy.$id(id).nonempty() === true;
};
