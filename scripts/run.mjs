import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runMain, SetupFault } from './setup/fault.mjs';
import { isMain, root } from './setup/paths.mjs';
import { setUp } from './setup.mjs';

/**
 * Sets everything up, then runs a compiled program of the product in this process, so that signals reach it: `node
 * scripts/run.mjs cli/lunas.js doctor`.
 * @param {readonly string[]} command the program under `dist/`, then its arguments
 */
export async function runProgram([program, ...args]) {
  if (program === undefined)
    throw new SetupFault('say which compiled program to run, such as cli/lunas.js.');
  const tools = await setUp();
  Object.assign(process.env, tools);
  const script = join(root, 'dist', program);
  process.argv = [process.execPath, script, ...args];
  await import(pathToFileURL(script).href);
}

if (isMain(import.meta.url)) {
  await runMain(() => runProgram(process.argv.slice(2)));
}
