import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { withClient } from '../cli/bootstrap-database.js';
import { foldBooks } from './books.js';
import { openBenchShop, type BenchShop } from './support/bench-shop.js';
import { openBrowser, type BenchBrowser } from './support/browser.js';
import { scriptSizes } from './support/console-scripts.js';
import { makeLargeBooks } from './support/large-books.js';
import { median, percentiles, round } from './support/load.js';
import type { BenchResult } from './support/result.js';

const LIVES_DEFAULT = 100_000;
const VIEWS = 7;
const KEYS = 40;
const EVENTS_PER_SECOND = 50;
const STREAM_MS = 20_000;

/** What the console must keep to. */
const BOUNDS = {
  firstViewMs: 1_000,
  interactionP95Ms: 100,
  initialKb: 250,
  routeKb: 80,
  longTaskMs: 100,
} as const;

/**
 * The console in Chromium over 100,000 lives: how soon the list of sales shows its rows, how long a person waits after a
 * key or a click, how much script it takes, and whether the page stands still while events stream in. The yardstick is
 * the shell of the same console without a page in it.
 */
export async function benchWeb({ seed }: Readonly<{ seed: number }>): Promise<BenchResult> {
  const shop = await openBenchShop('none');
  const browser = await openBrowser(shop);
  try {
    await makeLargeBooks({
      home: shop.platform.home.folder,
      ownerUrl: shop.platform.database.ownerUrl,
      lives: Number(process.env['LUNAS_BENCH_LIVES'] ?? LIVES_DEFAULT),
      log: (line) => console.error(line),
    });
    await foldBooks(shop);
    const shell = await views(browser, { path: '/nowhere', shows: 'nav' });
    const sales = await views(browser, { path: '/sales', shows: 'tbody tr:nth-child(10)' });
    const page = await browser.open('/sales', 'tbody tr:nth-child(10)');
    const waits = await interactions(page);
    const longest = await longestTaskDuring(page, () => streamEvents(shop));
    const scripts = await scriptSizes(browser);
    const { p50Ms, p95Ms, p99Ms } = percentiles(waits);
    const [firstViewMs, shellMs] = [median(sales), median(shell)];
    const met = {
      firstView: firstViewMs <= BOUNDS.firstViewMs,
      interaction: p95Ms <= BOUNDS.interactionP95Ms,
      initial: scripts.initialKb <= BOUNDS.initialKb,
      routes: Object.values(scripts.routesKb).every((kb) => kb <= BOUNDS.routeKb),
      longTask: longest <= BOUNDS.longTaskMs,
    };
    return {
      bench: 'web',
      valid: waits.length > KEYS && browser.complaints.length === 0,
      seed,
      rate: round(1_000 / firstViewMs),
      yardstick: round(1_000 / shellMs),
      ratio: round(shellMs / firstViewMs),
      p50Ms,
      p95Ms,
      p99Ms,
      cpuMsPerOperation: 0,
      peakMemoryMb: round(process.memoryUsage.rss() / 1_048_576),
      details: {
        firstViewsMs: sales,
        shellViewsMs: shell,
        interactions: waits.length,
        longestTaskMs: longest,
        scripts,
        bounds: BOUNDS,
        met,
        complaints: browser.complaints,
      },
    };
  } finally {
    await browser.close();
    await shop.close();
  }
}

type View = Readonly<{ path: string; shows: string }>;

/** From the start of the navigation until the view shows what it is for, in a window of its own each time. */
async function views(browser: BenchBrowser, { path, shows }: View): Promise<number[]> {
  const times: number[] = [];
  for (let view = 0; view < VIEWS; view += 1) {
    const page = await browser.open(path, shows);
    times.push(round(await page.evaluate<number>('globalThis.benchShownAt')));
    await page.close();
  }
  return times;
}

/** Moves, filters, searches and opens as a person does; answers how long each took until it was painted. */
async function interactions(page: Page): Promise<number[]> {
  await page.evaluate(`globalThis.benchWaits = [];
    new PerformanceObserver((list) => { for (const e of list.getEntries()) if (e.interactionId > 0) benchWaits.push(e.duration); })
      .observe({ type: 'event', durationThreshold: 16, buffered: false });`);
  let done = 0;
  const press = async (key: string, times = 1) => {
    for (let n = 0; n < times; n += 1) {
      await page.keyboard.press(key);
      await settled(page);
      done += 1;
    }
  };
  await press('j', KEYS);
  await press('k', KEYS / 2);
  await press('/');
  for (const letter of 'bahari') await press(letter);
  await press('Enter');
  await page.locator('tbody tr').nth(5).waitFor();
  await press('Escape');
  await press('Control+k');
  for (const letter of 'mawar') await press(letter);
  await press('Escape');
  const links = page.getByRole('navigation').first().getByRole('link');
  for (const name of [/Customers/, /Sales/]) {
    await links.filter({ hasText: name }).first().click();
    await page.locator('tbody tr').nth(5).waitFor();
    done += 1;
  }
  await settled(page);
  const slow = await page.evaluate<number[]>('benchWaits');
  // What was painted within one frame is not told at all.
  const FRAME_MS = 16;
  const fast = Math.max(0, done - slow.length);
  return [...slow, ...Array.from({ length: fast }, () => FRAME_MS)];
}

/** Two frames: what a key changed is on the screen. */
function settled(page: Page): Promise<unknown> {
  return page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
  );
}

/** The longest time that the page did not answer, meanwhile. */
async function longestTaskDuring(page: Page, during: () => Promise<void>): Promise<number> {
  await page.evaluate(`globalThis.benchTasks = [0];
    new PerformanceObserver((list) => { for (const e of list.getEntries()) benchTasks.push(e.duration); })
      .observe({ type: 'longtask' });`);
  await during();
  return round(await page.evaluate<number>('Math.max(...benchTasks)'));
}

/** Events of open sales, as the story of a sale gets them, fifty a second. */
async function streamEvents({ platform }: BenchShop): Promise<void> {
  await withClient(platform.database.ownerUrl, async (owner) => {
    const until = performance.now() + STREAM_MS;
    while (performance.now() < until) {
      await owner.query(
        `INSERT INTO lifecycle_event (sale_id, at, kind, actor_kind, actor_id, actor_name)
         SELECT sale_id, now(), 'captured', 'system', 'bench', 'bench' FROM sale_lifecycle ORDER BY since DESC LIMIT 5`,
      );
      await sleep((1_000 * 5) / EVENTS_PER_SECOND);
    }
  });
}
