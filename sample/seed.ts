import { createLogger } from '../platform/logger.js';
import { loadClock } from '../platform/clock.js';
import { readConfig } from '../platform/config.js';
import { messageOf, OperatorFault } from '../platform/fault.js';
import { openDatabase } from '../prisma/database.js';
import { seedBooks, WEEKS_DEFAULT, type SeedKind } from './seed-books.js';

/** Fills empty books: `node seed.js [sample|minimal|none]`, or by the variable LUNAS_SEED. */
async function main(): Promise<void> {
  const kind = kindAsked(process.argv[2] ?? process.env['LUNAS_SEED'] ?? 'sample');
  if (kind === 'none') {
    say('no sample data were asked for');
    return;
  }
  const config = readConfig(['databaseUrl', 'home', 'codecKey', 'printerPorts']);
  const database = openDatabase({
    url: forManySmallSteps(config.databaseUrl.reveal()),
    poolSize: POOL_SIZE,
    applicationName: 'lunas-seed',
  });
  try {
    await seedBooks({
      kind,
      database,
      say,
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

/** Each connection has to learn the commands anew; more of them than cores do not make it faster. */
const POOL_SIZE = 4;

/**
 * Thousands of small transactions need not each wait for the disk: what a power cut takes away is made again,
 * and the last transaction waits for all of them. Nor need their statements, of which all find by a key, be planned again
 * and again.
 */
function forManySmallSteps(url: string): string {
  const relaxed = new URL(url);
  relaxed.searchParams.set(
    'options',
    '-c synchronous_commit=off -c plan_cache_mode=force_generic_plan',
  );
  return relaxed.href;
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
