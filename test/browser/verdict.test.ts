import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, openSite, type Site } from '../kit/browser.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite('regional-hospital');
});
afterAll(() => site.close());

describe.each(['light', 'dark'] as const)('the story of a restriction, %s', (colorScheme) => {
  it('says what it is judged as, what is missing, by which pack, and that counsel decides', async () => {
    const { page, troubles } = await site.open('/trace?class=laboratory&sel=restriction:results-72h', {
      colorScheme,
      viewport: { width: 1366, height: 768 },
    });
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await inspector.getByRole('heading', { name: 'Judged by the rule pack' }).waitFor();
    const { restriction } = await site.server.ask<{
      restriction: { verdict: { sentence: string; parts: { missing: string[] }[] } };
    }>('{ restriction(id: "results-72h") { verdict { sentence parts { missing } } } }');
    await inspector.getByText(restriction.verdict.sentence, { exact: true }).waitFor();
    await inspector.getByText(/rule pack 2024-12-17.*counsel\s+decides/).waitFor();
    await inspector
      .getByText(/What is missing/)
      .first()
      .click();
    await inspector
      .getByText(restriction.verdict.parts[0]?.missing[0] ?? 'nothing', { exact: true })
      .first()
      .waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    if (process.env['EHI_SHOTS'] !== undefined)
      await page.screenshot({ path: `${process.env['EHI_SHOTS']}/verdict-${colorScheme}.png` });
    expect(troubles).toEqual([]);
  });
});
