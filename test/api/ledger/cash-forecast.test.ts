import { rupiah } from '../../support/a-sale.js';
import { anAcceptedCase } from '../../support/agency-case.js';
import type { TestApi } from '../../support/api-client.js';
import { openOwingShop, type OwingShop } from '../../support/owing-shop.js';
import * as receivableCommands from '../../../prisma/commands/receivable.js';

type Money = Readonly<{ amount: string }>;
type Forecast = Readonly<{
  weeks: readonly Readonly<{ from: string; to: string; expected: Money; promised: Money }>[];
  customers: readonly Readonly<{ customer: { number: string }; link: string }>[];
  nextCursor: string | null;
}>;

let world: OwingShop;
let api: TestApi;

/** Warung Sari has paid once, ten days late; Hotel Bahari never. Then both buy, promise, dispute. */
beforeAll(async () => {
  world = await openOwingShop();
  api = await world.api();
  const settled = await world.sell('C-0001', 10);
  world.clock.set('2026-07-25T09:00:00+07:00');
  await world.pay(settled.invoiceId, settled.amount);
  world.clock.set('2026-07-27T09:00:00+07:00');
  await world.sell('C-0001', 2);
  await world.sell('C-0002', 4);
  const promised = await world.sell('C-0001', 4);
  await world.call(receivableCommands.recordPromise, {
    invoiceId: promised.invoiceId,
    ...idr(90_000),
    promisedOn: '2026-07-27',
    promisedFor: '2026-08-05',
    channel: 'phone',
  });
  await world.pay(promised.invoiceId, 30_000n);
  const disputed = await world.sell('C-0001', 3);
  await world.call(receivableCommands.openDispute, {
    invoiceId: disputed.invoiceId,
    reason: 'broken',
    ...idr(45_000),
  });
  await anAcceptedCase(world);
});

afterAll(async () => {
  await world.verify();
  await api.close();
  await world.close();
});

describe('GET /v1/reports/cash-forecast', () => {
  it('expects what is open as late as its customer pays, and promises on their day', async () => {
    const { status, body } = await read('/v1/reports/cash-forecast');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      asOf: '2026-07-27',
      beyond: rupiah(0),
      atRisk: { disputed: rupiah(45_000), placed: rupiah(450_000) },
      total: rupiah(1_005_000),
      ledger: { account: '1210', balance: rupiah(1_005_000), difference: rupiah(0) },
    });
    const { weeks } = body as Forecast;
    expect(weeks).toHaveLength(13);
    expect(weeks.filter(({ expected }) => expected.amount !== '0')).toEqual([
      aWeek('2026-08-03', '2026-08-09', { expected: 60_000, promised: 60_000 }),
      // Due on 10 August: what was sold, what is left of the promised invoice, what is not disputed.
      aWeek('2026-08-17', '2026-08-23', { expected: 270_000, promised: 0 }),
      // The hotel has 30 days, and pays like others of its segment.
      aWeek('2026-08-31', '2026-09-06', { expected: 180_000, promised: 0 }),
    ]);
  });

  it('counts what comes after the last week', async () => {
    expect(await read('/v1/reports/cash-forecast?weeks=4')).toMatchObject({
      body: { beyond: rupiah(180_000), total: rupiah(1_005_000) },
    });
  });

  it.each(['2026-06-30', '2026-07-01', '2026-07-24', '2026-07-25', '2026-07-27', '2026-09-30'])(
    'ties to the ageing and to the ledger as of %s',
    async (asOf) => {
      const { body } = await read(`/v1/reports/cash-forecast?asOf=${asOf}`);
      const ageing = await read(`/v1/reports/ageing?asOf=${asOf}`);
      const { total, ledger } = ageing.body as { total: { total: object }; ledger: object };
      expect(body).toMatchObject({ total: total.total, ledger });
      expect(body).toMatchObject({ ledger: { difference: rupiah(0) } });
    },
  );

  it('knows nothing of what came later: not the payment, nor the habit it shows', async () => {
    const { body } = await read('/v1/reports/cash-forecast?asOf=2026-07-24');
    expect(body).toMatchObject({
      total: rupiah(450_000),
      weeks: [{ from: '2026-07-24', expected: rupiah(450_000) }, ...Array(12).fill({})],
      customers: [{ open: rupiah(450_000), daysLate: 0, habit: 'none' }],
    });
  });

  it('shows how late each customer pays, a page at a time, and where its items are', async () => {
    const first = await read('/v1/reports/cash-forecast?limit=1');
    expect(first.body).toMatchObject({
      customers: [
        { customer: { number: 'C-0001' }, open: rupiah(825_000), daysLate: 10, habit: 'customer' },
      ],
    });
    const { nextCursor, customers } = first.body as Forecast;
    expect(await read(customers[0]?.link ?? 'none')).toMatchObject({
      status: 200,
      body: { totals: [{ open: rupiah(825_000) }] },
    });
    expect(await read(`/v1/reports/cash-forecast?limit=1&cursor=${nextCursor}`)).toMatchObject({
      body: {
        total: rupiah(1_005_000),
        customers: [{ customer: { number: 'C-0002' }, daysLate: 10, habit: 'segment' }],
        nextCursor: null,
      },
    });
  });

  it('leads to the ageing, the disputes and the placements behind it', async () => {
    const { body } = await read('/v1/reports/cash-forecast');
    const { links } = body as { links: Record<string, string> };
    for (const link of Object.values(links)) {
      expect(await read(link)).toMatchObject({ status: 200 });
    }
    expect(await read(links['disputes'] ?? 'none')).toMatchObject({
      body: { data: [{ kind: 'dispute' }] },
    });
  });

  it('refuses more weeks than half a year, and weeks beyond the books', async () => {
    expect(await read('/v1/reports/cash-forecast?weeks=27')).toMatchObject({ status: 400 });
    expect(await read('/v1/reports/cash-forecast?weeks=0')).toMatchObject({ status: 400 });
    expect(await read('/v1/reports/cash-forecast?asOf=9999-12-01')).toMatchObject({
      status: 422,
      body: { code: 'REPORT_PERIOD_INVALID', param: 'weeks' },
    });
    expect(await read('/v1/reports/cash-forecast?asOf=0001-01-01')).toMatchObject({ status: 200 });
  });
});

