import { randomUUID } from 'node:crypto';
import { creditInvoice } from '../../activities/invoice/issue-credit-note.js';
import { accountCode } from '../../domain/ledger/accounts.js';
import { money } from '../../domain/money/money.js';
import { atOnce, breakingOff } from '../support/at-once.js';
import { camt053, camtEntry, day } from '../support/bank-files.js';
import { bookFile } from '../support/book-file.js';
import { verifyAfterEach } from '../support/books.js';
import type { InvoicedSale } from '../support/invoiced-sale.js';
import { PATIENT } from '../support/patient.js';
import { recordPayment } from '../support/record-payment.js';
import { testContext } from '../support/shop.js';
import { openTradingBooks, type TradingBooks } from '../support/trading-books.js';
import type { AnswerOf, Command, InputOf } from '../../prisma/commands/command.js';
import * as paymentCommands from '../../prisma/commands/payment.js';
import { openDatabase } from '../../prisma/database.js';
import * as receivableCommands from '../../prisma/commands/receivable.js';

let trade: TradingBooks;

/** The one who asks, and fifteen others who may agree. */
const PEOPLE = ['asks', 'second', ...Array.from({ length: 16 }, (_, index) => `p${index}`)];
const personIds = new Map(PEOPLE.map((name) => [name, randomUUID()]));

beforeAll(async () => {
  trade = await openTradingBooks({ poolSize: 34 });
  await addPeople();
});
afterAll(() => trade.close());
verifyAfterEach(() => trade.now());

describe('one bank line that comes fifty times at once', () => {
  it('in fifty different files is money once', async () => {
    const owed = await invoice();
    const on = day(trade.today());
    const entry = camtEntry({
      amount: 45_000n,
      bookingDate: on,
      text: owed.paymentReference,
      bankReference: randomUUID(),
    });
    const files = Array.from({ length: 50 }, (_, index) =>
      camt053({
        accountId: trade.shop.bankAccountNumber,
        statementNumber: `S-${index}`,
        on,
        entries: [entry],
      }),
    );
    const ends = await atOnce(32, files, (file) => bookFile(trade, file));
    expect(new Set(ends)).toEqual(new Set(['done']));
    const { prisma } = trade.database;
    const outcomes = await prisma.bankStatementLine.groupBy({ by: ['outcome'], _count: true });
    expect(Object.fromEntries(outcomes.map((one) => [one.outcome, one._count]))).toEqual({
      booked: 1,
      duplicate: 49,
    });
    const paid = { bankStatementLine: { bankReference: entry.bankReference ?? '' } };
    expect(await prisma.payment.count({ where: paid })).toBe(1);
  });

  it('to the books as the same external id is one payment', async () => {
    const externalId = randomUUID();
    const ids = new Set<string>();
    await atOnce(32, Array.from({ length: 50 }), async () => {
      ids.add(await trade.receive(45_000n, { externalId }));
    });
    expect(ids.size).toBe(1);
    expect(await trade.database.prisma.payment.count({ where: { externalId } })).toBe(1);
  });
});

describe('a write-off', () => {
  it('is approved once by sixteen who approve at once, and never by who asked, whoever is first', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { invoiceId } = await invoice();
      const { writeOffId } = await as('asks', receivableCommands.requestWriteOff, {
        invoiceId,
        reason: 'gone',
      });
      const people = Array.from({ length: 16 }, (_, index) =>
        index % 4 === 0 ? 'asks' : `p${index}`,
      );
      const ends = await atOnce(16, people, (who) => decide(who, writeOffId));
      expect(tally(ends.filter((_, index) => index % 4 !== 0))).toEqual({
        done: 1,
        WRITE_OFF_DECIDED: 11,
      });
      for (const end of ends.filter((_, index) => index % 4 === 0)) {
        expect(['SECOND_PERSON_REQUIRED', 'WRITE_OFF_DECIDED']).toContain(end);
      }
    }
  });

  it('is asked for once by sixteen who ask at once', async () => {
    const { invoiceId } = await invoice();
    const people = Array.from({ length: 16 }, (_, index) => `p${index}`);
    const ends = await atOnce(16, people, (who) =>
      as(who, receivableCommands.requestWriteOff, { invoiceId, reason: 'gone' }),
    );
    expect(tally(ends)).toEqual({ done: 1, WRITE_OFF_WAITING: 15 });
  });

  it('and the payment of the same money settle it once between them', async () => {
    for (let round = 0; round < 8; round += 1) {
      const owed = await invoice();
      const { invoiceId } = owed;
      const { writeOffId } = await as('asks', receivableCommands.requestWriteOff, {
        invoiceId,
        reason: 'gone',
      });
      const paymentId = await trade.receive(45_000n);
      const items = owed.openItems.map(({ id, amount }) => ({ openItemId: id, amount }));
      const work = [() => decide('second', writeOffId), () => trade.allocate(paymentId, items)];
      const ends = await atOnce<() => Promise<unknown>>(2, work, (one) => one());
      expect([
        ['done', 'ALLOCATION_EXCEEDS_OPEN'],
        ['WRITE_OFF_DECIDED', 'done'],
      ]).toContainEqual(ends);
    }
  });
});

