import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { keepTape, lastInput, lastOnTape, sightingsTable, type Sighting } from '../kit/sight.ts';
import {
  askServer,
  hasSaid,
  isDrawn,
  seeChange,
  showsWords,
  takePart,
  type Participant,
  type WorkshopPlace,
} from './workshop-people.ts';

const workshop = 'results-workshop';
const trace = `/trace?class=laboratory&workshop=${workshop}`;
const title = 'Where results go, and what holds them';
const room = { viewport: { width: 1920, height: 1080 }, colorScheme: 'light' } as const;
const laptop = { viewport: { width: 1366, height: 768 }, colorScheme: 'light' } as const;

interface Day {
  readonly place: WorkshopPlace;
  readonly facilitator: Participant;
  readonly clinician: Participant;
  readonly counsel: Participant;
  readonly sightings: Sighting[];
  readonly shoot: (name: string, ...people: readonly Participant[]) => Promise<void>;
  readonly keep: (name: string, text: string) => Promise<void>;
}

/**
 * A workshop from its opening to its minutes, with three people in three browsers: the facilitator presents, a clinician follows and says what is so, counsel
 * looks at another screen, drops out and comes back. With a folder in EHI_SHOTS it leaves there what each saw, when, and the minutes.
 */
export const dayOfAWorkshop = async (place: WorkshopPlace, label: string): Promise<void> => {
  const folder = process.env['EHI_SHOTS'];
  if (folder !== undefined) await mkdir(folder, { recursive: true });
  const sightings: Sighting[] = [];
  const open = (at: string, role: string, name: string, path: string, options: object): Promise<Participant> =>
    takePart(place, at, path, { role, name, ...options });
  const screen = `/workshop?workshop=${workshop}`;
  const facilitator = await open(place.here, 'facilitator', 'M. Okafor', screen, room);
  const clinician = await open(place.here, 'clinician', 'A. Lindqvist', screen, laptop);
  const counsel = await open(place.there, 'counsel', 'T. Nakamura', screen, { ...laptop, colorScheme: 'dark' });
  const people = [facilitator, clinician, counsel];
  const day: Day = {
    place,
    facilitator,
    clinician,
    counsel,
    sightings,
    shoot: async (name, ...who) => {
      for (const { page, role } of folder === undefined ? [] : who)
        await page.screenshot({ path: join(folder ?? '', `workshop-${label}-${name}-${role}.png`) });
    },
    keep: async (name, text) => {
      if (folder !== undefined) await writeFile(join(folder, `workshop-${label}-${name}`), text);
    },
  };
  try {
    const frozen = await beginsTogether(day);
    await presents(day);
    await capturesAndDecides(day);
    await dropsOutAndComesBack(day);
    await editsAtOnce(day);
    await keepsAPicture(day);
    const sentence = await supposes(day);
    await hidesNames(day);
    await closes(day, sentence);
    await staysFrozen(day, frozen);
  } finally {
    const roles = people.map(({ role }) => role);
    await day.keep('latencies.md', sightingsTable(`What each saw and when, ${label}`, roles, sightings));
    if (folder !== undefined)
      for (const { role, page } of people)
        await page.screenshot({ path: join(folder, `workshop-${label}-last-${role}.png`) }).catch(() => undefined);
    for (const { page } of people) await page.context().close();
  }
  for (const { role, troubles } of people) expect([role, troubles]).toEqual([role, []]);
};

const line = (page: Page) => page.getByLabel('What is said, in a line', { exact: true });
const drawn = async (page: Page): Promise<void> => {
  await page.locator('.canvas canvas').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.spinner') === null);
};
const go = async ({ page }: Participant, path: string): Promise<void> => {
  await page.goto(new URL(path, page.url()).href);
  await page.locator('.presence[data-live="live"]').waitFor();
};
const said = async ({ place }: Day): Promise<number> =>
  (
    await askServer<{ workshop: { items: { totalCount: number } } }>(
      place.here,
      `{ workshop(id: "${workshop}") { items(first: 1) { totalCount } } }`,
    )
  ).workshop.items.totalCount;
const revisionNow = async ({ place }: Day): Promise<number> =>
  (await askServer<{ inventory: { revision: number } }>(place.here, '{ inventory { revision } }')).inventory.revision;

