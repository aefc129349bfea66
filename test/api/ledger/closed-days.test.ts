import { randomUUID } from 'node:crypto';
import { createSaleActivities } from '../../../activities/sale/sale-activities.js';
import { accountCode } from '../../../domain/ledger/accounts.js';
import * as paymentCommands from '../../../prisma/commands/payment.js';
import * as receivableCommands from '../../../prisma/commands/receivable.js';
import { aSaleOnAccount, rupiah } from '../../support/a-sale.js';
import { anAcceptedCase, type AgencyCase } from '../../support/agency-case.js';
import type { TestApi } from '../../support/api-client.js';
import { ROUTES } from '../../support/api-routes.js';
import { recordBankMoney } from '../../support/bank-line.js';
import { testContext } from '../../support/shop.js';
import { openOwingShop, type Owed, type OwingShop } from '../../support/owing-shop.js';
import { foldJournal } from '../../../activities/ledger/fold-journal.js';
import { openPeriod } from '../../support/read-books.js';

/** Days of the closed period whose reports are compared. */
const DAYS = ['2026-07-02', '2026-07-10', '2026-07-20', '2026-07-31'] as const;

/** What else a report can be asked for; a report that is not here is asked for its day alone. */
const QUESTIONS: Readonly<Record<string, readonly string[]>> = {
  '/v1/reports/margin': ['product', 'store', 'day', 'sale'].map((by) => `by=${by}&from=2026-07-01`),
  '/v1/reports/daily-result': ['', 'from=2026-07-01', 'store=JKT1'],
  '/v1/reports/collections': ['days=31', 'days=90'],
  '/v1/reports/dso': ['days=31'],
};

/** Every answer about the end of a day; a new one is compared without a word here. */
const REPORTS = ROUTES.map(({ contract }) => contract)
  .filter(({ method, query }) => method === 'get' && 'asOf' in (query?.shape ?? {}))
  .map(({ path }) => path);

type July = Readonly<{
  paid: Owed;
  partly: Owed;
  bounced: Owed;
  lost: Owed;
  promised: Owed;
  disputed: Owed;
  placed: AgencyCase;
  paymentId: string;
  disputeId: string;
}>;

let world: OwingShop;
let api: TestApi;
let july: July;
let before: ReadonlyMap<string, unknown>;

