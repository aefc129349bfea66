import { randomUUID } from 'node:crypto';
import { bringInReceivable } from '../../../activities/receivable/bring-in-receivable.js';
import { accountCode } from '../../../domain/ledger/accounts.js';
import * as customerCommands from '../../../prisma/commands/customer.js';
import * as paymentCommands from '../../../prisma/commands/payment.js';
import * as receivableCommands from '../../../prisma/commands/receivable.js';
import { rupiah } from '../../support/a-sale.js';
import type { TestApi } from '../../support/api-client.js';
import { recordBankMoney } from '../../support/bank-line.js';
import { office, type Answered, type Office } from '../../support/office.js';
import { openOwingShop, type Owed, type OwingShop } from '../../support/owing-shop.js';
import { openPeriod } from '../../support/read-books.js';
import { testContext } from '../../support/shop.js';

const DAY = 'asOf=2026-07-31';
const REPORTS = [
  `/v1/reports/collections?days=31&${DAY}`,
  `/v1/reports/cash-forecast?${DAY}`,
  `/v1/reports/ageing?${DAY}`,
  `/v1/reports/dso?days=31&${DAY}`,
  `/v1/reports/trial-balance?${DAY}`,
] as const;

type July = Readonly<{ kept: Owed; argued: Owed; partly: Owed; unknown: string; half: string }>;

let world: OwingShop;
let api: TestApi;
let clerk: Office;
let auditor: Office;
let july: July;
let before: Readonly<Record<string, unknown>>;

beforeAll(async () => {
  world = await openOwingShop();
  api = await world.api();
  clerk = office(api, world.shop.tokens.arClerk);
  auditor = office(api, world.shop.tokens.auditor);
  july = await trade();
  world.clock.set('2026-08-03T09:00:00+07:00');
  await closeJuly();
  before = await allReports();
});

afterAll(async () => {
  await world.verify();
  await api.close();
  await world.close();
});

/** What in August takes back or changes whose things of July are; no report of July moves by it. */
const ACTS: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['the payment that kept a promise is undone', () => undoPaymentOf(july.kept)],
  ['the payment that ended a dispute is undone', () => undoPaymentOf(july.argued)],
  ['money of nobody is given to a customer', () => apply(july.unknown, july.partly, 20_000)],
  ['money that is left of a payment is nobody\u2019s again', () => undoAllocation(july.half)],
  ['a receivable of July is brought in', () => bringIn()],
  ['two customers are merged', () => merge()],
  ['they are two again', () => unmerge()],
];

describe('a closed day', () => {
  it('has a kept promise, an ended dispute and money of a customer to show', () => {
    expect(before[REPORTS[0]]).toMatchObject({ promises: { kept: 1 }, disputes: { resolved: 1 } });
    expect(before[statementOf(world.shop.customers.hotel.id)]).toMatchObject({
      unapplied: [{ unapplied: rupiah(40_000) }],
    });
  });

  it.each(ACTS)('shows what it showed, after %s', async (_, act) => {
    await act();
    const shown = before;
    before = await allReports();
    expect(before).toEqual(shown);
  });
});

async function trade(): Promise<July> {
  world.clock.set('2026-07-02T09:00:00+07:00');
  const [kept, argued, partly, other] = [
    await world.sell('C-0001'),
    await world.sell('C-0001'),
    await world.sell('C-0001', 2),
    await world.sell('C-0002'),
  ];
  const promise = { amount: rupiah(45_000), promisedFor: '2026-07-10' };
  await done(clerk(`POST /v1/invoices/${kept.invoiceId}/promises`, promise));
  const dispute = { reason: 'damaged', amount: rupiah(45_000) };
  await done(clerk(`POST /v1/invoices/${argued.invoiceId}/disputes`, dispute));
  world.clock.set('2026-07-08T09:00:00+07:00');
  await world.pay(kept.invoiceId, 45_000n);
  await judge(kept);
  await world.pay(argued.invoiceId, argued.amount);
  const [unknown, half] = [await receive(30_000), await receive(60_000)];
  await apply(half, other, 20_000);
  return { kept, argued, partly, unknown, half };
}

