import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SetupFault } from './fault.mjs';
import { root } from './paths.mjs';
import { step } from './progress.mjs';
import { run, tail } from './run.mjs';
import { hashOfFiles, stampIs, writeStamp } from './stamp.mjs';

/** Compiles the product to `dist/`; the compiler's own incremental state makes a second run short. */
export async function build(folder = root) {
  await step('building', async () => {
    const compiler = join(folder, 'node_modules', 'typescript', 'bin', 'tsc');
    const { code, output } = await run(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
      cwd: folder,
    });
    if (code !== 0) throw new SetupFault(`the sources do not compile:\n${tail(output)}`);
  });
  await bundleWorkflows(join(folder, 'dist'));
  await buildConsole(folder);
}

/**
 * Bundles the workflows into one file, again when their sources have changed.
 * @param {string} dist
 */
async function bundleWorkflows(dist) {
  const stampFile = join(dist, '.workflow-bundle-stamp');
  const sources = ['workflows', 'domain', 'contract', 'platform'].flatMap((name) =>
    scriptsIn(join(dist, name)),
  );
  const stamp = hashOfFiles([...sources, join(dist, 'workers', 'workflow-bundle.js')]);
  if (stampIs(stampFile, stamp) && existsSync(join(dist, 'workflow-bundle.js'))) return;
  await step('bundling the workflows', async () => {
    const script = join(dist, 'workers', 'build-bundle.js');
    const { code, output } = await run(process.execPath, [script]);
    if (code !== 0) throw new SetupFault(`the workflows cannot be bundled:\n${tail(output)}`);
    writeStamp(stampFile, stamp);
  });
}

/**
 * Builds the pages of the console to `dist/web`, again when what they are made of has changed.
 * @param {string} folder
 */
async function buildConsole(folder) {
  const page = join(folder, 'dist', 'web', 'index.html');
  const stampFile = join(folder, 'dist', '.console-stamp');
  const sources = ['web', 'client', 'domain'].flatMap((name) => filesIn(join(folder, name)));
  const stamp = hashOfFiles([...sources, join(folder, 'package-lock.json')]);
  if (stampIs(stampFile, stamp) && existsSync(page)) return;
  await step('building the console', async () => {
    const vite = join(folder, 'node_modules', 'vite', 'bin', 'vite.js');
    const { code, output } = await run(process.execPath, [vite, 'build', 'web'], { cwd: folder });
    if (code !== 0) throw new SetupFault(`the console cannot be built:\n${tail(output)}`);
    writeStamp(stampFile, stamp);
  });
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function scriptsIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .toSorted()
    .map((name) => join(folder, name));
}
