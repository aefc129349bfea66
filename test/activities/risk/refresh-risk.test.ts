import { createRiskActivities } from '../../../activities/risk/risk-activities.js';
import { accountCode } from '../../../domain/ledger/accounts.js';
import { damage } from '../../support/books.js';
import { openOwingShop, type OwingShop } from '../../support/owing-shop.js';
import * as paymentCommands from '../../../prisma/commands/payment.js';
import * as receivableCommands from '../../../prisma/commands/receivable.js';

let world: OwingShop;

beforeEach(async () => {
  world = await openOwingShop();
});
afterEach(() => world.close());

describe('the refresh of risk', () => {
  afterEach(() => world.verify());

  it('has nothing to say of customers that never had anything on account', async () => {
    expect(await refresh()).toEqual({ scored: 0 });
    expect(await world.database.prisma.customerRisk.count()).toBe(0);
  });

  it('scores once for a business day, however often it runs, and again on the next', async () => {
    await world.sell('C-0001');
    world.clock.set('2026-07-01T09:10:00+07:00');
    expect(await refresh()).toEqual({ scored: 1 });
    expect(await risk('C-0001')).toEqual({
      score: 25,
      band: 'medium',
      businessDay: '2026-07-01',
      computedAt: '2026-07-01T02:10:00.000Z',
      reasons: [
        { kind: 'no-history', points: 15 },
        { kind: 'new-customer', points: 10, days: 0 },
      ],
    });
    world.clock.set('2026-07-01T23:50:00+07:00');
    expect(await refresh()).toEqual({ scored: 0 });
    world.clock.set('2026-07-02T00:10:00+07:00');
    expect(await refresh()).toEqual({ scored: 1 });
    expect(await refresh()).toEqual({ scored: 0 });
    expect(await risk('C-0001')).toMatchObject({ businessDay: '2026-07-02' });
  });

  it('looks again on the same day at whoever has bought, paid, or taken a payment back', async () => {
    const owed = await world.sell('C-0001');
    world.clock.set('2026-07-25T08:00:00+07:00');
    await refresh();
    // Due on 15 July: everything that is open is overdue.
    expect(await risk('C-0001')).toMatchObject({
      score: 55,
      band: 'high',
      reasons: [
        { kind: 'overdue-now', points: 30, overdueAmount: '450000', sharePercent: 100 },
        { kind: 'no-history', points: 15 },
        { kind: 'new-customer', points: 10, days: 24 },
      ],
    });
    world.clock.set('2026-07-25T09:00:00+07:00');
    await world.pay(owed.invoiceId, owed.amount);
    world.clock.set('2026-07-25T09:30:00+07:00');
    expect(await refresh()).toEqual({ scored: 1 });
    expect(await risk('C-0001')).toMatchObject({
      score: 18,
      band: 'low',
      reasons: [
        { kind: 'new-customer', points: 10 },
        { kind: 'pays-late', points: 8, averageDaysLate: 10 },
      ],
    });
    expect(await refresh()).toEqual({ scored: 0 });
    world.clock.set('2026-07-25T10:00:00+07:00');
    await takeBack(owed.invoiceId);
    world.clock.set('2026-07-25T10:30:00+07:00');
    expect(await refresh()).toEqual({ scored: 1 });
    expect(await risk('C-0001')).toMatchObject({ score: 55 });
    await world.sell('C-0001', 10);
    world.clock.set('2026-07-25T11:00:00+07:00');
    expect(await refresh()).toEqual({ scored: 1 });
    expect(await risk('C-0001')).toMatchObject({ score: 40, band: 'medium' });
  });

  it('counts what was written off as settled on the day it was given up', async () => {
    const { invoiceId } = await world.sell('C-0001');
    world.clock.set('2026-09-20T09:00:00+07:00');
    await writeOff(invoiceId);
    world.clock.set('2026-09-20T10:00:00+07:00');
    await refresh();
    // 67 days after it was due: as late as it gets.
    expect(await risk('C-0001')).toMatchObject({
      reasons: [
        { kind: 'pays-late', points: 45, averageDaysLate: 60 },
        { kind: 'new-customer', points: 9 },
      ],
    });
  });

  it('counts promises that were broken, from the hour they were', async () => {
    const owed = await world.sell('C-0001');
    world.clock.set('2026-07-10T08:00:00+07:00');
    await refresh();
    await breakPromise(owed.invoiceId);
    world.clock.set('2026-07-10T09:00:00+07:00');
    expect(await refresh()).toEqual({ scored: 1 });
    const { reasons } = await risk('C-0001');
    expect(reasons).toContainEqual({ kind: 'breaks-promises', points: 8, broken: 1, promised: 1 });
  });

  it('goes by the calendar of the customer', async () => {
    await world.change((tx) =>
      tx.customer.update({ where: { number: 'C-0002' }, data: { timeZone: 'Asia/Jayapura' } }),
    );
    await Promise.all([world.sell('C-0001'), world.sell('C-0002')]);
    world.clock.set('2026-07-01T22:30:00+07:00');
    expect(await refresh()).toEqual({ scored: 2 });
    expect(await risk('C-0001')).toMatchObject({ businessDay: '2026-07-01' });
    expect(await risk('C-0002')).toMatchObject({ businessDay: '2026-07-02' });
  });

  it('gives the same scores when four run at once', async () => {
    await Promise.all([world.sell('C-0001'), world.sell('C-0002')]);
    world.clock.set('2026-07-02T09:00:00+07:00');
    await Promise.all(Array.from({ length: 4 }, () => refresh()));
    expect(await world.database.prisma.customerRisk.count()).toBe(2);
    expect(await risk('C-0002')).toMatchObject({ score: 25, businessDay: '2026-07-02' });
  });

  it('is not written over by a pass that read the books before', async () => {
    await world.sell('C-0001');
    world.clock.set('2026-07-20T10:00:00+07:00');
    await refresh();
    const later = await risk('C-0001');
    world.clock.set('2026-07-19T10:00:00+07:00');
    await refresh();
    expect(await risk('C-0001')).toEqual(later);
  });
});

