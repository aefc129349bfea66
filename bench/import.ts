import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import { createImportActivities } from '../activities/imports/import-activities.js';
import { receiveImport } from '../activities/imports/receive-import.js';
import { createClock } from '../platform/clock.js';
import { systemContext } from '../platform/context.js';
import { openBenchShop, type BenchShop } from './support/bench-shop.js';
import { busyCpuMs, median, round } from './support/load.js';
import { sampleMemory } from './support/memory.js';
import type { BenchResult } from './support/result.js';

/** What we promise to bring in at once, and a tenth of it, by which the growth is seen. */
const ROWS = [10_000, 100_000] as const;

/** Brought in first: what a process needs once for code and connections is no growth. */
const WARM_UP_ROWS = 2_000;

/** Memory is flat when ten times the rows take hardly more: what is not collected yet differs by so much from run to run. */
const MEMORY_GROWTH_MAX = 1.1;

/** COPY is hundreds of times faster: it judges nothing. The ratio needs four decimals. */
const RATIO_PARTS = 10_000;

type Brought = Readonly<{
  rows: number;
  seconds: number;
  rate: number;
  copyRate: number;
  ratio: number;
  peakMemoryMb: number;
  partsMs: readonly number[];
  cpuMs: number;
}>;

/**
 * Items from a CSV file, judged and written by the product's own activities in this process, against COPY of the same
 * file into a plain table of the same server. A tenth of the rows first: time should grow by ten, memory not at all.
 *
 * Items, because they are what a company has a hundred thousand of, and the fair case of those that write much: a row is a
 * new record of two tables (item, price) with its audit rows and the change that tills are told.
 */
export async function benchImport({ seed }: Readonly<{ seed: number }>): Promise<BenchResult> {
  const shop = await openBenchShop('none');
  try {
    await bringInOnce(shop, { rows: WARM_UP_ROWS, seed });
    const runs: Brought[] = [];
    for (const rows of ROWS) runs.push(await bringInOnce(shop, { rows, seed }));
    const [tenth, whole] = runs as [Brought, Brought];
    const broken = await shop.brokenInvariants();
    const written = await shop.database.prisma.importRow.count({ where: { state: 'written' } });
    const sorted = whole.partsMs.toSorted((a, b) => a - b);
    const at = (share: number) => round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
    const memoryGrowth = round(whole.peakMemoryMb / tenth.peakMemoryMb);
    const isFlat = memoryGrowth <= MEMORY_GROWTH_MAX;
    const isWhole = written === WARM_UP_ROWS + tenth.rows + whole.rows;
    const verdict = verdictOf(whole, { memoryGrowth, isFlat, isWhole });
    console.error(verdict);
    return {
      bench: 'import',
      valid: broken.length === 0 && isWhole && isFlat,
      seed,
      rate: whole.rate,
      yardstick: whole.copyRate,
      ratio: whole.ratio,
      p50Ms: median(whole.partsMs),
      p95Ms: at(0.95),
      p99Ms: at(0.99),
      cpuMsPerOperation: round(whole.cpuMs / whole.rows),
      peakMemoryMb: whole.peakMemoryMb,
      details: {
        verdict,
        whole: figuresOf(whole),
        tenth: figuresOf(tenth),
        growth: {
          seconds: round(whole.seconds / tenth.seconds),
          rate: round(whole.rate / tenth.rate),
          peakMemory: memoryGrowth,
        },
        brokenInvariants: broken,
      },
    };
  } finally {
    await shop.close();
  }
}

type Judged = Readonly<{ memoryGrowth: number; isFlat: boolean; isWhole: boolean }>;

/** What came out, as one line for people. */
function verdictOf(
  { rows, rate, copyRate, peakMemoryMb }: Brought,
  { memoryGrowth, isFlat, isWhole }: Judged,
): string {
  const times = round(copyRate / rate);
  return [
    `${rows} rows at ${rate} a second, COPY ${times} times as fast`,
    `peak memory ${peakMemoryMb} MB, ${memoryGrowth} times that of ${rows / 10} rows: ${isFlat ? 'flat' : 'NOT flat'}`,
    isWhole ? 'every row is written' : 'rows are MISSING',
  ].join('; ');
}

function figuresOf({ partsMs, ...figures }: Brought): Readonly<Record<string, number>> {
  return { ...figures, parts: partsMs.length };
}

type Wanted = Readonly<{ rows: number; seed: number }>;

async function bringInOnce(shop: BenchShop, wanted: Wanted): Promise<Brought> {
  const copyRate = await copyRateOf(shop, wanted);
  const { database } = shop;
  const clock = createClock();
  const activities = createImportActivities({ database, clock, hint: () => {} });
  const importId = await handIn(shop, fileOf(wanted));
  // The file was made in this process; who brings it in reads it from the books.
  collectGarbage();
  const memory = sampleMemory();
  const cpuBefore = busyCpuMs();
  const began = performance.now();
  const partsMs: number[] = [];
  const timed = async <Part>(part: Promise<Part>): Promise<Part> => {
    const partBegan = performance.now();
    const answer = await part;
    partsMs.push(performance.now() - partBegan);
    return answer;
  };
  while ((await timed(activities.readImportPart({ importId }))).kind === 'more');
  while ((await timed(activities.bookImportPart({ importId }))).kind === 'more');
  const seconds = (performance.now() - began) / 1_000;
  const rate = round(wanted.rows / seconds);
  return {
    rows: wanted.rows,
    seconds: round(seconds),
    rate,
    copyRate,
    ratio: Math.round((rate / copyRate) * RATIO_PARTS) / RATIO_PARTS,
    peakMemoryMb: memory.peakMb(),
    partsMs,
    cpuMs: busyCpuMs() - cpuBefore,
  };
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}

function handIn({ database }: BenchShop, content: Buffer): Promise<string> {
  const ctx = systemContext({ clock: createClock(), name: 'bench', origin: 'bench' });
  return database.transaction(ctx, async (tx) => {
    const wish = { kind: 'items', mode: 'write', profile: undefined, settings: {} } as const;
    return (await receiveImport(tx, ctx, { ...wish, content })).id;
  });
}

/** The file of one size; its SKUs are its own, so that both sizes are new to the books. */
function fileOf({ rows, seed }: Wanted): Buffer {
  const lines = Array.from({ length: rows }, (_, index) => {
    const sku = `N${rows}-${seed}-${index}`;
    return `${sku};Barang contoh ${index};pcs;sembako;${(index % 900) + 1}.500;PPN`;
  });
  return Buffer.from(
    `Kode Barang;Nama Barang;Satuan;Kategori;Harga Jual;Pajak\n${lines.join('\n')}\n`,
  );
}

/** Rows a second of COPY of the same file, over a connection as the product has one. */
async function copyRateOf({ platform }: BenchShop, wanted: Wanted): Promise<number> {
  const client = new pg.Client({ connectionString: platform.database.ownerUrl });
  await client.connect();
  try {
    await client.query(
      'CREATE TABLE bench_copy (sku text, name text, unit text, category text, price text, tax text)',
    );
    const began = performance.now();
    const copy = "COPY bench_copy FROM STDIN WITH (FORMAT csv, DELIMITER ';', HEADER)";
    await pipeline(Readable.from([fileOf(wanted)]), client.query(from(copy)));
    return round(wanted.rows / ((performance.now() - began) / 1_000));
  } finally {
    await client.query('DROP TABLE IF EXISTS bench_copy');
    await client.end();
  }
}
