import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../platform/project-root.js';

/** One migration: `prisma/migrations/<name>/migration.sql`. `checksum` is SHA-256 in hexadecimal. */
export type MigrationFile = Readonly<{ name: string; checksum: string; text: string }>;

/**
 * The current definition of one SQL function: `prisma/functions/<stage>/<name>.sql`. A file that defines an overloaded
 * function defines all its overloads. `digest` is SHA-256 in hexadecimal.
 */
export type FunctionFile = Readonly<{
  /** `<stage>/<name>.sql`. */
  file: string;
  stage: string;
  name: string;
  digest: string;
  text: string;
}>;

export type BookFiles = Readonly<{
  migrations: readonly MigrationFile[];
  functions: readonly FunctionFile[];
  /** Who may call which function: `prisma/functions/rights.sql`. */
  rights: Readonly<{ file: string; digest: string; text: string }>;
}>;

const RIGHTS_FILE = 'rights.sql';

/** Reads the migrations and functions of this version. `folder` holds `migrations/` and `functions/`. */
export function readBookFiles(folder = join(projectRoot, 'prisma')): BookFiles {
  const rights = readFileSync(join(folder, 'functions', RIGHTS_FILE), 'utf8');
  return {
    migrations: readMigrations(join(folder, 'migrations')),
    functions: readFunctions(join(folder, 'functions')),
    rights: { file: RIGHTS_FILE, digest: sha256(rights), text: rights },
  };
}

function readMigrations(folder: string): MigrationFile[] {
  return foldersIn(folder)
    .filter((name) => existsSync(join(folder, name, 'migration.sql')))
    .map((name) => {
      const text = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, checksum: sha256(text), text };
    });
}

function readFunctions(folder: string): FunctionFile[] {
  return foldersIn(folder).flatMap((stage) =>
    readdirSync(join(folder, stage))
      .filter((file) => file.endsWith('.sql'))
      .toSorted()
      .map((file) => {
        const text = readFileSync(join(folder, stage, file), 'utf8');
        const name = file.slice(0, -'.sql'.length);
        return { file: `${stage}/${file}`, stage, name, digest: sha256(text), text };
      }),
  );
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
