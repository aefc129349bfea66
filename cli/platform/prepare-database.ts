import { OperatorFault, messageOf } from '../../platform/fault.js';
import type { InstallationSecrets } from '../../platform/secrets.js';
import {
  bootstrapDatabase,
  grantGroupRoles,
  withClient,
  type DatabaseUrls,
} from '../bootstrap-database.js';
import { deployBooks } from '../../prisma/deploy/deploy-books.js';
import { ensureBusinessClock } from './business-clock.js';

/**
 * `sample`: a company with weeks of history; `minimal`: the same company without history; `own`: books for a company of
 * one's own, with an administrator alone; `none`: empty books.
 */
export type SeedKind = 'sample' | 'minimal' | 'own' | 'none';

export const DATABASE_NAME = 'lunas';

/** Makes roles and database on the embedded server. */
export async function prepareEmbeddedDatabase(
  adminUrl: string,
  secrets: InstallationSecrets,
): Promise<DatabaseUrls> {
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

/** Migrates, lets the login role act as the group roles, and starts the business clock. */
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

/** `begun`: the company is there, and its history is not complete. */
export type SeedStanding = 'empty' | 'begun' | 'filled';

/** State of the sample data; `filled` for books that were filled in another way. */
export async function seedStandingOf(ownerUrl: string): Promise<SeedStanding> {
  return withClient(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ standing: SeedStanding }>(
      `SELECT CASE
         WHEN NOT EXISTS (SELECT FROM organisation) AND NOT EXISTS (SELECT FROM app_user) THEN 'empty'
         WHEN EXISTS (SELECT FROM idempotency_record WHERE scope = 'seed' AND status = 202) THEN 'begun'
         ELSE 'filled' END AS standing`,
    );
    return rows[0]?.standing ?? 'filled';
  });
}