describe('the refresh of risk of many', () => {
  it('goes through all of them in batches, each once', async () => {
    await world.sell('C-0001');
    await damage(
      world.books,
      `INSERT INTO customer SELECT (jsonb_populate_record(c, jsonb_build_object('id', uuid_v7(), 'number', 'M-' || n))).*
        FROM customer c, generate_series(1, 450) n WHERE c.number = 'C-0001'`,
      `INSERT INTO open_item SELECT (jsonb_populate_record(o, jsonb_build_object('id', uuid_v7(), 'customer_id', c.id,
          'invoice_id', uuid_v7()))).*
        FROM open_item o, customer c WHERE c.number LIKE 'M-%'`,
    );
    world.clock.set('2026-07-03T09:00:00+07:00');
    expect(await refresh()).toEqual({ scored: 451 });
    expect(await refresh()).toEqual({ scored: 0 });
    const scores = await world.database.prisma.customerRisk.groupBy({
      by: ['score', 'band'],
      _count: true,
    });
    expect(scores).toEqual([{ score: 25, band: 'medium', _count: 451 }]);
  });
});

function refresh(): Promise<{ scored: number }> {
  const { database, clock } = world;
  return createRiskActivities({ database, clock }).refreshRiskNow();
}

async function risk(number: string) {
  const { score, band, reasons, businessDay, computedAt } =
    await world.database.prisma.customerRisk.findFirstOrThrow({ where: { customer: { number } } });
  return {
    score,
    band,
    reasons,
    businessDay: businessDay.toISOString().slice(0, 10),
    computedAt: computedAt.toISOString(),
  };
}

async function takeBack(invoiceId: string): Promise<void> {
  const allocations = await world.database.prisma.allocation.findMany({
    where: { openItem: { invoiceId } },
  });
  for (const { id } of allocations) {
    await world.call(paymentCommands.reverseAllocation, {
      allocationId: id,
      reversedOn: world.clock.today('Asia/Jakarta').toString(),
      reason: 'test',
    });
  }
}

async function writeOff(invoiceId: string): Promise<void> {
  const asked = await world.call(receivableCommands.requestWriteOff, {
    invoiceId,
    reason: 'gone',
    amount: '450000',
    currency: 'IDR',
  });
  await world.call(
    receivableCommands.decideWriteOff,
    {
      ...asked,
      decision: 'approved',
      businessDate: world.clock.today('Asia/Jakarta').toString(),
      accounts: { badDebt: accountCode('badDebt'), receivables: accountCode('receivables') },
    },
    { actor: { kind: 'user', id: world.shop.users.owner.id, name: 'second' } },
  );
}

async function breakPromise(invoiceId: string): Promise<void> {
  await world.change((tx) =>
    tx.promiseToPay.create({
      data: {
        invoiceId,
        amount: 1n,
        currency: 'IDR',
        promisedOn: new Date('2026-07-02'),
        promisedFor: new Date('2026-07-05'),
        state: 'broken',
        channel: 'phone',
        recordedBy: 'test',
        recordedAt: new Date('2026-07-02T03:00:00Z'),
        decidedAt: new Date(world.clock.nowMs()),
      },
    }),
  );
}
