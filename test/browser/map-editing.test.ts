import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, openSite, type Site } from '../kit/browser.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite('regional-hospital');
});
afterAll(() => site.close());

const shots = process.env['EHI_SHOTS'];
const drawn = (page: Page): Promise<void> => page.locator('main.map[data-drawn="yes"]').waitFor();
const row = (page: Page, name: string) => page.getByRole('treeitem', { name: new RegExp(`^${name}`) }).first();
const select = async (page: Page, name: string, add = false): Promise<void> => {
  await row(page, name).click(add ? { modifiers: ['Shift'] } : {});
};
const flowsNamed = async (text: string) =>
  (
    await site.server.ask<{
      flows: { nodes: { name: string; protocol: string | null; endedOn: string | null; grade: string }[] };
    }>(
      'query ($text: String!) { flows(filter: { text: $text }, first: 50) { nodes { name protocol endedOn grade } } }',
      {
        text,
      },
    )
  ).flows.nodes;

describe('in the map', () => {
  it('a line that is said becomes a flow after it is confirmed, and can be undone', async () => {
    const { page, troubles } = await site.open('/map?around=system:lis');
    await drawn(page);
    await page.keyboard.press('q');
    await page.getByLabel('What is said, in a line').fill('PACS sends orders to LIS via FHIR');
    const understood = page.getByRole('form', { name: 'Quick capture' }).getByRole('status');
    await understood.getByText(/^Radiology image archive sends Orders to Laboratory/).waitFor();
    if (shots !== undefined) await page.screenshot({ path: `${shots}/map-capture.png` });
    expect(await accessibilityFaults(page)).toEqual([]);
    const before = (await flowsNamed('Radiology image archive to Laboratory')).length;
    await page.keyboard.press('Enter');
    await page
      .getByRole('region', { name: 'Written down here' })
      .getByText(/^Radiology image archive sends/)
      .waitFor();
    const after = await flowsNamed('Radiology image archive to Laboratory');
    expect(after.length).toBe(before + 1);
    expect(after.some(({ protocol, grade }) => protocol === 'FHIR' && grade === 'ASSERTED')).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Undo: PACS sends orders/ }).click();
    await page.getByRole('button', { name: /^Redo: PACS sends orders/ }).waitFor();
    expect(
      (await flowsNamed('Radiology image archive to Laboratory')).filter(({ endedOn }) => endedOn === null).length,
    ).toBe(before);
    expect(troubles).toEqual([]);
  });

  it('a line that is not understood writes nothing and says what would be', async () => {
    const { page } = await site.open('/map?around=system:lis');
    await drawn(page);
    await page.keyboard.press('q');
    await page.getByLabel('What is said, in a line').fill('the weather is nice');
    await page.getByText('That is not a sentence that is known here.').waitFor();
    expect(await page.getByRole('button', { name: 'Write it down' }).isDisabled()).toBe(true);
    await page.reload();
    await page.getByLabel('What is said, in a line').waitFor();
    expect(await page.getByLabel('What is said, in a line').inputValue()).toBe('the weather is nice');
  });

  it('two systems are connected by keyboard alone, and nothing else moves', async () => {
    const { page } = await site.open('/map?around=system:lis');
    await drawn(page);
    await select(page, 'Laboratory information system');
    await page.keyboard.press('c');
    await page.getByText('Where does Laboratory information system send to?').last().waitFor();
    await page.getByRole('tree').focus();
    await select(page, 'Reference laboratory');
    const form = page.getByRole('form', { name: 'Add a flow' });
    await form.getByText('Reference laboratory').waitFor();
    await form.getByLabel('Protocol').fill('Direct message');
    await form.getByRole('button', { name: 'Add the flow' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 2, name: /^Laboratory information system to Reference/ }).waitFor();
    expect(
      (await flowsNamed('Laboratory information system →')).some(({ protocol }) => protocol === 'Direct message'),
    ).toBe(true);
  });

  it('a common system is added from its template and stands in the picture', async () => {
    const { page } = await site.open('/map?around=system:lis');
    await drawn(page);
    await page.getByRole('button', { name: 'Add a common system' }).click();
    await page.getByLabel('Find a kind of system').fill('blood');
    await page.getByRole('button', { name: /^Blood bank/ }).click();
    const form = page.getByRole('form', { name: 'Add a system' });
    await form.getByLabel('Name').fill('Blood bank of the annex');
    await form.getByRole('button', { name: 'Add the system' }).click();
    await row(page, 'Blood bank of the annex').waitFor();
    await page.getByRole('heading', { level: 2, name: 'Blood bank of the annex' }).waitFor();
  });

  it('several systems are changed at once, ended with a reason, and brought back', async () => {
    const { page } = await site.open('/map?around=system:lis&show=system:dental,system:dialysis');
    await drawn(page);
    const [first, second] = ['Dental', 'Dialysis'] as const;
    await select(page, first);
    await select(page, second, true);
    await page.keyboard.press('F2');
    await page.getByLabel('Custodian').fill('Annex IT');
    await page.getByRole('button', { name: 'Change 2 systems' }).click();
    await page.getByRole('form').waitFor({ state: 'detached' });
    const custodians = async (): Promise<(string | null)[]> => {
      const { a, b } = await site.server.ask<Record<'a' | 'b', { custodian: string | null; endedOn: string | null }>>(
        '{ a: system(id: "dental") { custodian endedOn } b: system(id: "dialysis") { custodian endedOn } }',
      );
      return [a.custodian, b.custodian, a.endedOn, b.endedOn];
    };
    expect(await custodians()).toEqual(['Annex IT', 'Annex IT', null, null]);
    await page.keyboard.press('Delete');
    await page.getByLabel('Why').fill('Moved to the annex');
    await page.getByRole('button', { name: 'End all 2' }).click();
    await page.getByRole('form').waitFor({ state: 'detached' });
    expect((await custodians()).slice(2).every((day) => day !== null)).toBe(true);
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: /^Redo: 2 things ended/ }).waitFor();
    expect(await custodians()).toEqual(['Annex IT', 'Annex IT', null, null]);
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: /^Redo: 2 systems changed/ }).waitFor();
    expect((await custodians())[0]).not.toBe('Annex IT');
  });

  it('a form takes the focus and the keys, and gives the focus back', async () => {
    const { page } = await site.open('/map?around=system:lis');
    await drawn(page);
    await select(page, 'Reference laboratory');
    await page.keyboard.press('Delete');
    const form = page.getByRole('form', { name: 'End Reference laboratory' });
    await form.waitFor();
    await page.keyboard.type('shut down when the annex opened');
    expect(await form.getByLabel('Why').inputValue()).toBe('shut down when the annex opened');
    expect(new URL(page.url()).searchParams.get('hide')).toBeNull();
    expect(new URL(page.url()).searchParams.get('ways')).toBeNull();
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    await page.waitForFunction(
      () => document.querySelector('[role="tree"]')?.contains(document.activeElement) === true,
    );
    await row(page, 'Reference laboratory').waitFor();
  });

  it('says in words what was done, and that there is nothing to undo', async () => {
    const { page } = await site.open('/map?around=system:lis');
    await drawn(page);
    await page.keyboard.press('Control+z');
    await page.getByText('There is nothing to undo in this tab.').first().waitFor();
    await page.keyboard.press('a');
    await page.getByRole('form', { name: 'Add a system' }).getByLabel('Name').fill('Annex tracker');
    await page.getByRole('button', { name: 'Add the system' }).click();
    await page.getByText('Still needed: Kind.').waitFor();
    expect(await page.getByLabel('Kind').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Kind').selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Add the system' }).click();
    await page.getByText('Annex tracker added.').first().waitFor();
  });
});
