import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, openSite, type OpenPage, type Site } from '../kit/browser.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite('regional-hospital');
});
afterAll(() => site.close());

const opened: BrowserContext[] = [];
afterEach(async () => {
  for (const context of opened.splice(0)) await context.close();
});

/** A page of somebody by name, at a path, that hears of what others do. */
const openAs = async (name: string, path: string): Promise<OpenPage> => {
  const there = await site.open('/glossary');
  opened.push(there.context);
  await there.page.evaluate((actor) => localStorage.setItem('ehi.actor', actor), name);
  await there.page.goto(new URL(path, site.server.url).href);
  await there.page.locator('.presence[data-live="live"]').waitFor();
  return there;
};

const update = async (id: string, input: object, actor = 'Ana'): Promise<void> => {
  const { system } = await site.server.ask<{ system: { revision: number } }>(
    'query ($id: ID!) { system(id: $id) { revision } }',
    { id },
  );
  const { updateSystem } = await site.server.ask<{ updateSystem: { ok: boolean } }>(
    'mutation ($id: ID!, $r: Int!, $input: UpdateSystemInput!) { updateSystem(id: $id, expectedRevision: $r, input: $input) { ok } }',
    { id, r: system.revision, input },
    { 'x-ehi-actor': actor },
  );
  expect(updateSystem.ok).toBe(true);
};
const others = (page: Page) => page.locator('.presence summary');
const openList = async (page: Page): Promise<void> => {
  if (!(await page.locator('.presence[open]').isVisible())) await others(page).click();
};
const shoot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['EHI_SHOTS'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/live-${name}.png` });
};
const addressOf = (page: Page): string => {
  const url = new URL(page.url());
  return `${url.pathname}${url.search}`;
};

describe('a change by somebody else', () => {
  it('shows on the screens of others without a reload, and they keep selection, scroll and focus', async () => {
    const record = await openAs('Bo', '/record?concept=SYSTEM&id=lis');
    const trace = await openAs('Cy', '/trace?class=laboratory&sel=system:lis');
    const list = await openAs('Dee', '/list?concept=SYSTEM&text=laboratory');
    await trace.page.getByRole('treeitem', { selected: true }).focus();
    const outline = trace.page.getByRole('tree', { name: 'Outline of the trace' });
    await outline.evaluate((element) => (element.scrollTop = 30));
    const before = await outline.evaluate((element) => element.scrollTop);
    const name = `Laboratory system ${Date.now()}`;
    await update('lis', { name, custodian: 'Seen at once' });
    await record.page.getByRole('heading', { level: 1, name }).waitFor();
    await record.page.locator('main').getByText('Seen at once', { exact: true }).waitFor();
    await trace.page.getByRole('treeitem', { name, selected: true }).first().waitFor();
    await list.page.locator('main').getByText(name).first().waitFor();
    await trace.page.getByRole('complementary', { name: 'Inspector' }).getByText(name).first().waitFor();
    expect(await outline.evaluate((element) => element.scrollTop)).toBe(before);
    expect(await trace.page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('treeitem');
    for (const { troubles } of [record, trace, list]) expect(troubles).toEqual([]);
  });

  it('is asked for once by the page that made it, and bursts are not asked for one by one', async () => {
    const { page } = await openAs('Bo', '/record?concept=SYSTEM&id=pacs');
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByLabel('Custodian').waitFor();
    let asked = 0;
    page.on('request', (request) => {
      if (request.url().endsWith('/graphql') && request.postData()?.includes('query Record(') === true) asked += 1;
    });
    await page.getByLabel('Custodian').fill('My own change');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('My own change', { exact: true }).waitFor();
    await page.waitForTimeout(500);
    expect(asked).toBe(1);
    asked = 0;
    for (let number = 1; number <= 15; number += 1) await update('pacs', { custodian: `Burst ${number}` });
    await page.getByText('Burst 15', { exact: true }).waitFor();
    expect(asked).toBeLessThanOrEqual(15);
    await page.waitForTimeout(300);
    await page.getByText('Burst 15', { exact: true }).waitFor();
  });
});

describe('a page that a change cannot alter', () => {
  it('asks nothing again: a frozen revision, and a trace after what is only said in a workshop', async () => {
    const frozen = await openAs('Bo', '/record?concept=SYSTEM&id=his&at=1');
    const trace = await openAs('Cy', '/trace?class=laboratory');
    const now = await openAs('Dee', '/record?concept=SYSTEM&id=pacs');
    await trace.page.getByRole('tree', { name: 'Outline of the trace' }).waitFor();
    await now.page.getByRole('heading', { level: 1 }).waitFor();
    await frozen.page.locator('main').waitFor();
    // What was under way when they opened is answered.
    await now.page.waitForTimeout(500);
    const asked: string[] = [];
    const listen = (who: string, { page }: OpenPage): void =>
      void page.on('request', (request) => {
        const name = /query (\w+)/.exec(request.postData() ?? '')?.[1];
        if (name !== undefined) asked.push(`${who} ${name}`);
      });
    listen('frozen', frozen);
    listen('trace', trace);
    listen('now', now);
    await site.server.ask(
      'mutation { createWorkshop(input: { name: "Aside", heldOn: "2026-11-30", topics: [] }) { ok } }',
    );
    await expect.poll(() => asked).toContain('now Record');
    await trace.page.waitForTimeout(300);
    // The bar that tells of workshops asks which are going on; nothing of the trace is asked.
    expect(asked.filter((each) => !each.startsWith('now ') && each !== 'trace OpenWorkshops')).toEqual([]);
    await update('pacs', { name: `Pictures ${Date.now()}` });
    await expect.poll(() => asked).toContain('trace Trace');
    await trace.page.waitForTimeout(300);
    expect(asked.filter((each) => each.startsWith('frozen '))).toEqual([]);
    expect(asked).not.toContain('trace FilterChoices');
  });
});

describe('a lost connection', () => {
  it('is told of, and what was missed shows when it is back, once', async () => {
    const { page, context } = await openAs('Bo', '/record?concept=SYSTEM&id=ris');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await context.setOffline(true);
    await page.getByText(/^offline since \d\d:\d\d$/).waitFor();
    await shoot(page, 'offline');
    await update('ris', { custodian: 'While you were away' });
    await page.waitForTimeout(300);
    expect(await page.getByText('While you were away', { exact: true }).count()).toBe(0);
    await context.setOffline(false);
    await page.getByText('While you were away', { exact: true }).waitFor();
    await page.locator('.presence[data-live="live"]').waitFor();
    await update('ris', { custodian: 'And after' });
    await page.getByText('And after', { exact: true }).waitFor();
  });
});

describe('who is here', () => {
  it('is shown with where they are and what they have selected, and is gone when they leave', async () => {
    const ana = await openAs('Ana Li', '/map');
    const bo = await openAs('Bo', '/map?sel=system:lis');
    await ana.page.locator('main[data-drawn="yes"]').waitFor();
    await others(ana.page)
      .filter({ hasText: /^1 other is here/ })
      .waitFor();
    await ana.page.locator('.people-tag', { hasText: 'Bo' }).waitFor();
    // The outline says the same.
    await ana.page.getByRole('searchbox', { name: 'Find in the outline' }).fill('laboratory');
    await ana.page.getByText('selected by Bo').first().waitFor({ state: 'attached' });
    await bo.page.locator('main[data-drawn="yes"]').waitFor();
    const box = await bo.page.locator('.picture').boundingBox();
    await bo.page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 200, { steps: 3 });
    await ana.page.locator('.people-pointer[data-person="Bo"]').waitFor();
    await openList(ana.page);
    await shoot(ana.page, 'who-is-here');
    expect(await accessibilityFaults(ana.page)).toEqual([]);
    await ana.page.getByRole('link', { name: 'Go there, where Bo is' }).click();
    await expect.poll(() => addressOf(ana.page)).toBe(addressOf(bo.page));
    expect(addressOf(ana.page)).toMatch(/sel=system(:|%3A)lis/);
    // Bo hides the pointer.
    await openList(bo.page);
    await bo.page.getByLabel('Others see my pointer on pictures').uncheck();
    await ana.page.locator('.people-pointer').waitFor({ state: 'detached' });
    await bo.context.close();
    await others(ana.page)
      .filter({ hasText: /^Nobody else is here/ })
      .waitFor();
    expect(ana.troubles).toEqual([]);
  });
});

describe('following', () => {
  it('goes where the presenter goes, until one goes elsewhere oneself, and stays when the presenter leaves', async () => {
    const ana = await openAs('Ana', '/trace?class=laboratory');
    const bo = await openAs('Bo', '/');
    const cy = await openAs('Cy', '/findings');
    await openList(ana.page);
    await ana.page.getByRole('button', { name: 'Present to the others' }).click();
    await bo.page.getByRole('button', { name: 'Follow Ana', exact: true }).click();
    await expect.poll(() => addressOf(bo.page)).toBe('/trace?class=laboratory');
    await bo.page.getByText('You follow Ana.').waitFor();
    await ana.page.getByText('You present. Bo follows.').waitFor();
    await ana.page.keyboard.press('Escape');
    await ana.page.getByRole('treeitem').nth(2).click();
    await expect.poll(() => addressOf(bo.page)).toBe(addressOf(ana.page));
    expect(addressOf(ana.page)).toContain('sel=');
    await ana.page.getByRole('link', { name: 'Matrix', exact: true }).click();
    await bo.page.getByRole('heading', { level: 1, name: 'Coverage matrix' }).waitFor();
    await shoot(bo.page, 'following');
    // Cy takes over; Ana is told.
    await openList(cy.page);
    await cy.page.getByRole('button', { name: 'Present to the others' }).click();
    await ana.page.getByText('Cy presents.').waitFor();
    expect(addressOf(cy.page)).toBe('/findings');
    // Bo still follows Ana, until Bo goes elsewhere.
    await bo.page.getByRole('link', { name: 'Glossary', exact: true }).click();
    await bo.page.getByText('You went elsewhere, so you no longer follow Ana.').waitFor();
    await bo.page.getByRole('button', { name: 'Close', exact: true }).click();
    await bo.page.getByRole('button', { name: 'Follow Cy', exact: true }).click();
    await expect.poll(() => addressOf(bo.page)).toBe('/findings');
    await cy.context.close();
    await bo.page.getByText('Cy has left. You stay where you are').waitFor();
    expect(addressOf(bo.page)).toBe('/findings');
    expect([...ana.troubles, ...bo.troubles]).toEqual([]);
  });

  it('ends when presenter mode is left, and who follows is told', async () => {
    const ana = await openAs('Ana', '/glossary?present=1');
    const bo = await openAs('Bo', '/');
    // The bar is put away while one presents; its button is in the palette as well.
    await ana.page.keyboard.press('Control+K');
    await ana.page.keyboard.type('Present to the others');
    await ana.page
      .getByRole('option', { name: /Present to the others/u })
      .first()
      .click();
    await bo.page.getByRole('button', { name: 'Follow Ana', exact: true }).click();
    await bo.page.getByText('You follow Ana.').waitFor();
    await ana.page.getByText('You present. Bo follows.').waitFor();
    await ana.page.getByRole('button', { name: 'Leave presenter mode' }).click();
    await bo.page.getByText('Ana no longer presents. You still follow.').waitFor();
    expect(await ana.page.getByText('You present.').count()).toBe(0);
  });

  it('of two who follow each other moves neither, and no name stays where names are hidden', async () => {
    const ana = await openAs('Ana', '/glossary');
    const bo = await openAs('Bo', '/findings');
    await openList(ana.page);
    await ana.page.getByRole('button', { name: 'Follow Bo', exact: true }).click();
    await expect.poll(() => addressOf(ana.page)).toBe('/findings');
    // Bo is not offered to follow Ana.
    await openList(bo.page);
    await bo.page.getByText('follows you', { exact: true }).waitFor();
    expect(await bo.page.getByRole('button', { name: 'Follow Ana', exact: true }).count()).toBe(0);
    await ana.page.keyboard.press('Escape');
    await ana.page.getByText('You follow Bo.').waitFor();
    await ana.page.keyboard.press('Shift+H');
    await ana.page.getByText('You follow Guest 2.').waitFor();
    await bo.context.close();
    await ana.page.getByText('Somebody has left. You stay where you are').waitFor();
    expect(await ana.page.locator('.follow-bar').textContent()).not.toContain('Bo');
  });

  it('is offered by a workshop that is going on to those outside of it, not in presenter mode', async () => {
    const made = await site.server.ask<{ createWorkshop: { workshop: { id: string; revision: number } } }>(
      'mutation { createWorkshop(input: { name: "Sealed results", heldOn: "2026-12-01", topics: [] }) { workshop { id revision } } }',
      {},
    );
    const { id, revision } = made.createWorkshop.workshop;
    const ana = await openAs('Ana', '/');
    const told = ana.page.getByRole('region', { name: 'Workshop: Sealed results' });
    expect(await told.count()).toBe(0);
    const write = async (step: string, expected: number): Promise<void> => {
      await site.server.ask(
        `mutation ($id: ID!, $revision: Int!) { ${step}(id: $id, expectedRevision: $revision) { ok } }`,
        { id, revision: expected },
      );
    };
    await write('openWorkshop', revision);
    await told.getByText('A workshop is going on: Sealed results').waitFor();
    await shoot(ana.page, 'going-on');
    expect(await accessibilityFaults(ana.page)).toEqual([]);
    const presenting = await openAs('Bo', '/?present=1');
    await presenting.page.getByRole('region', { name: 'Presenter' }).waitFor();
    expect(await presenting.page.getByText('A workshop is going on').count()).toBe(0);
    await told.getByRole('link', { name: 'Join Sealed results' }).click();
    await ana.page.getByRole('heading', { level: 1, name: 'Sealed results' }).waitFor();
    await expect.poll(() => told.count()).toBe(0);
    const dee = await openAs('Dee', '/trace?class=laboratory');
    await dee.page.getByRole('button', { name: 'Not now: Sealed results' }).click();
    await dee.page.reload();
    await dee.page.locator('.presence[data-live="live"]').waitFor();
    expect(await dee.page.getByText('A workshop is going on').count()).toBe(0);
    const { workshop } = await site.server.ask<{ workshop: { revision: number } }>(
      'query ($id: ID!) { workshop(id: $id) { revision } }',
      { id },
    );
    await write('closeWorkshop', workshop.revision);
  });

  it('keeps the workshop of the address as the room, from screen to screen', async () => {
    const ana = await openAs('Ana', '/?workshop=spring');
    await openAs('Bo', '/findings?workshop=spring');
    const cy = await openAs('Cy', '/');
    await others(ana.page)
      .filter({ hasText: /^1 other is here/ })
      .waitFor();
    await others(cy.page)
      .filter({ hasText: /^Nobody else is here/ })
      .waitFor();
    await ana.page.getByRole('link', { name: 'Glossary', exact: true }).click();
    await ana.page.getByRole('heading', { level: 1, name: 'Glossary' }).waitFor();
    expect(addressOf(ana.page)).toBe('/glossary?workshop=spring');
    await cy.page.goto(new URL('/map?workshop=spring', site.server.url).href);
    await others(ana.page)
      .filter({ hasText: /^2 others are here/ })
      .waitFor();
  });
});

describe('two who edit one thing', () => {
  it('see each other, and hear at once of what the other saved; nothing typed is lost', async () => {
    const path = '/record?concept=SYSTEM&id=ehr';
    const ana = await openAs('Ana', path);
    const bo = await openAs('Bo', path);
    for (const { page } of [ana, bo]) {
      await page.getByRole('button', { name: 'Edit', exact: true }).click();
      await page.getByRole('form', { name: /^Edit / }).waitFor();
    }
    await ana.page.getByText(/^Bo edits this too, since \d\d:\d\d UTC\.$/).waitFor();
    await bo.page.getByText(/^Ana edits this too/).waitFor();
    await bo.page.getByLabel('Custodian').fill('By Bo');
    await ana.page.getByRole('form').getByLabel(/^Name/).fill('Hospital record 2040');
    await ana.page.getByRole('button', { name: 'Save', exact: true }).click();
    await bo.page
      .getByText(/^Ana changed it at .* while this form was open\. What you typed is still here\./)
      .waitFor();
    await shoot(bo.page, 'both-edit');
    expect(await bo.page.getByLabel('Custodian').inputValue()).toBe('By Bo');
    await bo.page.getByRole('button', { name: 'Put both together' }).click();
    await bo.page.getByRole('alertdialog').getByText('Name: Hospital record 2040').waitFor();
    await bo.page.getByRole('button', { name: 'Save this' }).click();
    for (const { page } of [ana, bo]) {
      await page.getByText('By Bo', { exact: true }).waitFor();
      await page.getByRole('heading', { level: 1, name: 'Hospital record 2040' }).waitFor();
    }
    expect([...ana.troubles, ...bo.troubles]).toEqual([]);
  });

  it('and of whom one has typed nothing has the other one before the eyes', async () => {
    const { page } = await openAs('Bo', '/record?concept=SYSTEM&id=pacs');
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByRole('form', { name: /^Edit / }).waitFor();
    await update('pacs', { custodian: 'Written by Ana' });
    await page.getByText(/^Ana changed it at .*\. The form shows it as it is now\.$/).waitFor();
    expect(await page.getByLabel('Custodian').inputValue()).toBe('Written by Ana');
  });
});

describe('a part of the page that cannot be shown', () => {
  it('says so in its place, and the rest goes on', async () => {
    const { page, context } = await site.open('/glossary');
    opened.push(context);
    await context.route(/\/assets\/(LiveBar|MapPage)[^/]*\.js$/, (route) => route.abort());
    await page.goto(new URL('/findings', site.server.url).href);
    const line = page.getByRole('alert').filter({ hasText: 'Who is here, and what others change, cannot be shown.' });
    await line.waitFor();
    await page.getByText(/\d+ findings fit\./).waitFor();
    await shoot(page, 'cannot-be-shown');
    expect(await accessibilityFaults(page)).toEqual([]);
    // A screen that fails leaves the way to the others.
    const bar = page.getByRole('navigation', { name: 'Screens' });
    await bar.getByRole('link', { name: 'Map', exact: true }).click();
    await page.getByRole('alert').filter({ hasText: 'This screen cannot be shown.' }).waitFor();
    await shoot(page, 'screen-cannot-be-shown');
    await bar.getByRole('link', { name: 'Findings', exact: true }).click();
    await page.getByText(/\d+ findings fit\./).waitFor();
  });
});
