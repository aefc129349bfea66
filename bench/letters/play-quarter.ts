import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { productPrograms } from '../../cli/platform/programs.js';
import { startPlatform } from '../../cli/platform/start-platform.js';
import { loadClock } from '../../platform/clock.js';
import { Secret } from '../../platform/secret.js';
import { openBooksToFill } from '../../sample/open-books-to-fill.js';
import { seedBooks } from '../../sample/seed-books.js';

/** Books of a quarter, and the folder of the installation with its mailbox. */
export type Quarter = Readonly<{ databaseUrl: string; home: string; close: () => Promise<void> }>;

const WEEKS = 13;

const KEY_BYTES = 32;

/** Plays a quarter of the sample company on its own servers, with a clock that goes from day to day. */
export async function playQuarter(): Promise<Quarter> {
  const home = mkdtempSync(join(tmpdir(), 'lunas-letters-'));
  const platform = await startPlatform({
    home,
    ports: 'free',
    seed: 'none',
    temporalUi: 'off',
    log: (line) => console.error(line),
    programs: { ...productPrograms, workers: [] },
  });
  const databaseUrl = platform.database.appUrl;
  const database = openBooksToFill(databaseUrl);
  try {
    await seedBooks({
      kind: 'sample',
      weeks: WEEKS,
      extent: 'all',
      database,
      clock: await loadClock(database),
      home,
      codecKey: new Secret(Buffer.alloc(KEY_BYTES).toString('base64')),
      printerPorts: [],
      say: (line) => console.error(line),
    });
  } finally {
    await database.close();
  }
  return {
    databaseUrl,
    home,
    close: async () => {
      await platform.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