/** Q, the line, Enter; `sees` is called with how many things are said then, between the line and Enter. */
const says = async (day: Day, by: Participant, words: string, what: string): Promise<void> => {
  const { sightings, facilitator, clinician, counsel } = day;
  const count = (await said(day)) + 1;
  await by.page.locator('body').press('q');
  await by.page.keyboard.type(words);
  await seeChange(
    sightings,
    what,
    by,
    () => by.page.keyboard.press('Enter'),
    [facilitator, clinician, counsel].map((who) => ({ who, test: hasSaid, arg: count })),
  );
  await by.page.locator('.capture-reading').getByText('Kept.').waitFor();
  await by.page.keyboard.press('Escape');
};

/** Everybody joins, the workshop is opened, and counsel freezes a view: its address, and what it says. */
const beginsTogether = async (day: Day): Promise<{ readonly url: string; readonly words: string }> => {
  const { facilitator, clinician, counsel, sightings, shoot } = day;
  for (const { page } of [facilitator, clinician, counsel])
    await page
      .locator('.presence summary')
      .filter({ hasText: /^2 others are here/ })
      .waitFor();
  await shoot('1-planned', facilitator, clinician, counsel);
  const isOn = (): boolean => document.querySelector('.capture-input') !== null;
  await seeChange(
    sightings,
    'the workshop is opened',
    facilitator,
    () => facilitator.page.getByRole('button', { name: 'Open the workshop' }).click(),
    [facilitator, clinician, counsel].map((who) => ({ who, test: isOn, arg: 0 })),
  );
  await go(counsel, trace);
  await drawn(counsel.page);
  await counsel.page.getByRole('button', { name: 'Freeze this view' }).click();
  await counsel.page.waitForURL((url) => url.searchParams.has('at'));
  await drawn(counsel.page);
  const frozen = { url: counsel.page.url(), words: await counsel.page.locator('main').innerText() };
  await shoot('1-frozen', counsel);
  await go(counsel, `/map?around=system:lis&workshop=${workshop}`);
  await drawn(counsel.page);
  return frozen;
};

/** The path, what is lit and what is selected, as the picture of a page has it. Runs in a page. */
const presentedThere = (): string => {
  interface Elements {
    map: (of: (each: { id: () => string }) => string) => string[];
  }
  const canvas = document.querySelector<HTMLElement & { _cyreg?: { cy: { $: (selector: string) => Elements } } }>(
    '.canvas',
  );
  const cy = canvas?._cyreg?.cy;
  const ids = (selector: string): string =>
    cy === undefined
      ? '-'
      : cy
          .$(selector)
          .map((each) => each.id())
          .sort()
          .join(' ');
  return [new URL(location.href).searchParams.get('path') ?? '-', ids('.body.path'), ids('.body.selected')].join(' | ');
};

/** The facilitator walks the paths by keyboard; who follows sees the same path, step and light. */
const presents = async (day: Day): Promise<void> => {
  const { facilitator, clinician, counsel, sightings, shoot } = day;
  const { page } = facilitator;
  await page.getByRole('button', { name: 'Begin with From the bench to the chart' }).click();
  await page.getByRole('link', { name: /^Go to the topic’s screen ?: From the bench/ }).click();
  await page.waitForURL(/\/trace\?/);
  await drawn(page);
  const command = async (words: string): Promise<void> => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(words);
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
  };
  await command('present to the others');
  const follow = clinician.page.getByRole('button', { name: 'Follow M. Okafor', exact: true });
  await follow.click();
  await clinician.page.getByText('You follow M. Okafor.').waitFor();
  await clinician.page.waitForURL(/\/trace\?/);
  await drawn(clinician.page);
  await command('present this screen');
  await page.getByRole('region', { name: 'Presenter' }).waitFor();
  await page.getByText('You present. A. Lindqvist follows.').waitFor();
  await page.locator('.present-position').waitFor();
  // The picture is laid out anew for the larger type.
  await page.waitForTimeout(1_000);
  const ends = await Promise.all([facilitator, clinician].map((who) => keepTape(who.page, presentedThere)));
  const keys: readonly (readonly [string, string])[] = [
    ['Space', 'the first path'],
    ['Space', 'the next path'],
    ['PageDown', 'the next path, by clicker'],
    ['ArrowDown', 'into its steps'],
    ['ArrowRight', 'the next step'],
    ['s', 'the spotlight'],
    ['ArrowRight', 'the next step, lit'],
  ];
  for (const [key, what] of keys) {
    const before = await lastOnTape(page);
    await page.keyboard.press(key);
    await expect
      .poll(async () => (await lastOnTape(page))?.what, { message: what, timeout: 20_000 })
      .not.toBe(before?.what);
    await page.waitForTimeout(400);
    const own = await lastOnTape(page);
    await expect.poll(async () => (await lastOnTape(clinician.page))?.what, { timeout: 20_000 }).toBe(own?.what);
    const theirs = await lastOnTape(clinician.page);
    const pressed = await lastInput(page);
    sightings.push({
      what: `followed: ${what}`,
      by: 'facilitator',
      answered: undefined,
      seen: { facilitator: (own?.at ?? 0) - pressed, clinician: (theirs?.at ?? 0) - pressed },
    });
    if (what === 'the next path, by clicker') await shoot('2-path', facilitator, clinician);
  }
  await shoot('2-lit-step', facilitator, clinician, counsel);
  for (const end of ends) await end();
  await page.keyboard.press('s');
  await page.keyboard.press('ArrowUp');
};

