import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorFault } from '../platform/fault.js';
import { projectRoot } from '../platform/project-root.js';
import { withClient } from './bootstrap-database.js';

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
  if (configFile === undefined && (await isUpToDate(ownerUrl))) return;
  const args = ['migrate', 'deploy', ...(configFile === undefined ? [] : ['--config', configFile])];
  const { code, output } = await runPrisma(args, ownerUrl);
  for (const line of output.split('\n')) if (line.trim() !== '') log?.(line);
  if (code === 0) return;
  const said = output.trim().split('\n').slice(-linesShownMax).join('\n');
  throw new OperatorFault(
    `The database could not be migrated; restore the backup or correct the migration it names:\n${said}`,
  );
}

/** The same check as Prisma's own, without the seconds its command line takes to start. */
export async function isUpToDate(ownerUrl: string): Promise<boolean> {
  const wanted = migrationsIn(join(projectRoot, 'prisma', 'migrations'));
  const applied = await appliedMigrations(ownerUrl).catch(() => []);
  return JSON.stringify(wanted) === JSON.stringify(applied);
}

/** Name and checksum of every migration of the folder, in their order. */
function migrationsIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'migration.sql')))
    .map(({ name }) => {
      const script = readFileSync(join(folder, name, 'migration.sql'));
      return `${name} ${createHash('sha256').update(script).digest('hex')}`;
    })
    .toSorted();
}

function appliedMigrations(ownerUrl: string): Promise<readonly string[]> {
  return withClient(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ migration: string }>(
      `SELECT migration_name || ' ' || checksum AS migration FROM _prisma_migrations
        WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    );
    return rows.map(({ migration }) => migration).toSorted();
  });
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
