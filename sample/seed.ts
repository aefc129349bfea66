import { createLogger } from '../platform/logger.js';
import { loadClock } from '../platform/clock.js';
import { onlyInDevelopment, readConfig } from '../platform/config.js';
import { messageOf, OperatorFault } from '../platform/fault.js';
import { openBooksToFill } from './open-books-to-fill.js';
import { seedBooks, WEEKS_DEFAULT, type SeedKind } from './seed-books.js';

/** Fills empty books: `node seed.js [sample|minimal|none] [company|all]`, or by the variable LUNAS_SEED. */
async function main(): Promise<void> {
  const kind = kindAsked(process.argv[2] ?? process.env['LUNAS_SEED'] ?? 'sample');
  if (kind === 'none') {
    say('no sample data were asked for');
    return;
  }
  onlyInDevelopment('Sample data, whose credentials everybody can look up,');
  const config = readConfig(['databaseUrl', 'home', 'codecKey', 'printerPorts']);
  const database = openBooksToFill(config.databaseUrl.reveal());
  try {
    await seedBooks({
      kind,
      database,
      say,
      extent: process.argv[3] === 'company' ? 'company' : 'all',
      weeks: weeksAsked(process.env['LUNAS_SEED_WEEKS']),
      clock: await loadClock(database),
      home: config.home,
      codecKey: config.codecKey,
      printerPorts: config.printerPorts,
    });
  } finally {
    await database.close();
  }
}

function kindAsked(text: string): SeedKind | 'none' {
  if (text === 'sample' || text === 'minimal' || text === 'none') return text;
  throw new OperatorFault(`LUNAS_SEED is sample, minimal or none, not ${text}.`);
}

const WEEKS_MAX = 52;

function weeksAsked(text: string | undefined): number {
  if (text === undefined || text === '') return WEEKS_DEFAULT;
  const weeks = Number(text);
  if (Number.isInteger(weeks) && weeks >= 1 && weeks <= WEEKS_MAX) return weeks;
  throw new OperatorFault(
    `LUNAS_SEED_WEEKS is a whole number from 1 to ${WEEKS_MAX}, not ${text}.`,
  );
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof OperatorFault)) createLogger({ name: 'seed' }).error(error);
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
