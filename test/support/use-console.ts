import type { Browser } from 'playwright-core';
import type { TestApi } from './api-client.js';
import { CONSOLE_FOLDER, openScreen, startBrowser, type Look, type Screen } from './browser.js';
import { opened } from './opened.js';
import { openOwingShop, type OwingShop } from './owing-shop.js';

/**
 * The console of a shop that sells on account, for all tests of this file. A screen is closed after its test, which fails
 * when the browser itself complained; the books are verified at the end.
 */
export function useConsole(
  prepare: (world: OwingShop) => Promise<unknown> = async () => undefined,
) {
  let world: OwingShop;
  let api: TestApi;
  let browser: Browser;
  const screens: Screen[] = [];
  let passedMs = 0;
  beforeAll(async () => {
    [world, browser] = await Promise.all([openOwingShop(), startBrowser()]);
    await prepare(world);
    api = await world.api({
      consoleFolder: CONSOLE_FOLDER,
      realTimeMs: () => Date.now() + passedMs,
      samplePeople: async () => [{ role: 'arManager', ...world.shop.users.arManager }],
    });
  });
  afterEach(async () => {
    for (const screen of screens.splice(0)) {
      expect(screen.complaints).toEqual([]);
      await screen.close();
    }
  });
  afterAll(async () => {
    await browser.close();
    await world.verify();
    await api.close();
    await world.close();
  });
  const screen = async (look?: Look): Promise<Screen> => {
    const shown = await openScreen(browser, api.url, look);
    screens.push(shown);
    return shown;
  };
  /** Lets machine time pass, by which sessions and passwords grow old. */
  const pass = (ms: number): void => {
    passedMs += ms;
  };
  return { world: opened(() => world), api: opened(() => api), screen, pass };
}
