import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { INVARIANTS } from '../../../activities/verify/invariants.js';
import { verifyBooks } from '../../../activities/verify/verify-books.js';
import { entriesForCreditNote } from '../../../domain/ledger/post-credit-note.js';
import { accountCode } from '../../../domain/ledger/accounts.js';
import { toPostedLines } from '../../../domain/ledger/journal.js';
import { asOwner, asSuperuser, brokenInvariants } from '../../support/books.js';
import { testContext } from '../../support/shop.js';
import { openTradingBooks, type TradingBooks } from '../../support/trading-books.js';
import { aBankLine, BREAKAGES as ALL_OTHERS } from './breakages.js';
import { SHADOW_BREAKAGES } from './shadow-breakages.js';
import { SUMS_BREAKAGES } from './sums-breakages.js';
import * as collectionCommands from '../../../prisma/commands/collection.js';
import * as invoiceCommands from '../../../prisma/commands/invoice.js';
import * as receivableCommands from '../../../prisma/commands/receivable.js';
import { placementIdOf } from '../../support/placement-id-of.js';

const BREAKAGES = [...ALL_OTHERS, ...SUMS_BREAKAGES, ...SHADOW_BREAKAGES];

let trade: TradingBooks;

beforeAll(async () => {
  trade = await openTradingBooks();
  await tradeALittle();
});
afterAll(() => trade.close());

describe('verifyBooks', () => {
  it('asks for the time anew for each rule: where a day takes seconds, the books run ahead of the first one', async () => {
    const asked: string[] = [];
    const clock = {
      iso: () => {
        asked.push(trade.clock.iso());
        return asked.at(-1) ?? '';
      },
    };
    await verifyBooks(trade.database, clock);
    expect(asked.length).toBe(INVARIANTS.filter(({ sql }) => sql.includes('$1')).length);
    expect(asked.length).toBeGreaterThan(1);
  });
});

