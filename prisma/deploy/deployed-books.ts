import type pg from 'pg';
import type { BookFiles, FunctionFile } from './book-files.js';

/** What is deployed in a database. */
export type DeployedBooks = Readonly<{
  /** Checksum of each migration that was applied, by its name. */
  migrations: ReadonlyMap<string, string>;
  /** Digest of each function file, as the last deploy recorded it. */
  files: ReadonlyMap<string, Readonly<{ fileDigest: string; definitionDigest: string }>>;
  /** The functions in the database now, by name, overloads together. */
  functions: ReadonlyMap<string, Readonly<{ digest: string; count: number }>>;
}>;

/** Where a database and the files of this version differ, in words; empty when they agree. */
export type Drift = readonly string[];

/** Reads the state of a database; empty when nothing was ever deployed. */
export async function readDeployedBooks(client: pg.ClientBase): Promise<DeployedBooks> {
  const tables = await client.query<{ migrations: boolean; files: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS migrations,
            to_regclass('deployed_function') IS NOT NULL AS files`,
  );
  const there = tables.rows[0];
  return {
    migrations: there?.migrations === true ? await appliedMigrations(client) : new Map(),
    files: there?.files === true ? await deployedFiles(client) : new Map(),
    functions: await functionsIn(client),
  };
}

async function appliedMigrations(client: pg.ClientBase): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS name, checksum FROM _prisma_migrations
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

async function deployedFiles(client: pg.ClientBase) {
  const { rows } = await client.query<{ file: string; fileDigest: string; definition: string }>(
    `SELECT file, file_digest AS "fileDigest", definition_digest AS definition FROM deployed_function`,
  );
  return new Map(
    rows.map(({ file, fileDigest, definition }) => [
      file,
      { fileDigest, definitionDigest: definition },
    ]),
  );
}

/** Functions of the schema that belong to no extension. */
async function functionsIn(client: pg.ClientBase) {
  const { rows } = await client.query<{ name: string; digest: string; count: number }>(
    `SELECT p.proname AS name, count(*)::int AS count,
            md5(string_agg(pg_get_functiondef(p.oid), E'\n' ORDER BY pg_get_function_identity_arguments(p.oid))) AS digest
       FROM pg_proc p
      WHERE p.pronamespace = 'public'::regnamespace AND p.prokind = 'f'
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
      GROUP BY p.proname`,
  );
  return new Map(rows.map(({ name, digest, count }) => [name, { digest, count }]));
}

/** Compares a database with the files of this version. */
export function driftOf(deployed: DeployedBooks, files: BookFiles): Drift {
  const known = new Set(files.functions.map(({ name }) => name));
  return [
    ...files.migrations.flatMap(({ name, checksum }) => {
      const applied = deployed.migrations.get(name);
      if (applied === undefined) return [`migration ${name} is not applied`];
      return applied === checksum ? [] : [`migration ${name} was changed after it was applied`];
    }),
    ...foreignMigrations(deployed, files).map((name) => `migration ${name} is not of this version`),
    ...files.functions.flatMap((file) => functionDrift(deployed, file)),
    ...[...deployed.functions.keys()]
      .filter((name) => !known.has(name))
      .map((name) => `function ${name} is in no file`),
    ...(deployed.files.get(files.rights.file)?.fileDigest === files.rights.digest
      ? []
      : [`the rights of ${files.rights.file} are not those in force`]),
  ];
}

/** Migrations that were applied and are not among the files. */
export function foreignMigrations(deployed: DeployedBooks, files: BookFiles): readonly string[] {
  const known = new Set(files.migrations.map(({ name }) => name));
  return [...deployed.migrations.keys()].filter((name) => !known.has(name));
}

function functionDrift(deployed: DeployedBooks, { file, name, digest }: FunctionFile): string[] {
  const record = deployed.files.get(file);
  const there = deployed.functions.get(name);
  if (record === undefined || there === undefined) return [`function ${name} is not deployed`];
  if (record.fileDigest !== digest) return [`function ${name} is not that of ${file}`];
  return record.definitionDigest === there.digest
    ? []
    : [`function ${name} was changed in the database by hand`];
}
