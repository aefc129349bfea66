import { randomUUID } from 'node:crypto';
import { day } from '../../support/bank-files.js';
import { openCashWorld, TODAY, type CashWorld } from '../../support/cash-world.js';
import { startApi, type TestApi } from '../../support/api-client.js';
import { rupiah } from '../../support/a-sale.js';
import type { InvoicedSale } from '../../support/invoiced-sale.js';
import { testContext } from '../../support/shop.js';
import * as paymentCommands from '../../../prisma/commands/payment.js';

let world: CashWorld;
let api: TestApi;
let warung: InvoicedSale;
let hotel: InvoicedSale;

beforeAll(async () => {
  world = await openCashWorld();
  api = await startApi(world.database, { clock: world.clock });
  warung = await world.invoice({ packets: 4 });
  hotel = await world.invoice({ packets: 2, customer: world.shop.customers.hotel.number });
  await world.book(
    world.statement([
      { amount: 45_000n, text: 'tanpa referensi', payerName: 'Warung Sari' },
      { amount: 90_000n, text: hotel.paymentReference, payerName: 'Hotel Bahari' },
    ]),
  );
  await api.send('POST', `/v1/invoices/${warung.invoiceId}/credit-notes`, {
    as: world.shop.tokens.arManager,
    body: { amount: rupiah(30_000), reason: 'Retur' },
    headers: { 'idempotency-key': randomUUID() },
  });
});

afterAll(async () => {
  await world.expectTies();
  await api.close();
  await world.close();
});

describe('GET /v1/reports/ageing', () => {
  it('sorts what is open by the days since it was due, and ties to the ledger', async () => {
    expect(await read('/v1/reports/ageing')).toMatchObject({
      status: 200,
      body: {
        asOf: '2026-03-02',
        currency: 'IDR',
        total: { notDue: rupiah(150_000), total: rupiah(150_000) },
        ledger: { balance: rupiah(150_000), difference: rupiah(0) },
        customers: [{ customer: { number: 'C-0001' }, buckets: { notDue: rupiah(150_000) } }],
      },
    });
  });

  it.each([
    ['2026-03-16', 'notDue'],
    ['2026-03-17', 'days1to30'],
    ['2026-04-15', 'days1to30'],
    ['2026-04-16', 'days31to60'],
    ['2026-05-16', 'days61to90'],
    ['2026-06-14', 'days61to90'],
    ['2026-06-15', 'over90'],
  ])('puts an item due on 16 March into the right bucket on %s (%s)', async (asOf, bucket) => {
    expect(await read(`/v1/reports/ageing?asOf=${asOf}`)).toMatchObject({
      body: { total: { [bucket]: rupiah(150_000) } },
    });
  });

  it('knows how it stood on an earlier day', async () => {
    expect(await read('/v1/reports/ageing?asOf=2026-03-01')).toMatchObject({
      body: { total: { total: rupiah(0) }, ledger: { difference: rupiah(0) }, customers: [] },
    });
  });

  it('refuses a day that does not exist and a currency that has no books', async () => {
    expect(await read('/v1/reports/ageing?asOf=2026-02-30')).toMatchObject({ status: 400 });
    expect(await read('/v1/reports/ageing?currency=XXX')).toMatchObject({
      status: 422,
      body: { code: 'CURRENCY_UNKNOWN' },
    });
  });
});

describe('GET /v1/reports/trial-balance', () => {
  it('balances', async () => {
    const { body } = await read('/v1/reports/trial-balance');
    expect(body).toMatchObject({ total: { difference: rupiah(0) } });
    const { accounts } = body as { accounts: { code: string; balance: object }[] };
    const balances = Object.fromEntries(accounts.map(({ code, balance }) => [code, balance]));
    expect(balances).toMatchObject({
      1120: rupiah(135_000),
      1210: rupiah(150_000),
      2220: rupiah(-45_000),
    });
  });
});

describe('GET /v1/reports/daily-result', () => {
  it('says the result of a store and day from the journal, and ties to it', async () => {
    const { body } = await read('/v1/reports/daily-result');
    // Six packets at Rp45,000 with PPN inside, bought at six tenths of the price; Rp30,000 credited.
    expect(body).toMatchObject({
      days: [
        {
          date: '2026-03-02',
          store: 'JKT1',
          sales: rupiah(243_243),
          returns: rupiah(27_027),
          netSales: rupiah(216_216),
          costOfGoods: rupiah(162_000),
          margin: rupiah(54_216),
          result: rupiah(54_216),
        },
      ],
      ledger: { result: rupiah(54_216), difference: rupiah(0) },
    });
    expect(await read('/v1/reports/daily-result?store=BDG1')).toMatchObject({
      body: { days: [], ledger: { difference: rupiah(0) } },
    });
    expect(await read('/v1/reports/daily-result?from=2026-03-05')).toMatchObject({
      status: 422,
      body: { code: 'REPORT_PERIOD_INVALID' },
    });
  });
});

describe('GET /v1/reports/dso', () => {
  it('shows the figure beside its formula', async () => {
    // 150,000 of 270,000 over 90 days.
    expect(await read('/v1/reports/dso')).toMatchObject({
      body: {
        receivables: rupiah(150_000),
        creditSales: rupiah(270_000),
        dso: '50.0',
        bestPossibleDso: '50.0',
        averageDaysDelinquent: '0.0',
      },
    });
    expect(await read('/v1/reports/dso?asOf=2026-01-01')).toMatchObject({ body: { dso: null } });
  });
});

