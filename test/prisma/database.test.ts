import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Refusal } from '../../domain/refusal.js';
import { command } from '../../prisma/commands/command.js';
import * as receiptCommands from '../../prisma/commands/receipt.js';
import * as receivableCommands from '../../prisma/commands/receivable.js';
import * as saleCommands from '../../prisma/commands/sale.js';
import { callIn, openDatabase } from '../../prisma/database.js';
import { prepared } from '../../prisma/prepared.js';
import { createOutboxHint, EVENT_CHANNEL, OUTBOX_CHANNEL } from '../../prisma/outbox-hint.js';
import { asRefusal } from '../../prisma/sql-refusal.js';
import { testContext } from '../support/shop.js';
import { openTradingBooks, type TradingBooks } from '../support/trading-books.js';
import { until } from '../support/until.js';
import { PATIENT } from '../support/patient.js';

let trade: TradingBooks;

beforeAll(async () => {
  trade = await openTradingBooks({ poolSize: 4 });
});
afterAll(() => trade.close());

describe('a refusal of the books', () => {
  it('arrives with its code, sentence and place from a command', async () => {
    const refused = trade.call(receivableCommands.closeReceivable, {
      invoiceId: (await trade.invoice()).invoiceId,
      outcome: 'paid',
    });
    const refusal: unknown = await refused.catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({
      code: 'RECEIVABLE_OPEN',
      detail: 'Rp45,000 is still open.',
      param: 'invoiceId',
    });
  });

  it('arrives the same from inside a transaction, and undoes what was done before it there', async () => {
    const { id } = trade.shop.customers.warung;
    const work = trade.database.transaction(testContext(), async (tx) => {
      await tx.customer.update({ where: { id }, data: { segment: 'gone' } });
      return callIn(tx, receiptCommands.requestCopy, [testContext(), { saleId: id }]);
    });
    await expect(work).rejects.toMatchObject({ code: 'SALE_NOT_FOUND', param: 'saleId' });
    const customer = await trade.database.prisma.customer.findUnique({ where: { id } });
    expect(customer?.segment).toBe('wholesale');
  });

  it('has no place when the command names none', async () => {
    const work = trade.database.transaction(
      testContext(),
      (tx) => tx.$queryRaw`SELECT refuse('NO_PLACE', 'Nowhere.')::text`,
    );
    const refusal: unknown = await work.catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'NO_PLACE', detail: 'Nowhere.', param: undefined });
  });

  it('is not what any other error of the database becomes', async () => {
    const faults = [
      trade.database.call(
        { ...saleCommands.awaitDelivery, name: 'no_such_command' },
        testContext(),
        {
          saleId: randomUUID(),
        },
      ),
      trade.database.call(saleCommands.awaitDelivery, testContext(), { saleId: 'not-a-uuid' }),
      trade.database.prisma.$queryRaw`SELECT 1 / 0`,
    ];
    // All are listened to at once: one that ends before its turn would be nobody's.
    for (const error of await Promise.all(faults.map(reasonOf))) {
      expect(error).toBeInstanceOf(Error);
      expect(error).not.toBeInstanceOf(Refusal);
      expect(asRefusal(error)).toBeUndefined();
    }
    expect(asRefusal('nothing')).toBeUndefined();
    expect(asRefusal(undefined)).toBeUndefined();
  });
});

