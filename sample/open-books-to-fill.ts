import { openDatabase, type Database, type Waits } from '../prisma/database.js';

/** Each connection has to learn the commands anew; more of them than cores do not make it faster. */
const POOL_SIZE = 4;

const SETTINGS = {
  // Thousands of small transactions need not each wait for the disk: what a power cut takes away is made again, and the
  // last transaction waits for all of them.
  synchronous_commit: 'off',
  // All their statements find by a key: no plan need be made again and again.
  plan_cache_mode: 'force_generic_plan',
  // The seed plays the lives of its sales itself: the starter leaves their rows alone until it is done.
  'lunas.outbox': 'held',
};

/** The books for the seed. */
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
