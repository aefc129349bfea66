import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPlatform, type Platform } from '../../cli/platform/start-platform.js';
import { productPrograms } from '../../cli/platform/programs.js';
import { verifyBooks } from '../../activities/verify/verify-books.js';
import { loadClock } from '../../platform/clock.js';
import { accountCode } from '../../domain/ledger/accounts.js';
import * as stockCommands from '../../prisma/commands/stock.js';
import { openDatabase, type Database } from '../../prisma/database.js';

export type Till = Readonly<{ code: string; token: string; locationId: string }>;

export type BenchShop = Readonly<{
  platform: Platform;
  database: Database;
  tills: readonly Till[];
  /** Sellable pieces (whole, stocked), with their price in rupiah. */
  items: readonly Readonly<{ id: string; sku: string; unitAmount: bigint }>[];
  priceVersion: number;
  businessDate: string;
  brokenInvariants: () => Promise<string[]>;
  close: () => Promise<void>;
}>;

/** Enough that no bench runs dry: a million pieces of everything, everywhere. */
const PLENTY_MILLI = 1_000_000_000n;

/** A separate platform with master data; `workers` decides whether workflows run meanwhile. */
export async function openBenchShop(workers: 'none' | 'all'): Promise<BenchShop> {
  const home = mkdtempSync(join(tmpdir(), 'lunas-bench-'));
  const platform = await startPlatform({
    home,
    ports: 'free',
    seed: 'minimal',
    temporalUi: 'off',
    log: (line) => console.error(line),
    programs: workers === 'all' ? productPrograms : { ...productPrograms, workers: [] },
  });
  const database = openDatabase({ url: platform.database.appUrl });
  const clock = await loadClock(database);
  await fillShelves(database, clock.iso());
  return {
    platform,
    database,
    tills: await tillsOf(database, platform),
    items: await piecesOf(database),
    priceVersion:
      (await database.prisma.catalogueVersion.aggregate({ _max: { version: true } }))._max
        .version ?? 1,
    businessDate: clock.today('Asia/Jakarta').toString(),
    brokenInvariants: async () =>
      (await verifyBooks(database, clock))
        .filter(({ places }) => places.length > 0)
        .map(({ id }) => id),
    close: async () => {
      await database.close();
      await platform.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function tillsOf({ prisma }: Database, platform: Platform): Promise<Till[]> {
  const terminals = await prisma.terminal.findMany({ orderBy: { code: 'asc' } });
  return terminals.map(({ code, locationId }) => {
    const credential = platform.credentials[`terminal:${code}`];
    if (credential?.token === undefined)
      throw new Error(`there is no credential for terminal ${code}`);
    return { code, locationId, token: credential.token };
  });
}

async function piecesOf({ prisma }: Database) {
  return prisma.$queryRaw<{ id: string; sku: string; unitAmount: bigint }[]>`
    SELECT i.id, i.sku, p.unit_amount AS "unitAmount" FROM item i JOIN price p ON p.item_id = i.id
    WHERE i.stocked AND i.active AND i.quantity_step_milli = 1000 AND p.includes_tax AND p.currency = 'IDR'
      AND p.version = (SELECT max(version) FROM catalogue_version) ORDER BY i.sku`;
}

/** Goods are booked by the product's own command, so that stock and ledger tie. */
async function fillShelves(database: Database, at: string): Promise<void> {
  const ctx = {
    actor: { kind: 'system', id: 'bench', name: 'bench' },
    origin: 'bench',
    at,
    requestId: 'bench',
  } as const;
  const locations = await database.prisma.stockLocation.findMany();
  const items = await database.prisma.item.findMany({ where: { stocked: true } });
  for (const { id: locationId } of locations) {
    await database.call(stockCommands.receiveStock, ctx, {
      locationId,
      kind: 'receipt',
      documentKind: 'goods-receipt',
      documentId: locationId,
      businessDate: at.slice(0, 10),
      currency: 'IDR',
      accounts: { inventory: accountCode('inventory'), counter: accountCode('goodsReceived') },
      lines: items.map(({ id }) => ({
        itemId: id,
        quantityMilli: PLENTY_MILLI.toString(),
        cost: '1000000',
      })),
    });
  }
}
