import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { messageOf, OperatorFault } from '../../platform/fault.js';
import { projectRoot } from '../../platform/project-root.js';
import { parseSpeed } from '../platform/business-clock.js';
import type { PlatformOptions } from '../platform/start-platform.js';

export const UP_USAGE =
  'lunas up [--fresh] [--empty] [--port NUMBER] [--speed NUMBER] [--headless]';

export type UpFlags = Omit<PlatformOptions, 'log'> & Readonly<{ headless: 'yes' | 'no' }>;

const TEMPORAL_SECURITY = /^TEMPORAL_(TLS|API_KEY)/;
const PORT_MAX = 65_535;

/**
 * Reads the flags of `lunas up` and the servers that the environment names in place of embedded ones.
 * @throws {OperatorFault} unknown flag or a value that is not one
 */
export function parseUpFlags(args: readonly string[], env: NodeJS.ProcessEnv): UpFlags {
  const { fresh, empty, port, speed, headless } = flagsIn(args);
  return {
    home: resolve(setIn(env, 'LUNAS_HOME') ?? join(projectRoot, '.lunas')),
    apiPort: port === undefined ? undefined : parsePort(port),
    speed: speed === undefined ? undefined : parseSpeed(speed),
    seed: empty === true ? 'own' : 'sample',
    begin: fresh === true ? 'anew' : 'as-it-was',
    temporalUi: headless === true ? 'off' : 'on',
    headless: headless === true ? 'yes' : 'no',
    given: {
      DATABASE_URL: setIn(env, 'DATABASE_URL'),
      DATABASE_OWNER_URL: setIn(env, 'DATABASE_OWNER_URL'),
      TEMPORAL_ADDRESS: setIn(env, 'TEMPORAL_ADDRESS'),
      TEMPORAL_NAMESPACE: setIn(env, 'TEMPORAL_NAMESPACE'),
      TEMPORAL_UI_URL: setIn(env, 'TEMPORAL_UI_URL'),
      temporalSecurity: Object.fromEntries(
        Object.entries(env).filter(([name]) => TEMPORAL_SECURITY.test(name)),
      ),
      SMTP_URL: setIn(env, 'SMTP_URL'),
    },
  };
}

function flagsIn(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        fresh: { type: 'boolean' },
        empty: { type: 'boolean' },
        port: { type: 'string' },
        speed: { type: 'string' },
        headless: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new OperatorFault(`${messageOf(error).split('\n')[0] ?? ''} Usage: ${UP_USAGE}`);
  }
}

function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port <= PORT_MAX) return port;
  throw new OperatorFault(`--port ${text} is not a port: give a number from 1 to ${PORT_MAX}.`);
}

/** An empty variable counts as not set. */
function setIn(env: NodeJS.ProcessEnv, variable: string): string | undefined {
  const value = env[variable];
  return value === '' ? undefined : value;
}
