import { verifyBooks } from '../activities/verify/verify-books.js';
import type { Clock } from '../platform/clock.js';
import { OperatorFault } from '../platform/fault.js';
import type { Secret } from '../platform/secret.js';
import type { Database } from '../prisma/database.js';
import { makeHistory } from './history/make-history.js';
import { letLivesGo } from './history/outbox.js';
import { findMasterData, makeMasterData } from './make-master-data.js';
import {
  readSeedState,
  recordSeedProgress,
  type SeedPlan,
  type SeedProgress,
} from './seed-record.js';

export type SeedKind = SeedPlan['kind'];

export type Seeding = Readonly<{
  kind: SeedKind;
  /** Weeks of history, for `sample`. */
  weeks: number;
  /** `company`: its master data alone, as the beginning of `all`. */
  extent: 'company' | 'all';
  database: Database;
  clock: Clock;
  /** Folder of the installation, for the credentials. */
  home: string;
  codecKey: Secret;
  printerPorts: readonly number[];
  /** Called with one line for each step of progress. */
  say: (line: string) => void;
}>;

export const WEEKS_DEFAULT = 12;

/** The same company on every machine. */
const SEED = 'pasar-contoh-1';

const MS_A_WEEK = 7 * 24 * 60 * 60 * 1000;

/**
 * Fills empty books with an invented company: its master data and, for `sample`, weeks of history up to today. Filled
 * books stay as they are; an interrupted history continues.
 *
 * @throws {OperatorFault} when the books do not tie at the end
 */
export async function seedBooks(seeding: Seeding): Promise<void> {
  const { database, say } = seeding;
  const state = await readSeedState(database);
  switch (state.kind) {
    case 'foreign':
      say('the books hold data already: no sample data are added');
      return;
    case 'done':
      say(`the books hold these sample data already (${state.progress.kind})`);
      return;
    case 'empty': {
      const progress = await begin(seeding);
      if (seeding.extent === 'all') await finish(seeding, progress);
      return;
    }
    case 'begun':
      if (state.progress.doneThrough !== null) say('the sample data were interrupted: going on');
      if (seeding.extent === 'all') await finish(seeding, state.progress);
  }
}

async function begin(seeding: Seeding): Promise<SeedProgress> {
  const { kind, weeks, clock, say } = seeding;
  const untilMs = clock.nowMs();
  const fromMs = kind === 'sample' ? untilMs - weeks * MS_A_WEEK : untilMs;
  const plan: SeedPlan = {
    kind,
    seed: SEED,
    from: new Date(fromMs).toISOString(),
    until: new Date(untilMs).toISOString(),
  };
  const { printerPorts, home } = seeding;
  const codecKey = Buffer.from(seeding.codecKey.reveal(), 'base64');
  const master = { plan, printerPorts, codecKey, home };
  const { company, items, customers } = await makeMasterData(seeding.database, master);
  say(
    `company: ${company.stores.length} stores, ${items.length} items, ${customers.length} customers`,
  );
  return { ...plan, doneThrough: null };
}

async function finish(seeding: Seeding, begun: SeedProgress): Promise<void> {
  const { database, clock, say } = seeding;
  const progress = begun.kind === 'sample' ? await live(seeding, begun) : begun;
  const findings = await verifyBooks(database, clock);
  const broken = findings.filter(({ places }) => places.length > 0);
  for (const { id, says, places } of broken) say(`${id} is broken: ${says}: ${places.join(', ')}`);
  if (broken.length > 0) {
    throw new OperatorFault(
      `The sample data do not tie (${broken.map(({ id }) => id).join(', ')}): this is a fault of Lunas; start with --fresh --seed none to work without them.`,
    );
  }
  await letLivesGo(database);
  await recordSeedProgress(database, { progress, standing: 'done' });
  say(`the books tie: ${findings.length} rules hold`);
}

async function live(seeding: Seeding, progress: SeedProgress): Promise<SeedProgress> {
  const { database, codecKey, home, say } = seeding;
  const master = await findMasterData(database, progress);
  return makeHistory({ database, master, progress, codecKey, home, say });
}
