import { withClient } from '../../cli/bootstrap-database.js';
import { verifyAfterEach } from '../support/books.js';
import { refusalOf } from '../support/read-books.js';
import { testContext } from '../support/shop.js';
import { openTradingBooks, type TradingBooks } from '../support/trading-books.js';

let trade: TradingBooks;

beforeAll(async () => {
  trade = await openTradingBooks({ poolSize: 4 });
});
afterAll(() => trade.close());
verifyAfterEach(() => trade.now());

describe('the audit trail', () => {
  it('refuses a change that nobody answers for', async () => {
    const { id } = trade.shop.customers.warung;
    await expect(
      trade.database.prisma.customer.update({ where: { id }, data: { name: 'Warung Baru' } }),
    ).rejects.toThrow('a change of customer without a command context');
  });

  it('does not take the context of the transaction before', async () => {
    await withClient(trade.books.url, async (app) => {
      await app.query('BEGIN');
      await app.query('SELECT enter_context($1)', [JSON.stringify(testContext())]);
      await app.query("UPDATE customer SET name = 'Hotel Bahari' WHERE number = 'C-0002'");
      await app.query('COMMIT');
      const later = "UPDATE customer SET name = 'Hotel Lain' WHERE number = 'C-0002'";
      expect(await refusalOf(app, later)).toBe('a change of customer without a command context');
    });
  });

  it('says who, when, from where and under which request, with what was before and is after', async () => {
    const { id } = trade.shop.customers.warung;
    const ctx = {
      actor: {
        kind: 'user' as const,
        id: 'u-17',
        name: 'Sri',
      },
      origin: '10.0.0.7',
      at: '2026-03-02T09:00:00.000Z',
      requestId: 'req-1',
    };
    const renamed = { name: 'Warung Sari Dua', termsDays: 21 };
    await trade.database.transaction(ctx, (tx) =>
      tx.customer.update({ where: { id }, data: renamed }),
    );
    const row = await trade.database.prisma.auditRow.findFirstOrThrow({
      where: { tableName: 'customer', rowId: id },
      orderBy: { id: 'desc' },
    });
    expect(row).toMatchObject({
      action: 'update',
      actorKind: 'user',
      actorId: 'u-17',
      actorName: 'Sri',
      origin: '10.0.0.7',
      requestId: 'req-1',
      at: new Date('2026-03-02T09:00:00Z'),
      before: {
        name: 'Warung Sari',
        terms_days: 14,
      },
      after: {
        name: 'Warung Sari Dua',
        terms_days: 21,
      },
    });
  });

  it('writes nothing about a change that changes nothing', async () => {
    const { id } = trade.shop.customers.hotel;
    const before = await trade.database.prisma.auditRow.count();
    await trade.database.transaction(testContext(), (tx) =>
      tx.customer.update({ where: { id }, data: { country: 'ID' } }),
    );
    expect(await trade.database.prisma.auditRow.count()).toBe(before);
  });

  it('loses its row with the change when the transaction breaks off', async () => {
    const before = await trade.database.prisma.auditRow.count();
    const broken = trade.database.transaction(testContext(), async (tx) => {
      await tx.customer.update({ where: { number: 'C-0002' }, data: { segment: 'hotel' } });
      throw new Error('broken off');
    });
    await expect(broken).rejects.toThrow('broken off');
    expect(await trade.database.prisma.auditRow.count()).toBe(before);
  });

  it('keeps hashes, secrets and documents out', async () => {
    const rows = await trade.database.prisma.auditRow.findMany({
      where: { tableName: { in: ['app_user', 'api_key'] } },
    });
    expect(rows.length).toBeGreaterThan(0);
    const words = rows.flatMap(({ after }) => Object.keys((after as object | null) ?? {}));
    expect(words.filter((word) => /hash|cipher|secret/.test(word))).toEqual([]);
  });

  it('has one row for the capture of a sale, in the name of who captured it', async () => {
    const { sale } = await trade.sell();
    const rows = await trade.database.prisma.auditRow.findMany({ where: { rowId: sale.id } });
    expect(rows).toMatchObject([
      { action: 'capture', tableName: 'sale', actorId: 'test', after: { number: sale.number } },
    ]);
  });

  it('knows who changed a price or a till, and is not filled with the counters of tills', async () => {
    const [till] = trade.shop.terminals;
    await trade.sell();
    await trade.database.transaction(testContext(), async (tx) => {
      await tx.price.updateMany({
        data: { unitAmount: { increment: 1n } },
        where: { unitAmount: 750_000n },
      });
      await tx.terminal.update({ where: { id: till.id }, data: { name: 'Kasir pintu' } });
    });
    const rows = await trade.database.prisma.auditRow.findMany({
      where: { tableName: { in: ['price', 'terminal'] }, action: 'update' },
      orderBy: { id: 'asc' },
    });
    expect(rows.map(({ before, after }) => ({ before, after }))).toEqual([
      { before: { unit_amount: 750_000 }, after: { unit_amount: 750_001 } },
      { before: { name: 'Kasir JKT1-01' }, after: { name: 'Kasir pintu' } },
    ]);
  });

  it('watches every table that holds what was agreed, owed or decided', async () => {
    const rows = await trade.database.prisma.$queryRaw<{ table: string }[]>`
      SELECT c.relname::text AS table FROM pg_class c
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT EXISTS (
        SELECT 1 FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
        WHERE t.tgrelid = c.oid AND p.proname IN ('audit_change', 'forbid_change'))
      ORDER BY 1`;
    expect(rows.map(({ table }) => table)).toEqual(NOT_WATCHED);
  });
});

/**
 * A new table chooses: it is a fact, which the trail tells or nothing changes, or it stands here. These can be made anew
 * from facts (suggestions, scores, sums of the journal, stock from its movements, lines of imports), hand on work (outboxes, answers that are
 * kept to be repeated), count (numbers), or belong to the deployment.
 */
const NOT_WATCHED = [
  '_prisma_migrations',
  'catalogue_sequence',
  'customer_risk',
  'deployed_function',
  'idempotency_record',
  'import_piece',
  'import_row',
  'item_change',
  'ledger_day',
  'ledger_fold',
  'ledger_month',
  'margin_day',
  'match_request',
  'number_series',
  'payment_suggestion',
  'payment_to_match',
  'poke',
  'promotion_count',
  'sandbox_sale',
  'stock_level',
  'workflow_start',
];
