import { addPromotion } from '../../activities/catalogue/promotions.js';
import { deliverSale } from '../../activities/sale/sale-activities.js';
import { promotionTerms } from '../../contract/sale/promotion-fields.js';
import { rupiah } from '../support/a-sale.js';
import { atOnce, endOf } from '../support/at-once.js';
import { verifyAfterEach } from '../support/books.js';
import { settableClock, type SettableClock } from '../support/settable-clock.js';
import { testContext } from '../support/shop.js';
import { openTradingBooks, type TradingBooks } from '../support/trading-books.js';
import * as saleCommands from '../../prisma/commands/sale.js';

const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;
const KEPT_MS = 5 * MINUTE_MS;

let clock: SettableClock;
let trade: TradingBooks;
/** When the goods at hand were put aside; business time only goes forward. */
let keptAtMs = Date.parse('2026-07-01T09:00:00+07:00');

beforeAll(async () => {
  clock = settableClock(iso(keptAtMs));
  trade = await openTradingBooks({ clock, poolSize: 24 });
});
beforeEach(later);
afterAll(() => trade.close());
verifyAfterEach(() => trade.now());

function later(): void {
  keptAtMs += 2 * KEPT_MS;
  clock.set(iso(keptAtMs));
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

const justBefore = () => iso(keptAtMs + KEPT_MS - SECOND_MS);
const expiry = () => iso(keptAtMs + KEPT_MS);

describe('goods that leave later', () => {
  it('are kept: reserved, not issued, and no revenue yet', async () => {
    const before = await levels();
    const saleId = await keep({ packets: 4 });
    expect(await levels()).toEqual({ ...before, reserved: before.reserved + 4_000n });
    expect(await balanceOf('4110', saleId)).toBe(0n);
    expect(await balanceOf('2210', saleId)).toBe(-180_000n);
  });

  it('leave the shelf when they are delivered, and are revenue and cost then', async () => {
    const before = await levels();
    const saleId = await keep({ packets: 4 });
    clock.set(justBefore());
    expect(await deliver(saleId)).toEqual({ kind: 'delivered' });
    expect(await levels()).toEqual({ onHand: before.onHand - 4_000n, reserved: before.reserved });
    expect(await balanceOf('2210', saleId)).toBe(0n);
    expect(await balanceOf('5110', saleId)).toBe(108_000n);
    expect(await deliver(saleId)).toEqual({ kind: 'already-delivered' });
    expect(await stateOf(saleId)).toBe('delivered');
  });

  it('go back on the shelf when their time has run out, and what was paid is owed to the customer', async () => {
    const before = await levels();
    const saleId = await keep({ packets: 4 });
    clock.set(expiry());
    expect(await release(saleId)).toEqual({ kind: 'released' });
    expect(await release(saleId)).toEqual({ kind: 'released' });
    expect(await levels()).toEqual(before);
    expect(await balanceOf('2240', saleId)).toBe(-180_000n);
    const items = await trade.database.prisma.workItem.findMany({ where: { saleId } });
    expect(items).toMatchObject([{ kind: 'refund-due', amount: 180_000n }]);
    await expect(deliver(saleId)).rejects.toMatchObject({ code: 'DELIVERY_EXPIRED' });
  });

  it('are not released a second before, nor delivered from the very moment on', async () => {
    const saleId = await keep();
    clock.set(justBefore());
    await expect(release(saleId)).rejects.toMatchObject({ type: 'DELIVERY_NOT_EXPIRED' });
    clock.set(expiry());
    await expect(deliver(saleId)).rejects.toMatchObject({ code: 'DELIVERY_EXPIRED' });
    expect(await stateOf(saleId)).toBe('pending');
  });

  it('are told apart by the activity that watches them', async () => {
    const saleId = await keep();
    const untilMs = keptAtMs + KEPT_MS;
    expect(await trade.sales.deliveryOf({ saleId })).toEqual({ kind: 'pending', untilMs });
    clock.set(expiry());
    expect(await trade.sales.deliveryOf({ saleId })).toEqual({ kind: 'expired' });
    await release(saleId);
    expect(await trade.sales.deliveryOf({ saleId })).toEqual({ kind: 'expired' });
  });

  it('are seen to wait, and until when, as soon as the life of the sale has looked', async () => {
    const saleId = await keep({ onAccount: true });
    await trade.sales.deliveryOf({ saleId });
    const seen = await lifeOf(saleId);
    expect(seen).toMatchObject({ stage: 'delivering', nextStep: 'deliver' });
    expect(seen.nextStepAt).toEqual(new Date(keptAtMs + KEPT_MS));
    clock.set(justBefore());
    await trade.sales.deliveryOf({ saleId });
    expect(await lifeOf(saleId)).toEqual(seen);
    await deliver(saleId);
    await trade.sales.issueInvoice({ saleId });
    expect(await lifeOf(saleId)).toMatchObject({ stage: 'collecting' });
  });

  it('are never seen to wait when they left while the life was looking', async () => {
    const saleId = await keep();
    await deliver(saleId);
    const ctx = testContext(justBefore());
    await trade.database.call(saleCommands.awaitDelivery, ctx, { saleId });
    expect(await lifeOf(saleId)).toMatchObject({ stage: 'captured' });
  });

  it('wake the life of the sale when they leave', async () => {
    const saleId = await keep();
    await deliver(saleId);
    const pokes = await trade.database.prisma.poke.findMany({
      where: { workflowId: `sale:${saleId}` },
    });
    expect(pokes.map(({ reason }) => reason)).toEqual(['delivered']);
  });

  it('are invoiced only when they have left', async () => {
    const saleId = await keep({ onAccount: true });
    await expect(trade.sales.issueInvoice({ saleId })).rejects.toMatchObject({
      type: 'NOT_DELIVERED',
    });
    await deliver(saleId);
    await expect(trade.sales.issueInvoice({ saleId })).resolves.toMatchObject({ kind: 'invoiced' });
  });

  it('bind no credit any more when they were never fetched and the sale is closed', async () => {
    const saleId = await keep({ onAccount: true });
    expect(await uninvoiced()).toBe(45_000n);
    clock.set(expiry());
    await release(saleId);
    await trade.sales.closeSale({ saleId, outcome: 'cancelled' });
    expect(await uninvoiced()).toBe(0n);
  });
});

describe('delivery and release at the same moment', () => {
  it('end in exactly one of the two, twelve times out of twelve', async () => {
    for (let round = 0; round < 12; round += 1) {
      const saleId = await keep();
      // The courier's clock is a second behind the clock of the life that gives up.
      const late = endOf(() => deliver(saleId, justBefore()));
      clock.set(expiry());
      const given = endOf(() => release(saleId));
      const [delivery, release_] = await Promise.all([late, given]);
      expect(release_).toBe('done');
      const state = await stateOf(saleId);
      expect({ delivery, state }).toEqual(
        state === 'delivered'
          ? { delivery: 'done', state }
          : { delivery: 'DELIVERY_EXPIRED', state: 'expired' },
      );
      later();
    }
  });

  it('hand the goods out once to eight who deliver at once', async () => {
    const saleId = await keep({ packets: 2 });
    const before = await levels();
    const ends: string[] = [];
    await atOnce(8, Array.from({ length: 8 }), async () => {
      ends.push((await deliver(saleId)).kind);
    });
    expect(ends.toSorted()).toEqual([...Array<string>(7).fill('already-delivered'), 'delivered']);
    expect((await levels()).onHand).toBe(before.onHand - 2_000n);
  });

  it('give a promotion back once when they are released, so that another sale gets it', async () => {
    const terms = promotionTerms.parse({
      offer: { kind: 'percent', percent: 1_000 },
      coupon: 'SATU',
      inAll: 1,
    });
    const fields = { code: 'SATU', name: 'Satu', terms, validFrom: undefined, validUntil: null };
    await trade.database.transaction(testContext(clock.iso()), (tx) =>
      addPromotion(tx, testContext(clock.iso()), fields),
    );
    const tenders = [{ type: 'cash', amount: rupiah(40_500) } as const];
    const cheap = { coupons: ['SATU'], tenders };
    const first = await trade.sell({ ...cheap, delivery: { kind: 'later', expiresAt: expiry() } });
    const used = () => trade.database.prisma.promotionCount.findFirst({ where: { scope: 'all' } });
    expect(await used()).toMatchObject({ used: 1 });
    await expect(trade.sell(cheap)).rejects.toMatchObject({ code: 'PROMOTION_LIMIT_REACHED' });
    clock.set(expiry());
    await release(first.sale.id);
    await release(first.sale.id);
    expect(await used()).toMatchObject({ used: 0 });
    await trade.sell(cheap);
    expect(await used()).toMatchObject({ used: 1 });
  });

  it('take no goods twice when captures, deliveries and releases of one item meet', async () => {
    const before = await levels();
    const kept = await Promise.all(Array.from({ length: 12 }, () => keep()));
    clock.set(expiry());
    const work = kept.flatMap((saleId, index) => [
      () => (index % 2 === 0 ? deliver(saleId, justBefore()) : release(saleId)),
      () => trade.sell(),
    ]);
    const ends = await atOnce(16, work, (one) => one());
    expect(new Set(ends)).toEqual(new Set(['done']));
    expect(await levels()).toEqual({ onHand: before.onHand - 18_000n, reserved: before.reserved });
  });
});

type Kept = Readonly<{ packets?: number; onAccount?: boolean }>;

async function keep({ packets = 1, onAccount = false }: Kept = {}): Promise<string> {
  const amount = rupiah(45_000 * packets);
  const { sale } = await trade.sell({
    lines: [{ sku: 'KOPI-250', quantity: String(packets) }],
    tenders: [{ type: onAccount ? 'onAccount' : 'cash', amount }],
    delivery: { kind: 'later', expiresAt: expiry() },
    ...(onAccount ? { customer: trade.shop.customers.hotel.number } : {}),
  });
  return sale.id;
}

function deliver(saleId: string, at = clock.iso()) {
  return deliverSale({ database: trade.database, clock }, { saleId, ctx: testContext(at) });
}

function release(saleId: string) {
  return trade.sales.releaseStock({ saleId });
}

async function levels(): Promise<{ onHand: bigint; reserved: bigint }> {
  const { locationId } = trade.shop.jakarta;
  const itemId = trade.shop.items.coffee.id;
  const level = await trade.database.prisma.stockLevel.findUniqueOrThrow({
    where: { locationId_itemId: { locationId, itemId } },
  });
  return { onHand: level.onHandMilli, reserved: level.reservedMilli };
}

async function balanceOf(accountCode: string, saleId: string): Promise<bigint> {
  const { _sum } = await trade.database.prisma.journalLine.aggregate({
    where: { accountCode, entry: { documentId: saleId } },
    _sum: { amount: true },
  });
  return _sum.amount ?? 0n;
}

async function stateOf(saleId: string): Promise<string> {
  return (await lifeOf(saleId)).deliveryState;
}

function lifeOf(saleId: string) {
  return trade.database.prisma.saleLifecycle.findUniqueOrThrow({ where: { saleId } });
}

async function uninvoiced(): Promise<bigint> {
  const { id } = trade.shop.customers.hotel;
  const [row] = await trade.database.prisma.$queryRaw<{ uninvoiced_amount: bigint }[]>`
    SELECT uninvoiced_amount FROM credit_exposure(${id}::uuid, NULL)`;
  return row?.uninvoiced_amount ?? -1n;
}
