import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import {
  bootstrapDatabase,
  LOGIN_ROLE,
  OWNER_ROLE,
  urlOf,
  withClient,
} from '../../cli/bootstrap-database.js';
import { deployBooks } from '../../prisma/deploy/deploy-books.js';
import { startEmbeddedPostgres } from '../../platform/embedded-postgres.js';
import { onceARun } from './once-a-run.js';

export type TestDatabase = Readonly<{
  name: string;
  /** Connection of the role the processes use. */
  url: string;
  /** Connection of the role that owns the schema. */
  ownerUrl: string;
  drop: () => Promise<void>;
}>;

type Cluster = Readonly<{ adminUrl: string; template: string }>;

const TEMPLATE = 'lunas_template';
const PASSWORD = 'only-for-tests';

/**
 * A database of its own: migrated and empty, copied from a template that is made once a test run, or a copy of `from`, to
 * which nobody is connected. The first call of a run starts PostgreSQL; the end of the run stops it.
 */
export async function createTestDatabase(from?: string): Promise<TestDatabase> {
  const cluster = await clusterOfThisRun();
  const template = from ?? cluster.template;
  const database = `t_${randomBytes(8).toString('hex')}`;
  await withClient(cluster.adminUrl, async (admin) => {
    await admin.query(`CREATE DATABASE ${database} TEMPLATE ${template} OWNER ${OWNER_ROLE}`);
    await admin.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${database} TO ${LOGIN_ROLE}`);
  });
  const ownerUrl = urlOf(cluster.adminUrl, { user: OWNER_ROLE, password: PASSWORD, database });
  ownerUrls.set(database, ownerUrl);
  return {
    name: database,
    url: urlOf(cluster.adminUrl, { user: LOGIN_ROLE, password: PASSWORD, database }),
    ownerUrl,
    drop: () => dropDatabase(cluster, database),
  };
}

const ownerUrls = new Map<string, string>();

/** Connection of the owner to one of the databases that this file's tests have made, by its name. */
export function ownerUrlOf(name: string): string {
  const url = ownerUrls.get(name);
  if (url === undefined) throw new Error(`${name} is no database of these tests`);
  return url;
}

async function dropDatabase({ adminUrl }: Cluster, database: string): Promise<void> {
  await withClient(adminUrl, (admin) =>
    admin.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`),
  );
}

/** The PostgreSQL of this test run; the first call starts it. */
export function clusterOfThisRun(): Promise<Cluster> {
  return onceARun('cluster', startCluster);
}

async function startCluster(folder: string): Promise<Cluster> {
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
  return { adminUrl: server.url, template: TEMPLATE };
}