describe('the database layer', () => {
  it('runs nothing whose name is not that of a command', async () => {
    const injected = 'enter_context; DROP TABLE sale; --';
    expect(() => command(injected, receiptCommands.requestCopy)).toThrow(
      'is not the name of a SQL command',
    );
    const forged = { ...receiptCommands.requestCopy, name: injected };
    const calling = trade.database.call(forged, testContext(), { saleId: randomUUID() });
    await expect(calling).rejects.toThrow('is not the name of');
  });

  it('gives up on statements and locks that take too long', async () => {
    const impatient = openDatabase({ url: trade.books.url, poolSize: 1 });
    const [row] = await impatient.prisma.$queryRaw<Record<string, string>[]>`
      SELECT current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock`;
    expect(row).toEqual({ statement: '15s', lock: '10s' });
    await impatient.close();
  });

  it('has commands and marked statements planned once a connection, and no others', async () => {
    const single = openDatabase({ url: trade.books.url, poolSize: 1, waits: PATIENT });
    const parcel = { saleId: randomUUID() };
    for (let i = 0; i < 2; i += 1) {
      await expect(single.call(receiptCommands.requestCopy, testContext(), parcel)).rejects.toThrow(
        Refusal,
      );
      await single.prisma.$queryRaw`${prepared('just_a_number')} SELECT ${i}::int AS number`;
      await single.prisma.$queryRaw`SELECT ${i}::int AS other`;
    }
    const known = await single.prisma.$queryRaw<{ name: string }[]>`
      SELECT name FROM pg_prepared_statements ORDER BY name`;
    expect(known.map(({ name }) => name)).toEqual(['just_a_number', 'request_copy']);
    expect(() => prepared('x */ DROP TABLE sale; --')).toThrow('is not the name');
    await single.close();
  });

  it('keeps the connection that brought a refusal, and only ends one that is broken', async () => {
    const single = openDatabase({ url: trade.books.url, poolSize: 1, waits: PATIENT });
    const backend = async () => {
      const [row] = await single.prisma.$queryRaw<
        { pid: number }[]
      >`SELECT pg_backend_pid() AS pid`;
      return row?.pid;
    };
    const first = await backend();
    const refused = single.call(receiptCommands.requestCopy, testContext(), {
      saleId: randomUUID(),
    });
    await expect(refused).rejects.toThrow(Refusal);
    await expect(single.prisma.$queryRaw`SELECT 1 / 0`).rejects.toThrow('division by zero');
    expect(await backend()).toBe(first);

    const sleeping = single.prisma.$queryRaw`SELECT pg_sleep(60)::text`.catch(
      (error: Error) => error,
    );
    await until(async () => {
      const ended = await trade.database.prisma.$queryRaw<unknown[]>`
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = ${first}::int AND wait_event = 'PgSleep'`;
      return ended.length > 0 ? true : undefined;
    });
    expect(await sleeping).toBeInstanceOf(Error);
    expect(await backend()).not.toBe(first);
    await single.close();
  });

  it('answers a fault instead of waiting for ever when there is no connection to be had', async () => {
    const unreachable = openDatabase({
      url: 'postgresql://nobody:x@127.0.0.1:1/none',
      poolSize: 1,
    });
    await expect(unreachable.prisma.$queryRaw`SELECT 1`).rejects.toThrow(
      /reach database|ECONNREFUSED/,
    );
    await unreachable.close();
  });

  it('shows a partner its own cases and nothing else, and is itself again afterwards', async () => {
    const [first, second] = trade.shop.agencies;
    const seen = (agencyId: string) =>
      trade.database.partnerTransaction({ ctx: testContext(), agencyId }, (tx) =>
        tx.agency.findMany({ select: { code: true } }),
      );
    expect(await seen(first.id)).toEqual([{ code: first.code }]);
    expect(await seen(second.id)).toEqual([{ code: second.code }]);
    const curious = trade.database.partnerTransaction(
      { ctx: testContext(), agencyId: first.id },
      (tx) => tx.customer.findMany(),
    );
    await expect(curious).rejects.toThrow(/permission denied|denied access/);
    expect(await trade.database.prisma.customer.count()).toBe(3);
    expect(await trade.database.prisma.agency.count()).toBe(2);
  });
});

describe('a hint', () => {
  it('comes once for many at once, on both channels, and again for the next', async () => {
    const heard: string[] = [];
    const listener = new pg.Client({ connectionString: trade.books.url });
    await listener.connect();
    listener.on('notification', ({ channel }) => heard.push(channel));
    await listener.query(`LISTEN ${OUTBOX_CHANNEL}`);
    await listener.query(`LISTEN ${EVENT_CHANNEL}`);
    const hint = createOutboxHint(trade.database);

    for (let i = 0; i < 50; i += 1) hint();
    await until(async () => (heard.length >= 2 ? true : undefined));
    expect(heard.toSorted()).toEqual([EVENT_CHANNEL, OUTBOX_CHANNEL]);
    hint();
    await until(async () => (heard.length >= 4 ? true : undefined));
    await listener.end();
  });

  it('is nobody’s fault when the books are closed meanwhile', async () => {
    const closed = openDatabase({ url: trade.books.url, poolSize: 1, waits: PATIENT });
    const hint = createOutboxHint(closed);
    await closed.close();
    expect(hint).not.toThrow();
  });
});

function reasonOf(fault: Promise<unknown>): Promise<unknown> {
  return fault.catch((reason: unknown) => reason);
}
