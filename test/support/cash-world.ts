import {
  createCashApplicationActivities,
  type CashApplicationActivities,
} from '../../activities/statement/statement-activities.js';
import { receiveStatement } from '../../activities/statement/receive-statement.js';
import { verifyBooks } from '../../activities/verify/verify-books.js';
import type { CamtEntry, CamtStatement } from '../../simulators/bank/write-camt053.js';
import type { Clock } from '../../platform/clock.js';
import { openDatabase, type Database } from '../../prisma/database.js';
import { camt053, camtEntry, day } from './bank-files.js';
import type { TestDatabase } from './database.js';
import { clockFrom, createInvoicing, type Invoicing } from './invoiced-sale.js';
import { testContext, type Shop } from './shop.js';
import { createShopBooks } from './shop-books.js';
import { PATIENT } from './patient.js';

export type CashWorld = Readonly<{
  books: TestDatabase;
  database: Database;
  shop: Shop;
  clock: Clock;
  invoice: Invoicing;
  activities: CashApplicationActivities;
  /** The same over other books, such as some that fail. */
  activitiesOver: (database: Database) => CashApplicationActivities;
  /** Receives a file as the API does, without reading it. */
  receive: (content: Uint8Array) => ReturnType<typeof receiveStatement>;
  /** Receives, reads and matches; answers the id of the statement. */
  book: (content: Uint8Array) => Promise<string>;
  /** One statement of the shop's bank account; it foots and follows the one before. */
  statement: (entries: readonly Partial<CamtEntry>[], parts?: Partial<CamtStatement>) => Uint8Array;
  /** Every invariant of the books. */
  expectTies: () => Promise<void>;
  close: () => Promise<void>;
}>;

/** Business time of these tests. */
export const TODAY = '2026-03-02';
const OPENING = `${TODAY}T09:00:00+07:00`;

/** A shop in books of its own, with the activities that carry bank files. */
export async function openCashWorld(): Promise<CashWorld> {
  const { books, shop } = await createShopBooks(new Date(OPENING));
  const database = openDatabase({ url: books.url, poolSize: 12, waits: PATIENT });
  const clock = clockFrom(OPENING);
  const activitiesOver = (over: Database) =>
    createCashApplicationActivities({ database: over, clock, hint: () => undefined });
  const activities = activitiesOver(database);
  let balance = 10_000_000n;
  let number = 0;
  const receive = (content: Uint8Array) => {
    const ctx = testContext(clock.iso());
    const file = {
      content: Buffer.from(content),
      bankAccountId: undefined,
      source: 'feed' as const,
    };
    return database.transaction(ctx, (tx) => receiveStatement(tx, ctx, file));
  };
  return {
    books,
    database,
    shop,
    clock,
    activities,
    activitiesOver,
    invoice: createInvoicing(database, shop, clock),
    receive,
    book: async (content) => {
      const { id: statementId } = await receive(content);
      await activities.readBankStatement({ statementId });
      await activities.matchStatement({ statementId });
      return statementId;
    },
    statement: (entries, parts = {}) => {
      number += 1;
      const opening = balance;
      const full = entries.map((entry) =>
        camtEntry({
          bookingDate: day(TODAY),
          bankReference: `BANK-${number}-${entries.indexOf(entry)}`,
          ...entry,
        }),
      );
      const booked = full.filter(({ status = 'BOOK' }) => status === 'BOOK');
      balance += booked.reduce((sum, { amount }) => sum + amount, 0n);
      return camt053({
        accountId: shop.bankAccountNumber,
        statementNumber: `STM-${number}`,
        on: day(TODAY),
        opening,
        entries: full,
        ...parts,
      });
    },
    expectTies: async () => {
      const findings = await verifyBooks(database, clock);
      expect(findings.filter(({ places }) => places.length > 0)).toEqual([]);
    },
    close: async () => {
      await database.close();
      await books.drop();
    },
  };
}
