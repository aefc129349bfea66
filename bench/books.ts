import { foldJournal } from '../activities/ledger/fold-journal.js';
import { SUMS_INVARIANTS } from '../activities/verify/sums-invariants.js';
import { withClient } from '../cli/bootstrap-database.js';
import { createHttpCaller, type HttpCaller } from '../platform/http-caller.js';
import { openBenchShop, type BenchShop } from './support/bench-shop.js';
import { makeLargeBooks } from './support/large-books.js';
import { median, percentiles, round } from './support/load.js';
import type { BenchResult } from './support/result.js';

/** `LUNAS_BENCH_LIVES` makes fewer where time is short. */
const LIVES_DEFAULT = 1_000_000;
const ROUNDS = 5;
const DAY_MS = 86_400_000;
/** Pages read before the deep one is timed. */
const DEEP = 200;

/** `bestMs`: what it takes when nothing else runs on the machine, or nearly. */
type Timed = Readonly<{ path: string; ms: number; bestMs: number; status: number }>;

/**
 * Lists and reports of the console over a year of a million lives: every filter in both orders, a deep page beside the
 * first, every report of a past day. The yardstick is the first page of all sales.
 */
export async function benchBooks({ seed }: Readonly<{ seed: number }>): Promise<BenchResult> {
  const lives = Number(process.env['LUNAS_BENCH_LIVES'] ?? LIVES_DEFAULT);
  const shop = await openBenchShop('none');
  const caller = createHttpCaller(shop.platform.addresses.api, 1);
  try {
    await makeLargeBooks({
      home: shop.platform.home.folder,
      ownerUrl: shop.platform.database.ownerUrl,
      lives,
      log: (line) => console.error(line),
    });
    await foldBooks(shop);
    const first = await timed(caller, shop, '/v1/lifecycles?limit=100');
    const answers = [first];
    for (const path of [...(await lists(shop)), ...reports(shop)]) {
      const answer = await timed(caller, shop, path);
      console.error(
        `${String(answer.ms).padStart(8)} ms (best ${answer.bestMs})  ${answer.status}  ${path}`,
      );
      answers.push(answer);
    }
    const deep = await deepPages(caller, shop);
    const broken = await brokenSums(shop);
    const failures = answers.filter(({ status }) => status !== 200);
    const { p50Ms, p95Ms, p99Ms } = percentiles(answers.map(({ ms }) => ms));
    return {
      bench: 'books',
      valid: broken.length === 0 && failures.length === 0,
      seed,
      rate: round(1_000 / p50Ms),
      yardstick: round(1_000 / first.ms),
      ratio: round(first.ms / p50Ms),
      p50Ms,
      p95Ms,
      p99Ms,
      cpuMsPerOperation: 0,
      peakMemoryMb: round(process.memoryUsage.rss() / 1_048_576),
      details: { lives, answers, deep, brokenInvariants: broken, failures },
    };
  } finally {
    caller.close();
    await shop.close();
  }
}

/** Adds everything to the sums of reports, as the schedule does. */
export async function foldBooks({ database }: BenchShop): Promise<void> {
  const begun = performance.now();
  const actor = { kind: 'system', id: 'bench', name: 'bench' } as const;
  const at = new Date().toISOString();
  await foldJournal({ database, ctx: { actor, origin: 'bench', at, requestId: 'bench' } });
  console.error(`the journal is in the sums after ${round((performance.now() - begun) / 1_000)} s`);
}

