import { join } from 'node:path';
import { SetupFault } from './fault.mjs';
import { root } from './paths.mjs';
import { step } from './progress.mjs';
import { run, tail } from './run.mjs';

/** Compiles the product to `dist/`; the compiler's own incremental state makes a second run short. */
export async function build(folder = root) {
  await step('building', async () => {
    const compiler = join(folder, 'node_modules', 'typescript', 'bin', 'tsc');
    const { code, output } = await run(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
      cwd: folder,
    });
    if (code !== 0) throw new SetupFault(`the sources do not compile:\n${tail(output)}`);
  });
}
