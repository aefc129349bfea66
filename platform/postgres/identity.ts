import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorFault } from '../fault.js';
import { binariesIn, bundledPostgresFolder, type PostgresBinaries } from './binaries.js';

/**
 * Who the database server runs as. PostgreSQL refuses to run as root. So for root it runs either in
 * a user namespace with another user id (its files stay in place and belong to root), or as an
 * ordinary user, with its files where that user can reach them.
 */
export type PostgresIdentity =
  | Readonly<{ kind: 'same-user' }>
  | Readonly<{ kind: 'user-namespace' }>
  | Readonly<{ kind: 'other-user'; uid: number; gid: number }>;

export type Installation = Readonly<{
  binaries: PostgresBinaries;
  dataFolder: string;
  identity: PostgresIdentity;
}>;

export type Command = Readonly<{
  program: string;
  args: readonly string[];
  uid?: number;
  gid?: number;
}>;

const NOBODY = '65534';
const REACHABLE_BY_ALL = '/var/tmp';

/** The identity that works on this machine. */
export function postgresIdentity(): PostgresIdentity {
  if (process.geteuid?.() !== 0) return { kind: 'same-user' };
  if (userNamespaceWorks()) return { kind: 'user-namespace' };
  const user = ['postgres', 'nobody'].map(userNamed).find((found) => found !== undefined);
  if (user !== undefined) return { kind: 'other-user', ...user };
  throw new OperatorFault(
    'PostgreSQL does not run as root and there is no user postgres or nobody: start Lunas as an ordinary user.',
  );
}

/** Folders of binaries and data of a cluster for this identity; copies the binaries when needed. */
export function installationFor(dataFolder: string, identity: PostgresIdentity): Installation {
  const bundled = bundledPostgresFolder();
  if (identity.kind !== 'other-user')
    return { binaries: binariesIn(bundled), dataFolder, identity };
  const place = join(REACHABLE_BY_ALL, `lunas-postgres-${shortHash(dataFolder)}`);
  const native = join(REACHABLE_BY_ALL, `lunas-postgres-bin-${shortHash(bundled)}`);
  if (!existsSync(binariesIn(native).postgres))
    cpSync(bundled, native, { recursive: true, verbatimSymlinks: true });
  mkdirSync(place, { recursive: true, mode: 0o700 });
  chownSync(place, identity.uid, identity.gid);
  return { binaries: binariesIn(native), dataFolder: join(place, 'data'), identity };
}

/** The command that runs one of the binaries under the identity. */
export function commandAs(
  identity: PostgresIdentity,
  program: string,
  args: readonly string[],
): Command {
  switch (identity.kind) {
    case 'same-user':
      return { program, args };
    case 'user-namespace':
      return { program: 'unshare', args: [...NAMESPACE_ARGUMENTS, program, ...args] };
    case 'other-user':
      return { program, args, uid: identity.uid, gid: identity.gid };
  }
}

// Without --fork `unshare` becomes the program itself: the process id is the server's own.
const NAMESPACE_ARGUMENTS = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];

function userNamespaceWorks(): boolean {
  const { status, stdout } = spawnSync('unshare', [...NAMESPACE_ARGUMENTS, 'id', '-u'], {
    encoding: 'utf8',
  });
  return status === 0 && stdout.trim() === NOBODY;
}

function userNamed(name: string): Readonly<{ uid: number; gid: number }> | undefined {
  try {
    const idOf = (flag: string) =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    return undefined;
  }
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
