import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { OperatorFault } from '../platform/fault.js';
import { projectRoot } from '../platform/project-root.js';

export type Migration = Readonly<{
  /** Connection of the role that owns the schema. */
  ownerUrl: string;
  /** Another Prisma configuration than the product's own; the tests of this file use it. */
  configFile?: string;
  log?: (line: string) => void;
}>;

const linesShownMax = 12;

/**
 * Brings the schema up to date with `prisma migrate deploy`. Does nothing when it is; safe to repeat.
 * @throws {OperatorFault} when a migration does not go through, with what Prisma said
 */
export async function migrateDatabase({ ownerUrl, configFile, log }: Migration): Promise<void> {
  const args = ['migrate', 'deploy', ...(configFile === undefined ? [] : ['--config', configFile])];
  const { code, output } = await runPrisma(args, ownerUrl);
  for (const line of output.split('\n')) if (line.trim() !== '') log?.(line);
  if (code === 0) return;
  const said = output.trim().split('\n').slice(-linesShownMax).join('\n');
  throw new OperatorFault(
    `The database could not be migrated; restore the backup or correct the migration it names:\n${said}`,
  );
}

type Ended = Readonly<{ code: number; output: string }>;

/** Runs the Prisma CLI with the migration engine of its npm package, so that nothing is downloaded. */
export function runPrisma(args: readonly string[], ownerUrl: string): Promise<Ended> {
  const cli = join(projectRoot, 'node_modules', 'prisma', 'build', 'index.js');
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(process.execPath, [cli, ...args], {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        DATABASE_OWNER_URL: ownerUrl,
        DATABASE_URL: ownerUrl,
        PRISMA_SCHEMA_ENGINE_BINARY: join(projectRoot, 'prisma', 'schema-engine.mjs'),
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
    });
    const keep = (chunk: Buffer) => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => resolve({ code: 127, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
