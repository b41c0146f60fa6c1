import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { accessibilityFaults, openSite, type OpenPage, type Site } from '../kit/browser.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite('regional-hospital');
});
afterAll(() => site.close());

/** Keeps a picture of a step when a folder for them is given. */
const shot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['EHI_SHOTS'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` });
};

const actAs = async (page: Page, name: string): Promise<void> => {
  const field = page.getByLabel('You are');
  await field.fill(name);
  await field.press('Enter');
};

interface Told {
  readonly verdict: string;
  readonly documentation: string;
}

const verdictOf = async (id: string): Promise<Told> =>
  (
    await site.server.ask<{ restriction: { verdict: Told } }>(
      'query($id: ID!) { restriction(id: $id) { verdict { verdict documentation } } }',
      { id },
    )
  ).restriction.verdict;

const condition = (page: Page, id: string) => page.locator(`[data-condition="${id}"]`);

/** Answers the condition that has the focus by its key, and waits until the server has it. */
const press = async (page: Page, id: string, key: string, standing: RegExp): Promise<void> => {
  await condition(page, id).focus();
  await page.keyboard.press(key);
  await condition(page, id).getByText(standing).first().waitFor();
};

describe('documenting an exception', () => {
  const id = 'app-registration-six-weeks';
  let opened: OpenPage;
  let restriction: string;
  beforeAll(async () => {
    // Any live restriction nobody claimed for will do; it is made here, so that no seed decides what this test walks through.
    const made = await site.server.ask<{ createRestriction: { restriction: { id: string } } }>(
      'mutation($input: CreateRestrictionInput!) { createRestriction(input: $input) { restriction { id } } }',
      {
        input: {
          id,
          name: 'Logins from abroad are refused',
          practice: 'PT-DISABLE',
          effect: 'CONDITIONS',
          basis: 'POLICY',
          appliesTo: { channel: 'portal-web' },
          limits: ['laboratory'],
          audiences: ['PATIENT'],
          startedOn: new Date().toISOString().slice(0, 10),
        },
      },
    );
    restriction = made.createRestriction.restriction.id;
    opened = await site.open(`/restriction?id=${restriction}`, { viewport: { width: 1366, height: 900 } });
  });

  it('begins with a claim, which says at once what is missing for which verdict', async () => {
    const { page } = opened;
    await page.getByRole('heading', { name: 'Logins from abroad are refused' }).waitFor();
    await page.getByText('No claim is recorded: no documented exception.').waitFor();
    expect(await verdictOf(restriction)).toEqual({ verdict: 'UNPROTECTED', documentation: 'NONE' });
    await actAs(page, 'J. Rivera');
    await shot(page, 'walk-1-no-claim');
    await page.getByRole('button', { name: 'Claim a basis' }).click();
    await page.getByLabel('Exception of 45 CFR Part 171').selectOption('EX-SEC');
    await shot(page, 'walk-2-claim-form');
    await page.getByRole('button', { name: 'Claim this basis' }).click();
    const missing = page.getByRole('region', { name: 'What is still missing' });
    await missing.getByText('Facts fit, evidence missing').waitFor();
    await missing.getByText('Covered by an exception').waitFor();
    expect((await verdictOf(restriction)).documentation).toBe('INCOMPLETE');
  });

  it('is answered by keyboard alone, one condition after the other, with reasons, a link and a file', async () => {
    const { page } = opened;
    await condition(page, '171.203(a)').focus();
    await page.keyboard.press('y');
    await condition(page, '171.203(a)').getByText('Answered met, not evidenced.').waitFor();
    await page.keyboard.press('r');
    await page.keyboard.type('Stolen credentials are used from abroad first.');
    await page.keyboard.press('Control+Enter');
    await condition(page, '171.203(a)').getByText('Met.', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-condition'))).toBe('171.203(b)');
    await shot(page, 'walk-3-checklist');
    for (const each of ['171.203(b)', '171.203(c)']) {
      await press(page, each, 'y', /not evidenced/);
      await page.keyboard.press('r');
      await page.keyboard.type(`Reason for ${each}.`);
      await page.keyboard.press('Control+Enter');
      await condition(page, each).getByText('Met.', { exact: true }).waitFor();
      await page.keyboard.press('Escape');
    }
  });

  it('keeps a file under its SHA-256 and hands it out as it was', async () => {
    const { page } = opened;
    const { leaves } = await documentLeaves();
    const bytes = Buffer.from('%PDF-1.4\nSecurity policy 7\n%%EOF\n');
    for (const [index, leaf] of leaves.entries()) {
      await condition(page, leaf).focus();
      await page.keyboard.press('y');
      await condition(page, leaf)
        .getByText(/not evidenced/)
        .waitFor();
      await page.keyboard.press('e');
      await condition(page, leaf).locator('summary[data-evidence]').press('Enter');
      const row = condition(page, leaf);
      if (index === 0) {
        await row.getByLabel('Name', { exact: true }).fill('Security policy 7');
        await row
          .getByLabel('or file')
          .setInputFiles({ name: 'policy 7.pdf', mimeType: 'application/pdf', buffer: bytes });
        await row.getByRole('button', { name: 'Record and add' }).click();
      } else {
        await row
          .getByRole('button', { name: /^Add Security policy 7/ })
          .first()
          .click();
      }
      await row.getByRole('list', { name: 'Evidence' }).getByText('Security policy 7').first().waitFor();
      if (index === 0) await shot(page, 'walk-4-evidence');
    }
    const link = condition(page, leaves[0] ?? '').getByRole('link', { name: /Security policy 7/ });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const saved = await download.createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of saved) chunks.push(chunk as Buffer);
    expect(createHash('sha256').update(Buffer.concat(chunks)).digest('hex')).toBe(
      createHash('sha256').update(bytes).digest('hex'),
    );
    expect(download.suggestedFilename()).toBe('policy 7.pdf');
  });

  it('has every answer kept as a version', async () => {
    const { page } = opened;
    const row = condition(page, '171.203(a)');
    await row.getByText(/^Version 2, J\. Rivera/).click();
    await row.getByText(/^Version 1: met/).waitFor();
  });

  it('is decided by a second person, and not by the first', async () => {
    const { page } = opened;
    for (const leaf of await openLeaves(restriction)) {
      await condition(page, leaf).focus();
      await page.keyboard.press('y');
      await condition(page, leaf)
        .getByText(/not evidenced|Met\./)
        .first()
        .waitFor();
      await page.keyboard.press('r');
      await page.keyboard.type('As the policy says.');
      await page.keyboard.press('Control+Enter');
      await condition(page, leaf).getByText('Met.', { exact: true }).waitFor();
    }
    await page.getByRole('button', { name: 'Submit for a decision' }).click();
    const decide = page.getByRole('form', { name: 'Decide the claim' });
    await decide.getByText('You are J. Rivera.').waitFor();
    await decide.getByLabel('Reason').fill('Every condition is evidenced.');
    await decide.getByLabel('Review by').fill('2099-01-31');
    await decide.getByRole('button', { name: 'Approve' }).click();
    await page
      .getByRole('alert')
      .getByText(/J\. Rivera had a part in this claim/)
      .waitFor();
    await shot(page, 'walk-5-second-person');
    await actAs(page, 'M. Okafor, counsel');
    await decide.getByText('You are M. Okafor, counsel.').waitFor();
    await decide.getByRole('button', { name: 'Approve' }).click();
    await page.getByText(/^M\. Okafor, counsel, .*: Every condition is evidenced\.$/).waitFor();
    await page.getByText('Covered by an exception', { exact: true }).first().waitFor();
    expect(await verdictOf(restriction)).toEqual({ verdict: 'COVERED', documentation: 'COMPLETE' });
    await page.evaluate(() => scrollTo(0, 0));
    await shot(page, 'walk-6-covered');
  });

  it('prints the whole story, without the means to change it', async () => {
    const { page } = opened;
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Claim a basis' }).isVisible()).toBe(false);
    expect(await page.getByText(/^Printed from EHI Atlas\..*counsel decides\.$/).isVisible()).toBe(true);
    expect(await condition(page, '171.203(a)').getByText('Stolen credentials').first().isVisible()).toBe(true);
    await shot(page, 'walk-7-print');
    await page.emulateMedia({ media: 'screen' });
    expect(opened.troubles).toEqual([]);
  });

  it('shows in the trace as documented', async () => {
    const { page } = await site.open(`/trace?class=laboratory&sel=restriction:${restriction}`);
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await inspector.getByText('Covered by an exception, 45 CFR 171.203', { exact: true }).first().waitFor();
    await inspector.getByRole('link', { name: /Document it/ }).click();
    await page.getByRole('heading', { name: 'Logins from abroad are refused' }).waitFor();
  });
});

describe.each(['light', 'dark'] as const)('the page of a restriction, %s', (colorScheme) => {
  it.each(['results-72h', 'desk-manner'])('%s: has no fault a machine finds and fits the screen', async (id) => {
    const { page, troubles } = await site.open(`/restriction?id=${id}`, {
      colorScheme,
      viewport: { width: 1366, height: 768 },
    });
    await page.getByRole('heading', { name: 'What it comes to' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(troubles).toEqual([]);
  });
});

describe('two rule packs', () => {
  it('are compared as a list, which is that of the API', async () => {
    const { page } = await site.open('/rules');
    const { verdictDifference } = await site.server.ask<{ verdictDifference: { restriction: { name: string } }[] }>(
      '{ verdictDifference(to: "HTI-5-NPRM") { restriction { name } } }',
    );
    expect(verdictDifference.length).toBeGreaterThan(0);
    const rows = page.getByRole('region', { name: 'What differs' }).getByRole('rowheader');
    await rows.first().waitFor();
    expect(await rows.allInnerTexts()).toEqual(verdictDifference.map(({ restriction }) => restriction.name));
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('are told apart on the page of a restriction', async () => {
    const { page } = await site.open('/restriction?id=study-own-format');
    await page.getByText('Covered by an exception', { exact: true }).first().waitFor();
    await page.getByLabel('Rule pack').selectOption('HTI-5-NPRM');
    await page.getByText('No exception fits', { exact: true }).first().waitFor();
    expect(new URL(page.url()).searchParams.get('pack')).toBe('HTI-5-NPRM');
  });
});

/** The conditions of the policy route of 45 CFR 171.203(d), in the order of the pack. */
const documentLeaves = async (): Promise<{ readonly leaves: readonly string[] }> => {
  const { rulePacks } = await site.server.ask<{
    rulePacks: { isStandard: boolean; exceptions: { id: string; leaves: { condition: string }[] }[] }[];
  }>('{ rulePacks { isStandard exceptions { id leaves { condition } } } }');
  const security = rulePacks.find(({ isStandard }) => isStandard)?.exceptions.find(({ id }) => id === 'EX-SEC');
  return {
    leaves: (security?.leaves ?? []).map(({ condition: each }) => each).filter((each) => each.startsWith('171.203(d)')),
  };
};

/** What the fewest steps to COVERED still ask to be answered. */
const openLeaves = async (id: string): Promise<readonly string[]> => {
  const { restriction } = await site.server.ask<{
    restriction: {
      verdict: { parts: { grounds: { toReach: { verdict: string; steps: { condition: string | null }[] }[] }[] }[] };
    };
  }>(
    'query($id: ID!) { restriction(id: $id) { verdict { parts { grounds { toReach { verdict steps { condition } } } } } } }',
    { id },
  );
  const reach = restriction.verdict.parts[0]?.grounds[0]?.toReach.find(({ verdict }) => verdict === 'COVERED');
  return (reach?.steps ?? []).flatMap(({ condition: each }) => each ?? []);
};
