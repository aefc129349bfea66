import { createHttpCaller } from '../platform/http-caller.js';
import { createClock } from '../platform/clock.js';
import { systemContext } from '../platform/context.js';
import { receiveStatement } from '../activities/statement/receive-statement.js';
import { createCashApplicationActivities } from '../activities/statement/statement-activities.js';
import { writeCamt053, type CamtEntry } from '../simulators/bank/write-camt053.js';
import { Temporal } from 'temporal-polyfill';
import { openBenchShop, type BenchShop } from './support/bench-shop.js';
import { busyCpuMs, round, runLoad, type Measured } from './support/load.js';
import { sampleMemory } from './support/memory.js';
import type { BenchResult } from './support/result.js';
import { cashSale, seededRandom, sell, type Bodies } from './support/sales.js';

const CALLERS = 16;
const WARM_UP_MS = 4_000;
const CAPTURE_MS = 8_000;
/** Entries of one payment each. */
const SINGLE_ENTRIES = 10_000;
/** A file may tell as many equal lines; telling them again must not take the square of them. */
const EQUAL_ENTRIES = 50_000;
const TOLD_AGAIN_SECONDS_MAX = 60;
/** Entries a second are at least this share of the sales that are captured in a second. */
const RATIO_MIN = 0.2;
const OPENING = 1_000_000_000n;

/** Single entries of a bank file, booked to the end, against sales captured in a second; and equal lines told again. */
export async function benchStatement({ seed }: Readonly<{ seed: number }>): Promise<BenchResult> {
  const shop = await openBenchShop('none');
  try {
    const captured = await captureRate(shop, seed);
    const memory = sampleMemory();
    const cpuBefore = busyCpuMs();
    const singles = await carry(shop, 'S', singleEntries());
    const cpuMs = busyCpuMs() - cpuBefore;
    const equal = Array.from({ length: EQUAL_ENTRIES }, () => entry({}));
    const first = await carry(shop, 'E1', equal);
    const again = await carry(shop, 'E2', equal);
    const broken = await shop.brokenInvariants();
    const rate = round(SINGLE_ENTRIES / singles.seconds);
    const ratio = round(rate / captured.rate);
    const isInTime = again.seconds < TOLD_AGAIN_SECONDS_MAX && ratio >= RATIO_MIN;
    return {
      bench: 'statement',
      valid: broken.length === 0 && captured.failures.length === 0 && isInTime,
      seed,
      rate,
      yardstick: captured.rate,
      ratio,
      p50Ms: captured.p50Ms,
      p95Ms: captured.p95Ms,
      p99Ms: captured.p99Ms,
      cpuMsPerOperation: round(cpuMs / SINGLE_ENTRIES),
      peakMemoryMb: memory.peakMb(),
      details: { singles, equal: first, toldAgain: again, brokenInvariants: broken },
    };
  } finally {
    await shop.close();
  }
}

async function captureRate(shop: BenchShop, seed: number): Promise<Measured> {
  const caller = createHttpCaller(shop.platform.addresses.api, CALLERS);
  const random = seededRandom(seed);
  const bodies: Bodies = (till) => cashSale(shop, { till, random });
  const operate = (lane: number) => sell({ shop, caller, bodies }, lane);
  try {
    await runLoad({ callers: CALLERS, durationMs: WARM_UP_MS, operate });
    return await runLoad({ callers: CALLERS, durationMs: CAPTURE_MS, operate });
  } finally {
    caller.close();
  }
}

type Carried = Readonly<{ seconds: number; readSeconds: number; parts: number; outcome: string }>;

/** Carries a file as its workflow does, and answers how long that took. */
async function carry(
  shop: BenchShop,
  statementNumber: string,
  entries: readonly CamtEntry[],
): Promise<Carried> {
  const { database } = shop;
  const clock = createClock();
  const activities = createCashApplicationActivities({ database, clock, hint: () => {} });
  const statementId = await handIn(shop, statementNumber, entries);
  const began = performance.now();
  const seconds = (): number => round((performance.now() - began) / 1_000);
  const { kind } = await activities.readBankStatement({ statementId });
  const readSeconds = seconds();
  let parts = 0;
  let isDone = kind !== 'read';
  while (!isDone) {
    const matching = await activities.matchStatement({ statementId });
    parts += 1;
    isDone = matching === undefined || matching.isDone;
  }
  const { state: outcome } = await database.prisma.bankStatement.findUniqueOrThrow({
    where: { id: statementId },
    select: { state: true },
  });
  return { seconds: seconds(), readSeconds, parts, outcome };
}

async function handIn(
  { database, businessDate }: BenchShop,
  statementNumber: string,
  entries: readonly CamtEntry[],
): Promise<string> {
  const { number } = await database.prisma.bankAccount.findFirstOrThrow();
  const on = Temporal.PlainDate.from(businessDate);
  const dated = entries.map((one) => ({ ...one, bookingDate: on }));
  const whole = { accountId: number, currency: 'IDR', statementNumber, on, opening: OPENING };
  const content = Buffer.from(writeCamt053([{ ...whole, entries: dated }]));
  const ctx = systemContext({ clock: createClock(), name: 'bench', origin: 'bench' });
  const file = { content, bankAccountId: undefined, source: 'feed' } as const;
  return (await database.transaction(ctx, (tx) => receiveStatement(tx, ctx, file))).id;
}

function singleEntries(): readonly CamtEntry[] {
  return Array.from({ length: SINGLE_ENTRIES }, (_, index) =>
    entry({
      amount: 10_000n + BigInt(index),
      bankReference: `BNC${index}`,
      payerName: `Toko Contoh ${index}`,
      payerAccount: `77${String(index).padStart(8, '0')}`,
      text: `Pembayaran ${index}`,
    }),
  );
}

function entry(parts: Partial<CamtEntry>): CamtEntry {
  return {
    amount: 150_000n,
    bookingDate: Temporal.PlainDate.from('2026-01-01'),
    payerName: 'Warung Contoh',
    payerAccount: '1112223334',
    text: 'Setoran',
    ...parts,
  };
}
