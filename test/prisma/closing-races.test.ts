import { setTimeout as sleep } from 'node:timers/promises';
import { atOnce, endOf } from '../support/at-once.js';
import type { Transaction } from '../../prisma/database.js';
import { asOwner, asSuperuser, verifyAfterEach } from '../support/books.js';
import { settableClock, type SettableClock } from '../support/settable-clock.js';
import { openPeriod } from '../support/read-books.js';
import { testContext } from '../support/shop.js';
import { openTradingBooks, type TradingBooks } from '../support/trading-books.js';

const MINUTE_MS = 60_000;
const WRITERS = 24;

let clock: SettableClock;
let trade: TradingBooks;

beforeEach(async () => {
  clock = settableClock('2026-07-01T09:00:00+07:00');
  trade = await openTradingBooks({ clock, poolSize: WRITERS + 4 });
});
verifyAfterEach(() => trade.now());
afterEach(() => trade.close());

describe('a period that is closed while tills, clerks and the bank write into it', () => {
  for (const round of [1, 2, 3]) {
    it(`holds nothing that came after: each writer is booked before, or refused, or booked on the next open day (${round})`, async () => {
      const periodId = await period('2026-07-01', '2026-07-31');
      let arrivals = 0;
      const work = Array.from({ length: 180 }, (_, index) => async () => {
        // Each arrives a moment after the one before, whatever the order in which they are done.
        arrivals += 1;
        clock.set(new Date(Date.parse('2026-08-01T12:00:00+07:00') + arrivals * 10).toISOString());
        if (index === 60) return closeInTheEnd(periodId);
        if (index % 3 === 0) return trade.receive(1_000n, { businessDate: '2026-07-31' });
        const mode = index % 3 === 1 ? ('online' as const) : ('completed' as const);
        return trade.sell({ mode, businessDate: '2026-07-31' });
      });
      const ends = await atOnce<() => Promise<unknown>>(WRITERS, work, (one) => one());
      expect(ends[60]).toBe('done');
      expect(new Set(ends)).toEqual(new Set(['done', 'PERIOD_CLOSED']));

      const { closedAt } = await trade.database.prisma.accountingPeriod.findUniqueOrThrow({
        where: { id: periodId },
      });
      const entries = await trade.database.prisma.journalEntry.findMany({
        where: { kind: { in: ['sale', 'payment'] } },
      });
      const inside = entries.filter(({ businessDate }) => dayOf(businessDate) === '2026-07-31');
      const after = entries.filter(({ businessDate }) => dayOf(businessDate) === '2026-08-01');
      expect(inside.length + after.length).toBe(entries.length);
      expect(inside.length).toBeGreaterThan(0);
      expect(after.length).toBeGreaterThan(0);
      const tooLate = inside.filter(({ at }) => closedAt === null || at > closedAt);
      expect(tooLate.map(({ description }) => description)).toEqual([]);
      // What has happened in the shop is booked all the same, and a person is told.
      expect(await late()).toBe(after.filter(({ kind }) => kind === 'sale').length);
    });
  }

  it('waits for the command that found its day open, and keeps out the one that comes after', async () => {
    const periodId = await period('2026-07-01', '2026-07-31');
    const ctx = testContext(clock.iso());
    let closing: Promise<unknown> = Promise.resolve();
    let selling: Promise<unknown> = Promise.resolve();
    await trade.database.transaction(ctx, async () => {
      closing = close(periodId);
      await waiting('guard_period|accounting_period');
      selling = trade.sell({ businessDate: '2026-07-01' }).catch((error: unknown) => error);
      await sleep(100);
      expect(await trade.database.prisma.sale.count()).toBe(0);
    });
    await closing;
    expect(await selling).toMatchObject({ code: 'PERIOD_CLOSED' });
  });

  it('gives up with a code, and stops nobody, when a command takes too long', async () => {
    const periodId = await period('2026-07-01', '2026-07-31');
    await trade.database.transaction(testContext(clock.iso()), async () => {
      await expect(close(periodId)).rejects.toMatchObject({ code: 'BOOKS_BUSY' });
      await trade.sell({ businessDate: '2026-07-01' });
    });
    await close(periodId);
  });

  it('is closed by one of two at once; the other is told', async () => {
    const first = await period('2026-05-01', '2026-05-31');
    const second = await period('2026-06-01', '2026-06-30');
    const ends = await atOnce(
      8,
      [first, second, first, second, first, second, first, second],
      close,
    );
    expect(ends).toContain('done');
    expect(ends.filter((end) => !['done', 'BOOKS_BUSY'].includes(end))).toEqual([]);
  });

  it('is never said to be closed before what stands in it', async () => {
    const periodId = await period('2026-07-01', '2026-07-31');
    clock.set('2026-07-01T10:00:00+07:00');
    await trade.sell({ businessDate: '2026-07-01' });
    const sold = clock.nowMs();
    clock.set(new Date(sold - 5 * MINUTE_MS).toISOString());
    await close(periodId);
    clock.set('2026-07-01T11:00:00+07:00');
    const where = { where: { id: periodId } };
    const { closedAt } = await trade.database.prisma.accountingPeriod.findUniqueOrThrow(where);
    expect(closedAt?.getTime()).toBe(sold);
  });
});

function period(...days: [string, string]): Promise<string> {
  return openPeriod({ ...trade, at: clock.iso() }, days);
}

function close(id: string): Promise<unknown> {
  const closedAt = new Date(clock.nowMs());
  const data = { state: 'closed', closedAt, closedBy: 'test' };
  const work = (tx: Transaction) => tx.accountingPeriod.update({ where: { id }, data });
  return asOwner(trade.books, work, clock.iso());
}

/** A closing gives way to commands that take long, and on a busy machine they do: then it is asked again. */
async function closeInTheEnd(id: string): Promise<unknown> {
  for (;;) {
    const end = await endOf(() => close(id));
    if (end !== 'BOOKS_BUSY') return end === 'done' ? end : Promise.reject(new Error(end));
  }
}

/** Until somebody waits for a lock with such a statement. */
function waiting(statement: string): Promise<void> {
  return asSuperuser(trade.books, async (client) => {
    for (;;) {
      const { rowCount } = await client.query(
        `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query ~ $1`,
        [statement],
      );
      if ((rowCount ?? 0) > 0) return;
      await sleep(10);
    }
  });
}

function late(): Promise<number> {
  return trade.database.prisma.workItem.count({ where: { kind: 'late-arrival' } });
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