async function judge({ invoiceId }: Owed): Promise<void> {
  const { prisma } = world.database;
  const { version } = await prisma.receivable.findUniqueOrThrow({ where: { invoiceId } });
  const promises = await prisma.promiseToPay.findMany({ where: { invoiceId } });
  await world.call(receivableCommands.judgePromises, {
    invoiceId,
    version,
    promises: promises.map(({ id }) => ({ promiseId: id, state: 'kept' as const })),
  });
}

/** Money of the bank that names nobody. */
function receive(amount: number): Promise<string> {
  return recordBankMoney(world.database, testContext(world.clock.iso()), {
    externalId: randomUUID(),
    legalEntityId: world.shop.legalEntityId,
    amount: String(amount),
    currency: 'IDR',
    valueDate: '2026-07-08',
    businessDate: '2026-07-08',
    accountCode: accountCode('bank'),
    accounts: { unappliedCash: accountCode('unappliedCash') },
  });
}

async function apply(paymentId: string, { invoiceId }: Owed, amount: number): Promise<void> {
  const { id } = await world.database.prisma.openItem.findFirstOrThrow({ where: { invoiceId } });
  await world.call(paymentCommands.applyPayment, {
    paymentId,
    bookedOn: world.clock.today('Asia/Jakarta').toString(),
    items: [{ openItemId: id, amount: String(amount) }],
    deductions: [],
    accounts: {
      unappliedCash: accountCode('unappliedCash'),
      receivables: accountCode('receivables'),
    },
  });
}

async function closeJuly(): Promise<void> {
  const at = world.clock.iso();
  const id = await openPeriod({ ...world, at }, ['2026-07-01', '2026-07-31']);
  await openPeriod({ ...world, at }, ['2026-08-01', '2026-08-31']);
  const manager = office(api, world.shop.tokens.arManager);
  await done(manager(`POST /v1/accounting-periods/${id}/closing`, {}));
}

async function undoPaymentOf({ invoiceId }: Owed): Promise<void> {
  const where = { openItem: { invoiceId }, kind: 'payment' };
  const { id } = await world.database.prisma.allocation.findFirstOrThrow({ where });
  await undo(id);
}

async function undoAllocation(paymentId: string): Promise<void> {
  const { id } = await world.database.prisma.allocation.findFirstOrThrow({ where: { paymentId } });
  await undo(id);
}

async function undo(allocationId: string): Promise<void> {
  const reason = { reason: 'another invoice' };
  await done(clerk(`POST /v1/allocations/${allocationId}/reversal`, reason));
}

async function bringIn(): Promise<void> {
  const ctx = testContext(world.clock.iso());
  await world.database.transaction(ctx, (tx) =>
    bringInReceivable(tx, ctx, {
      number: 'OLD-1',
      customer: 'C-0002',
      issuedOn: '2026-07-20',
      dueOn: '2026-07-30',
      open: rupiah(70_000),
    }),
  );
}

async function merge(): Promise<void> {
  const { warung, hotel } = world.shop.customers;
  const wish = { keptId: warung.id, mergedId: hotel.id, reason: 'Entered twice' };
  await world.call(customerCommands.mergeCustomers, wish);
}

async function unmerge(): Promise<void> {
  const { id } = await world.database.prisma.customerMerge.findFirstOrThrow();
  await world.call(customerCommands.undoCustomerMerge, { mergeId: id, reason: 'Two shops' });
}

async function done(call: Promise<Answered>): Promise<void> {
  const [status, body] = await call;
  if (status >= 300) throw new Error(JSON.stringify(body));
}

function statementOf(customerId: string): string {
  return `/v1/customers/${customerId}/statement?${DAY}`;
}

async function allReports(): Promise<Record<string, unknown>> {
  const { warung, hotel } = world.shop.customers;
  const shown: Record<string, unknown> = {};
  for (const address of [...REPORTS, statementOf(warung.id), statementOf(hotel.id)]) {
    const [status, body] = await auditor(`GET ${address}`);
    expect({ address, status, body }).toMatchObject({ address, status: 200 });
    shown[address] = body;
  }
  return shown;
}
