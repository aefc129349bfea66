import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type TempFolder = Readonly<{ path: string; remove: () => void }>;

/** A folder of its own for one test; `remove` it in `afterAll` or `afterEach`. */
export function makeTempFolder(): TempFolder {
  const path = mkdtempSync(join(tmpdir(), 'lunas-temp-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