describe('the invariants', () => {
  it('hold in a shop in which a little of everything has happened', async () => {
    expect(await brokenInvariants(trade.now())).toEqual([]);
  });

  it('hold in books that are empty', async () => {
    const empty = await openTradingBooks();
    expect(await brokenInvariants(empty.now())).toEqual([]);
    await empty.close();
  });

  it('are each broken by something below', () => {
    const found = new Set(BREAKAGES.flatMap(([, ids]) => ids.split(' ')));
    expect(INVARIANTS.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([]);
  });

  it('have a number of their own each', () => {
    const ids = INVARIANTS.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('are reported with their sentence and the places, at most ten of them', async () => {
    for (let i = 0; i < 12; i += 1) {
      await trade.database.prisma.idempotencyRecord.create({
        data: {
          scope: 'test',
          key: `k${i}`,
          requestHash: new Uint8Array(3),
          status: 201,
          response: {},
          createdAt: new Date(),
        },
      });
    }
    const findings = await verifyBooks(trade.database, trade.clock);
    expect(findings.map(({ id }) => id)).toEqual(INVARIANTS.map(({ id }) => id));
    const [found] = findings.filter(({ places }) => places.length > 0);
    expect(found).toMatchObject({
      id: 'I12',
      says: 'each idempotency key has one request and one answer',
    });
    expect(found?.places).toHaveLength(10);
    expect(found?.places[0]).toMatch(/^test k\d+$/);
    await trade.database.prisma.idempotencyRecord.deleteMany({});
  });
});

describe('it is found when', () => {
  it.each(BREAKAGES)('%s (%s)', async (_what, ids, ...statements) => {
    const broken = await asSuperuser(trade.books, async (client) => {
      await client.query('BEGIN');
      await client.query("SET LOCAL session_replication_role = 'replica'");
      const idle: string[] = [];
      for (const statement of statements) {
        const { rowCount } = await client.query(statement);
        if (rowCount === 0) idle.push(statement);
      }
      expect(idle).toEqual([]);
      const found = await brokenFor(client);
      await client.query('ROLLBACK');
      return found;
    });
    expect(broken).toEqual(ids.split(' '));
  });

  it('but not when a line that was announced first is booked later, in another file', async () => {
    const broken = await asSuperuser(trade.books, async (client) => {
      await client.query('BEGIN');
      await client.query("SET LOCAL session_replication_role = 'replica'");
      for (const outcome of ['pending', 'information', 'booked', 'duplicate']) {
        await client.query(aBankLine(outcome, 1));
      }
      const found = await brokenFor(client);
      await client.query('ROLLBACK');
      return found;
    });
    expect(broken).toEqual([]);
  });
});

describe('a day that has not come', () => {
  it.each([
    [
      'is tomorrow, in the last minutes of today',
      { zone: 'Asia/Jakarta', at: '2099-01-01T23:50:00+07:00', places: 1 },
    ],
    [
      'is none in a store where tomorrow has begun',
      { zone: 'Asia/Jayapura', at: '2099-01-01T23:50:00+07:00', places: 0 },
    ],
    [
      'is none when clocks differ by minutes',
      { zone: 'Asia/Jakarta', at: '2099-01-01T23:58:00+07:00', places: 0 },
    ],
    [
      'is none after midnight',
      { zone: 'Asia/Jakarta', at: '2099-01-02T00:00:00+07:00', places: 0 },
    ],
  ])('%s', async (_what, { zone, at, places }) => {
    const { sql } = INVARIANTS.find(({ id }) => id === 'I15') ?? { sql: '' };
    const found = await asSuperuser(trade.books, async (client) => {
      await client.query('BEGIN');
      await client.query("SET LOCAL session_replication_role = 'replica'");
      await client.query(`UPDATE store SET time_zone = $1`, [zone]);
      await client.query(
        `UPDATE journal_entry SET business_date = '2099-01-02' WHERE id = (SELECT id FROM journal_entry LIMIT 1)`,
      );
      const { rows } = await client.query(sql, [at]);
      await client.query('ROLLBACK');
      return rows;
    });
    expect(found).toHaveLength(places);
  });
});

async function brokenFor(client: pg.Client): Promise<string[]> {
  const broken: string[] = [];
  for (const { id, sql } of INVARIANTS) {
    const { rows } = await client.query(sql, sql.includes('$1') ? [trade.clock.iso()] : []);
    if (rows.length > 0) broken.push(id);
  }
  return broken;
}

/** Cash, a sale kept for later, invoices: part paid, credited, written off, and one at an agency that reported. */
async function tradeALittle(): Promise<void> {
  await trade.sell();
  await trade.sell({ delivery: { kind: 'later' } });
  await trade.sell({ customer: 'C-0002', tenders: [onAccount(45_000)] });
  const [paid, credited, given, placed] = await Promise.all(
    [2, 3, 4, 5].map((packets) => trade.invoice({ packets })),
  );
  if (!paid || !credited || !given || !placed) throw new Error('four invoices');
  const item = { openItemId: paid.openItems[0]?.id ?? '', amount: 30_000n };
  await trade.allocate(await trade.receive(50_000n), [item]);
  await trade.receive(70_000n);
  await trade.call(invoiceCommands.issueCreditNote, {
    invoiceId: credited.invoiceId,
    netAmount: '9009',
    taxAmount: '991',
    reason: 'broken',
    issuedOn: trade.today(),
    journal: toPostedLines(
      entriesForCreditNote(
        {
          taxBase: 9009n,
          tax: 991n,
        },
        {
          storeId: trade.shop.jakarta.storeId,
          customerId: credited.customerId,
        },
      ),
    ),
  });
  await writeOff(given.invoiceId);
  await place(placed.invoiceId);
}

async function writeOff(invoiceId: string): Promise<void> {
  const asked = await trade.call(receivableCommands.requestWriteOff, {
    invoiceId,
    reason: 'gone',
    amount: '20000',
    currency: 'IDR',
  });
  const second = {
    ...testContext(trade.clock.iso()),
    actor: { kind: 'user', id: trade.shop.users.owner.id, name: 's' },
  } as const;
  await trade.database.call(receivableCommands.decideWriteOff, second, {
    ...asked,
    decision: 'approved',
    businessDate: trade.today(),
    accounts: {
      badDebt: accountCode('badDebt'),
      receivables: accountCode('receivables'),
    },
  });
}

async function place(invoiceId: string): Promise<void> {
  const [agency] = trade.shop.agencies;
  const placementId = placementIdOf(
    await trade.call(collectionCommands.createPlacement, {
      invoiceId,
      placedOn: trade.today(),
      agencyId: agency.id,
    }),
  );
  await asOwner(trade.books, (tx) =>
    tx.placementEvent.create({
      data: {
        id: randomUUID(),
        placementId,
        agencyId: agency.id,
        sequence: 1,
        type: 'contacted',
        occurredAt: new Date(),
        receivedAt: new Date(),
        contentHash: new Uint8Array(32),
        content: {},
      },
    }),
  );
}

function onAccount(amount: number) {
  return { type: 'onAccount' as const, amount: { amount: String(amount), currency: 'IDR' } };
}