/** A line of the clinician becomes a proposal, the facilitator accepts it, all see it; counsel takes down what is decided, asked, unknown and parked. */
const capturesAndDecides = async (day: Day): Promise<void> => {
  const { facilitator, clinician, counsel, sightings, shoot, place } = day;
  const words = 'LIS sends lab results to rehab via HL7 v2';
  await says(day, clinician, words, 'a line is captured');
  const flows = '{ flows(filter: { text: "Rehabilitation system" }, first: 50) { nodes { id name source grade } } }';
  interface Flows {
    readonly flows: { readonly nodes: readonly { name: string; source: string; grade: string }[] };
  }
  const isNew = ({ name }: { name: string }): boolean =>
    name === 'Laboratory information system to Rehabilitation system';
  expect((await askServer<Flows>(place.here, flows)).flows.nodes.filter(isNew)).toEqual([]);
  await facilitator.page.keyboard.press('Shift+Q');
  const proposal = facilitator.page
    .getByRole('region', { name: 'What was said' })
    .getByRole('article', { name: `Proposal: ${words}` });
  await proposal.getByRole('button', { name: 'Accept' }).click();
  const write = proposal.getByRole('button', { name: 'Write it into the inventory' });
  await write.and(facilitator.page.locator(':enabled')).waitFor();
  await shoot('3-accepting', facilitator, clinician);
  const shown = (await facilitator.page.locator('main').textContent()) ?? '';
  const stranded = Number(/stranded in (\d+) systems/.exec(shown)?.[1]);
  await seeChange(sightings, 'the proposal is accepted: a flow on trace and map', facilitator, () => write.click(), [
    ...[facilitator, clinician].map((who) => ({ who, test: showsWords, arg: `stranded in ${stranded + 1} systems` })),
    { who: counsel, test: isDrawn, arg: 'system:rehab' },
  ]);
  await proposal.getByText('in the inventory', { exact: true }).waitFor();
  await facilitator.page.keyboard.press('Shift+Q');
  await facilitator.page.locator('.capture-panel').waitFor({ state: 'detached' });
  expect((await askServer<Flows>(place.here, flows)).flows.nodes.filter(isNew)).toEqual([
    expect.objectContaining({ source: `workshop:${workshop}/A. Lindqvist`, grade: 'ASSERTED' }),
  ]);
  await shoot('3-accepted', facilitator, clinician, counsel);

  await says(day, counsel, '! Results go out when they are final, without a hold', 'a decision is captured');
  await says(day, counsel, '? Which statute is the hold of 72 hours said to rest on', 'a question is captured');
  await says(day, counsel, '~ Whether the rehabilitation system keeps corrected results', 'an unknown is captured');
  await says(day, counsel, '> Fees for paper copies', 'a matter is parked');
  await counsel.page.locator('body').press('Shift+Q');
  const list = counsel.page.getByRole('region', { name: 'What was said' });
  const form = async (name: string, button: string): Promise<void> => {
    await list.getByRole('article', { name }).getByRole('button', { name: button, exact: true }).click();
  };
  // The clinician has the list open and sees what becomes of it.
  await clinician.page.locator('body').press('Shift+Q');
  await form('Decision: Results go out when they are final, without a hold', 'Who agreed');
  const agreed = list.getByRole('group', { name: 'Agreed' });
  await agreed.getByLabel('A. Lindqvist, laboratory').check();
  await agreed.getByLabel('S. Moreau, records office').check();
  await list.getByRole('group', { name: 'Objected' }).getByLabel('R. Haddad, interfaces').check();
  const save = list.getByRole('button', { name: 'Save', exact: true });
  await seeChange(sightings, 'who agreed', counsel, () => save.click(), [
    { who: clinician, test: showsWords, arg: 'Agreed: A. Lindqvist, laboratory; S. Moreau, records office.' },
    { who: counsel, test: showsWords, arg: 'Agreed: A. Lindqvist, laboratory; S. Moreau, records office.' },
  ]);
  await form('Question: Which statute is the hold of 72 hours said to rest on', 'Assign');
  await list.getByLabel('Who finds out').fill('S. Moreau, records office');
  await list.getByLabel('By which day').fill('2027-01-15');
  await seeChange(sightings, 'who finds out, by when', counsel, () => save.click(), [
    { who: clinician, test: showsWords, arg: 'To find out: S. Moreau, records office, by 2027-01-15.' },
    { who: counsel, test: showsWords, arg: 'To find out: S. Moreau, records office, by 2027-01-15.' },
  ]);
  await shoot('3-decided', facilitator, clinician, counsel);
  for (const { page } of [counsel, clinician]) await page.locator('body').press('Shift+Q');
};

