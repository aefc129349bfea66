import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../platform/project-root.js';

export type Guard = Readonly<{
  /** Ends the guard, when every part was stopped in order. */
  dismiss: () => Promise<void>;
}>;

const script = join(projectRoot, 'dist', 'cli', 'supervision', 'guard.js');

/**
 * Starts a small process that ends PostgreSQL and Temporal when this process is killed. Sources that were not built run
 * without it.
 */
export function startGuard(runFolder: string): Guard {
  if (!existsSync(script)) return { dismiss: async () => {} };
  const child = spawn(process.execPath, [script, runFolder, String(process.pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  child.stdin.on('error', () => {});
  return {
    dismiss: () => {
      child.stdin.end();
      return ended;
    },
  };
}
