import { openDatabase, type Database, type Waits } from '../prisma/database.js';

/** Each connection has to learn the commands anew; more of them than cores do not make it faster. */
const POOL_SIZE = 4;

const SETTINGS = {
  // The thousands of small transactions do not wait for the disk: what a power cut loses is made again, and the last
  // transaction waits for all.
  synchronous_commit: 'off',
  // All their statements are key look-ups, so that one generic plan is enough.
  plan_cache_mode: 'force_generic_plan',
  // The seed runs the lives of its sales itself, so their outbox rows are held until it is done.
  'lunas.outbox': 'held',
};

/** Opens the books for the seed. */
export function openBooksToFill(url: string, waits: Partial<Waits> = {}): Database {
  const settings = Object.entries(SETTINGS).map(([name, value]) => `-c ${name}=${value}`);
  const ours = new URL(url);
  ours.searchParams.set('options', settings.join(' '));
  return openDatabase({
    url: ours.href,
    poolSize: POOL_SIZE,
    applicationName: 'lunas-seed',
    waits,
  });
}
