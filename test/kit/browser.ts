import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import chromium from '@sparticuz/chromium';
import {
  chromium as playwright,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { projectFolder } from '../../server/src/config.ts';
import type { GraphStore } from '../../server/src/store/index.ts';
import { startTestServer, type TestServer } from './server.ts';

// These only help where no process may be started; several pages at once need real processes.
const unwanted = new Set([
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--allow-running-insecure-content',
]);

/** Returns a headless Chromium: the one CHROME_PATH names, else the one that comes with the packages, with `extra` arguments. Needs no root and no display. */
export const launchBrowser = async (extra: readonly string[] = []): Promise<Browser> => {
  const installed = process.env['CHROME_PATH'];
  return playwright.launch({
    executablePath: installed ?? (await chromium.executablePath()),
    args: installed === undefined ? [...chromium.args.filter((arg) => !unwanted.has(arg)), ...extra] : [],
    headless: true,
  });
};

/** The built interface, served with an example inventory, and a browser to look at it. */
export interface Site {
  readonly server: TestServer;
  readonly browser: Browser;
  /** A page of its own: nothing remembered, errors collected in `troubles`. */
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<OpenPage>;
  readonly close: () => Promise<void>;
}

/** A page, its context, and every error its script threw or logged. */
export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly troubles: readonly string[];
}

/** Returns the real server with the built interface and `seed` in `store`, an embedded one of its own when absent. Throws when the interface is not built. */
export const openSite = async (seed?: string, store?: GraphStore): Promise<Site> => {
  const webFolder = join(projectFolder, 'web', 'dist');
  if (!existsSync(join(webFolder, 'index.html'))) throw new Error('web/dist is missing: run `npm run build` first.');
  const server = await startTestServer({
    webFolder,
    ...(seed === undefined ? {} : { seed }),
    ...(store === undefined ? {} : { store }),
  });
  // Where there is no graphics card, drawing without one is several times as fast as imitating it.
  const browser = await launchBrowser(['--disable-gpu']);
  return {
    server,
    browser,
    open: async (path, options = {}) => {
      const context = await browser.newContext({
        viewport: { width: 1600, height: 1000 },
        colorScheme: 'light',
        acceptDownloads: true,
        ...options,
      });
      const page = await context.newPage();
      const troubles: string[] = [];
      page.on('pageerror', (error) => troubles.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') troubles.push(message.text());
      });
      await page.goto(new URL(path, server.url).href);
      return { page, context, troubles };
    },
    close: async () => {
      await browser.close();
      await server.stop();
    },
  };
};

/** Returns what axe finds wrong on the page as it is now, one line each; empty when nothing. */
export const accessibilityFaults = async (page: Page): Promise<readonly string[]> => {
  // Without frames axe needs no page of its own to put their answers together; that takes half of the time.
  const hasFrames = page.frames().length > 1;
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(!hasFrames).analyze();
  return violations.flatMap((found) =>
    found.nodes.map((node) => `${found.id}: ${node.target.join(' ')} (${found.help})`),
  );
};
