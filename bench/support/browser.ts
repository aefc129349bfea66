import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { projectRoot } from '../../platform/project-root.js';
import type { BenchShop } from './bench-shop.js';

export type BenchBrowser = Readonly<{
  /** A page of its own at the address, signed in, when it shows what the selector finds. */
  open: (path: string, shows: string) => Promise<Page>;
  /** What the browser complained of. */
  complaints: readonly string[];
  close: () => Promise<void>;
}>;

/** Chromium, signed in as the manager of receivables. Only benches and tests have the packages for it. */
export async function openBrowser({ platform }: BenchShop): Promise<BenchBrowser> {
  const { chromium } = await import('playwright-core');
  const finder = pathToFileURL(join(projectRoot, 'scripts', 'setup', 'find-browser.mjs')).href;
  const { findBrowser } = (await import(finder)) as { findBrowser: () => Promise<string> };
  const args = ['--no-sandbox'];
  const browser = await chromium.launch({ executablePath: await findBrowser(), args });
  const context = await browser.newContext({
    baseURL: platform.addresses.api,
    viewport: { width: 1440, height: 900 },
  });
  await context.addInitScript(`localStorage.setItem('lunas.language', 'en')`);
  await context.addInitScript(`localStorage.setItem('lunas.tour', 'offered')`);
  const person = platform.credentials['arManager'];
  const door = await context.newPage();
  await door.goto('/');
  await door.getByLabel('E-mail').fill(person?.email ?? '');
  await door.getByLabel('Password').fill(person?.password ?? '');
  await door.getByRole('button', { name: 'Sign in', exact: true }).click();
  await door.getByRole('navigation', { name: 'Main' }).waitFor();
  await door.close();
  const complaints: string[] = [];
  return {
    complaints,
    open: async (path, shows) => {
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.addInitScript(noteWhenShown(shows));
      await page.goto(path);
      await page.locator(shows).first().waitFor();
      await page.evaluate(
        'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
      );
      return page;
    },
    close: () => browser.close(),
  };
}

/** Notes the time since the start of the navigation at which the selector finds something first. */
function noteWhenShown(selector: string): string {
  return `globalThis.benchShownAt = 0;
    const look = () => {
      if (document.querySelector(${JSON.stringify(selector)}) === null) requestAnimationFrame(look);
      else globalThis.benchShownAt = performance.now();
    };
    requestAnimationFrame(look);`;
}
