import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorFault } from '../../platform/fault.js';
import type { Home } from './home.js';

const OWNER_ONLY = 0o600;

// The connection settings for commands that work beside a running platform.
const PASSED_ON = /^(DATABASE_|TEMPORAL_|SMTP_URL$|API_|LUNAS_)/;

/** Stores the settings of a running platform for such commands; readable by the owner only, while it runs. */
export function writeConnections(home: Home, env: NodeJS.ProcessEnv): void {
  const settings = Object.fromEntries(Object.entries(env).filter(([name]) => PASSED_ON.test(name)));
  writeFileSync(`${fileOf(home)}.new`, JSON.stringify(settings, null, 2), { mode: OWNER_ONLY });
  renameSync(`${fileOf(home)}.new`, fileOf(home));
}

export function forgetConnections(home: Home): void {
  rmSync(fileOf(home), { force: true });
}

/** The settings of the platform that runs on this home; undefined when none does. */
export function findConnections(home: Home): NodeJS.ProcessEnv | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(home), 'utf8')) as NodeJS.ProcessEnv;
  } catch {
    return undefined;
  }
}

/**
 * The settings for a command that works beside a platform: the environment where it names a database, else
 * those of the platform that runs on this home.
 * @throws {OperatorFault} when there is neither
 */
export function connectionsFor(home: Home, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  if (env['DATABASE_URL'] !== undefined && env['DATABASE_URL'] !== '') return env;
  const running = findConnections(home);
  if (running !== undefined) return { ...env, ...running };
  throw new OperatorFault(
    `Lunas does not run on ${home.folder}: start it with "npm start", or set DATABASE_URL and TEMPORAL_ADDRESS.`,
  );
}

function fileOf(home: Home): string {
  return join(home.run, 'connections');
}
