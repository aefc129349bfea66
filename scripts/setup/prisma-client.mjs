import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SetupFault } from './fault.mjs';
import { root } from './paths.mjs';
import { step } from './progress.mjs';
import { run, tail } from './run.mjs';
import { hashOfFiles, stampIs, writeStamp } from './stamp.mjs';

/** Generates the Prisma client from the schema, when the schema or Prisma changed since the last time. */
export async function generatePrismaClient(folder = root) {
  const stampFile = join(folder, 'prisma', 'generated', '.stamp');
  const stamp = hashOfFiles([
    join(folder, 'prisma', 'schema.prisma'),
    join(folder, 'node_modules', 'prisma', 'package.json'),
  ]);
  if (stampIs(stampFile, stamp) && existsSync(join(folder, 'prisma', 'generated', 'client.ts')))
    return;
  await step('generating the database client', async () => {
    const { code, output } = await prisma(folder, ['generate']);
    if (code !== 0)
      throw new SetupFault(
        `prisma generate failed, which is a fault in prisma/schema.prisma:\n${tail(output)}`,
      );
    writeStamp(stampFile, stamp);
  });
}

/**
 * Runs the Prisma CLI with the migration engine of its npm package, so that nothing is downloaded.
 * @param {string} folder
 * @param {readonly string[]} args
 */
export function prisma(folder, args, env = process.env) {
  const cli = join(folder, 'node_modules', 'prisma', 'build', 'index.js');
  return run(process.execPath, [cli, ...args], {
    cwd: folder,
    env: { ...env, ...prismaEnvironment(folder) },
  });
}

/** @param {string} folder */
export function prismaEnvironment(folder) {
  return {
    PRISMA_SCHEMA_ENGINE_BINARY: join(folder, 'prisma', 'schema-engine.mjs'),
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  };
}
