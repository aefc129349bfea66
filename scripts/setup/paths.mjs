import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the checkout. */
export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** Where the running platform keeps its data. */
export function lunasHome(env = process.env) {
  return env.LUNAS_HOME ? resolve(env.LUNAS_HOME) : join(root, '.lunas');
}

/** Folders in which a fetched tool may lie, the nearest first; the last one is where new ones are put. */
export function cacheFolders(env = process.env) {
  return [join(lunasHome(env), 'cache'), userCacheFolder(env)];
}

function userCacheFolder(env) {
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'lunas');
  if (process.platform === 'win32' && env.LOCALAPPDATA) return join(env.LOCALAPPDATA, 'lunas');
  return join(env.HOME ?? homedir(), '.cache', 'lunas');
}

/** The file in which set-up leaves the paths of the tools it found, for processes started without it. */
export const toolsFile = join(root, 'node_modules', '.lunas-tools.json');
