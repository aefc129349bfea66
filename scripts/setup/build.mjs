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
 * @param {string} folder
 * @returns {string[]}
 */
function scriptsIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .toSorted()
    .map((name) => join(folder, name));
}