describe('instalments', () => {
  it('are promised beside money that was here before the promise, even on its day', async () => {
    const before = await amountsByWeek();
    const { invoiceId } = await world.sell('C-0002', 4);
    await world.pay(invoiceId, 80_000n);
    world.clock.set('2026-07-27T10:00:01+07:00');
    const promise = { promisedOn: '2026-07-27', promisedFor: '2026-07-28', channel: 'phone' };
    await world.call(receivableCommands.recordPromise, { invoiceId, ...idr(100_000), ...promise });
    const after = await amountsByWeek();
    expect((after[0] ?? 0n) - (before[0] ?? 0n)).toBe(100_000n);
  });

  it('are promised from the first and disputed from the last', async () => {
    await world.change((tx) =>
      tx.customer.update({ where: { number: 'C-0002' }, data: { instalments: 2 } }),
    );
    const before = await amountsByWeek();
    const { invoiceId } = await world.sell('C-0002', 4);
    const promise = { promisedOn: '2026-07-27', promisedFor: '2026-07-28', channel: 'phone' };
    await world.call(receivableCommands.recordPromise, { invoiceId, ...idr(100_000), ...promise });
    await world.call(receivableCommands.openDispute, {
      invoiceId,
      reason: 'broken',
      ...idr(30_000),
    });
    const after = await amountsByWeek();
    // Two of Rp90,000, due on 26 August and 25 September: Rp10,000 of the second are promised too.
    expect(after.map((amount, week) => amount - (before[week] ?? 0n))).toEqual(
      before.map((_, week) => [100_000n, 50_000n][[0, 10].indexOf(week)] ?? 0n),
    );
    expect(await read('/v1/reports/cash-forecast')).toMatchObject({
      body: { atRisk: { disputed: rupiah(75_000) }, ledger: { difference: rupiah(0) } },
    });
  });
});

async function amountsByWeek(): Promise<bigint[]> {
  const { body } = await read('/v1/reports/cash-forecast');
  return (body as Forecast).weeks.map(({ expected }) => BigInt(expected.amount));
}

function aWeek(
  from: string,
  to: string,
  { expected, promised }: Readonly<{ expected: number; promised: number }>,
) {
  return { from, to, expected: rupiah(expected), promised: rupiah(promised) };
}

function idr(amount: number) {
  return { amount: amount.toString(), currency: 'IDR' };
}

function read(path: string) {
  return api.send('GET', path, { as: world.shop.tokens.auditor });
}