const updateSystem = async (day: Day, id: string, input: object): Promise<void> => {
  const { system } = await askServer<{ system: { revision: number } }>(
    day.place.here,
    `{ system(id: "${id}") { revision } }`,
  );
  const { updateSystem: outcome } = await askServer<{ updateSystem: { ok: boolean } }>(
    day.place.here,
    'mutation ($id: ID!, $r: Int!, $input: UpdateSystemInput!) { updateSystem(id: $id, expectedRevision: $r, input: $input) { ok } }',
    { id, r: system.revision, input },
  );
  expect(outcome.ok).toBe(true);
};

/** Counsel's connection is lost with a line half typed; three changes later it is back, with each of them once, and the line. */
const dropsOutAndComesBack = async (day: Day): Promise<void> => {
  const { facilitator, clinician, counsel, sightings, shoot } = day;
  const { page } = counsel;
  const draft = '> Ask the vendor how long';
  await page.locator('body').press('q');
  await page.keyboard.type(draft);
  const before = await revisionNow(day);
  await expect.poll(() => Math.max(...counsel.heard), { timeout: 10_000 }).toBe(before);
  await page.context().setOffline(true);
  await page.evaluate(() =>
    (globalThis as unknown as { sockets: WebSocket[] }).sockets.forEach((each) => each.close()),
  );
  await page.getByText(/^offline since \d\d:\d\d$/).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.capture-bar [role="alert"]').waitFor();
  expect(await line(page).inputValue()).toBe(draft);
  const count = (await said(day)) + 1;
  const near = [facilitator, clinician];
  await clinician.page.locator('body').press('q');
  await clinician.page.keyboard.type('* Courier results are typed in by hand');
  await seeChange(
    sightings,
    'a note, while counsel is away',
    clinician,
    () => clinician.page.keyboard.press('Enter'),
    near.map((who) => ({ who, test: hasSaid, arg: count })),
  );
  await clinician.page.locator('.capture-reading').getByText('Kept.').waitFor();
  await clinician.page.keyboard.press('Escape');
  await updateSystem(day, 'rehab', { name: 'Rehabilitation system, east wing' });
  await updateSystem(day, 'lis', { name: 'Laboratory information system, main campus' });
  await clinician.page.getByText('Laboratory information system, main campus').first().waitFor({ state: 'attached' });
  expect(await page.getByText('Rehabilitation system, east wing').count()).toBe(0);
  await shoot('4-away', counsel);
  const back = performance.timeOrigin + performance.now();
  await seeChange(
    sightings,
    'back: everything that was missed (after the network is)',
    counsel,
    async () => {
      await page.context().setOffline(false);
      await page.evaluate((at) => void Object.assign((globalThis as never)['noted'], { input: at }), back);
    },
    [
      {
        who: counsel,
        test: (wanted: number) =>
          document.querySelector('.capture-bar')?.textContent.includes(`Said · ${wanted}`) === true &&
          document.body.textContent.includes('Rehabilitation system, east wing') &&
          document.body.textContent.includes('Laboratory information system, main campus'),
        arg: count,
      },
    ],
  );
  const now = await revisionNow(day);
  const missed = Array.from({ length: now - before }, (_, at) => before + 1 + at);
  expect(missed.length).toBe(3);
  await expect.poll(() => counsel.heard.filter((revision) => revision > before), { timeout: 10_000 }).toEqual(missed);
  expect(await line(page).inputValue()).toBe(draft);
  await shoot('4-back', counsel);
  expect(counsel.troubles.filter((trouble) => !/ERR_INTERNET_DISCONNECTED|WebSocket/.test(trouble))).toEqual([]);
  counsel.troubles.splice(0);
  // What was typed before is kept now, once.
  await page.locator('body').press('Escape');
  await line(page).focus();
  await seeChange(
    sightings,
    'the line that was typed before',
    counsel,
    () => page.keyboard.press('Enter'),
    [facilitator, clinician, counsel].map((who) => ({ who, test: hasSaid, arg: count + 1 })),
  );
  await page.keyboard.press('Escape');
};

