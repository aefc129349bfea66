import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorFault, messageOf } from '../../platform/fault.js';
import type { InstallationSecrets } from '../../platform/secrets.js';
import {
  bootstrapDatabase,
  grantGroupRoles,
  withClient,
  type DatabaseUrls,
} from '../bootstrap-database.js';
import { deployBooks } from '../../prisma/deploy/deploy-books.js';
import { explanationIn } from '../supervision/explanation.js';
import { ensureBusinessClock } from './business-clock.js';
import type { Home } from './home.js';
import { runToEnd } from './run-to-end.js';

/** `sample`: a company with weeks of history; `minimal`: the same company without history; `none`: empty books. */
export type SeedKind = 'sample' | 'minimal' | 'none';

export const DATABASE_NAME = 'lunas';

/** Makes roles and database on the embedded server; begins anew when sample data were left half made. */
export async function prepareEmbeddedDatabase(
  adminUrl: string,
  { home, secrets }: Readonly<{ home: Home; secrets: InstallationSecrets }>,
): Promise<DatabaseUrls> {
  if (existsSync(home.seeding)) {
    await withClient(adminUrl, (admin) =>
      admin.query(`DROP DATABASE IF EXISTS ${DATABASE_NAME} WITH (FORCE)`),
    );
    rmSync(home.seeding);
  }
  const { ownerPassword, appPassword } = secrets;
  return bootstrapDatabase({ adminUrl, database: DATABASE_NAME, ownerPassword, appPassword });
}

/**
 * Checks a database that somebody else runs.
 * @throws {OperatorFault} when it cannot be reached, or the owner's address is missing
 */
export async function checkGivenDatabase(env: NodeJS.ProcessEnv): Promise<DatabaseUrls> {
  const { DATABASE_URL: appUrl = '', DATABASE_OWNER_URL: ownerUrl = '' } = env;
  if (ownerUrl === '') {
    throw new OperatorFault(
      'DATABASE_URL is set, so DATABASE_OWNER_URL must be set too: the role that owns the schema and runs the migrations, on the same database.',
    );
  }
  for (const [variable, url] of [
    ['DATABASE_OWNER_URL', ownerUrl],
    ['DATABASE_URL', appUrl],
  ] as const) {
    await withClient(url, (client) => client.query('SELECT 1')).catch((error: unknown) => {
      throw new OperatorFault(
        `The database of ${variable} does not answer (${messageOf(error)}): see that it runs and that the address is right.`,
      );
    });
  }
  return { ownerUrl, appUrl };
}

/** Migrates, lets the login role act as the group roles, and sets the business clock going. */
export async function bringUpToDate(
  { ownerUrl, appUrl }: DatabaseUrls,
  { speed, log }: Readonly<{ speed: number | undefined; log: (line: string) => void }>,
): Promise<number> {
  return withClient(ownerUrl, async (owner) => {
    await deployBooks(owner, { log });
    await grantGroupRoles(owner, decodeURIComponent(new URL(appUrl).username));
    return ensureBusinessClock(owner, speed);
  });
}

export async function booksAreEmpty(ownerUrl: string): Promise<boolean> {
  return withClient(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ empty: boolean }>(
      'SELECT NOT EXISTS (SELECT FROM organisation) AS empty',
    );
    return rows[0]?.empty === true;
  });
}

export type Seeding = Readonly<{
  kind: Exclude<SeedKind, 'none'>;
  script: string;
  home: Home;
  env: NodeJS.ProcessEnv;
  say: (line: string) => void;
  abort: AbortSignal | undefined;
}>;

/** Fills empty books by the seed, a program of its own that tells its progress. */
export async function seedBooks({ kind, script, home, env, say, abort }: Seeding): Promise<void> {
  if (!existsSync(script))
    throw new OperatorFault(`${script} is missing: build again with "node scripts/setup.mjs".`);
  writeFileSync(home.seeding, kind);
  const { code, lastLines } = await runToEnd({
    script,
    args: [kind],
    env,
    logFile: join(home.logs, 'seed.log'),
    say,
    abort,
  });
  if (code !== 0)
    throw new OperatorFault(
      `The sample data could not be made: ${explanationIn(lastLines)} The rest is in ${join(home.logs, 'seed.log')}.`,
    );
  rmSync(home.seeding);
}
