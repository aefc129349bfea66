import { randomUUID } from 'node:crypto';
import { accountCode } from '../../../domain/ledger/accounts.js';
import { rupiah } from '../../support/a-sale.js';
import { anAcceptedCase } from '../../support/agency-case.js';
import type { TestApi } from '../../support/api-client.js';
import { closeLetter, openLetter } from '../../support/letters.js';
import { openOwingShop, type Owed, type OwingShop } from '../../support/owing-shop.js';
import * as dunningCommands from '../../../prisma/commands/dunning.js';
import * as receivableCommands from '../../../prisma/commands/receivable.js';

let world: OwingShop;
let api: TestApi;

beforeAll(async () => {
  world = await openOwingShop();
  api = await world.api();
  await aFirstDay();
});

afterAll(async () => {
  await world.verify();
  await api.close();
  await world.close();
});

describe('the report about collections', () => {
  it('adds up what was owed, promised, disputed, placed and lost', async () => {
    const path = '/v1/reports/collections?days=30';
    const { status, body } = await api.send('GET', path, { as: world.shop.tokens.auditor });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      asOf: '2026-07-01',
      receivables: {
        atBeginning: rupiah(0),
        creditSales: rupiah(720_000),
        atEnd: rupiah(530_000),
        notDueAtEnd: rupiah(530_000),
        collectionEffectiveness: '100.0',
      },
      promises: { kept: 0, broken: 0, running: 1, keptRate: null },
      disputes: { opened: 1, open: 1, openAmount: rupiah(90_000) },
      writtenOff: rupiah(90_000),
      agencies: [
        {
          agency: { code: 'AGN-A' },
          placements: 1,
          placed: rupiah(450_000),
          collected: rupiah(100_000),
          commission: rupiah(15_000),
          liquidationRate: '22.2',
        },
      ],
    });
  });

  it('shows a day before anything happened as it was', async () => {
    const path = '/v1/reports/collections?asOf=2026-06-30';
    const { body } = await api.send('GET', path, { as: world.shop.tokens.arClerk });
    expect(body).toMatchObject({
      receivables: { atEnd: rupiah(0), collectionEffectiveness: null },
      writtenOff: rupiah(0),
      agencies: [],
    });
  });
});

/** Days of July and what the report has to say of each, however long ago it is. */
const DAYS = [
  { on: 1, running: 1, kept: 0, broken: 0, open: 1, disputed: 90_000 },
  { on: 9, running: 1, kept: 0, broken: 0, open: 1, disputed: 90_000 },
  { on: 10, running: 3, kept: 0, broken: 0, open: 3, disputed: 270_000 },
  // One more, of an invoice that an agency has.
  { on: 11, running: 3, kept: 0, broken: 0, open: 4, disputed: 270_000 },
  { on: 12, running: 3, kept: 0, broken: 0, open: 4, disputed: 270_000 },
  // One is kept, one is broken; a disputed invoice is paid, of another less is open than is disputed.
  { on: 13, running: 1, kept: 1, broken: 1, open: 3, disputed: 120_000 },
  { on: 14, running: 1, kept: 1, broken: 1, open: 3, disputed: 120_000 },
  // The last promise is taken back, a dispute settled.
  { on: 15, running: 0, kept: 1, broken: 1, open: 2, disputed: 30_000 },
  { on: 31, running: 0, kept: 1, broken: 1, open: 2, disputed: 30_000 },
] as const;

describe('the report about collections of a past day', () => {
  beforeAll(twoWeeksOfHandling);

  it.each(DAYS)(
    'knows promises and disputes as they stood on $on July',
    async ({ on, running, kept, broken, open, disputed }) => {
      expect(await reportOn(on)).toMatchObject({
        promises: { running, kept, broken },
        disputes: { open, openAmount: rupiah(disputed) },
      });
    },
  );

  it.each(DAYS)('disputes what the cash forecast disputes on $on July', async ({ on }) => {
    const { disputes } = await reportOn(on);
    const path = `/v1/reports/cash-forecast?asOf=${july(on)}`;
    const { body } = await api.send('GET', path, { as: world.shop.tokens.auditor });
    expect(body).toMatchObject({ atRisk: { disputed: disputes.openAmount } });
  });

  it('counts a letter when it has ended, not by how it ended later', async () => {
    expect(await reportOn(10)).toMatchObject({ reminders: [] });
    expect(await reportOn(11)).toMatchObject({
      reminders: [{ level: 1, sent: 1, failed: 0, withheld: 0 }],
    });
    expect(await reportOn(12)).toMatchObject({
      reminders: [{ level: 1, sent: 1, failed: 1, withheld: 1 }],
    });
  });

  it('counts what an agency remitted when it came in, whatever day the agency gives it', async () => {
    expect(await reportOn(13)).toMatchObject({ agencies: [{ remitted: rupiah(0) }] });
    expect(await reportOn(14)).toMatchObject({ agencies: [{ remitted: rupiah(100_000) }] });
  });
});

type Report = Readonly<{ disputes: Readonly<{ openAmount: object }> }>;

async function reportOn(day: number): Promise<Report> {
  const path = `/v1/reports/collections?asOf=${july(day)}`;
  const { status, body } = await api.send('GET', path, { as: world.shop.tokens.auditor });
  expect(status).toBe(200);
  return body as Report;
}

function july(day: number): string {
  return `2026-07-${String(day).padStart(2, '0')}`;
}

async function aFirstDay(): Promise<void> {
  await aPlacementWithPayment(100_000);
  await aWriteOff(90_000n);
  await aPromise({ customer: 'C-0001', forDay: 8 });
  const { invoiceId } = await world.sell('C-0001', 2);
  await world.call(receivableCommands.openDispute, { invoiceId, reason: 'broken' });
}