/** Clinician and counsel edit one system; both are told, and both are in what is kept. */
const editsAtOnce = async (day: Day): Promise<void> => {
  const { clinician, counsel, sightings, shoot } = day;
  const both = [clinician, counsel];
  for (const who of both) {
    await go(who, `/record?concept=SYSTEM&id=rehab&workshop=${workshop}`);
    await who.page.getByRole('button', { name: 'Edit', exact: true }).click();
    await who.page.getByRole('form', { name: /^Edit / }).waitFor();
  }
  await clinician.page.getByText(/^T\. Nakamura edits this too, since/).waitFor();
  await counsel.page.getByText(/^A\. Lindqvist edits this too, since/).waitFor();
  await counsel.page.getByLabel('Custodian').fill('Therapy services');
  await clinician.page.getByRole('form').getByLabel(/^Name/).fill('Rehabilitation and therapy system');
  await seeChange(
    sightings,
    'one saves what the other has open',
    clinician,
    () => clinician.page.getByRole('button', { name: 'Save', exact: true }).click(),
    [
      { who: clinician, test: showsWords, arg: 'Rehabilitation and therapy system' },
      { who: counsel, test: showsWords, arg: 'while this form was open. What you typed is still here.' },
    ],
  );
  expect(await counsel.page.getByLabel('Custodian').inputValue()).toBe('Therapy services');
  await shoot('5-both-edit', counsel);
  await counsel.page.getByRole('button', { name: 'Put both together' }).click();
  await counsel.page.getByRole('alertdialog').getByText('Name: Rehabilitation and therapy system').waitFor();
  await shoot('5-together', counsel);
  await seeChange(
    sightings,
    'both put together',
    counsel,
    () => counsel.page.getByRole('button', { name: 'Save this' }).click(),
    [{ who: clinician, test: showsWords, arg: 'Therapy services' }],
  );
  for (const { page } of both) {
    await page.getByText('Therapy services', { exact: true }).waitFor();
    await page.getByRole('heading', { level: 1, name: 'Rehabilitation and therapy system' }).waitFor();
  }
};

/** The facilitator keeps the picture that is spoken of. */
const keepsAPicture = async (day: Day): Promise<void> => {
  const { facilitator, clinician, counsel, sightings, shoot } = day;
  const count = (await said(day)) + 1;
  await seeChange(
    sightings,
    'a picture is kept',
    facilitator,
    () => facilitator.page.locator('body').press('k'),
    [facilitator, clinician, counsel].map((who) => ({ who, test: hasSaid, arg: count })),
  );
  await go(clinician, `/workshop?workshop=${workshop}&tab=picture`);
  const shown = clinician.page.locator('main .item-picture img');
  await shown.waitFor();
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300);
  await shoot('6-picture', clinician);
};