/** Every filter in both orders, and searches that match one, many and none. */
async function lists({ database }: BenchShop): Promise<readonly string[]> {
  const { code } = await database.prisma.store.findFirstOrThrow({ orderBy: { code: 'asc' } });
  const standings = ['captured', 'goods-kept', 'to-invoice', 'not-due', 'overdue', 'promised'];
  const more = ['disputed', 'held', 'at-agency', 'paid', 'cancelled', 'written-off'];
  const stages = ['open', 'captured', 'delivering', 'invoicing', 'collecting', 'placed', 'closed'];
  const one = await database.prisma.sale.findFirstOrThrow({ skip: 1_000, orderBy: { id: 'desc' } });
  const texts = [one.number, one.number.slice(0, -3), code, 'INV-B-0000', '99000000', '510.000'];
  const filters = [
    `store=${code}`,
    'customer=B-00042',
    ...[...standings, ...more].map((word) => `standing=${word}`),
    ...[...standings, ...more].map((word) => `standing=${word}&store=${code}`),
    ...stages.map((word) => `stage=${word}`),
    'comes=letter',
    'comes=hold',
    ...[...texts, 'Bahari', 'Warung Melati 8', 'nobody at all', 'B-0004'].map(
      (text) => `q=${encodeURIComponent(text)}`,
    ),
    `q=Bahari&standing=overdue&store=${code}`,
  ];
  return ['recent', 'next'].flatMap((order) =>
    filters.map((filter) => `/v1/lifecycles?limit=100&order=${order}&${filter}`),
  );
}

/** Every report for yesterday, half a year ago and the second day. */
function reports({ businessDate }: BenchShop): readonly string[] {
  const days = [1, 180, 363].map((ago) =>
    new Date(Date.parse(businessDate) - ago * DAY_MS).toISOString().slice(0, 10),
  );
  const [last = '', , first = ''] = days;
  return [
    ...days.flatMap((day) => [
      `/v1/reports/trial-balance?asOf=${day}`,
      `/v1/reports/daily-result?asOf=${day}`,
      ...['product', 'store', 'day', 'sale'].map(
        (by) => `/v1/reports/margin?asOf=${day}&by=${by}&limit=100`,
      ),
      `/v1/reports/ageing?asOf=${day}&limit=100`,
      `/v1/reports/dso?asOf=${day}`,
      `/v1/reports/cash-forecast?asOf=${day}`,
      `/v1/reports/collections?asOf=${day}`,
    ]),
    `/v1/reports/daily-result?from=${first}&asOf=${last}`,
    `/v1/reports/margin?from=${first}&to=${last}&by=store&limit=100`,
    '/v1/lifecycle-standings',
    '/v1/lifecycle-standings?proof=ledger',
  ];
}

async function timed(caller: HttpCaller, shop: BenchShop, path: string): Promise<Timed> {
  const times: number[] = [];
  let status = 0;
  for (let round_ = 0; round_ < ROUNDS; round_ += 1) {
    const begun = performance.now();
    ({ status } = await get(caller, shop, path));
    times.push(performance.now() - begun);
  }
  return { path, ms: round(median(times)), bestMs: round(Math.min(...times)), status };
}

function get(caller: HttpCaller, { platform }: BenchShop, path: string) {
  const token = platform.credentials['auditor']?.token ?? '';
  return caller.send({ method: 'GET', path, token });
}

/** Goes page by page, and times the first and a deep page of both orders. */
async function deepPages(caller: HttpCaller, shop: BenchShop) {
  const pages: Record<string, unknown> = {};
  for (const order of ['recent', 'next']) {
    const path = `/v1/lifecycles?limit=200&order=${order}`;
    let cursor = '';
    for (let page = 0; page < DEEP; page += 1) {
      const { body } = await get(caller, shop, `${path}${cursor}`);
      cursor = `&cursor=${(JSON.parse(body) as { nextCursor: string }).nextCursor}`;
    }
    const [first, deep] = [
      await timed(caller, shop, path),
      await timed(caller, shop, path + cursor),
    ];
    pages[order] = { firstMs: first.ms, deepMs: deep.ms };
  }
  return pages;
}

/** As the owner, whose statements have no time limit: a sum over a million lives takes longer than a call may. */
function brokenSums({ platform }: BenchShop): Promise<string[]> {
  return withClient(platform.database.ownerUrl, async (owner) => {
    const broken: string[] = [];
    for (const { id, sql } of SUMS_INVARIANTS) {
      const { rowCount } = await owner.query(`SELECT FROM (${sql}) x LIMIT 1`);
      if ((rowCount ?? 0) > 0) broken.push(id);
    }
    return broken;
  });
}
