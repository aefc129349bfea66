import { verifyTrail } from '../../activities/audit/verify-trail.js';
import { verifyLives } from '../../activities/verify/verify-lives.js';
import { createTemporalClient, TEMPORAL_SETTINGS } from '../../platform/temporal/connect.js';
import { readConfig } from '../../platform/config.js';
import { openBenchShop, type BenchShop } from '../support/bench-shop.js';
import { createHttpCaller } from '../../platform/http-caller.js';
import { round } from '../support/load.js';
import { seededRandom } from '../support/sales.js';
import { startWriters, type Tally } from './writers.js';

export type BatteryResult = Readonly<{
  battery: string;
  valid: boolean;
  seed: number;
  kills: number;
  acknowledged: number;
  lost: number;
  doubled: number;
  ambiguous: number;
  gaps: number;
  recoveryP50Ms: number;
  recoveryP95Ms: number;
  details: Readonly<Record<string, unknown>>;
}>;

const WRITERS = 16;
const VICTIMS = ['api', 'order-to-cash', 'temporal', 'postgres'] as const;
type Victim = (typeof VICTIMS)[number];

/** Kills come at random moments. */
const WAIT_BEFORE_KILL_MS_MAX = 2_000;
const RECOVERY_TIMEOUT_MS = 60_000;
const DRAIN_TIMEOUT_MS = 10 * 60_000;
const LOOK_EVERY_MS = 50;

/**
 * Kills (SIGKILL) each of API, worker, Temporal server and PostgreSQL `killsEach` times while sixteen tills sell, then
 * waits until every sale has reached its end and compares the books with the acknowledged sales.
 */
export async function batteryKills(
  options: Readonly<{ seed: number; killsEach: number }>,
): Promise<BatteryResult> {
  const shop = await openBenchShop('all');
  const caller = createHttpCaller(shop.platform.addresses.api, WRITERS);
  try {
    const random = seededRandom(options.seed);
    const selling = startWriters(shop, {
      writers: WRITERS,
      caller,
      random,
      customers: await customersOf(shop),
    });
    const recoveries = await killAll(shop, { ...options, random, tally: selling.tally });
    await selling.stop();
    console.error(
      `writers stopped after ${selling.tally.acknowledged.size} sales; waiting for all to reach their end`,
    );
    const undrained = await drained(shop);
    return await judge(shop, { seed: options.seed, tally: selling.tally, recoveries, undrained });
  } finally {
    caller.close();
    await shop.close();
  }
}

type Recovery = Readonly<{ victim: Victim; ms: number }>;

async function killAll(
  shop: BenchShop,
  given: Readonly<{ killsEach: number; random: () => number; tally: Tally }>,
): Promise<Recovery[]> {
  const recoveries: Recovery[] = [];
  for (let i = 0; i < given.killsEach; i += 1) {
    for (const victim of VICTIMS) {
      await pause(given.random() * WAIT_BEFORE_KILL_MS_MAX);
      const ms = await killAndRecover(shop, victim, given.tally);
      recoveries.push({ victim, ms });
      console.error(
        `killed ${victim} (${i + 1} of ${given.killsEach}); back after ${round(ms)} ms`,
      );
    }
  }
  return recoveries;
}

/** Milliseconds from the kill until the part serves again: a sale is acknowledged or reaches its end. */
async function killAndRecover(shop: BenchShop, victim: Victim, tally: Tally): Promise<number> {
  const followed = victim === 'order-to-cash' || victim === 'temporal';
  const child = shop.platform.child(victim);
  const before = child.restarts();
  const killedAt = performance.now();
  child.kill('SIGKILL');
  await waitUntil(async () => child.restarts() > before, RECOVERY_TIMEOUT_MS);
  await child.untilRunning();
  const closedBefore = followed ? await closedCount(shop) : 0;
  await waitUntil(
    async () =>
      followed
        ? (await closedCount(shop)) > closedBefore
        : (tally.acknowledgedAtMs.at(-1) ?? 0) > killedAt && tally.acknowledgedAtMs.length > 0,
    RECOVERY_TIMEOUT_MS,
  );
  return performance.now() - killedAt;
}