/** The portal is down in a what-if; another, proposed by counsel, is accepted by the clinician. Returns what the first one says. */
const supposes = async (day: Day): Promise<string> => {
  const { facilitator, clinician, counsel, sightings, shoot, keep, place } = day;
  const { page } = facilitator;
  await page.keyboard.press('Escape');
  await page.getByRole('region', { name: 'Presenter' }).waitFor({ state: 'detached' });
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'What if' }).click();
  await page.getByText('Nothing is supposed yet').waitFor();
  await go(clinician, `/what-if?page=scenarios&workshop=${workshop}`);
  const { whatIf } = await askServer<{ whatIf: { readonly sentence: string } }>(
    place.here,
    `{ whatIf(outages: [{ concept: SYSTEM, id: "portal" }]) { sentence revision asOf
      counts { outcomes more less stranded unstranded turns { turn count } }
      findingsOpened(first: 1) { totalCount } findingsClosed(first: 1) { totalCount } } }`,
  );
  await keep('what-if.json', JSON.stringify(whatIf, null, 2));
  await page.getByRole('button', { name: 'Something is down' }).click();
  await page.getByRole('combobox', { name: /is down\?$/ }).fill('Patient portal');
  const option = page.getByRole('option', { name: /Patient portal/i }).first();
  await option.waitFor();
  await seeChange(sightings, 'what if the portal is down: the answer', facilitator, () => option.click(), [
    { who: facilitator, test: showsWords, arg: whatIf.sentence },
  ]);
  await page.locator('.what-if-drawn[data-drawn="yes"]').waitFor();
  await shoot('7-portal-down', facilitator);
  const count = (await said(day)) + 1;
  await seeChange(
    sightings,
    'the picture of the what-if is kept',
    facilitator,
    () => page.locator('body').press('k'),
    [facilitator, clinician, counsel].map((who) => ({ who, test: hasSaid, arg: count })),
  );
  const saveAs = async (who: Participant, name: string): Promise<void> => {
    const form = who.page.getByRole('form', { name: 'Save the what-if' });
    await form.getByText(`It will stand in the minutes of ${title}.`).waitFor();
    await form.getByLabel('Name', { exact: true }).fill(name);
    await seeChange(
      sightings,
      `the what-if "${name}" is saved`,
      who,
      () => form.getByRole('button', { name: 'Save', exact: true }).click(),
      [{ who: clinician, test: showsWords, arg: name }],
    );
    await who.page.getByRole('heading', { name: `What if: ${name}` }).waitFor();
  };
  await saveAs(facilitator, 'The patient portal is down');
  await go(counsel, `/what-if?workshop=${workshop}`);
  await counsel.page.getByRole('button', { name: 'Lift a restriction' }).click();
  await counsel.page.getByRole('combobox', { name: 'Which restriction is lifted?' }).fill('Notes switched off');
  await counsel.page
    .getByRole('option', { name: /Notes switched off/i })
    .first()
    .click();
  await counsel.page.getByText(/ is lifted on /).waitFor();
  await counsel.page.locator('.what-if-drawn[data-drawn="yes"]').waitFor();
  await saveAs(counsel, 'Notes for apps');
  await shoot('7-lifted', counsel, clinician);
  await seeChange(
    sightings,
    'the what-if is proposed',
    counsel,
    () => counsel.page.getByRole('button', { name: 'Turn into proposed changes' }).click(),
    [{ who: clinician, test: showsWords, arg: 'proposed, waits for a second person' }],
  );
  await counsel.page.getByText('You proposed it.').waitFor();
  await clinician.page.getByRole('button', { name: 'Decide: Notes for apps' }).click();
  await clinician.page.getByRole('form', { name: 'Decide' }).getByLabel('Why').fill('No basis for it is documented');
  await shoot('7-proposal', clinician);
  const accept = clinician.page.getByRole('button', { name: 'Accept: make the changes' });
  await accept.and(clinician.page.locator(':enabled')).waitFor();
  await seeChange(
    sightings,
    'the what-if is accepted',
    clinician,
    () => accept.click(),
    [clinician, counsel].map((who) => ({ who, test: showsWords, arg: 'It is part of the inventory.' })),
  );
  const { restriction } = await askServer<{ restriction: { endedOn: string | null } }>(
    place.there,
    '{ restriction(id: "notes-off-api") { endedOn } }',
  );
  expect(restriction.endedOn).not.toBeNull();
  await shoot('7-accepted', clinician, counsel);
  return whatIf.sentence;
};

/** Names are hidden for a recording, and shown again. */
const hidesNames = async (day: Day): Promise<void> => {
  const { facilitator, shoot } = day;
  const { page } = facilitator;
  await go(facilitator, trace);
  await drawn(page);
  const named = 'Laboratory information system, main campus';
  await page.getByText(named).first().waitFor({ state: 'attached' });
  await page.locator('body').press('Shift+H');
  await page.getByRole('button', { name: 'Names hidden' }).waitFor();
  await page.getByText('Laboratory information system 1').first().waitFor({ state: 'attached' });
  await drawn(page);
  await shoot('8-hidden', facilitator);
  expect(await page.locator('body').innerText()).not.toMatch(
    /main campus|Rehabilitation and|Lindqvist|Nakamura|Where results go/,
  );
  await page.locator('body').press('Shift+H');
  await page.getByRole('button', { name: 'Names hidden' }).waitFor({ state: 'detached' });
  await page.getByText(named).first().waitFor({ state: 'attached' });
};

