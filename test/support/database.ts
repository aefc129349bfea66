import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  bootstrapDatabase,
  LOGIN_ROLE,
  OWNER_ROLE,
  urlOf,
  withClient,
} from '../../cli/bootstrap-database.js';
import { deployBooks } from '../../prisma/deploy/deploy-books.js';
import { startEmbeddedPostgres } from '../../platform/embedded-postgres.js';

export type TestDatabase = Readonly<{
  /** Connection of the role the processes use. */
  url: string;
  /** Connection of the role that owns the schema. */
  ownerUrl: string;
  drop: () => Promise<void>;
}>;

type Cluster = Readonly<{ adminUrl: string; template: string }>;

const TEMPLATE = 'lunas_template';
const PASSWORD = 'only-for-tests';
// Migrating the template takes seconds; the workers that wait for it share two cores with it.
const CLUSTER_WITHIN_MS = 90_000;
const POLL_MS = 50;

/**
 * A migrated, empty database of its own, copied from a template that is made once a test run. The
 * first call of a run starts PostgreSQL; the end of the run stops it.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const cluster = await clusterOfThisRun();
  const database = `t_${randomBytes(8).toString('hex')}`;
  await withClient(cluster.adminUrl, async (admin) => {
    await admin.query(
      `CREATE DATABASE ${database} TEMPLATE ${cluster.template} OWNER ${OWNER_ROLE}`,
    );
    await admin.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${database} TO ${LOGIN_ROLE}`);
  });
  return {
    url: urlOf(cluster.adminUrl, { user: LOGIN_ROLE, password: PASSWORD, database }),
    ownerUrl: urlOf(cluster.adminUrl, { user: OWNER_ROLE, password: PASSWORD, database }),
    drop: () => dropDatabase(cluster, database),
  };
}

async function dropDatabase({ adminUrl }: Cluster, database: string): Promise<void> {
  await withClient(adminUrl, (admin) =>
    admin.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`),
  );
}

async function clusterOfThisRun(): Promise<Cluster> {
  const folder = process.env['LUNAS_TEST_RUN'];
  if (folder === undefined)
    throw new Error('jest did not run its global set-up: use the jest.config.js of the project');
  const noted = join(folder, 'cluster.json');
  const failed = join(folder, 'cluster.failed');
  const deadline = performance.now() + CLUSTER_WITHIN_MS;
  while (performance.now() < deadline) {
    if (existsSync(noted)) return JSON.parse(readFileSync(noted, 'utf8')) as Cluster;
    if (existsSync(failed)) throw new Error(readFileSync(failed, 'utf8'));
    if (tryLock(folder)) return startCluster(folder);
    await sleep(POLL_MS);
  }
  throw new Error(`the PostgreSQL of this test run did not come up; see ${folder}/postgres.log`);
}

/** Making a folder succeeds for exactly one of the workers. */
function tryLock(folder: string): boolean {
  try {
    mkdirSync(join(folder, 'cluster.lock'));
    return true;
  } catch {
    return false;
  }
}

async function startCluster(folder: string): Promise<Cluster> {
  try {
    const server = await startEmbeddedPostgres({
      dataFolder: join(folder, 'data'),
      port: 0,
      password: PASSWORD,
      durability: 'unsafe-but-fast',
      attachment: 'let-go',
      logFile: join(folder, 'postgres.log'),
    });
    const { ownerUrl } = await bootstrapDatabase({
      adminUrl: server.url,
      database: TEMPLATE,
      ownerPassword: PASSWORD,
      appPassword: PASSWORD,
    });
    await withClient(ownerUrl, (owner) => deployBooks(owner));
    const cluster = { adminUrl: server.url, template: TEMPLATE };
    publish(join(folder, 'cluster.json'), JSON.stringify(cluster));
    return cluster;
  } catch (error) {
    publish(join(folder, 'cluster.failed'), String(error));
    throw error;
  }
}

/** Another worker must never read half a file. */
function publish(file: string, content: string): void {
  writeFileSync(`${file}.new`, content);
  renameSync(`${file}.new`, file);
}
