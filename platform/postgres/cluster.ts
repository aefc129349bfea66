import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { OperatorFault } from '../fault.js';
import { postgresFault } from './diagnosis.js';
import { commandAs, installationFor, postgresIdentity, type Installation } from './identity.js';
import type { PostgresOptions } from './options.js';

/**
 * Creates the cluster of an installation when its folder is empty or missing. Text is UTF-8 and sorts by code point,
 * the same on every machine.
 * @throws {OperatorFault} when the folder holds something that is not a cluster
 */
export async function ensureCluster(
  installation: Installation,
  options: PostgresOptions,
): Promise<void> {
  const { dataFolder } = installation;
  if (existsSync(join(dataFolder, 'PG_VERSION'))) return;
  if (existsSync(dataFolder) && readdirSync(dataFolder).length > 0) {
    throw new OperatorFault(
      `The database in ${dataFolder} is damaged (PG_VERSION is missing): restore a backup there, or start with --fresh to begin anew with sample data.`,
    );
  }
  mkdirSync(dirname(dataFolder), { recursive: true });
  // Created in a temporary folder and renamed, so that an interrupted run leaves no partial
  // cluster.
  const draft = `${dataFolder}.new`;
  rmSync(draft, { recursive: true, force: true });
  await initialise({ ...installation, dataFolder: draft }, options);
  rmSync(dataFolder, { recursive: true, force: true });
  renameSync(draft, dataFolder);
}

/** Removes the files of a cluster. Its server must not run. */
export function removeCluster(dataFolder: string): void {
  const installation = installationFor(dataFolder, postgresIdentity());
  rmSync(installation.dataFolder, { recursive: true, force: true });
}

async function initialise(installation: Installation, options: PostgresOptions): Promise<void> {
  const secretFolder = mkdtempSync(join(tmpdir(), 'lunas-pw-'));
  const passwordFile = join(secretFolder, 'password');
  writeFileSync(passwordFile, options.password, { mode: 0o600 });
  giveTo(installation, [secretFolder, passwordFile]);
  try {
    const { code, output } = await initdb(installation, passwordFile, options);
    if (code === 0) return;
    rmSync(installation.dataFolder, { recursive: true, force: true });
    throw postgresFault(output, { dataFolder: installation.dataFolder, port: options.port });
  } finally {
    rmSync(secretFolder, { recursive: true, force: true });
  }
}

function giveTo({ identity }: Installation, paths: readonly string[]): void {
  if (identity.kind !== 'other-user') return;
  for (const path of paths) {
    chmodSync(path, 0o700);
    chownSync(path, identity.uid, identity.gid);
  }
}

function initdb(
  { identity, binaries, dataFolder }: Installation,
  passwordFile: string,
  { durability = 'full' }: PostgresOptions,
): Promise<Readonly<{ code: number; output: string }>> {
  const { program, args, uid, gid } = commandAs(identity, binaries.initdb, [
    `--pgdata=${dataFolder}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    ...(durability === 'full' ? [] : ['--no-sync']),
  ]);
  const owner = uid === undefined || gid === undefined ? {} : { uid, gid };
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(program, args, {
      ...owner,
      cwd: '/',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LC_ALL: 'C' },
    });
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
    child.once('error', (error) => resolve({ code: 127, output: output + error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
