import type pg from 'pg';
import { messageOf, OperatorFault } from '../../platform/fault.js';
import { type BookFiles, type FunctionFile, readBookFiles } from './book-files.js';
import {
  type DeployedBooks,
  type Drift,
  driftOf,
  foreignMigrations,
  readDeployedBooks,
} from './deployed-books.js';
import { createFunctions, dropUnknownFunctions } from './put-functions.js';

export type Deployment = Readonly<{
  /** The files to deploy; those of this version when left out. */
  files?: BookFiles;
  log?: ((line: string) => void) | undefined;
}>;

/** Advisory lock: one deploy at a time. */
const DEPLOY_LOCK = 7_205_313;
/** Tills wait behind a deploy that waits for a table, so it gives up after this time and can be repeated. */
const LOCK_TIMEOUT_MS = 10_000;

/**
 * Brings the books up to date: the migrations that are missing and the functions that differ, in one transaction, so
 * that no process ever meets tables of one version with functions of another. Does nothing when they agree; safe to
 * repeat, also from two machines at once. `client` is connected as the owner of the schema. See ADR 12.
 * @throws {OperatorFault} when the database belongs to another line of versions, or a file does not go through, which
 *   it names; nothing has changed then
 */
export async function deployBooks(client: pg.Client, deployment: Deployment = {}): Promise<void> {
  const { files = readBookFiles(), log } = deployment;
  const before = await readDeployedBooks(client);
  refuseOtherLine(before, files);
  if (driftOf(before, files).length === 0) return;
  await client.query('BEGIN');
  try {
    await client.query(
      `SELECT pg_advisory_xact_lock(${DEPLOY_LOCK}), set_config('lock_timeout', '${LOCK_TIMEOUT_MS}', true)`,
    );
    await bringUpToDate(client, { files, log });
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

/** Where a database differs from the files of this version. */
export async function readDrift(client: pg.ClientBase, files = readBookFiles()): Promise<Drift> {
  return driftOf(await readDeployedBooks(client), files);
}

/**
 * Refuses a database with unknown migrations, which cannot be brought up to date; the sentence says what can be done
 * instead.
 */
function refuseOtherLine(deployed: DeployedBooks, files: BookFiles): void {
  const foreign = foreignMigrations(deployed, files);
  if (foreign.length === 0) return;
  throw new OperatorFault(
    `This database holds books of a version that this one cannot continue (migration ${foreign.toSorted()[0]}): begin anew with "npm start -- --fresh", which throws its data away, or run the version that made it.`,
  );
}

async function bringUpToDate(
  client: pg.Client,
  { files, log }: Required<Pick<Deployment, 'files'>> & Pick<Deployment, 'log'>,
): Promise<void> {
  const deployed = await readDeployedBooks(client);
  refuseOtherLine(deployed, files);
  const changed = files.functions.filter((file) => !isInForce(deployed, file));
  // Tables need functions (defaults, triggers, indexes) and functions need tables, so functions that take no table row
  // come first. Bodies are checked when everything is there.
  await client.query('SET LOCAL check_function_bodies = off');
  const waiting = await createFunctions(client, changed, 'where-types-are-known');
  await applyMigrations(client, { deployed, files, log });
  await createFunctions(client, waiting, 'all');
  await client.query('SET LOCAL check_function_bodies = on');
  await createFunctions(client, changed, 'all');
  await dropUnknownFunctions(client, files.functions);
  await named(files.rights.file, () => client.query(files.rights.text));
  await writeDown(client, files);
  if (changed.length > 0) log?.(`${changed.length} functions`);
}

function isInForce(deployed: DeployedBooks, { file, name, digest }: FunctionFile): boolean {
  const record = deployed.files.get(file);
  const there = deployed.functions.get(name);
  return (
    record?.fileDigest === digest && there !== undefined && record.definitionDigest === there.digest
  );
}

/** The table is Prisma's own, so that `prisma migrate status` and `diff` go on reading it. */
const MIGRATION_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz,
  migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;

async function applyMigrations(
  client: pg.Client,
  { deployed, files, log }: Readonly<{ deployed: DeployedBooks }> & Deployment,
): Promise<void> {
  await client.query(MIGRATION_TABLE);
  for (const { name, checksum, text } of files?.migrations ?? []) {
    const applied = deployed.migrations.get(name);
    if (applied === checksum) continue;
    if (applied !== undefined)
      throw new OperatorFault(
        `Migration ${name} was changed after it had been applied: give the change a migration of its own.`,
      );
    await named(name, () => client.query(text));
    // A later migration may alter a table that this one has filled.
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES (gen_random_uuid(), $1, $2, clock_timestamp(), 1)`,
      [checksum, name],
    );
    log?.(`migration ${name}`);
  }
}

async function writeDown(client: pg.Client, files: BookFiles): Promise<void> {
  const { functions } = await readDeployedBooks(client);
  const rows = [
    ...files.functions.map(({ file, name, digest }) => ({
      file,
      digest,
      definition: functions.get(name)?.digest ?? '',
    })),
    { file: files.rights.file, digest: files.rights.digest, definition: '' },
  ];
  await client.query('DELETE FROM deployed_function WHERE file <> ALL ($1)', [
    rows.map(({ file }) => file),
  ]);
  await client.query(
    `INSERT INTO deployed_function (file, file_digest, definition_digest, deployed_at)
     SELECT r.file, r.digest, r.definition, clock_timestamp()
       FROM jsonb_to_recordset($1) AS r (file text, digest text, definition text)
     ON CONFLICT (file) DO UPDATE SET file_digest = excluded.file_digest,
       definition_digest = excluded.definition_digest, deployed_at = excluded.deployed_at
     WHERE (deployed_function.file_digest, deployed_function.definition_digest)
       IS DISTINCT FROM (excluded.file_digest, excluded.definition_digest)`,
    [JSON.stringify(rows)],
  );
}

async function named(file: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw new OperatorFault(
      `The books could not be brought up to date; nothing was changed. ${file}: ${messageOf(error)}`,
    );
  }
}
