import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { hasCode, messageOf, OperatorFault } from '../../platform/fault.js';

/** Where the parts of an installation on this machine keep their files, all under one folder. */
export type Home = Readonly<{
  folder: string;
  postgresData: string;
  temporalFile: string;
  mailbox: string;
  printers: string;
  logs: string;
  run: string;
  /** Heads and public keys of the sealed audit trail: outside the database. */
  audit: string;
  credentials: string;
  seedCredentials: string;
}>;

export function homeAt(folder: string): Home {
  return {
    folder,
    postgresData: join(folder, 'postgres'),
    temporalFile: join(folder, 'temporal', 'temporal.db'),
    mailbox: join(folder, 'mailbox'),
    printers: join(folder, 'printers'),
    logs: join(folder, 'logs'),
    run: join(folder, 'run'),
    audit: join(folder, 'audit'),
    credentials: join(folder, 'demo-credentials.json'),
    seedCredentials: join(folder, 'seed-credentials.json'),
  };
}

/**
 * Creates the folders, readable by their owner only.
 * @throws {OperatorFault} when they cannot be made
 */
export function makeHome(home: Home): void {
  try {
    for (const folder of [home.folder, home.logs, home.run, join(home.temporalFile, '..')]) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
    }
  } catch (error) {
    if (hasCode(error, 'ENOSPC'))
      throw new OperatorFault(
        `The disk that holds ${home.folder} is full: make room and start again.`,
      );
    throw new OperatorFault(
      `The folder ${home.folder} cannot be written (${messageOf(error)}): make it writable, or set LUNAS_HOME to another folder.`,
    );
  }
}
