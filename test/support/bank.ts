import type { Database } from '../../prisma/database.js';
import { openCashWorld, type CashWorld } from './cash-world.js';
import type { InvoicedSale } from './invoiced-sale.js';
import { openAmountOf } from './read-books.js';

export type BankLine = NonNullable<Parameters<CashWorld['statement']>[0][number]>;

/** A shop and its bank for the tests of this file; after each test its books must tie. */
export function useBank() {
  let world: CashWorld;
  let packets = 0;
  beforeAll(async () => {
    world = await openCashWorld();
  });
  afterEach(() => world.expectTies());
  afterAll(() => world.close());
  const linesOf = (statementId: string) =>
    world.database.prisma.bankStatementLine.findMany({
      where: { statementId },
      orderBy: { position: 'asc' },
    });
  return {
    world: () => world,
    /** Of an amount that no other invoice of these tests has. */
    freshInvoice: (): Promise<InvoicedSale> => {
      packets += 1;
      return world.invoice({ customer: world.shop.customers.hotel.number, packets });
    },
    paying: ({ total }: InvoicedSale, line: BankLine): BankLine => ({
      amount: total,
      payerName: 'Pengirim',
      payerAccount: '5550001112',
      ...line,
    }),
    bookLines: (lines: readonly BankLine[]): Promise<string> => world.book(world.statement(lines)),
    linesOf,
    outcomes: async (statementId: string): Promise<string[]> =>
      (await linesOf(statementId)).map(({ outcome }) => outcome),
    /** The smallest first. */
    payments: (statementId: string) =>
      world.database.prisma.payment.findMany({
        where: { bankStatementLine: { statementId } },
        orderBy: { amount: 'asc' },
        include: { allocations: true, suggestions: { orderBy: { rank: 'asc' } } },
      }),
    openAmount: ({ invoiceId }: InvoicedSale): Promise<bigint> =>
      openAmountOf(world.database, invoiceId),
    /** The kinds of the open work items about something. */
    workItems: async (subjectId: string): Promise<string[]> => {
      const where = { subjectId, state: 'open' };
      const items = await world.database.prisma.workItem.findMany({ where });
      return items.map(({ kind }) => kind);
    },
    /** Activities of a process that dies after so many calls of the books. */
    dyingAfter: (calls: number): CashWorld['activities'] => {
      let left = calls;
      const { database } = world;
      const call: Database['call'] = (command, ctx, input) => {
        left -= 1;
        if (left < 0) return Promise.reject(new Error('killed'));
        return database.call(command, ctx, input);
      };
      return world.activitiesOver({ ...database, call });
    },
  };
}
