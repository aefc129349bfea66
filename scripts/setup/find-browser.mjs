import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SetupFault } from './fault.mjs';
import { root } from './paths.mjs';
import { step } from './progress.mjs';
import { run } from './run.mjs';

const VARIABLE = 'LUNAS_BROWSER_PATH';
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const ON_A_MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

const FETCH_TIMEOUT_MS = 5 * 60_000;
const VERSION_TIMEOUT_MS = 30_000;

/**
 * Finds a browser for the tests of the console, or gets one: a path from the environment, PATH, the one of
 * playwright, its official download, Debian's package.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<string>} the absolute path
 * @throws {SetupFault} one sentence that says what to do
 */
export async function findBrowser(env = process.env) {
  const named = env[VARIABLE];
  if (named !== undefined && named !== '') {
    if (await runs(named)) return named;
    throw new SetupFault(
      `${VARIABLE} names ${named}, which is no browser: correct it or unset it.`,
    );
  }
  return (await installed(env)) ?? fetched(env);
}

/** @param {NodeJS.ProcessEnv} env */
async function installed(env) {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const places = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  for (const place of [...places, ON_A_MAC, await placeOfPlaywright()]) {
    if (existsSync(place) && (await runs(place))) return place;
  }
  return undefined;
}

/** @param {NodeJS.ProcessEnv} env */
async function fetched(env) {
  const reasons = [];
  for (const { how, commands } of waysToGetIt()) {
    try {
      await step(`getting Chromium for the tests of the console ${how}`, async () => {
        for (const [program = '', ...args] of commands) await mustRun(program, args);
      });
      const found = await installed(env);
      if (found !== undefined) return found;
      reasons.push(`${how}: what came does not run here`);
    } catch (error) {
      reasons.push(`${how}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new SetupFault(
    `Chromium could not be found or fetched (${reasons.join('; ')}): install Chromium or Chrome, or set ${VARIABLE} to its path.`,
  );
}

/** @typedef {Readonly<{ how: string, commands: readonly (readonly string[])[] }>} Way */

/** @returns {readonly Way[]} */
function waysToGetIt() {
  const playwright = join(root, 'node_modules', 'playwright-core', 'cli.js');
  const download = {
    how: 'by the official download',
    commands: [[process.execPath, playwright, 'install', 'chromium']],
  };
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return [download];
  const apt = ['apt-get', '-qq', '-o', 'Dpkg::Use-Pty=0'];
  const install = [...apt, 'install', '-y', '--no-install-recommends', 'chromium'];
  return [
    download,
    { how: 'as the package of the system', commands: [[...apt, 'update'], install] },
  ];
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 */
async function mustRun(program, args) {
  const { code, output } = await run(program, args, { timeoutMs: FETCH_TIMEOUT_MS });
  if (code !== 0) throw new Error(output.trim().split('\n').at(-1)?.trim() ?? `ended with ${code}`);
}

async function placeOfPlaywright() {
  const folder = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'));
  const { chromium } = await import(pathToFileURL(join(folder, 'index.mjs')).href);
  return chromium.executablePath();
}

/** @param {string} path */
async function runs(path) {
  const { code, output } = await run(path, ['--version'], { timeoutMs: VERSION_TIMEOUT_MS });
  return code === 0 && /Chrom/.test(output);
}
