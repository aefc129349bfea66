import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type TempFolder = Readonly<{ path: string; remove: () => void }>;

/**
 * A folder of its own for one test; `remove` it in `afterAll` or `afterEach`. It lies in the folder of the
 * test run, whose end also ends a PostgreSQL that a failed test left there.
 */
export function makeTempFolder(): TempFolder {
  const path = mkdtempSync(join(process.env['LUNAS_TEST_RUN'] ?? tmpdir(), 'temp-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