/** The workshop is closed; its minutes have all of it in every form, and the burn-down its points. */
const closes = async (day: Day, sentence: string): Promise<void> => {
  const { facilitator, clinician, counsel, sightings, shoot, keep, place } = day;
  const { page } = facilitator;
  await go(facilitator, `/workshop?workshop=${workshop}`);
  await shoot('9-before', facilitator);
  await page.getByRole('button', { name: 'Close the workshop' }).click();
  await page.getByText(/^Still open: /).waitFor();
  await seeChange(
    sightings,
    'the workshop is closed',
    facilitator,
    () => page.getByRole('button', { name: 'Close it now' }).click(),
    [facilitator, clinician, counsel].map((who) => ({
      who,
      test: () => document.querySelector('.capture-input') === null,
      arg: 0,
    })),
  );
  await page.getByRole('tab', { name: 'Burn-down' }).click();
  await page.getByRole('img', { name: /^Everything unknown: / }).waitFor();
  await shoot('9-burn-down', facilitator);
  const { burnDown } = (
    await askServer<{ workshop: { burnDown: readonly { moment: string; total: number; workshop: string | null }[] } }>(
      place.there,
      `{ workshop(id: "${workshop}") { burnDown { moment total workshop counts { kind count } } } }`,
    )
  ).workshop;
  const own = burnDown.filter((point) => point.workshop === workshop);
  expect(own.map(({ moment }) => moment)).toEqual(['OPENED', 'CLOSED']);
  expect(burnDown.at(-1)?.moment).toBe('NOW');
  await keep('burn-down.json', JSON.stringify(burnDown, null, 2));
  await page.getByRole('tab', { name: 'Minutes' }).click();
  await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor();
  await shoot('9-minutes', facilitator);
  const forms = await Promise.all(
    ['md', 'html', 'csv'].map(async (form) => {
      const text = await (await fetch(new URL(`/workshops/${workshop}/minutes.${form}`, place.there))).text();
      await keep(`minutes.${form}`, text);
      return [form, text] as const;
    }),
  );
  for (const [form, text] of forms)
    for (const words of [
      'LIS sends lab results to rehab via HL7 v2',
      'Results go out when they are final, without a hold',
      'A. Lindqvist, laboratory; S. Moreau, records office',
      'R. Haddad, interfaces',
      'Which statute is the hold of 72 hours said to rest on',
      '2027-01-15',
      'Whether the rehabilitation system keeps corrected results',
      'Fees for paper copies',
      'Courier results are typed in by hand',
      'Ask the vendor how long',
      'The patient portal is down',
      'Notes for apps',
      'No basis for it is documented',
      'Who decided that 72 hours are waited, and where is it written?',
    ])
      expect([form, words, text.includes(words)]).toEqual([form, words, true]);
  // Each picture says what it shows, and where its file is.
  const differs = sentence.split('is down, ')[1] ?? sentence;
  for (const [form, text] of forms) expect([form, differs, text.includes(differs)]).toEqual([form, differs, true]);
  const html = forms.find(([form]) => form === 'html')?.[1] ?? '';
  expect(html.match(/src="data:image\/png;base64,/g)).toHaveLength(2);
  const markdown = forms.find(([form]) => form === 'md')?.[1] ?? '';
  for (const words of [`${title} opened`, `${title} closed`, 'system "Patient portal"', 'the HTML minutes show it'])
    expect([words, markdown.includes(words)]).toEqual([words, true]);
};

/** The link that was frozen when it began answers as it was then. */
const staysFrozen = async (day: Day, frozen: { readonly url: string; readonly words: string }): Promise<void> => {
  const { counsel, shoot } = day;
  await counsel.page.goto(frozen.url);
  await drawn(counsel.page);
  await counsel.page.getByRole('region', { name: 'What you see' }).waitFor();
  await shoot('10-frozen', counsel);
  expect(await counsel.page.locator('main').innerText()).toBe(frozen.words);
};
