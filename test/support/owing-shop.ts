import { opened } from './opened.js';
import { randomUUID } from 'node:crypto';
import type { AppParts } from '../../api/deps.js';
import type { PolicyVersion } from '../../activities/company/dunning-policies.js';
import { createCapture } from '../../activities/sale/capture/capture.js';
import { createCaptureSources } from '../../activities/sale/capture/capture-sources.js';
import { createSaleActivities } from '../../activities/sale/sale-activities.js';
import { verifyBooks } from '../../activities/verify/verify-books.js';
import { ACCOUNTS, accountCode } from '../../domain/ledger/accounts.js';
import type { CommandContext } from '../../domain/context.js';
import type { AnswerOf, Command, InputOf } from '../../prisma/commands/command.js';
import * as dunningCommands from '../../prisma/commands/dunning.js';
import * as paymentCommands from '../../prisma/commands/payment.js';
import { callIn, openDatabase, type Database, type Transaction } from '../../prisma/database.js';
import { agreedByTwo } from '../../sample/agreed-by-two.js';
import { aSaleOnAccount, rupiah } from './a-sale.js';
import { startApi, type TestApi } from './api-client.js';
import { recordBankMoney } from './bank-line.js';
import type { TestDatabase } from './database.js';
import { settableClock, type SettableClock } from './settable-clock.js';
import { createShop, testContext, type Shop } from './shop.js';
import { copyOfShop } from './shop-books.js';
import { PATIENT } from './patient.js';

export type Owed = Readonly<{ saleId: string; invoiceId: string; number: string; amount: bigint }>;

export type OwingShop = Readonly<{
  books: TestDatabase;
  database: Database;
  shop: Shop;
  clock: SettableClock;
  api: (parts?: Partial<AppParts>) => Promise<TestApi>;
  /** Sells packets of coffee (Rp45,000 each) on account and invoices them, now. */
  sell: (customerNumber: string, packets?: number) => Promise<Owed>;
  /** Money of a customer on the bank account, not joined to anything. */
  receive: (customerId: string, amount: bigint) => Promise<string>;
  /** The same, joined to the oldest items of an invoice. */
  pay: (invoiceId: string, amount: bigint) => Promise<void>;
  call: <C extends Command>(
    command: C,
    input: InputOf<C>,
    ctx?: Partial<CommandContext>,
  ) => Promise<AnswerOf<C>>;
  /** What no command changes, changed under a context by the owner of the books. */
  change: <Result>(work: (tx: Transaction) => Promise<Result>) => Promise<Result>;
  /** Another policy than the one of the shop, as if it had been proposed at the beginning. */
  policy: (change: Partial<PolicyVersion>) => Promise<void>;
  /** Throws when an invariant of the books is broken. */
  verify: () => Promise<void>;
  close: () => Promise<void>;
}>;

/** Everything is open and a shop is in the books: a Wednesday morning in July. */
export const OPENING = '2026-07-01T09:00:00+07:00';

const PACKET = 45_000n;

/** The shop of the tests with a dunning policy of three levels and, 30 days past due, the agency. */
export async function openOwingShop(): Promise<OwingShop> {
  const { books, shop } = await copyOfShop('owing-shop', prepare);
  const database = openDatabase({ url: books.url, poolSize: 24, waits: PATIENT });
  const owner = openDatabase({ url: books.ownerUrl, poolSize: 2, waits: PATIENT });
  const clock = settableClock(OPENING);
  const context = (): CommandContext => testContext(clock.iso());
  const call: OwingShop['call'] = (command, input, ctx) =>
    database.call(command, { ...context(), ...ctx }, input);
  const receive = receiver(database, shop, clock);
  return {
    books,
    database,
    shop,
    clock,
    call,
    receive,
    change: (work) => owner.transaction(context(), work),
    policy: (change) =>
      owner.transaction(context(), async (tx) => {
        await tx.dunningPolicyLevel.deleteMany();
        await tx.dunningPolicy.deleteMany();
        const policies = [{ ...POLICY, ...change }];
        const first = { ...context(), requestId: FIRST_POLICIES };
        await callIn(tx, dunningCommands.proposeDunningPolicies, [first, { policies }]);
      }),
    api: (parts) => startApi(database, { clock, ...parts }),
    sell: seller(database, clock),
    pay: payer({ database, call, receive, clock }),
    verify: async () => {
      const found = await verifyBooks(database, clock);
      const broken = found.flatMap(({ id, places }) => places.map((place) => `${id} ${place}`));
      if (broken.length > 0) throw new Error(`the books are broken: ${broken.join('; ')}`);
    },
    close: async () => {
      await database.close();
      await owner.close();
      await books.drop();
    },
  };
}

async function prepare(database: Database): Promise<Shop> {
  const at = new Date(OPENING);
  const ctx = testContext(at.toISOString());
  const shop = await createShop(database, at);
  const first = { ...ctx, requestId: FIRST_POLICIES };
  await database.call(dunningCommands.proposeDunningPolicies, first, { policies: [POLICY] });
  await agreeCommission(database, ctx);
  return shop;
}

/** Under the same request, whatever policy a test puts in the place of the first one. */
const FIRST_POLICIES = 'first policies';

