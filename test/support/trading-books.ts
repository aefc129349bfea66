import { randomUUID } from 'node:crypto';
import { createCapture } from '../../activities/sale/capture/capture.js';
import { booked, type Booked } from './booked.js';
import { createCaptureSources } from '../../activities/sale/capture/capture-sources.js';
import {
  createSaleActivities,
  type SaleActivities,
} from '../../activities/sale/sale-activities.js';
import type { SaleBody } from '../../contract/sale/sale-body.js';
import { accountCode } from '../../domain/ledger/accounts.js';
import { createClock, type Clock } from '../../platform/clock.js';
import type { AnswerOf, Command, InputOf } from '../../prisma/commands/command.js';
import * as paymentCommands from '../../prisma/commands/payment.js';
import { openDatabase, type Database } from '../../prisma/database.js';
import { aSale } from './a-sale.js';
import { recordBankMoney } from './bank-line.js';
import type { recordPayment } from './record-payment.js';
import type { BooksAt } from './books.js';
import type { TestDatabase } from './database.js';
import { createInvoicing, type Invoicing } from './invoiced-sale.js';
import { testContext, type Shop } from './shop.js';
import { createShopBooks } from './shop-books.js';
import { PATIENT } from './patient.js';

export type SellOptions = Readonly<{
  saleId?: string;
  /** Books that fail on purpose, over the same rows. */
  through?: Database;
}>;

export type TradingBooks = Readonly<{
  books: TestDatabase;
  database: Database;
  shop: Shop;
  clock: Clock;
  /** Captures a sale as the product does: one packet of coffee in cash, unless told otherwise. */
  sell: (changes?: Partial<SaleBody>, options?: SellOptions) => Promise<Booked>;
  /** Captures a sale on account of the shop's customer and invoices it. */
  invoice: Invoicing;
  sales: SaleActivities;
  /** Books money on the bank account; answers the payment's id. */
  receive: (amount: bigint, changes?: Partial<Received>) => Promise<string>;
  allocate: (
    paymentId: string,
    items: readonly Settled[],
  ) => Promise<AnswerOf<typeof paymentCommands.allocatePayment>>;
  reverse: (allocationId: string) => Promise<{ unapplied: string }>;
  call: <C extends Command>(command: C, input: InputOf<C>) => Promise<AnswerOf<C>>;
  today: () => string;
  /** For `verifyAfterEach`. */
  now: () => BooksAt;
  close: () => Promise<void>;
}>;

/** Clocks of tests begin at a full minute; so their shops are one and the same. */
function thisMinute(clock: Clock): Date {
  const nowMs = clock.nowMs();
  return new Date(nowMs - (nowMs % 60_000));
}

type Received = Omit<InputOf<typeof recordPayment>, 'source'>;

export type Settled = Readonly<{ openItemId: string; amount: bigint }>;

export const SETTLEMENT_ACCOUNTS = {
  unappliedCash: accountCode('unappliedCash'),
  receivables: accountCode('receivables'),
};

/** The shop of the tests in books of its own, with the commands that move goods and money. */
export async function openTradingBooks(
  options: Readonly<{ clock?: Clock; poolSize?: number }> = {},
): Promise<TradingBooks> {
  const { clock = createClock(), poolSize = 16 } = options;
  const { books, shop } = await createShopBooks(options.clock && thisMinute(options.clock));
  const database = openDatabase({ url: books.url, poolSize, waits: PATIENT });
  const call: TradingBooks['call'] = (command, input) =>
    database.call(command, testContext(clock.iso()), input);
  const today = () => clock.today('Asia/Jakarta').toString();
  return {
    books,
    database,
    shop,
    clock,
    call,
    today,
    sell: sellerIn(database, clock),
    invoice: createInvoicing(database, shop, clock),
    sales: createSaleActivities({
      database,
      clock,
    }),
    ...moneyIn({
      call,
      clock,
      database,
      shop,
      today,
    }),
    now: () => ({
      database,
      at: clock.iso(),
    }),
    close: async () => {
      await database.close();
      await books.drop();
    },
  };
}

function sellerIn(database: Database, clock: Clock): TradingBooks['sell'] {
  const sources = createCaptureSources(database);
  return (changes = {}, { saleId = randomUUID(), through = database } = {}) => {
    const capture = createCapture({ database: through, clock, sources, workflowLink: (id) => id });
    const now = { capturedAt: clock.iso(), businessDate: clock.today('Asia/Jakarta').toString() };
    const body = aSale({ ...now, ...changes });
    return booked(capture({ saleId, body, seller: {}, ctx: testContext(clock.iso()) }));
  };
}

function moneyIn({
  call,
  clock,
  database,
  shop,
  today,
}: Pick<TradingBooks, 'call' | 'clock' | 'database' | 'shop' | 'today'>): Pick<
  TradingBooks,
  'receive' | 'allocate' | 'reverse'
> {
  return {
    receive: (amount, changes = {}) =>
      recordBankMoney(database, testContext(clock.iso()), {
        externalId: randomUUID(),
        legalEntityId: shop.legalEntityId,
        amount: amount.toString(),
        currency: 'IDR',
        valueDate: today(),
        businessDate: today(),
        accountCode: accountCode('bank'),
        accounts: { unappliedCash: SETTLEMENT_ACCOUNTS.unappliedCash },
        ...changes,
      }),
    allocate: (paymentId, items) =>
      call(paymentCommands.allocatePayment, {
        paymentId,
        bookedOn: today(),
        items: items.map(({ openItemId, amount }) => ({ openItemId, amount: amount.toString() })),
        accounts: SETTLEMENT_ACCOUNTS,
      }),
    reverse: (allocationId) =>
      call(paymentCommands.reverseAllocation, {
        allocationId,
        reversedOn: today(),
        reason: 'test',
      }),
  };
}
