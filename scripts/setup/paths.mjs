import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the checkout. */
export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** Where the running platform keeps its data. */
export function lunasHome(env = process.env) {
  return env['LUNAS_HOME'] ? resolve(env['LUNAS_HOME']) : join(root, '.lunas');
}

/** Folders in which a fetched tool may lie, the nearest first. */
export function cacheFolders(env = process.env) {
  return [join(lunasHome(env), 'cache'), userCacheFolder(env)];
}

/** @param {NodeJS.ProcessEnv} env */
function userCacheFolder(env) {
  if (env['XDG_CACHE_HOME']) return join(env['XDG_CACHE_HOME'], 'lunas');
  if (process.platform === 'win32' && env['LOCALAPPDATA'])
    return join(env['LOCALAPPDATA'], 'lunas');
  return join(env['HOME'] ?? homedir(), '.cache', 'lunas');
}

/**
 * True for the script that Node was started with, under any form of its path.
 * @param {string} url its `import.meta.url`
 */
export function isMain(url) {
  const started = process.argv[1];
  return started !== undefined && realpathSync(started) === realpathSync(fileURLToPath(url));
}

/** The file in which set-up leaves the paths of the tools it found, for processes started without it. */
export const toolsFile = join(root, 'node_modules', '.lunas-tools.json');
