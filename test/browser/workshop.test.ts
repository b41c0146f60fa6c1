import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, openSite, type OpenPage, type Site } from '../kit/browser.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite('regional-hospital');
});
afterAll(() => site.close());

const shots = process.env['EHI_SHOTS'];
const shot = async (page: Page, name: string): Promise<void> => {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/workshop-${name}.png` });
};

const workshop = 'lab-results-review';
const line = (page: Page) => page.getByLabel('What is said, in a line', { exact: true });
const reading = (page: Page) => page.locator('.capture-reading');
const item = (page: Page, name: string) => page.locator('main').getByRole('article', { name });
const topicOf = (page: Page) => page.getByRole('combobox', { name: 'Topic that is spoken of' });
const spokenIn = (page: Page) => topicOf(page).locator('option:checked').textContent();
const itemsOf = async () =>
  (
    await site.server.ask<{ workshop: { items: { nodes: readonly SaidItem[] } } }>(
      `query ($id: ID!) { workshop(id: $id) { items(first: 100) { nodes {
        id kind state name source topic link answer answeredBy agreedBy assignee dueOn revision revisions about { concept id } picture { id } } } } }`,
      { id: workshop },
    )
  ).workshop.items.nodes;
interface SaidItem {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly name: string;
  readonly source: string;
  readonly topic: string | null;
  readonly link: string | null;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly agreedBy: readonly string[];
  readonly assignee: string | null;
  readonly dueOn: string | null;
  readonly revision: number;
  readonly revisions: readonly number[];
  readonly about: { readonly concept: string; readonly id: string } | null;
  readonly picture: { readonly id: string } | null;
}
const said = async (name: string): Promise<SaidItem | undefined> =>
  (await itemsOf()).find((each) => each.name === name);

const openAs = async (path: string, actor: string, options = {}): Promise<OpenPage> => {
  const opened = await site.open(path, options);
  const field = opened.page.getByLabel('You are', { exact: true }).first();
  await field.fill(actor);
  await field.press('Enter');
  return opened;
};

/** Q, the line, Enter: until the bar says that it is kept. */
const write = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.press('q');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await reading(page)
    .getByText(text.replace(/^[?!~>*] /u, ''))
    .and(reading(page).locator('p'))
    .first()
    .waitFor();
  await reading(page).getByText('Kept.').waitFor();
  await page.keyboard.press('Escape');
};

const tracePath = `/trace?class=laboratory&workshop=${workshop}`;

describe('a workshop on the screen', () => {
  it('is planned with an agenda, outlives a reload while it is typed, and is opened', async () => {
    const { page, troubles } = await openAs('/workshop', 'R. Lead');
    await page.getByRole('region', { name: 'Planned' }).waitFor();
    await page.getByRole('button', { name: 'Plan a workshop' }).click();
    const hasFocus = (of: Locator) => of.evaluate((element) => element === document.activeElement);
    await expect.poll(() => hasFocus(page.getByLabel(/^Name/u))).toBe(true);
    await page.getByRole('button', { name: 'Cancel' }).click();
    const plan = page.getByRole('button', { name: 'Plan a workshop' });
    await expect.poll(() => hasFocus(plan)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByLabel(/^Name/u).fill('Lab results review');
    await page.getByLabel('What it is for').fill('Who gets which lab results, and when');
    await page.getByLabel('Who is there').fill('Ann\nBen\nC. Counsel');
    await page.getByRole('button', { name: 'Add a topic' }).click();
    await page.getByLabel('Topic 1', { exact: true }).fill('Where results begin');
    await page.getByLabel('Minutes', { exact: true }).fill('10');
    await page.getByLabel('Begin at').fill(`${site.server.url.replace(/\/$/u, '')}/trace?class=laboratory`);
    await page.getByLabel('Notes', { exact: true }).fill('Ask for the list of interfaces.');
    await page.getByRole('button', { name: 'Add a topic' }).click();
    await page.getByLabel('Topic 2', { exact: true }).fill('What the portal shows');
    await shot(page, 'plan');
    await page.reload();
    expect(await page.getByLabel(/^Name/u).inputValue()).toBe('Lab results review');
    expect(await page.getByLabel('Topic 2', { exact: true }).inputValue()).toBe('What the portal shows');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Plan it' }).click();
    await page.getByRole('heading', { level: 1, name: 'Lab results review' }).waitFor();
    expect(new URL(page.url()).searchParams.get('workshop')).toBe(workshop);
    await page.getByText('is planned: open it to keep what is said.').waitFor();
    await page.getByRole('button', { name: 'Open the workshop' }).click();
    await line(page).waitFor();
    await page.getByRole('button', { name: 'Begin with Where results begin' }).click();
    await page.getByRole('timer').first().waitFor();
    await page.getByRole('link', { name: /^Go to the topic’s screen/u }).click();
    await page.waitForURL(/\/trace\?/u);
    expect(new URL(page.url()).searchParams.get('workshop')).toBe(workshop);
    await line(page).waitFor();
    expect(troubles).toEqual([]);
  });

  it('takes down every kind from the trace by keyboard alone, about what is selected and under the topic', async () => {
    const { page, troubles } = await openAs(`${tracePath}&sel=system:lis`, 'Ann');
    await line(page).waitFor();
    await page.getByRole('combobox', { name: 'Topic that is spoken of' }).selectOption('Where results begin');
    await page.locator('canvas').first().waitFor();
    await page.locator('body').click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('q');
    await page.keyboard.type('PACS sends orders to LIS via FHIR');
    await reading(page).getByText('Understood:').waitFor();
    await shot(page, 'capture');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await reading(page).getByText('Kept.').waitFor();
    expect(await line(page).inputValue()).toBe('');
    await page.keyboard.press('Escape');
    await write(page, '? who answers for the archive');
    await write(page, '! results are released at once');
    await write(page, '~ whether the archive keeps addenda');
    await write(page, '> the old fax gateway');
    await write(page, '* the demo went well');
    const items = await itemsOf();
    expect(items.map(({ kind, name, state }) => [kind, name, state])).toEqual([
      ['PROPOSAL', 'PACS sends orders to LIS via FHIR', 'OPEN'],
      ['QUESTION', 'who answers for the archive', 'OPEN'],
      ['DECISION', 'results are released at once', 'DONE'],
      ['UNKNOWN', 'whether the archive keeps addenda', 'OPEN'],
      ['PARKED', 'the old fax gateway', 'OPEN'],
      ['NOTE', 'the demo went well', 'DONE'],
    ]);
    for (const each of items) {
      expect(each.about).toEqual({ concept: 'SYSTEM', id: 'lis' });
      expect(each.topic).toBe('where-results-begin');
      expect(each.link).toBe('/trace?class=laboratory&sel=system%3Alis');
      expect(each.source).toBe('Ann');
    }
    // What is typed and not kept is still there after a reload, and on another screen.
    await page.keyboard.press('q');
    await page.keyboard.type('half a thought');
    await page.reload();
    await line(page).waitFor();
    expect(await line(page).inputValue()).toBe('half a thought');
    await line(page).fill('');
    expect(troubles).toEqual([]);
  });

  it('has one topic and one clock, in the agenda, at the foot and for the presenter, with its notes and its screen', async () => {
    const { page, troubles } = await openAs(tracePath, 'Ann');
    await page.goto(new URL(`${tracePath}&present=1`, site.server.url).href);
    const topics = page.getByRole('region', { name: 'Topics and time' });
    const clocks = page.getByRole('timer');
    await page.getByRole('button', { name: 'Write down' }).waitFor();
    await page.getByRole('region', { name: 'Presenter' }).waitFor();
    await page.keyboard.press('t');
    await topics.getByRole('heading', { name: 'Agenda: Lab results review' }).waitFor();
    await topics.getByRole('button', { name: 'Begin with Where results begin' }).click();
    await topics.getByRole('button', { name: 'Pause' }).click();
    // One clock, though the line and the presenter both have the topic.
    await clocks.filter({ hasText: /^Where results begin: .* left of 10 minutes, paused$/u }).waitFor();
    expect(await clocks.count()).toBe(1);
    await shot(page, 'presented-topics');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('n');
    await page.getByText('Ask for the list of interfaces.').waitFor();
    await page.keyboard.press('Escape');
    const link = page
      .getByRole('region', { name: 'Presenter' })
      .getByRole('link', { name: 'Go to the topic’s screen' });
    expect(await link.getAttribute('href')).toBe(`/trace?class=laboratory&present=1&workshop=${workshop}`);
    // The line is folded while one presents, until it is asked for.
    await page.keyboard.press('q');
    await expect.poll(() => spokenIn(page)).toBe('Where results begin');
    await topicOf(page).selectOption('What the portal shows');
    await clocks.filter({ hasText: /^What the portal shows: 0:\d\d so far$/u }).waitFor();
    // The first leaves the line, the second presenter mode.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: 'Presenter' }).waitFor({ state: 'detached' });
    await page.goto(new URL(`/workshop?workshop=${workshop}`, site.server.url).href);
    await page.locator('.agenda [aria-current="step"]').filter({ hasText: 'What the portal shows' }).waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    expect(await clocks.allTextContents()).toEqual(Array(2).fill(expect.stringMatching(/so far, paused$/u)));
    await page.goto(new URL('/findings?present=1', site.server.url).href);
    await page.getByRole('region', { name: 'Presenter' }).waitFor();
    await page.keyboard.press('t');
    await topics.getByText('No topic is listed yet.').waitFor();
    expect(await clocks.count()).toBe(0);
    expect(troubles).toEqual([]);
  });

  it('brings who follows to the presenter’s topic, says so, and lets them choose another', async () => {
    const ann = await openAs(tracePath, 'Ann');
    const ben = await openAs(`/findings?workshop=${workshop}`, 'Ben');
    await topicOf(ann.page).selectOption('Where results begin');
    await ann.page.locator('.presence > summary').click();
    await ann.page.getByRole('button', { name: 'Present to the others' }).click();
    await ben.page.getByText('Ann presents.').waitFor();
    await ben.page.locator('body').click({ position: { x: 5, y: 5 } });
    await ben.page.keyboard.press('q');
    await ben.page.getByText('Ann speaks of Where results begin').waitFor();
    await ben.page.keyboard.press('Escape');
    expect(await spokenIn(ben.page)).toBe('No topic');
    await ben.page.getByRole('button', { name: 'Follow Ann', exact: true }).click();
    await expect.poll(() => spokenIn(ben.page)).toBe('Where results begin');
    await ben.page.keyboard.press('q');
    await ben.page.getByText('Where results begin: Ann speaks of it, whom you follow').waitFor();
    await shot(ben.page, 'following-topic');
    expect(await accessibilityFaults(ben.page)).toEqual([]);
    await topicOf(ben.page).selectOption('What the portal shows');
    await line(ben.page).focus();
    await ben.page.getByText('Ann speaks of Where results begin').waitFor();
    await ben.page.keyboard.press('Escape');
    // What Ann points out does not take the own choice away; her next topic does.
    await ann.page.keyboard.press('Escape');
    await ann.page.getByRole('treeitem').nth(2).click();
    await expect.poll(() => ben.page.url()).toContain('sel=');
    expect(await spokenIn(ben.page)).toBe('What the portal shows');
    await topicOf(ann.page).selectOption('');
    await topicOf(ann.page).selectOption('Where results begin');
    await expect.poll(() => spokenIn(ben.page)).toBe('Where results begin');
    expect([...ann.troubles, ...ben.troubles]).toEqual([]);
    await ann.context.close();
    await ben.context.close();
  });

  it('lists the walkthroughs that are prepared for it and shows one under the topic', async () => {
    const { page, troubles } = await openAs(tracePath, 'Ann');
    await topicOf(page).selectOption('Where results begin');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('add this view');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Add this view to a walkthrough' });
    await dialog.getByRole('option', { name: 'A new one, for Lab results review' }).waitFor({ state: 'attached' });
    await dialog.getByLabel('Name of the new one').fill('The way of a result');
    await dialog.getByLabel('Title of the stop').fill('Where it begins');
    await dialog.getByRole('button', { name: 'Add' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.goto(new URL(`/workshop?workshop=${workshop}`, site.server.url).href);
    const prepared = page.getByRole('region', { name: 'Walkthroughs' });
    await prepared.getByRole('link', { name: 'The way of a result', exact: true }).waitFor();
    expect(await prepared.getByRole('link', { name: 'All walkthroughs' }).count()).toBe(1);
    await shot(page, 'prepared');
    await prepared.getByRole('link', { name: 'All walkthroughs' }).click();
    await page.getByRole('heading', { level: 2, name: 'Prepared for Lab results review' }).waitFor();
    expect(await page.locator('.walkthrough-list h3').first().textContent()).toBe('The way of a result');
    await page.getByRole('heading', { level: 2, name: 'Others' }).waitFor();
    await shot(page, 'walkthroughs');
    await page.goBack();
    await prepared.waitFor();
    await page.getByRole('button', { name: 'Edit agenda and people' }).click();
    await page.locator('datalist option').first().waitFor({ state: 'attached' });
    expect(await page.locator('datalist option').first().getAttribute('value')).toBe(
      '/walkthroughs?id=the-way-of-a-result&stop=1',
    );
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await prepared.getByRole('link', { name: 'Show The way of a result' }).click();
    await page.locator('.present-position').filter({ hasText: '1 of 1: Where it begins' }).waitFor();
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toMatchObject({ workshop, present: '1' });
    await page.getByRole('region', { name: 'Presenter' }).waitFor();
    await page.keyboard.press('q');
    await expect.poll(() => spokenIn(page)).toBe('Where results begin');
    await page
      .locator('.present-clock')
      .filter({ hasText: /^Where results begin: /u })
      .waitFor();
    expect(troubles).toEqual([]);
  });

  it('writes a proposal into the inventory when it is accepted, and the map shows it', async () => {
    const { page } = await openAs(`/map?around=system:lis&workshop=${workshop}`, 'Ben');
    await page.locator('main.map[data-drawn="yes"]').waitFor();
    // In a workshop the key of quick capture, and its button, lead to the line: nothing is written before it is accepted.
    await page.getByRole('button', { name: 'Quick capture' }).click();
    expect(await line(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await page.locator('body').click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('Shift+Q');
    const list = page.getByRole('region', { name: 'What was said' });
    const proposal = list.getByRole('article', { name: /^Proposal: PACS sends orders/u });
    await proposal.getByRole('button', { name: 'Accept' }).click();
    await proposal
      .getByText(/^Radiology image archive sends Orders to Laboratory/u)
      .first()
      .waitFor();
    await shot(page, 'accept');
    await proposal.getByRole('button', { name: 'Write it into the inventory' }).click();
    await proposal.getByText('in the inventory', { exact: true }).waitFor();
    const flows = await site.server.ask<{ flows: { nodes: readonly { id: string; source: string; grade: string }[] } }>(
      'query { flows(filter: { text: "Radiology image archive to Laboratory" }, first: 50) { nodes { id source grade } } }',
    );
    expect(flows.flows.nodes).toContainEqual(
      expect.objectContaining({ source: `workshop:${workshop}/Ann`, grade: 'ASSERTED' }),
    );
    expect((await said('PACS sends orders to LIS via FHIR'))?.state).toBe('DONE');
    await page.keyboard.press('Shift+Q');
    await page.locator('.capture-panel').waitFor({ state: 'detached' });
    await page
      .getByRole('treeitem', { name: /^Radiology image archive/u })
      .first()
      .waitFor();
  });

  it('keeps the picture as it was, with what it shows in words', async () => {
    const { page, troubles } = await openAs(tracePath, 'Ann');
    await page.getByRole('button', { name: 'Keep this picture' }).and(page.locator(':enabled')).waitFor();
    await page.locator('body').click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('k');
    await page
      .getByText(/^Picture kept: /u)
      .first()
      .waitFor({ state: 'attached' });
    const picture = (await itemsOf()).find(({ kind }) => kind === 'PICTURE');
    expect(picture?.picture?.id).toBeDefined();
    expect(picture?.link).toBe('/trace?class=laboratory');
    await page.goto(`${site.server.url}workshop?workshop=${workshop}&tab=picture`.replace(/([^:])\/\//u, '$1/'));
    const shown = page.locator('main .item-picture img');
    await shown.waitFor();
    await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300);
    await shot(page, 'picture');
    expect(troubles).toEqual([]);
  });

  it('is answered, assigned and agreed to by others, and two answers to one question are put side by side', async () => {
    const ann = await openAs(`/workshop?workshop=${workshop}`, 'Ann');
    const ben = await openAs(`/workshop?workshop=${workshop}`, 'Ben');
    const question = 'Question: who answers for the archive';
    await item(ann.page, question).getByRole('button', { name: 'Assign' }).click();
    await ann.page.getByLabel('Who finds out').fill('Ben');
    await ann.page.getByLabel('By which day').fill('2027-01-15');
    await ann.page.getByRole('button', { name: 'Save' }).click();
    await item(ann.page, question).getByText('To find out: Ben, by 2027-01-15.').waitFor();
    await item(ann.page, 'Decision: results are released at once').getByRole('button', { name: 'Who agreed' }).click();
    const agreed = ann.page.getByRole('group', { name: 'Agreed' });
    await agreed.getByLabel('Ann').check();
    await agreed.getByLabel('Ben').check();
    await ann.page.getByRole('group', { name: 'Objected' }).getByLabel('C. Counsel').check();
    await ann.page.getByRole('button', { name: 'Save' }).click();
    await item(ann.page, 'Decision: results are released at once').getByText('Agreed: Ann; Ben.').waitFor();

    await ben.page.reload();
    for (const { page } of [ann, ben]) await item(page, question).getByRole('button', { name: 'Answer' }).click();
    await ann.page.getByRole('textbox', { name: /^Answer/u }).fill('Radiology does');
    await ben.page.getByRole('textbox', { name: /^Answer/u }).fill('The archive team does');
    await ben.page.getByRole('button', { name: 'Save' }).click();
    await item(ben.page, question).getByText('The archive team does').waitFor();
    await ann.page.getByRole('button', { name: 'Save' }).click();
    const conflict = ann.page.getByRole('alertdialog', { name: 'Somebody else changed it too' });
    await conflict.getByText('Yours: Radiology does').waitFor();
    await conflict.getByText('Theirs: The archive team does').waitFor();
    await shot(ann.page, 'conflict');
    expect(await accessibilityFaults(ann.page)).toEqual([]);
    await conflict.getByLabel(/^Yours/u).check();
    await conflict.getByRole('button', { name: 'Save this' }).click();
    await item(ann.page, question).getByRole('form').waitFor({ state: 'detached' });
    await item(ann.page, question).getByText('Radiology does').waitFor();
    const answered = await said('who answers for the archive');
    expect(answered).toMatchObject({ answer: 'Radiology does', answeredBy: 'Ann', state: 'DONE', assignee: 'Ben' });

    // What one deals with is dealt with on the other's screen, too.
    const parked = 'Parked: the old fax gateway';
    await item(ann.page, parked).getByRole('button', { name: 'Dealt with' }).click();
    await item(ben.page, parked).getByText('dealt with', { exact: true }).waitFor();
    expect((await said('the old fax gateway'))?.state).toBe('DONE');
    expect([...ann.troubles, ...ben.troubles]).toEqual([]);
  });

  it('is closed after it is told what is open, and the minutes have all of it, the picture too', async () => {
    const { page } = await openAs(`/workshop?workshop=${workshop}`, 'R. Lead', {
      viewport: { width: 1366, height: 768 },
    });
    await page.getByRole('tab', { name: 'Changes' }).click();
    await page.getByText(/^\d+ facts? written: /u).waitFor();
    await page.getByRole('tab', { name: 'Burn-down' }).click();
    await page.getByRole('img', { name: /^Everything unknown: / }).waitFor();
    await page.getByText('Counted in the whole inventory').waitFor();
    await shot(page, 'burn-down');
    expect(await accessibilityFaults(page)).toEqual([]);
    const agenda = page.getByRole('complementary', { name: 'Agenda' });
    await agenda.getByRole('button', { name: 'Begin with Where results begin' }).click();
    await agenda.getByRole('timer').waitFor();
    await page.getByRole('button', { name: 'Close the workshop' }).click();
    await page.getByText('Still open: 1 unknown.').waitFor();
    await page.getByRole('button', { name: 'Close it now' }).click();
    await page.getByText('is over: it takes nothing new.').waitFor();
    await agenda.getByText(/^0:\d\d in all, of 10 minutes$/u).waitFor();
    await agenda.getByText(/^\d+:\d\d from first opening to last closing; the agenda gave 10 minutes\.$/u).waitFor();
    expect(await page.getByRole('timer').count()).toBe(0);
    await shot(page, 'closed');
    await page.getByRole('tab', { name: 'Minutes' }).click();
    const minutes = page.frameLocator('iframe');
    await minutes.getByRole('heading', { level: 1 }).waitFor();
    const words = await minutes.locator('body').innerText();
    for (const { name } of await itemsOf()) expect(words).toContain(name);
    expect(await minutes.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300);
    await shot(page, 'minutes');
    expect(await accessibilityFaults(page)).toEqual([]);
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Save Markdown' }).click();
    expect((await saved).suggestedFilename()).toMatch(/\.md$/u);
    await page.getByRole('button', { name: 'CSV', exact: true }).click();
    await page.getByRole('region', { name: 'Minutes as csv' }).getByText('results are released at once').waitFor();
  });

  it('reads in both themes and on a small screen', async () => {
    for (const colorScheme of ['light', 'dark'] as const)
      for (const viewport of [
        { width: 1920, height: 1080 },
        { width: 1366, height: 768 },
      ]) {
        const { page, context } = await site.open(`/workshop?workshop=${workshop}`, { colorScheme, viewport });
        await item(page, 'Decision: results are released at once').waitFor();
        await shot(page, `all-${colorScheme}-${viewport.width}`);
        expect(await accessibilityFaults(page)).toEqual([]);
        await page.getByRole('link', { name: 'All workshops' }).click();
        await page.getByText('No workshop is going on.').waitFor();
        expect(new URL(page.url()).searchParams.get('workshop')).toBeNull();
        await shot(page, `list-${colorScheme}-${viewport.width}`);
        await context.close();
      }
  });

  it('keeps the line in sight below what is presented, and away from views of another day', async () => {
    const { page } = await openAs('/workshop', 'Ann');
    const second = await site.server.ask<{ createWorkshop: { workshop: { id: string; revision: number } } }>(
      'mutation { createWorkshop(input: { name: "Second", heldOn: "2026-12-01" }) { workshop { id revision } } }',
    );
    const { id, revision } = second.createWorkshop.workshop;
    await site.server.ask(
      'mutation ($id: ID!, $revision: Int!) { openWorkshop(id: $id, expectedRevision: $revision) { ok } }',
      {
        id,
        revision,
      },
    );
    await page.goto(new URL(`/trace?class=laboratory&workshop=${id}&present=1`, site.server.url).href);
    await line(page).waitFor();
    await page.locator('canvas').first().waitFor();
    await shot(page, 'presented');
    await page.keyboard.press('q');
    await page.keyboard.type('? seen while presenting');
    await page.keyboard.press('Enter');
    await reading(page).getByText('Kept.').waitFor();
    await page.goto(new URL(`/trace?class=laboratory&workshop=${id}&at=5`, site.server.url).href);
    await page.getByText('Here nothing can be written down').waitFor();
  });

  it('has everything that was said, also where that is more than one page of it', async () => {
    const made = await site.server.ask<{ createWorkshop: { workshop: { id: string } } }>(
      'mutation { createWorkshop(input: { name: "Long one", heldOn: "2026-12-01" }) { workshop { id } } }',
    );
    const { id } = made.createWorkshop.workshop;
    for (let at = 1; at <= 503; at += 1)
      await site.server.ask(
        'mutation ($id: ID!, $name: String!) { addWorkshopItem(input: { workshop: $id, kind: NOTE, name: $name }) { ok } }',
        { id, name: `Note ${at}` },
      );
    const { page, troubles } = await openAs(`/workshop?workshop=${id}`, 'Ann');
    await item(page, 'Note 503').waitFor();
    expect(await page.getByRole('tab', { name: /^Notes/u }).textContent()).toBe('Notes 503');
    expect(await page.locator('main').getByRole('article').first().textContent()).toContain('Note 503');
    expect(await page.getByText('These are the first').count()).toBe(0);
    expect(troubles).toEqual([]);
  });
});