async function judge(
  shop: BenchShop,
  run: Readonly<{ seed: number; tally: Tally; recoveries: Recovery[]; undrained: number }>,
): Promise<BatteryResult> {
  const { tally, recoveries, undrained } = run;
  const sales = await shop.database.prisma.sale.findMany({ select: { id: true, number: true } });
  const numbers = new Map(sales.map(({ id, number }) => [id, number]));
  const lost = [...tally.acknowledged].filter(([id, number]) => numbers.get(id) !== number);
  const unasked = [...numbers.keys()].filter((id) => !tally.acknowledged.has(id));
  const twice = await printedTwice(shop);
  const broken = [...(await shop.brokenInvariants()), ...(await trailBroken(shop))];
  const lives = await livesBroken(shop);
  const gaps = broken.filter((id) => id.startsWith('I7') || id === 'I8b').length;
  const times = recoveries.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const doubled = unasked.length + twice.length;
  return {
    battery: 'kills',
    valid:
      lost.length +
        doubled +
        gaps +
        broken.length +
        lives.length +
        undrained +
        tally.refused.size ===
      0,
    seed: run.seed,
    kills: recoveries.length,
    acknowledged: tally.acknowledged.size,
    lost: lost.length,
    doubled,
    ambiguous: tally.ambiguous.size,
    gaps,
    recoveryP50Ms: round(times[Math.floor(times.length / 2)] ?? 0),
    recoveryP95Ms: round(times[Math.floor(times.length * 0.95)] ?? 0),
    details: {
      killsByPart: Object.fromEntries(
        VICTIMS.map((victim) => [victim, recoveries.filter((r) => r.victim === victim).length]),
      ),
      brokenInvariants: broken,
      brokenLives: lives,
      notAtTheirEnd: undrained,
      printedTwice: twice.slice(0, 5),
      refused: [...tally.refused.values()].slice(0, 5),
    },
  };
}

/** Customers with credit, so that some sales lead to an invoice. */
async function customersOf({ database }: BenchShop): Promise<string[]> {
  const customers = await database.prisma.customer.findMany({
    where: { credit: { status: 'open' } },
    take: 20,
  });
  return customers.map(({ number }) => number);
}

/** Sales that are neither closed nor invoiced once nothing changes any more; 0 when all reached their end. */
async function drained(shop: BenchShop): Promise<number> {
  const waiting = async (): Promise<number> => {
    const rows = await shop.database.prisma.$queryRaw<{ n: bigint }[]>`
      SELECT count(*) AS n FROM sale_lifecycle WHERE closed_at IS NULL AND stage <> 'collecting'`;
    const [starts, pokes, prints] = await Promise.all([
      shop.database.prisma.workflowStart.count({ where: { startedAt: null } }),
      shop.database.prisma.poke.count({ where: { sentAt: null } }),
      shop.database.prisma.printJob.count({ where: { endedAt: null } }),
    ]);
    return Number(rows[0]?.n ?? 0) + starts + pokes + prints;
  };
  const deadline = performance.now() + DRAIN_TIMEOUT_MS;
  let left = await waiting();
  while (left > 0 && performance.now() < deadline) {
    await pause(1_000);
    left = await waiting();
  }
  return left;
}

/** Originals that a simulated printer printed more than once. */
async function printedTwice(shop: BenchShop): Promise<string[]> {
  const seen = new Map<string, number>();
  for (const { page, code } of shop.platform.addresses.printers) {
    const answer = await fetch(`${new URL(page).origin}/api/printers/${code}/paper`);
    const { data } = (await answer.json()) as { data: unknown[] };
    for (const paper of data.map((job) => JSON.stringify(job))) {
      const isCopy = /\b(COPY|SALINAN)\b/.test(paper);
      const id = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{22}/.exec(paper)?.[0];
      if (!isCopy && id !== undefined) seen.set(id, (seen.get(id) ?? 0) + 1);
    }
  }
  return [...seen].filter(([, times]) => times > 1).map(([id]) => id);
}

/** The worker that seals the trail was killed too. */
async function trailBroken({ database, platform }: BenchShop): Promise<string[]> {
  const findings = await verifyTrail(database, { folder: platform.home.audit });
  return findings.filter(({ places }) => places.length > 0).map(({ id }) => id);
}

async function livesBroken(shop: BenchShop): Promise<string[]> {
  const client = createTemporalClient(readConfig(TEMPORAL_SETTINGS, shop.platform.env));
  try {
    const findings = await verifyLives(shop.database, client);
    return findings.flatMap(({ id, places }) => places.map((place) => `${id} ${place}`));
  } finally {
    await client.connection.close();
  }
}

async function closedCount({ database }: BenchShop): Promise<number> {
  try {
    return await database.prisma.saleLifecycle.count({ where: { closedAt: { not: null } } });
  } catch {
    return 0;
  }
}

async function waitUntil(condition: () => Promise<boolean>, timeoutMs: number): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`nothing came back within ${timeoutMs} ms`);
    await pause(LOOK_EVERY_MS);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
