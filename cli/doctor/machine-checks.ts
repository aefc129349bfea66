import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { binariesIn, bundledPostgresFolder } from '../../platform/postgres/binaries.js';
import { postgresIdentity } from '../../platform/postgres/identity.js';
import { findToolPath } from '../../platform/tools.js';
import type { Home } from '../platform/home.js';
import type { Check } from './finding.js';

const GIGABYTE = 1024 ** 3;
/** PostgreSQL, Temporal's file and the logs of weeks of demonstrations stay well below it. */
const FREE_GIGABYTES_MIN = 2;
const VERSION_TIMEOUT_MS = 20_000;
const OLDEST_NODE = [20, 19] as const;

/** Requirements of the machine, whether or not Lunas runs. */
export function machineChecks(home: Home): readonly Check[] {
  return [
    { name: 'Node', look: async () => nodeFinding() },
    { name: 'embedded PostgreSQL', look: postgresFinding },
    { name: 'Temporal server program', look: temporalFinding },
    { name: 'data folder', look: () => folderFinding(home) },
  ];
}

function nodeFinding() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fits = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  const detail = `${process.versions.node} on ${process.platform} ${process.arch}`;
  return fits
    ? ({ state: 'ok', detail } as const)
    : ({
        state: 'fault',
        detail,
        remedy: `install Node ${OLDEST_NODE.join('.')} or later`,
      } as const);
}

async function postgresFinding() {
  const version = await versionOf(binariesIn(bundledPostgresFolder()).postgres);
  return { state: 'ok', detail: `${version}, runs as ${postgresIdentity().kind}` } as const;
}

async function temporalFinding() {
  const path = findToolPath('TEMPORAL_CLI_PATH');
  const remedy = 'run "node scripts/setup.mjs", or set TEMPORAL_CLI_PATH';
  if (path === undefined) return { state: 'fault', detail: 'not found', remedy } as const;
  return { state: 'ok', detail: `${await versionOf(path)} at ${path}` } as const;
}

async function folderFinding({ folder }: Home) {
  const existing = existsSync(folder) ? folder : dirname(folder);
  accessSync(existing, constants.W_OK);
  const { bavail, bsize } = await statfs(existing);
  const free = (bavail * bsize) / GIGABYTE;
  const detail = `${folder}, ${free.toFixed(1)} GB free`;
  return free >= FREE_GIGABYTES_MIN
    ? ({ state: 'ok', detail } as const)
    : ({
        state: 'fault',
        detail,
        remedy: `keep at least ${FREE_GIGABYTES_MIN} GB free there`,
      } as const);
}

async function versionOf(program: string): Promise<string> {
  const { stdout } = await promisify(execFile)(program, ['--version'], {
    timeout: VERSION_TIMEOUT_MS,
  });
  return stdout.trim();
}
