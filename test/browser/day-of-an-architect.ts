import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Site } from '../kit/browser.ts';

const drawn = (page: Page): Promise<void> => page.locator('main.map[data-drawn="yes"]').waitFor();
const row = (page: Page, name: string) =>
  page
    .getByRole('tree')
    .getByRole('treeitem', { name: new RegExp(`^${name}`) })
    .first();

/**
 * A day of an integration architect, from finding the laboratory on the map to a trace that shows what was mapped: the neighbourhood,
 * a line that was said, a system from a template, a flow to it, a mistake that is undone, a way through the engine, a view that is kept.
 */
export const dayOfAnArchitect = async (
  site: Site,
  shot: (page: Page, name: string) => Promise<void>,
): Promise<void> => {
  const { page, troubles } = await site.open('/', { viewport: { width: 1920, height: 1080 } });
  await page.getByLabel('You are').fill('A. Osei, architect');
  await page.getByLabel('You are').press('Enter');

  // To the laboratory on the map, without leaving the keyboard.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('map laboratory information');
  await page
    .getByRole('option', { name: /^Laboratory information system/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await drawn(page);
  await shot(page, '1-neighbourhood');

  // What is said in the corridor is written down, and confirmed before it is.
  await page.keyboard.press('q');
  await page.getByLabel('What is said, in a line').fill('LIS sends pathology reports to "Tumor board" via HL7 v2');
  await page.getByText(/^Laboratory information system sends Pathology reports/).waitFor();
  // What a name stands for is not guessed: it is chosen where it is not certain.
  const open = page.getByLabel(/which one/);
  while ((await open.count()) > 0) {
    await open.first().selectOption({ index: 1 });
    await page.getByRole('form', { name: 'Quick capture' }).getByText('Reading.').waitFor({ state: 'detached' });
  }
  await shot(page, '2-capture');
  await page.getByRole('button', { name: 'Write it down' }).click();
  await page.getByRole('region', { name: 'Written down here' }).getByRole('listitem').first().waitFor();
  await page.keyboard.press('Escape');
  await row(page, 'Tumor board').waitFor();

  // A common system from its template.
  await page.getByRole('button', { name: 'Add a common system' }).click();
  await page.getByLabel('Find a kind of system').fill('blood bank');
  await page.getByRole('button', { name: /^Blood bank/ }).click();
  await page.getByRole('form', { name: 'Add a system' }).getByLabel('Name').fill('Blood bank of the annex');
  await page.getByRole('button', { name: 'Add the system' }).click();
  await row(page, 'Blood bank of the annex').waitFor();
  await shot(page, '3-template');

  // Connected to the laboratory, by keys.
  await row(page, 'Blood bank of the annex').click();
  await page.keyboard.press('c');
  await row(page, 'Laboratory information system').click();
  const flow = page.getByRole('form', { name: 'Add a flow' });
  await flow.getByRole('combobox', { name: 'Carries' }).fill('laboratory');
  await page
    .getByRole('listbox', { name: 'Found' })
    .getByRole('option', { name: /^Laboratory/ })
    .first()
    .click();
  await flow.getByLabel('Protocol').fill('HL7 v2 ORU^R01');
  await flow.getByRole('button', { name: 'Add the flow' }).click();
  await page.getByRole('heading', { level: 2, name: /^Blood bank of the annex to Laboratory/ }).waitFor();
  await shot(page, '4-connected');

  // It is also where some of it begins: another line.
  await page.keyboard.press('q');
  await page.getByLabel('What is said, in a line').fill('"Blood bank of the annex" is the source of laboratory');
  await page
    .getByText(/^Blood bank of the annex .*Laboratory/)
    .last()
    .waitFor();
  await page.getByRole('button', { name: 'Write it down' }).click();
  await page.getByRole('region', { name: 'Written down here' }).getByRole('listitem').first().waitFor();
  await page.keyboard.press('Escape');

  // A mistake, and back.
  await row(page, 'Tumor board').click();
  await page.keyboard.press('Delete');
  await page.getByLabel('Why').fill('The wrong one');
  await page.getByRole('button', { name: 'End it' }).click();
  await row(page, 'Tumor board').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await row(page, 'Tumor board').waitFor();

  // Everything was written in this architect's name, as asserted.
  const { systems } = await site.server.ask<{ systems: { nodes: { id: string; grade: string; source: string }[] } }>(
    '{ systems(filter: { text: "Blood bank of the annex" }, first: 5) { nodes { id grade source } } }',
  );
  expect(systems.nodes).toEqual([expect.objectContaining({ grade: 'ASSERTED', source: 'A. Osei, architect' })]);

  // The ways from the laboratory to the portal, and one of them in the picture.
  await row(page, 'Laboratory information system').click();
  await page.getByRole('button', { name: 'Ways from here' }).click();
  const ways = page.getByRole('region', { name: 'Ways' });
  await ways.getByRole('combobox', { name: 'To' }).fill('patient portal');
  await page
    .getByRole('option', { name: /^Patient portal/ })
    .first()
    .click();
  await ways.getByText(/way/).first().waitFor();
  const first = ways.getByRole('listitem').getByRole('button').first();
  await first.click();
  expect(await first.getAttribute('aria-pressed')).toBe('true');
  await shot(page, '5-ways');
  await page.goBack();
  await drawn(page);

  // The trace of the class has what was mapped this morning.
  const id = systems.nodes[0]?.id ?? '';
  await page.goto(new URL('/trace?class=laboratory', site.server.url).href);
  await page
    .getByRole('tree')
    .getByRole('treeitem', { name: /Blood bank of the annex/ })
    .first()
    .waitFor();
  expect(id).not.toBe('');
  await shot(page, '6-trace');
  expect(troubles).toEqual([]);
};
