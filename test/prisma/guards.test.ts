import pg from 'pg';
import { withClient } from '../../cli/bootstrap-database.js';
import { rupiah } from '../support/a-sale.js';
import { asOwner, asSuperuser, verifyAfterEach } from '../support/books.js';
import { openPeriod, refusalOf } from '../support/read-books.js';
import { testContext } from '../support/shop.js';
import { openTradingBooks, type TradingBooks } from '../support/trading-books.js';

let trade: TradingBooks;

beforeAll(async () => {
  trade = await openTradingBooks({ poolSize: 4 });
  const { total, openItems } = await trade.invoice({ packets: 2 });
  const [item] = openItems;
  if (item === undefined) throw new Error('an invoice has an open item');
  const { allocationIds } = await trade.allocate(await trade.receive(total), [
    { openItemId: item.id, amount: 1_000n },
  ]);
  await trade.reverse(allocationIds[0] ?? '');
});
afterAll(() => trade.close());
verifyAfterEach(() => trade.now());

/** Tables of documents and books: what is written there stays written. */
const IMMUTABLE = [
  'sale',
  'sale_line',
  'sale_line_promotion',
  'sale_tender',
  'sale_return',
  'sale_return_line',
  'receipt',
  'lifecycle_event',
  'invoice',
  'invoice_line',
  'credit_note',
  'stock_count_line',
  'stock_movement',
  'journal_entry',
  'journal_line',
  'placement_item',
  'placement_event',
  'remittance_line',
  'dunning_notice_item',
  'ended_by_settlement',
  'cash_movement',
  'cash_count',
  'z_report',
  'sign_in',
  'staff_pin_check',
  'account',
  'bank_statement_line',
  'bank_statement_part',
  'business_clock',
  'agreement',
  'legal_entity_past',
  'logo',
  'audit_row',
  'audit_seal',
];

describe('what is written stays written', () => {
  it.each(IMMUTABLE)(
    '%s cannot be changed, cleared or emptied, not even by its owner',
    async (table) => {
      await withClient(trade.books.ownerUrl, async (owner) => {
        const column = await anyColumn(owner, table);
        const rows = await count(owner, table);
        const said = [
          await refusalOf(owner, `UPDATE ${table} SET ${column} = ${column}`),
          await refusalOf(owner, `DELETE FROM ${table}`),
          await refusalOf(owner, `TRUNCATE ${table} CASCADE`),
        ];
        // Row triggers speak when there is a row; emptying is always refused.
        const one = `${table} is immutable: corrections are new documents`;
        const refused = rows > 0 ? [one, one] : ['it went through', 'it went through'];
        expect(said.slice(0, 2)).toEqual(refused);
        expect(said[2]).toMatch(/is immutable: corrections are new documents$/);
        expect(await count(owner, table)).toBe(rows);
      });
    },
  );

  it('guards every one of them by a trigger before change and one before emptying', async () => {
    const rows = await trade.database.prisma.$queryRaw<{ table: string; guards: number }[]>`
      SELECT c.relname AS table, count(*)::int AS guards FROM pg_trigger t
      JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
      WHERE p.proname = 'forbid_change' AND t.tgenabled = 'O' GROUP BY 1`;
    expect(rows.toSorted((a, b) => (a.table < b.table ? -1 : 1))).toEqual(
      IMMUTABLE.toSorted().map((table) => ({ table, guards: 2 })),
    );
  });
});

describe('the role of the processes', () => {
  it.each([
    ['INSERT INTO journal_entry (legal_entity_id) VALUES (uuid_v7())', 'journal_entry'],
    [
      "INSERT INTO journal_line (entry_id, line_number, account_code, amount, currency) VALUES (uuid_v7(), 1, '1110', 1, 'IDR')",
      'journal_line',
    ],
    ["INSERT INTO audit_row (action) VALUES ('forged')", 'audit_row'],
    ['UPDATE number_series SET last_number = 99', 'number_series'],
    ["UPDATE bank_account SET number = '1'", 'bank_account'],
    ['UPDATE legal_entity SET credit_note_limit_amount = 1', 'legal_entity'],
    ["UPDATE master_change SET state = 'approved'", 'master_change'],
    ['INSERT INTO number_series (year) VALUES (2026)', 'number_series'],
    ['UPDATE journal_line SET amount = 0', 'journal_line'],
    ["UPDATE sale SET cashier = 'x'", 'sale'],
    ['UPDATE invoice SET total_amount = 0', 'invoice'],
    ['DELETE FROM sale', 'sale'],
    ['DELETE FROM allocation', 'allocation'],
    ['DELETE FROM payment', 'payment'],
    ['DELETE FROM audit_row', 'audit_row'],
    ['TRUNCATE journal_line', 'journal_line'],
    ['TRUNCATE audit_row', 'audit_row'],
  ])('may not %s', async (statement, table) => {
    await withClient(trade.books.url, async (app) => {
      expect(await refusalOf(app, statement)).toBe(`permission denied for table ${table}`);
    });
  });

  it('owns nothing, is no superuser, and cannot switch triggers off', async () => {
    await withClient(trade.books.url, async (app) => {
      expect(await refusalOf(app, "SET session_replication_role = 'replica'")).toMatch(
        /permission denied/,
      );
      expect(await refusalOf(app, 'ALTER TABLE sale DISABLE TRIGGER ALL')).toMatch(/must be owner/);
      const { rows } = await app.query<{ owned: string }>(
        "SELECT count(*) AS owned FROM pg_class WHERE relowner = 'lunas'::regrole",
      );
      expect(rows[0]?.owned).toBe('0');
    });
  });

  it('runs no SECURITY DEFINER function whose names could be taken over by a temporary table', async () => {
    const rows = await trade.database.prisma.$queryRaw<{ name: string }[]>`
      SELECT proname::text AS name FROM pg_proc
      WHERE prosecdef AND pronamespace = 'public'::regnamespace
        AND NOT coalesce('search_path=public, pg_temp' = ANY (proconfig), false)`;
    expect(rows).toEqual([]);
  });
});