const POLICY = {
  code: 'standard',
  segment: null,
  inForceFrom: '2000-01-01',
  minimumAmount: '20000',
  toleranceAmount: '1000',
  currency: 'IDR',
  graceDays: 2,
  staleBankDays: 0,
  minimumDaysBetween: 6,
  customerDaysBetween: 1,
  placementDaysPastDue: 30,
  placementMinimumAmount: '30000',
  creditStopDays: 30,
  promiseMinimumBasisPoints: 2_000,
  promiseDaysMax: 60,
  promisesInARow: 2,
  customerPromisesInARow: 10,
  disputeMinimumBasisPoints: 100,
  holdReviewDays: 14,
  levels: [
    aLevel({ daysPastDue: 3, template: 'reminder-friendly', feeAmount: '0' }),
    aLevel({ daysPastDue: 10, template: 'reminder-firm', feeAmount: '10000' }),
    aLevel({ daysPastDue: 20, template: 'reminder-final', feeAmount: '0' }),
  ],
};

type Level = Readonly<{ daysPastDue: number; template: string; feeAmount: string }>;

function aLevel(level: Level) {
  return { ...level, channel: 'email' };
}

/** 15 % of anything, 20 % of what was older than 60 days; PPN of 11 % on it. */
async function agreeCommission(database: Database, ctx: CommandContext): Promise<void> {
  const commission = [
    { fromDaysPastDue: 0, fromAmount: '0', basisPoints: 1_500 },
    { fromDaysPastDue: 60, fromAmount: '0', basisPoints: 2_000 },
  ];
  for (const { id: agencyId } of await database.prisma.agency.findMany({ select: { id: true } })) {
    const terms = { agencyId, validFrom: '2020-01-01', commission };
    await database.transaction(ctx, async (tx) => {
      await (await agreedByTwo(tx, ctx)).agreement(terms);
    });
  }
}

function seller(database: Database, clock: SettableClock): OwingShop['sell'] {
  const capture = createCapture({
    database,
    clock,
    sources: createCaptureSources(database),
    workflowLink: (workflowId) => workflowId,
  });
  const { issueInvoice } = createSaleActivities({ database, clock });
  return async (customer, packets = 10) => {
    const saleId = randomUUID();
    const amount = PACKET * BigInt(packets);
    const body = aSaleOnAccount(customer, {
      // Booked whatever the customer owes already: that is what these shops are about.
      mode: 'completed',
      capturedAt: clock.iso(),
      businessDate: clock.today('Asia/Jakarta').toString(),
      lines: [{ sku: 'KOPI-250', quantity: String(packets) }],
      tenders: [{ type: 'onAccount', amount: rupiah(amount) }],
    });
    await capture({ saleId, body, seller: {}, ctx: testContext(clock.iso()) });
    const invoice = await issueInvoice({ saleId });
    if (invoice.kind !== 'invoiced') throw new Error('a sale on account is invoiced');
    return { saleId, invoiceId: invoice.invoiceId, number: invoice.number, amount };
  };
}

function receiver(database: Database, shop: Shop, clock: SettableClock): OwingShop['receive'] {
  return async (customerId, amount) => {
    const day = clock.today('Asia/Jakarta').toString();
    return recordBankMoney(database, testContext(clock.iso()), {
      externalId: `BNC-${randomUUID().slice(0, 8)}`,
      legalEntityId: shop.legalEntityId,
      customerId,
      amount: amount.toString(),
      currency: 'IDR',
      valueDate: day,
      businessDate: day,
      accountCode: ACCOUNTS.bank.code,
      accounts: { unappliedCash: accountCode('unappliedCash') },
    });
  };
}

function payer({
  database,
  call,
  receive,
  clock,
}: Pick<OwingShop, 'database' | 'call' | 'receive' | 'clock'>): OwingShop['pay'] {
  return async (invoiceId, amount) => {
    const items = await database.prisma.openItem.findMany({
      where: { invoiceId, openAmount: { gt: 0n } },
      orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    });
    const [first] = items;
    if (first === undefined) throw new Error('nothing is open');
    const paymentId = await receive(first.customerId, amount);
    let left = amount;
    const parts = items.flatMap(({ id, openAmount }) => {
      const part = openAmount < left ? openAmount : left;
      left -= part;
      return part > 0n ? [{ openItemId: id, amount: part.toString() }] : [];
    });
    await call(paymentCommands.allocatePayment, {
      paymentId,
      bookedOn: clock.today('Asia/Jakarta').toString(),
      items: parts,
      accounts: {
        unappliedCash: accountCode('unappliedCash'),
        receivables: accountCode('receivables'),
      },
    });
  };
}

/** A shop that is owed money, for each test of this file or for all; its invariants are held at the end. */
export function useOwingShop(span: 'each' | 'all'): OwingShop {
  let world: OwingShop;
  const [before, after] = span === 'each' ? [beforeEach, afterEach] : [beforeAll, afterAll];
  before(async () => {
    world = await openOwingShop();
  });
  after(async () => {
    await world.verify();
    await world.close();
  });
  return opened(() => world);
}