/** After the first day, on which something was promised, disputed and placed. */
async function twoWeeksOfHandling(): Promise<void> {
  const { prisma } = world.database;
  const placed = await prisma.placement.findFirstOrThrow();
  const firstPromise = await prisma.promiseToPay.findFirstOrThrow();
  const firstDispute = await prisma.dispute.findFirstOrThrow();
  morningOf(9);
  const withheld = await aLetter(await world.sell('C-0002', 2));
  morningOf(10);
  const kept = await aPromise({ customer: 'C-0002', forDay: 12 });
  const broken = await aPromise({ customer: 'C-0002', forDay: 12 });
  const paid = await world.sell('C-0001', 2);
  await world.call(receivableCommands.openDispute, { invoiceId: paid.invoiceId, reason: 'broken' });
  const paidInPart = await world.sell('C-0001', 4);
  const half = { amount: '90000', currency: 'IDR' };
  await world.call(receivableCommands.openDispute, {
    invoiceId: paidInPart.invoiceId,
    reason: 'late',
    ...half,
  });
  const [sent, failed] = [await aLetter(kept), await aLetter(paidInPart)];
  morningOf(11);
  await world.call(receivableCommands.openDispute, {
    invoiceId: placed.invoiceId,
    reason: 'unknown',
  });
  await closeLetter(world, sent, { outcome: 'sent' });
  morningOf(12);
  await closeLetter(world, failed, { outcome: 'failed' });
  await world.call(dunningCommands.withdrawNotice, { noticeId: withheld, reason: 'paid' });
  morningOf(13);
  await judge(kept, 'kept');
  await judge(broken, 'broken');
  await world.pay(paid.invoiceId, paid.amount);
  await world.pay(paidInPart.invoiceId, 150_000n);
  morningOf(14);
  await remit(placed.id);
  morningOf(15);
  await world.call(receivableCommands.withdrawPromise, { promiseId: firstPromise.id });
  const resolution = { disputeId: firstDispute.id, resolution: 'for-seller' } as const;
  await world.call(receivableCommands.resolveDispute, resolution);
  morningOf(31);
}

/** Before the day has begun in Greenwich. */
function morningOf(day: number): void {
  world.clock.set(`${july(day)}T06:00:00+07:00`);
}

type Promised = Owed & Readonly<{ promiseId: string }>;

type PromiseWishes = Readonly<{ customer: string; forDay: number }>;

/** Of Rp90,000, all that is owed. */
async function aPromise({ customer, forDay }: PromiseWishes): Promise<Promised> {
  const owed = await world.sell(customer, 2);
  const { promiseId } = await world.call(receivableCommands.recordPromise, {
    invoiceId: owed.invoiceId,
    amount: owed.amount.toString(),
    currency: 'IDR',
    promisedOn: world.clock.today('Asia/Jakarta').toString(),
    promisedFor: july(forDay),
    channel: 'phone',
  });
  return { ...owed, promiseId };
}

/** As the life of the receivable does, after the days of grace. */
async function judge({ invoiceId, promiseId }: Promised, state: 'kept' | 'broken'): Promise<void> {
  const { version } = await world.database.prisma.receivable.findUniqueOrThrow({
    where: { invoiceId },
  });
  const promises = [{ promiseId, state }];
  const input = { invoiceId, version, kind: 'wait', nextStep: 'payment', promises } as const;
  expect(await world.call(receivableCommands.storeNextStep, input)).toEqual({ kind: 'stored' });
}

function aLetter({ invoiceId, amount }: Owed): Promise<string> {
  const businessDay = world.clock.today('Asia/Jakarta').toString();
  return openLetter(world, { invoiceId, amount, businessDay });
}

/** What the agency got on the first day, dated by it on the second. */
async function remit(placementId: string): Promise<void> {
  const [gross, commission] = [rupiah(100_000), rupiah(15_000)];
  const answer = await api.send('POST', '/v1/agency/remittances', {
    as: world.shop.agencies[0].token,
    body: {
      number: 'REM-1',
      remittedOn: july(2),
      gross,
      commission,
      taxOnCommission: rupiah(1_650),
      net: rupiah(83_350),
      payments: [{ placementId, sequence: 1, gross, commission }],
    },
    headers: { 'idempotency-key': randomUUID() },
  });
  expect(answer.status).toBe(201);
}

async function aPlacementWithPayment(amount: number): Promise<void> {
  const { placementId } = await anAcceptedCase(world);
  const answer = await api.send('POST', `/v1/agency/placements/${placementId}/events`, {
    as: world.shop.agencies[0].token,
    body: {
      sequence: 1,
      type: 'payment',
      occurredAt: world.clock.iso(),
      amount: rupiah(amount),
    },
    headers: { 'idempotency-key': randomUUID() },
  });
  expect(answer.status).toBe(201);
}

async function aWriteOff(amount: bigint): Promise<void> {
  const { invoiceId } = await world.sell('C-0001', 2);
  const { writeOffId } = await world.call(receivableCommands.requestWriteOff, {
    invoiceId,
    amount: amount.toString(),
    reason: 'gone',
  });
  const decision = {
    writeOffId,
    decision: 'approved' as const,
    businessDate: '2026-07-01',
    accounts: { badDebt: accountCode('badDebt'), receivables: accountCode('receivables') },
  };
  const second = { kind: 'user', id: world.shop.users.owner.id, name: 'second' } as const;
  await world.call(receivableCommands.decideWriteOff, decision, { actor: second });
}
