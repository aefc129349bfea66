import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectRoot } from '../../platform/project-root.js';
import type { BenchBrowser } from './browser.js';
import { round } from './load.js';

/** Kilobytes of JavaScript as they are sent (gzip): of the shell, and what each route adds. */
export type ScriptSizes = Readonly<{
  initialKb: number;
  routesKb: Readonly<Record<string, number>>;
}>;

const ROUTES = (
  'queue sales matching bank-files customers letters promises agencies ' +
  'business ledger setup stores stock prices'
).split(' ');

/** Opens every route and adds up the scripts that it loaded. */
export async function scriptSizes(browser: BenchBrowser): Promise<ScriptSizes> {
  const shell = new Set(await scriptsAt(browser, '/nowhere'));
  const routesKb: Record<string, number> = {};
  for (const route of ROUTES) {
    const own = (await scriptsAt(browser, `/${route}`)).filter((script) => !shell.has(script));
    routesKb[route] = kilobytesOf(own);
  }
  return { initialKb: kilobytesOf([...shell]), routesKb };
}

async function scriptsAt(browser: BenchBrowser, path: string): Promise<readonly string[]> {
  const page = await browser.open(path, 'main h1, main h2, nav');
  await page.waitForLoadState('networkidle').catch(() => undefined);
  const scripts = await page.evaluate<string[]>(
    `performance.getEntriesByType('resource').map((e) => new URL(e.name).pathname).filter((path) => path.endsWith('.js'))`,
  );
  await page.close();
  return [...new Set(scripts)];
}

function kilobytesOf(scripts: readonly string[]): number {
  const files = scripts.map((script) => readFileSync(join(projectRoot, 'dist', 'web', script)));
  return round(files.reduce((sum, file) => sum + gzipSync(file).length, 0) / 1_000);
}