beforeAll(async () => {
  world = await openOwingShop();
  api = await world.api();
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

/** What is done in August to what July had booked; each leaves every report of July as it was. */
const ACTS: readonly (readonly [string, (done: July) => Promise<unknown>])[] = [
  ['the journal is added to the sums of reports', () => fold()],
  ['an allocation is undone', ({ paid }) => undoPaymentOf(paid.invoiceId)],
  ['a payment is taken back by the bank', ({ paymentId }) => takeBack(paymentId)],
  ['an invoice is credited', ({ partly }) => credit(partly.invoiceId)],
  ['money of July is told late', () => receiveLate()],
  ['a sale of July is told late', () => sellLate()],
  ['a promise is judged', ({ promised }) => judge(promised.invoiceId)],
  ['a dispute is resolved', ({ disputeId }) => resolve(disputeId)],
  [
    'another dispute is opened',
    ({ paid }) => post(`/v1/invoices/${paid.invoiceId}/disputes`, { reason: 'late' }),
  ],
  ['an agency tells of a payment', ({ placed }) => reportPayment(placed, 2, 30_000)],
  ['an agency remits', ({ placed }) => remit(placed)],
  ['a case is recalled', ({ placed }) => recall(placed)],
  [
    'a customer gets another name and segment',
    () =>
      world.change((tx) => tx.customer.updateMany({ data: { segment: 'other', name: 'Renamed' } })),
  ],
  [
    'a product gets another name',
    () => world.change((tx) => tx.item.updateMany({ data: { name: 'Renamed' } })),
  ],
  ['an invoice is paid late', ({ disputed }) => world.pay(disputed.invoiceId, 450_000n)],
];

describe('a closed day', () => {
  it('has reports to compare, all with figures', () => {
    expect(REPORTS).toEqual(expect.arrayContaining(['/v1/reports/ageing', '/v1/reports/dso']));
    expect(REPORTS.length).toBeGreaterThanOrEqual(8);
    expect([...before.values()].filter((body) => JSON.stringify(body).length < 60)).toEqual([]);
  });

  it.each(ACTS)('shows what it showed, after %s', async (_, act) => {
    await act(july);
    const shown = before;
    // A report that moved is told once, not again after each later act.
    before = await allReports();
    for (const [address, report] of before) {
      expect({ address, report }).toEqual({ address, report: shown.get(address) });
    }
  });
});

/** The reports of every day, by their address. Names are those of today, in the reports of any day. */
async function allReports(): Promise<Map<string, unknown>> {
  const addresses = REPORTS.flatMap((path) =>
    DAYS.flatMap((day) =>
      (QUESTIONS[path] ?? ['']).map((question) => `${path}?asOf=${day}&${question}`),
    ),
  );
  const customer = await world.database.prisma.customer.findFirstOrThrow({
    where: { number: 'C-0001' },
  });
  const reports = new Map<string, unknown>();
  for (const address of addresses) {
    const path = address.replace(/&$/, '').replace('{customerId}', customer.id);
    const { status, body } = await api.send('GET', path, { as: world.shop.tokens.auditor });
    expect({ address, status, body }).toMatchObject({ address, status: 200 });
    reports.set(address, withoutNames(body));
  }
  return reports;
}

function withoutNames(body: unknown): unknown {
  return JSON.parse(
    JSON.stringify(body, (key, value: unknown) => (key === 'name' ? null : value)),
  ) as unknown;
}

async function trade(): Promise<July> {
  const customer = 'C-0001';
  const at = (day: number) =>
    world.clock.set(`2026-07-${String(day).padStart(2, '0')}T09:00:00+07:00`);
  at(1);
  const [paid, partly, bounced, lost] = [
    await world.sell(customer),
    await world.sell(customer),
    await world.sell('C-0002', 4),
    await world.sell(customer, 2),
  ];
  const placed = await anAcceptedCase(world);
  at(2);
  await world.pay(paid.invoiceId, 450_000n);
  await world.pay(partly.invoiceId, 100_000n);
  await world.pay(bounced.invoiceId, 180_000n);
  const { paymentId } = await world.database.prisma.payment
    .findFirstOrThrow({
      where: { amount: 180_000n },
      select: { id: true },
    })
    .then(({ id }) => ({ paymentId: id }));
  at(9);
  await reportPayment(placed, 1, 100_000);
  const [promised, disputed] = [await world.sell(customer), await world.sell(customer)];
  await post(`/v1/invoices/${promised.invoiceId}/promises`, {
    amount: rupiah(450_000),
    promisedFor: '2026-07-25',
  });
  const answer = await post(`/v1/invoices/${disputed.invoiceId}/disputes`, { reason: 'damaged' });
  at(15);
  await writeOff(lost.invoiceId);
  const { id: disputeId } = answer as { id: string };
  return { paid, partly, bounced, lost, promised, disputed, placed, paymentId, disputeId };
}

async function closeJuly(): Promise<void> {
  const at = world.clock.iso();
  const id = await openPeriod({ ...world, at }, ['2026-07-01', '2026-07-31']);
  await openPeriod({ ...world, at }, ['2026-08-01', '2026-08-31']);
  await post(`/v1/accounting-periods/${id}/closing`, {}, world.shop.tokens.arManager);
}

async function post(path: string, body: object, as = world.shop.tokens.arClerk): Promise<unknown> {
  const headers = { 'idempotency-key': randomUUID() };
  const answer = await api.send('POST', path, { as, body, headers });
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

function fold(): Promise<unknown> {
  return foldJournal({ database: world.database, ctx: testContext(world.clock.iso()) });
}

async function undoPaymentOf(invoiceId: string): Promise<void> {
  const { id } = await allocationOf(invoiceId, 'payment');
  await post(`/v1/allocations/${id}/reversal`, { reason: 'another invoice' });
}

function allocationOf(invoiceId: string, kind: string) {
  return world.database.prisma.allocation.findFirstOrThrow({
    where: { openItem: { invoiceId }, kind },
  });
}

function takeBack(paymentId: string): Promise<unknown> {
  return world.call(paymentCommands.reversePayment, { paymentId, ...undoing('bounced') });
}

const undoing = (reason: string) => ({ reversedOn: '2026-08-03', reason });

function credit(invoiceId: string): Promise<unknown> {
  return post(
    `/v1/invoices/${invoiceId}/credit-notes`,
    {
      amount: rupiah(45_000),
      reason: 'one was damaged',
    },
    world.shop.tokens.arManager,
  );
}

async function writeOff(invoiceId: string): Promise<void> {
  const { id } = (await post(`/v1/invoices/${invoiceId}/write-offs`, { reason: 'gone' })) as {
    id: string;
  };
  const decision = { decision: 'approved' };
  await post(`/v1/write-offs/${id}/approval`, decision, world.shop.tokens.arManager);
}

function receiveLate(): Promise<unknown> {
  return recordBankMoney(world.database, testContext(world.clock.iso()), {
    externalId: randomUUID(),
    legalEntityId: world.shop.legalEntityId,
    amount: '70000',
    currency: 'IDR',
    valueDate: '2026-07-10',
    businessDate: '2026-07-10',
    accountCode: accountCode('bank'),
    accounts: { unappliedCash: accountCode('unappliedCash') },
  });
}

/** As a till that was away: sold in July, told in August. */
async function sellLate(): Promise<void> {
  const saleId = randomUUID();
  const body = aSaleOnAccount('C-0002', {
    mode: 'completed',
    capturedAt: '2026-07-20T09:00:00+07:00',
    businessDate: '2026-07-20',
    lines: [{ sku: 'KOPI-250', quantity: '1' }],
    tenders: [{ type: 'onAccount', amount: rupiah(45_000) }],
  });
  const as = world.shop.terminalTokens[0];
  const answer = await api.send('PUT', `/v1/sales/${saleId}`, { as, body });
  expect(answer).toMatchObject({ status: 201 });
  const { database, clock } = world;
  const invoice = await createSaleActivities({ database, clock }).issueInvoice({ saleId });
  expect(invoice.kind).toBe('invoiced');
}

async function judge(invoiceId: string): Promise<void> {
  const { version } = await world.database.prisma.receivable.findUniqueOrThrow({
    where: { invoiceId },
  });
  const promises = await world.database.prisma.promiseToPay.findMany({ where: { invoiceId } });
  await world.call(receivableCommands.judgePromises, {
    invoiceId,
    version,
    promises: promises.map(({ id }) => ({ promiseId: id, state: 'broken' as const })),
  });
}

function resolve(disputeId: string): Promise<unknown> {
  return post(`/v1/disputes/${disputeId}/resolution`, { resolution: 'for-seller' });
}

function reportPayment({ placementId }: AgencyCase, sequence: number, amount: number) {
  const event = {
    sequence,
    type: 'payment',
    occurredAt: world.clock.iso(),
    amount: rupiah(amount),
  };
  return post(`/v1/agency/placements/${placementId}/events`, event, world.shop.agencies[0].token);
}

function recall({ placementId }: AgencyCase) {
  const path = `/v1/placements/${placementId}/recall`;
  return post(path, { reason: 'ours' }, world.shop.tokens.creditController);
}

function remit({ placementId }: AgencyCase) {
  const [gross, commission] = [rupiah(100_000), rupiah(15_000)];
  const body = {
    number: 'REM-1',
    remittedOn: '2026-07-10',
    gross,
    commission,
    taxOnCommission: rupiah(1_650),
    net: rupiah(83_350),
    payments: [{ placementId, sequence: 1, gross, commission }],
  };
  return post('/v1/agency/remittances', body, world.shop.agencies[0].token);
}
