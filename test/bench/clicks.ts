import type { Page } from 'playwright-core';

/** What a click on a class led to, and how long after the click it was there, in milliseconds. */
export interface Click {
  readonly shown: 'picture' | 'parts';
  readonly ms: number;
}

/** How long a picture may take before the measuring gives up, in milliseconds. */
const patience = 120_000;

/**
 * Clicks a class in the list of the home page, which must be open. The time runs from the click's own time stamp to the second frame after
 * the picture of that answer may be saved, which is when it is laid out and drawn. A class whose parts have answers of their own shows a
 * table of those instead.
 */
export const clickClass = async (page: Page, dataClass: string): Promise<Click> => {
  const link = page.locator(`.domains a[href="/trace?class=${encodeURIComponent(dataClass)}"]`);
  await link.waitFor();
  await page.evaluate((wait) => {
    const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
    const clicked = new Promise<number>((resolve) =>
      document.addEventListener('click', ({ timeStamp }) => resolve(timeStamp), { capture: true, once: true }),
    );
    const shown = (): 'picture' | 'parts' | undefined => {
      if (document.querySelector('main.trace') === null) return undefined;
      if (document.querySelector('main.trace .parts-answer') !== null) return 'parts';
      const buttons = [...document.querySelectorAll<HTMLButtonElement>('.exports button')];
      return buttons.some((button) => button.textContent === 'Save SVG' && !button.disabled) ? 'picture' : undefined;
    };
    const there = new Promise<'picture' | 'parts'>((resolve, reject) => {
      const observer = new MutationObserver(() => {
        const what = shown();
        if (what === undefined) return;
        observer.disconnect();
        resolve(what);
      });
      observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled'] });
      setTimeout(() => reject(new Error('No picture was drawn.')), wait);
    });
    const measured = (async () => {
      const what = await there;
      await frame();
      await frame();
      return { shown: what, ms: performance.now() - (await clicked) };
    })();
    Object.assign(window, { benchClick: measured });
  }, patience);
  await link.click();
  return page.evaluate(() => (window as unknown as { readonly benchClick: Promise<Click> }).benchClick);
};
