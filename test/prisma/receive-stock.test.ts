import { verifyBooks } from '../../activities/verify/verify-books.js';
import { accountCode } from '../../domain/ledger/accounts.js';
import { createClock } from '../../platform/clock.js';
import * as stockCommands from '../../prisma/commands/stock.js';
import { openDatabase, type Database } from '../../prisma/database.js';
import type { StockIn } from '../../sample/make-stock.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { createShop, OPENING_STOCK_MILLI, testContext, type Shop } from '../support/shop.js';
import { PATIENT } from '../support/patient.js';

describe('receiving goods', () => {
  let empty: TestDatabase;
  let database: Database;
  let shop: Shop;
  beforeAll(async () => {
    empty = await createTestDatabase();
    database = openDatabase({ url: empty.url, waits: PATIENT });
    shop = await createShop(database);
  });
  afterAll(async () => {
    await database.close();
    await empty.drop();
  });

  const delivery = (documentId: string): StockIn => ({
    documentId,
    documentKind: 'goods-receipt',
    kind: 'receipt',
    locationId: shop.jakarta.locationId,
    businessDate: '2026-11-22',
    currency: 'IDR',
    lines: [
      { itemId: shop.items.coffee.id, quantityMilli: '10000', cost: '300000' },
      { itemId: shop.items.rice.id, quantityMilli: '2500', cost: '25000' },
    ],
    accounts: { inventory: accountCode('inventory'), counter: accountCode('goodsReceived') },
  });

  it('adds to the shelf and to the inventory account, once per document', async () => {
    const document = delivery('019ab3c4-0000-7000-8000-000000000001');
    expect(await database.call(stockCommands.receiveStock, testContext(), document)).toEqual({
      kind: 'received',
    });
    expect(await database.call(stockCommands.receiveStock, testContext(), document)).toEqual({
      kind: 'known',
    });
    const level = await database.prisma.stockLevel.findUniqueOrThrow({
      where: {
        locationId_itemId: { locationId: shop.jakarta.locationId, itemId: shop.items.coffee.id },
      },
    });
    expect(level.onHandMilli).toBe(OPENING_STOCK_MILLI + 10_000n);
    const posted = await database.prisma.journalLine.findMany({
      where: { entry: { documentId: document.documentId } },
      select: { accountCode: true, amount: true },
      orderBy: { lineNumber: 'asc' },
    });
    expect(posted).toEqual([
      { accountCode: accountCode('inventory'), amount: 325_000n },
      { accountCode: accountCode('goodsReceived'), amount: -325_000n },
    ]);
  });

  it('begins a shelf that was empty, and two deliveries at once both count', async () => {
    const { locationId } = shop.bandung;
    const both = ['019ab3c4-0000-7000-8000-000000000002', '019ab3c4-0000-7000-8000-000000000003'];
    await Promise.all(
      both.map((id) =>
        database.call(stockCommands.receiveStock, testContext(), { ...delivery(id), locationId }),
      ),
    );
    const levels = await database.prisma.stockLevel.findMany({
      where: { locationId },
      orderBy: { onHandMilli: 'asc' },
    });
    expect(levels.map(({ onHandMilli }) => onHandMilli)).toEqual([5_000n, 20_000n]);
    const findings = await verifyBooks(database, createClock());
    const broken = findings.filter(({ places }) => places.length > 0).map(({ id }) => id);
    expect(broken).not.toContain('I3b');
  });
});
