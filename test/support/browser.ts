import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type Locator,
  type Page,
} from 'playwright-core';
import { findBrowser } from '../../scripts/setup/find-browser.mjs';
import { root } from '../../scripts/setup/paths.mjs';

/** Where the set-up builds the console. */
export const CONSOLE_FOLDER = join(root, 'dist', 'web');

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A busy machine shows a page late: only when it is stuck is something wrong. */
const STUCK_MS = 120_000;

export type Look = Readonly<{
  language?: 'en' | 'id';
  theme?: 'light' | 'dark';
  width?: number;
  height?: number;
  /** Whether this device was offered the tour before. */
  tour?: 'known' | 'new';
}>;

export type Screen = Readonly<{
  page: Page;
  context: BrowserContext;
  /** What the browser itself complained of: errors of scripts, refused contents. */
  complaints: readonly string[];
  close: () => Promise<void>;
}>;

/** Chromium for the tests of one file. */
export async function startBrowser(): Promise<Browser> {
  // Root may not use the sandbox; the pages are our own.
  return chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox'] });
}

/** A window of its own, with nothing kept from another. */
export async function openScreen(browser: Browser, url: string, look: Look = {}): Promise<Screen> {
  const { language = 'en', theme = 'light', width = 1440, height = 900, tour = 'known' } = look;
  const context = await browser.newContext({
    baseURL: url,
    colorScheme: theme,
    viewport: { width, height },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(STUCK_MS);
  await context.addInitScript(`localStorage.setItem('lunas.language', '${language}')`);
  if (tour === 'known')
    await context.addInitScript(`localStorage.setItem('lunas.tour', 'offered')`);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // A refused call is the page's to show; it is no fault of the page.
    const isRefusal = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isRefusal) complaints.push(message.text());
  });
  return { page, context, complaints, close: () => context.close() };
}

type Person = Readonly<{ email: string; password: string }>;

/** Signs in as a person would. */
export async function signInAt(page: Page, path: string, person: Person): Promise<void> {
  await page.goto(path);
  await page.getByLabel(/E-mail|Surel/).fill(person.email);
  await page.getByLabel(/Password|Kata sandi/).fill(person.password);
  await page.getByRole('button', { name: /^(Sign in|Masuk)$/ }).click();
  await page.getByRole('navigation', { name: /Main|Utama/ }).waitFor();
}

/** Waits until it is on the screen; the test fails when it does not come. */
export async function expectToSee(place: Locator): Promise<void> {
  await place.waitFor();
}

/** Presses `g` and the letter of an area until it is there: on a busy machine the letter may come too late for its `g`. */
export async function goBy(page: Page, letter: string, address: RegExp): Promise<void> {
  await vi.waitFor(
    async () => {
      await page.keyboard.press('g');
      await page.keyboard.press(letter);
      await page.waitForURL(address, { timeout: 5_000 });
    },
    { timeout: STUCK_MS },
  );
}

/**
 * Takes back by its key what was done last, once the page offers it as `says`: the books know of it before the page
 * does, and a key that comes in between would take back nothing, or what was done before it.
 */
export async function undoByKey(page: Page, says: string | RegExp): Promise<void> {
  const offered = page.locator('.toast', { has: page.getByRole('button') }).last();
  await expectToSee(offered.filter({ hasText: says }));
  await page.keyboard.press('z');
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

/** Lines of the page with an id where a person would read a name or a number. */
export async function idsShown(page: Page): Promise<string[]> {
  const lines = (await page.locator('main').innerText()).split('\n');
  return lines.filter((line) => ID.test(line));
}

/** What axe finds against WCAG 2.2 AA on the page as it is, as `rule: where`. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    type Result = { violations: { id: string; nodes: { target: string[] }[] }[] };
    const { axe } = globalThis as unknown as { axe: { run: (options: object) => Promise<Result> } };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await axe.run({ runOnly: { type: 'tag', values: tags } });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
    );
  });
}