describe('values that cannot be', () => {
  it.each([
    [
      'stock below what is reserved',
      'UPDATE stock_level SET reserved_milli = on_hand_milli + 1',
      'stock_level_not_oversold',
    ],
    [
      'stock below nothing',
      'UPDATE stock_level SET on_hand_milli = -1',
      'stock_level_not_oversold',
    ],
    [
      'an item more open than it was',
      'UPDATE open_item SET open_amount = amount + 1',
      'open_item_open',
    ],
    [
      'a payment with more left than came in',
      'UPDATE payment SET unapplied_amount = amount + 1',
      'payment_amount',
    ],
    [
      'a closed receivable without an end',
      "UPDATE receivable SET state = 'closed'",
      'receivable_closed',
    ],
    [
      'a closed sale without an outcome',
      "UPDATE sale_lifecycle SET stage = 'closed'",
      'sale_lifecycle_closed',
    ],
    [
      'a stage that there is not',
      "UPDATE sale_lifecycle SET stage = 'somewhere'",
      'sale_lifecycle_stage',
    ],
    ['an allocation of nothing', 'UPDATE allocation SET amount = 0', 'allocation_amount'],
    ['a half reversal', 'UPDATE allocation SET reversed_by = NULL', 'allocation_reversal'],
    [
      'a clock that runs backwards',
      'INSERT INTO business_clock VALUES (1, now(), now(), -1)',
      'business_clock_forward',
    ],
    [
      'a second clock',
      'INSERT INTO business_clock VALUES (2, now(), now(), 1)',
      'business_clock_single',
    ],
  ])('%s', async (_what, statement, constraint) => {
    await asSuperuser(trade.books, async (client) => {
      await client.query('BEGIN');
      await client.query('SELECT enter_context($1)', [JSON.stringify(testContext())]);
      const broken = client.query(statement);
      await expect(broken).rejects.toMatchObject({ constraint });
      await client.query('ROLLBACK');
    });
  });

  it('two periods of one legal entity on the same day', async () => {
    const period = (...days: [string, string]) => openPeriod(trade, days);
    await period('2020-01-01', '2020-01-31');
    await expect(period('2020-01-31', '2020-02-28')).rejects.toThrow(
      'accounting_period_no_overlap',
    );
  });

  it('a write-off approved by the one who asked for it', async () => {
    const { invoiceId } = await trade.invoice();
    const at = new Date(trade.clock.nowMs());
    const asked = { requestedBy: 'sri', requestedAt: at, decidedBy: 'sri', decidedAt: at };
    const approved = asOwner(trade.books, (tx) =>
      tx.writeOff.create({
        data: { invoiceId, amount: 1n, currency: 'IDR', reason: 'x', state: 'approved', ...asked },
      }),
    );
    await expect(approved).rejects.toThrow('write_off_four_eyes');
  });

  it('an invoice for a sale that has one already', async () => {
    const { saleId } = await trade.invoice();
    const found = await trade.database.prisma.invoice.findUniqueOrThrow({ where: { saleId } });
    const { id: _first, ...row } = found;
    const second = { ...row, number: 'X', paymentReference: 'X', seriesNumber: 9_999n };
    const create = asOwner(trade.books, (tx) => tx.invoice.create({ data: second }));
    await expect(create).rejects.toMatchObject({ code: 'P2002' });
  });

  it('goods on account for nobody', async () => {
    await expect(
      trade.sell({ tenders: [{ type: 'onAccount', amount: rupiah(45_000) }] }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/CUSTOMER/) as string });
  });
});

async function count(client: pg.Client, table: string): Promise<number> {
  const { rows } = await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`);
  return Number(rows[0]?.n);
}

async function anyColumn(client: pg.Client, table: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum = 1',
    [table],
  );
  return rows[0]?.name ?? '';
}
