import pg from 'pg';
import { messageOf, OperatorFault } from '../platform/fault.js';

/** The role that owns the schema and runs migrations, and the role the processes log in as. */
export const OWNER_ROLE = 'lunas_owner';
export const LOGIN_ROLE = 'lunas';

// Group roles: rights of the processes, and of a collection partner's request; granted by the migrations.
const GROUP_ROLES = ['lunas_app', 'lunas_partner'] as const;
const FIRST_VERSION_WITH_INHERIT_PER_GRANT = 160_000;

export type Bootstrap = Readonly<{
  /** A superuser's connection to any database of the server. */
  adminUrl: string;
  database: string;
  ownerPassword: string;
  appPassword: string;
}>;

export type DatabaseUrls = Readonly<{ ownerUrl: string; appUrl: string }>;

/**
 * Creates the roles and the database of an installation, or corrects existing ones. Migrations
 * follow. Safe to repeat; passwords are set anew each time.
 */
export async function bootstrapDatabase(bootstrap: Bootstrap): Promise<DatabaseUrls> {
  const { adminUrl, database, ownerPassword, appPassword } = bootstrap;
  await withClient(adminUrl, async (admin) => {
    await ensureRole(
      admin,
      OWNER_ROLE,
      `LOGIN CREATEROLE PASSWORD ${admin.escapeLiteral(ownerPassword)}`,
    );
    await ensureRole(admin, LOGIN_ROLE, `LOGIN PASSWORD ${admin.escapeLiteral(appPassword)}`);
    for (const role of GROUP_ROLES) await ensureRole(admin, role, 'NOLOGIN');
    await grantGroupRoles(admin, LOGIN_ROLE);
    await ensureDatabase(admin, database);
  });
  return {
    ownerUrl: urlOf(adminUrl, { user: OWNER_ROLE, password: ownerPassword, database }),
    appUrl: urlOf(adminUrl, { user: LOGIN_ROLE, password: appPassword, database }),
  };
}

async function ensureRole(admin: pg.Client, role: string, attributes: string): Promise<void> {
  const { rowCount } = await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
  await admin.query(`${verb} ROLE ${admin.escapeIdentifier(role)} WITH ${attributes}`);
}

/**
 * Lets `member` act as the group roles. The partner role is not inherited: its row-level security must apply only while
 * a request has set that role.
 */
export async function grantGroupRoles(admin: pg.Client, member: string): Promise<void> {
  const { rows } = await admin.query<{ version: string; granted: boolean }>(
    `SELECT current_setting('server_version_num') AS version,
       pg_has_role($1, 'lunas_app', 'MEMBER') AND pg_has_role($1, 'lunas_partner', 'MEMBER') AS granted`,
    [member],
  );
  if (rows[0]?.granted === true) return;
  const perGrant = Number(rows[0]?.version) >= FIRST_VERSION_WITH_INHERIT_PER_GRANT;
  const name = admin.escapeIdentifier(member);
  const grants = [
    `GRANT lunas_app TO ${name}`,
    `GRANT lunas_partner TO ${name}${perGrant ? ' WITH INHERIT FALSE, SET TRUE' : ''}`,
  ];
  try {
    for (const grant of grants) await admin.query(grant);
  } catch (error) {
    throw new OperatorFault(
      `The role ${member} cannot be let into lunas_app and lunas_partner (${messageOf(error)}): let an administrator of the database run "${grants.join('; ')}".`,
    );
  }
}

async function ensureDatabase(admin: pg.Client, database: string): Promise<void> {
  const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [database]);
  const name = admin.escapeIdentifier(database);
  if (rowCount === 0)
    await admin.query(
      `CREATE DATABASE ${name} OWNER ${OWNER_ROLE} TEMPLATE template0 ENCODING 'UTF8'`,
    );
  await admin.query(`REVOKE CONNECT, TEMPORARY ON DATABASE ${name} FROM PUBLIC`);
  await admin.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${name} TO ${LOGIN_ROLE}`);
}

/** Runs `work` on a connection of its own. */
export async function withClient<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {}); // a lost connection also rejects the running query, which is told
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

type Login = Readonly<{ user: string; password: string; database: string }>;

/** The same server as `url`, with another login and database. */
export function urlOf(url: string, { user, password, database }: Login): string {
  const result = new URL(url);
  result.username = encodeURIComponent(user);
  result.password = encodeURIComponent(password);
  result.pathname = `/${encodeURIComponent(database)}`;
  return result.href;
}