describe('customers', () => {
  it('are listed with what they owe', async () => {
    expect(await read('/v1/customers?q=warung')).toMatchObject({
      body: { data: [{ number: 'C-0001', open: rupiah(150_000), overdue: rupiah(0) }] },
    });
    expect(await read(`/v1/customers/${warung.customerId}`)).toMatchObject({
      body: { name: 'Warung Sari', links: { credit: `/v1/customers/${warung.customerId}/credit` } },
    });
  });

  it('have a statement of open items and money not applied', async () => {
    expect(await read(`/v1/customers/${warung.customerId}/statement`)).toMatchObject({
      body: {
        items: [
          {
            invoiceNumber: warung.number,
            open: rupiah(150_000),
            dueOn: '2026-03-16',
            daysOverdue: 0,
          },
        ],
        unapplied: [{ unapplied: rupiah(45_000) }],
        totals: [
          {
            currency: 'IDR',
            open: rupiah(150_000),
            unapplied: rupiah(45_000),
            balance: rupiah(105_000),
          },
        ],
      },
    });
  });

  it('had money that the bank took back later, as long as we had it', async () => {
    const { database } = world;
    const received = { amount: 46_000n, text: 'tanpa referensi', payerName: 'Warung Sari' };
    await world.book(world.statement([{ ...received, bookingDate: day('2026-02-26') }]));
    const payment = await database.prisma.payment.findFirstOrThrow({ where: { amount: 46_000n } });
    await database.call(paymentCommands.reversePayment, testContext(world.clock.iso()), {
      paymentId: payment.id,
      reversedOn: TODAY,
      reason: 'recalled',
    });
    const path = `/v1/customers/${warung.customerId}/statement?asOf=`;
    expect(await read(`${path}2026-02-26`)).toMatchObject({
      body: { unapplied: [{ paymentId: payment.id, unapplied: rupiah(46_000) }] },
    });
    expect(JSON.stringify(await read(`${path}${TODAY}`))).not.toContain(payment.id);
  });

  it('keep the statement of a past day when money comes in that the bank values earlier', async () => {
    const before = await statementsOn('2026-02-27');
    const late = { amount: 47_000n, text: 'tanpa referensi', payerName: 'Warung Sari' };
    await world.book(
      world.statement([{ ...late, valueDate: day('2026-02-27'), bookingDate: day(TODAY) }]),
    );
    expect(await statementsOn('2026-02-27')).toEqual(before);
    expect(JSON.stringify(await statementsOn(TODAY))).toContain('47000');
  });

  it.each(['2026-02-25', '2026-02-26', '2026-02-27', '2026-03-01', TODAY])(
    'have statements that tie to the ledger as of %s, with the money that is no customer’s',
    async (asOf) => {
      const totals = (await statementsOn(asOf)).flatMap((statement) => statement.totals);
      const sum = (key: 'open' | 'unapplied') =>
        totals.reduce((total, figures) => total + Number(figures[key].amount), 0);
      const { body } = await read(`/v1/reports/trial-balance?asOf=${asOf}`);
      const { accounts } = body as { accounts: { code: string; balance: object }[] };
      const balances = new Map(accounts.map(({ code, balance }) => [code, balance]));
      expect(balances.get('1210')).toEqual(rupiah(sum('open')));
      const ours = sum('unapplied') + (await unassignedOn(asOf));
      expect(balances.get('2220')).toEqual(rupiah(0 - ours));
    },
  );

  it('have a credit line with what is used of it, and why', async () => {
    expect(await read(`/v1/customers/${warung.customerId}/credit`)).toMatchObject({
      body: {
        status: 'open',
        limit: rupiah(10_000_000),
        exposure: { invoiced: rupiah(150_000), notInvoiced: rupiah(0), total: rupiah(150_000) },
        available: rupiah(9_850_000),
        reasons: [],
      },
    });
    expect(await read(`/v1/customers/${world.shop.customers.blocked.id}/credit`)).toMatchObject({
      body: { status: 'blocked', available: rupiah(0), reasons: [{ code: 'CUSTOMER_BLOCKED' }] },
    });
    expect(await read(`/v1/customers/${randomUUID()}/credit`)).toMatchObject({ status: 404 });
  });
});

type Amount = Readonly<{ amount: string }>;
type Statement = Readonly<{ totals: readonly Readonly<{ open: Amount; unapplied: Amount }>[] }>;

async function statementsOn(asOf: string): Promise<Statement[]> {
  const customers = await world.database.prisma.customer.findMany({ orderBy: { number: 'asc' } });
  const paths = customers.map(({ id }) => `/v1/customers/${id}/statement?asOf=${asOf}`);
  const answers = await Promise.all(paths.map(read));
  return answers.map(({ body }) => body as Statement);
}

/** What was booked by the day and is no customer's; none of it is taken back in these tests. */
async function unassignedOn(asOf: string): Promise<number> {
  const entries = await world.database.prisma.journalEntry.findMany({
    where: { kind: 'payment', businessDate: { lte: new Date(asOf) } },
    select: { documentId: true },
  });
  const { _sum: sum } = await world.database.prisma.payment.aggregate({
    where: { customerId: null, id: { in: entries.map(({ documentId }) => documentId) } },
    _sum: { amount: true },
  });
  return Number(sum.amount ?? 0n);
}

function read(path: string) {
  return api.send('GET', path, { as: world.shop.tokens.auditor });
}
