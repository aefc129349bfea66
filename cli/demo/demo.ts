import { verifyTrail } from '../../activities/audit/verify-trail.js';
import { verifyBooks } from '../../activities/verify/verify-books.js';
import { verifyLives } from '../../activities/verify/verify-lives.js';
import { loadClock } from '../../platform/clock.js';
import { readConfig } from '../../platform/config.js';
import { createTemporalClient, TEMPORAL_SETTINGS } from '../../platform/temporal/connect.js';
import { openDatabase } from '../../prisma/database.js';
import type { Platform } from '../platform/start-platform.js';
import { withTemporaryPlatform } from '../platform/temporary-platform.js';
import { openAgency } from './agency.js';
import { createBank } from './bank.js';
import { killedInTheMiddle } from './fates/accident.js';
import { placedAndWrittenOff } from './fates/agency.js';
import { deliveryExpired, lastPieces, paidAtTheTill } from './fates/at-the-till.js';
import type { Fate } from './fates/fate.js';
import {
  disputeSettled,
  paidAfterSecondReminder,
  paidByBankFile,
  promiseKept,
} from './fates/on-account.js';
import { promotedAtAllTills } from './fates/promotion.js';
import { createApi, createPatience } from './shop.js';
import type { World } from './world.js';

/** A day takes two seconds: a quarter in three minutes. */
const SPEED = 43_200;

const fates: readonly Fate[] = [
  paidAtTheTill,
  lastPieces,
  deliveryExpired,
  promotedAtAllTills,
  paidByBankFile,
  paidAfterSecondReminder,
  promiseKept,
  disputeSettled,
  placedAndWrittenOff,
  killedInTheMiddle,
];

type Ended = Readonly<{ fate: Fate; right: boolean; told: string }>;

/**
 * Plays a quarter of a shop on its own platform with a fast clock: terminals, customers, a bank and an agency, over
 * HTTP. Returns true when every scenario and every invariant is right.
 */
export async function runDemo(): Promise<boolean> {
  const startedAt = performance.now();
  const options = { name: 'lunas-demo', speed: SPEED, seed: 'minimal', temporalUi: 'off' } as const;
  return withTemporaryPlatform(
    { ...options, log: (line) => console.log(`  ${line}`) },
    (platform) => play(platform, startedAt),
  );
}

async function play(platform: Platform, startedAt: number): Promise<boolean> {
  const database = openDatabase({ url: platform.database.appUrl });
  const clock = await loadClock(database);
  const { api, close } = createApi(platform);
  const bank = createBank(0n);
  const secrets = Object.values(platform.credentials).flatMap(
    ({ webhookSecret }) => webhookSecret ?? [],
  );
  const agency = await openAgency(secrets);
  const say = narrator(clock.today.bind(clock));
  const world: World = {
    platform,
    database,
    clock,
    api,
    bank,
    agency,
    say,
    ...createPatience(clock),
  };
  try {
    await introduceAgency(world);
    say(`the shop opens; a day takes ${86_400 / SPEED} seconds`);
    const banking = bank.open(world);
    const results = await Promise.all(fates.map((fate) => live(world, fate)));
    bank.stop();
    await banking;
    const broken = await verified(world);
    report(results, { broken, seconds: (performance.now() - startedAt) / 1000 });
    return broken.length === 0 && results.every(({ right }) => right);
  } finally {
    close();
    agency.close();
    await database.close();
  }
}

async function live(world: World, fate: Fate): Promise<Ended> {
  try {
    const told = await fate.play(world);
    world.say(`${fate.name}: ${told}`);
    return { fate, right: true, told };
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    world.say(`${fate.name}: WRONG, ${told}`);
    return { fate, right: false, told };
  }
}

/** Registers the webhook URLs of the agencies. */
async function introduceAgency({ api, agency, platform }: World): Promise<void> {
  const partners = Object.keys(platform.credentials).filter((name) => name.startsWith('partner:'));
  for (const partner of partners) {
    const answer = await api(partner, 'POST /v1/agency/webhook', { body: { url: agency.url } });
    if (answer.status !== 200)
      throw new Error(`the address of ${partner} was refused: ${JSON.stringify(answer.body)}`);
  }
}

async function verified({ database, clock, platform }: World): Promise<string[]> {
  const client = createTemporalClient(readConfig(TEMPORAL_SETTINGS, platform.env));
  try {
    const findings = [
      ...(await verifyBooks(database, clock)),
      ...(await verifyTrail(database, { folder: platform.home.audit })),
      ...(await verifyLives(database, client)),
    ];
    return findings
      .filter(({ places }) => places.length > 0)
      .map(({ id, says, places }) => `${id} ${says}: ${places.join(', ')}`);
  } finally {
    await client.connection.close();
  }
}

function narrator(today: (zone: string) => { toString: () => string }): (line: string) => void {
  return (line) => console.log(`${today('Asia/Jakarta').toString()}  ${line}`);
}

function report(
  results: readonly Ended[],
  end: Readonly<{ broken: readonly string[]; seconds: number }>,
): void {
  const width = Math.max(...results.map(({ fate }) => fate.name.length));
  console.log('\nWhat became of them');
  for (const { fate, right, told } of results) {
    console.log(`  ${right ? 'right' : 'WRONG'}  ${fate.name.padEnd(width)}  ${told}`);
  }
  for (const line of end.broken) console.log(`  BROKEN  ${line}`);
  if (end.broken.length === 0) console.log('  every invariant of the books holds');
  console.log(`  played in ${Math.round(end.seconds)} seconds`);
}