describe('one payment taken back by eight at once', () => {
  it('is taken back once, also while somebody applies it', async () => {
    for (let round = 0; round < 6; round += 1) {
      const owed = await invoice();
      const items = owed.openItems.map(({ id, amount }) => ({ openItemId: id, amount }));
      const paymentId = await trade.receive(45_000n);
      const back = () =>
        trade.call(paymentCommands.reversePayment, {
          paymentId,
          reversedOn: trade.today(),
          reason: 'recalled',
        });
      const work = [
        ...Array.from({ length: 8 }, () => back),
        () => trade.allocate(paymentId, items),
      ];
      const ends = await atOnce<() => Promise<unknown>>(9, work, (one) => one());
      expect(tally(ends.slice(0, 8))).toEqual({ done: 1, PAYMENT_REVERSED: 7 });
      expect(['done', 'PAYMENT_REVERSED']).toContain(ends[8]);
      const where = { where: { invoiceId: owed.invoiceId } };
      const { openAmount } = await trade.database.prisma.openItem.findFirstOrThrow(where);
      expect(openAmount).toBe(45_000n);
    }
  });
});

describe('thirty-two writers of credit notes of which a tenth breaks off', () => {
  it('leave no gap in their numbers', async () => {
    const owed = await Promise.all(Array.from({ length: 60 }, () => invoice()));
    let calls = 0;
    const ends = await atOnce(32, owed, ({ invoiceId }) => {
      calls += 1;
      const breaksOff = calls % 10 === 0;
      const ctx = testContext(trade.clock.iso());
      return trade.database.transaction(ctx, async (tx) => {
        const issuedOn = trade.today();
        const amount = money(5_000n, 'IDR');
        await creditInvoice(tx, ctx, { invoiceId, amount, reason: 'Retur', issuedOn });
        if (breaksOff) throw new Error('broken off');
      });
    });
    expect(tally(ends)).toEqual({ done: 54, 'broken off': 6 });
    const notes = await trade.database.prisma.creditNote.findMany({
      orderBy: { seriesNumber: 'asc' },
    });
    expect(notes.map(({ seriesNumber }) => Number(seriesNumber))).toEqual(
      Array.from({ length: 54 }, (_, index) => index + 1),
    );
  });
});

describe('thirty-two writers of payments of which a tenth breaks off', () => {
  it('leave each payment whole or not at all', async () => {
    // The owner's right: the processes have none to this function.
    const owner = openDatabase({ url: trade.books.ownerUrl, poolSize: 16, waits: PATIENT });
    const flaky = breakingOff(owner, 0.1);
    const ids = Array.from({ length: 100 }, () => randomUUID());
    const pay = (externalId: string) =>
      flaky.call(recordPayment, testContext(trade.clock.iso()), {
        source: 'agency',
        externalId,
        legalEntityId: trade.shop.legalEntityId,
        amount: '1000',
        currency: 'IDR',
        valueDate: trade.today(),
        businessDate: trade.today(),
        accountCode: accountCode('bank'),
        accounts: { unappliedCash: accountCode('unappliedCash') },
      });
    const ends = await atOnce(32, ids, pay);
    expect(tally(ends)).toEqual({ done: 90, 'broken off': 10 });
    const where = { where: { externalId: { in: ids } } };
    expect(await trade.database.prisma.payment.count(where)).toBe(90);
    await owner.close();
  });
});

function invoice(): Promise<InvoicedSale> {
  return trade.invoice({ customer: trade.shop.customers.hotel.number });
}

function as<C extends Command>(who: string, command: C, input: InputOf<C>): Promise<AnswerOf<C>> {
  const actor = { kind: 'user', id: idOf(who), name: who } as const;
  return trade.database.call(command, { ...testContext(trade.clock.iso()), actor }, input);
}

function decide(who: string, writeOffId: string): Promise<unknown> {
  return as(who, receivableCommands.decideWriteOff, {
    writeOffId,
    decision: 'approved',
    businessDate: trade.today(),
    accounts: { badDebt: accountCode('badDebt'), receivables: accountCode('receivables') },
  });
}

function tally(ends: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const end of ends) counts[end] = (counts[end] ?? 0) + 1;
  return counts;
}

function idOf(who: string): string {
  return personIds.get(who) ?? who;
}

async function addPeople(): Promise<void> {
  await trade.database.transaction(testContext(trade.clock.iso()), (tx) =>
    tx.appUser.createMany({
      data: [...personIds].map(([name, id]) => ({
        id,
        name,
        email: `${name}@example.test`,
        role: 'arManager',
        language: 'id',
        passwordHash: 'none',
        createdAt: new Date(trade.clock.iso()),
      })),
    }),
  );
}
