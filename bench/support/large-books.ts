import pg from 'pg';
import { loadSecrets } from '../../platform/secrets.js';

export type LargeBooks = Readonly<{
  /** Folder of the installation, which holds the password of the superuser. */
  home: string;
  ownerUrl: string;
  /** Lives to make. */
  lives: number;
  log: (line: string) => void;
}>;

/** Lives in one statement: its rows stay in memory. */
const CHUNK = 50_000;
const CUSTOMERS = 5_000;
/** The lives are of one year, the last of them of today. */
const DAYS = 365;

/**
 * Fills books with lives for benches, set by set: a year of sales in every store, a tenth of them on account, of which
 * the last two months are still open. No command books them and no trigger fires, so that a million takes minutes; only
 * what lists and reports read is there (no audit trail, no story).
 */
export async function makeLargeBooks({ home, ownerUrl, lives, log }: LargeBooks): Promise<void> {
  const url = new URL(ownerUrl);
  url.username = 'postgres';
  url.password = loadSecrets(home).postgresPassword;
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  try {
    await client.query(`SET session_replication_role = 'replica'; SET synchronous_commit = off;
      SET work_mem = '256MB'`);
    await client.query(FIXED);
    for (let from = 0; from < lives; from += CHUNK) {
      await client.query(chunk({ from, to: Math.min(from + CHUNK, lives), lives }));
      for (const statement of ROWS) await client.query(statement);
      log(`${Math.min(from + CHUNK, lives)} of ${lives} lives`);
    }
    await client.query('VACUUM (ANALYZE)');
  } finally {
    await client.end();
  }
}

const FIXED = `
  INSERT INTO customer (number, name, legal_name, segment, language, time_zone, country, address, currency, terms_days, created_at)
  SELECT 'B-' || lpad(n::text, 5, '0'), (ARRAY['Warung','Toko','Hotel','Kedai','Rumah Makan'])[1 + n % 5] || ' '
      || (ARRAY['Melati','Mawar','Kenanga','Bahari','Lestari','Sentosa','Makmur'])[1 + n % 7] || ' ' || n,
    'PT Contoh ' || n, 'retail', 'id', 'Asia/Jakarta', 'ID', 'Jl. Contoh ' || n, 'IDR', 14, now()
  FROM generate_series(1, ${CUSTOMERS}) n;
  CREATE TEMP TABLE shop AS SELECT t.id AS terminal_id, t.code, t.location_id, s.id AS store_id, s.legal_entity_id,
    row_number() OVER (ORDER BY t.code) - 1 AS n, count(*) OVER () AS shops FROM terminal t JOIN store s ON s.id = t.store_id;
  CREATE TEMP TABLE goods AS SELECT id, sku, name, unit, tax_code, row_number() OVER (ORDER BY sku) - 1 AS n,
    count(*) OVER () AS items FROM item WHERE stocked;
  CREATE TEMP TABLE buyer AS SELECT id, row_number() OVER (ORDER BY number) - 1 AS n FROM customer WHERE number LIKE 'B-%';
  INSERT INTO number_series (legal_entity_id, kind, year, prefix, last_number)
    SELECT id, 'invoice', 1999, 'BENCH', 1 FROM legal_entity;`;

/** A moment of the past year, and what the number of a life decides about it. */
function chunk({ from, to, lives }: Readonly<Record<'from' | 'to' | 'lives', number>>): string {
  return `DROP TABLE IF EXISTS life; CREATE TEMP TABLE life AS
    SELECT *, total - base AS tax, CASE WHEN on_account AND age > paid_after THEN 'closed' WHEN on_account THEN 'open' ELSE 'closed' END AS ends
    FROM (SELECT *, round(total / 1.11)::bigint AS base, (at AT TIME ZONE 'Asia/Jakarta')::date AS day,
      (now() AT TIME ZONE 'Asia/Jakarta')::date - (at AT TIME ZONE 'Asia/Jakarta')::date AS age
      FROM (SELECT n, uuidv7(ago) AS id, uuidv7(ago) AS invoice_id, uuidv7(ago) AS item_id, uuidv7(ago) AS entry_id,
        now() + ago AS at, n % 10 = 0 AS on_account, n % 10 < 3 AS is_named, (n::bigint * 7919) % ${CUSTOMERS} AS buyer,
        10000 + ((n::bigint * 7919) % 4000) * 250 AS total, 15 + (n / 10 * 13) % 60 AS paid_after
        FROM (SELECT n, (n - ${lives}) * interval '${DAYS} days' / ${lives} - interval '1 minute' AS ago
          FROM generate_series(${from}, ${to - 1}) n) a) b) c;
    ANALYZE life`;
}

const IN_SHOP = 'JOIN shop s ON s.n = l.n % s.shops';
const LINES = `CROSS JOIN generate_series(1, 2) x JOIN goods g ON g.n = (l.n + x * 7) % g.items`;
/** Half of the net sales is what the goods cost. */
const COST = '(l.base / 2)';

const ROWS = [
  `INSERT INTO sale SELECT l.id, s.code || '-' || lpad(l.n::text, 8, '0'), s.legal_entity_id, s.store_id, s.terminal_id,
    CASE WHEN l.is_named THEN b.id END, 'online', 'carried', 'id', '\\x00', '{}', '{}', l.n, 1000000 + l.n, 1, l.day, l.at, l.at, 'IDR',
    l.total, 0, 0, l.base, l.tax, 0, l.total, CASE WHEN l.on_account THEN l.total ELSE 0 END, 'bench'
    FROM life l ${IN_SHOP} JOIN buyer b ON b.n = l.buyer`,
  `INSERT INTO sale_lifecycle (sale_id, store_id, customer_id, stage, since, next_step, next_step_at, due_on, delivery_state, delivered_at, outcome, closed_at)
    SELECT l.id, s.store_id, CASE WHEN l.is_named THEN b.id END,
      CASE WHEN l.ends = 'closed' THEN 'closed' WHEN l.n % 70 = 0 THEN 'placed' ELSE 'collecting' END,
      CASE WHEN l.ends = 'open' OR NOT l.on_account THEN l.at ELSE l.at + l.paid_after * interval '1 day' END,
      CASE WHEN l.ends = 'closed' THEN NULL WHEN l.n % 90 = 0 THEN 'hold-promise' WHEN l.n % 110 = 0 THEN 'hold-dispute'
        WHEN l.age > 14 THEN 'reminder-' || (1 + (l.age - 14) / 20) ELSE 'payment' END,
      CASE WHEN l.ends = 'open' THEN l.at + 17 * interval '1 day' END, CASE WHEN l.ends = 'open' THEN l.day + 14 END, 'delivered', l.at,
      CASE WHEN l.ends = 'open' THEN NULL WHEN l.n % 500 = 0 THEN 'written-off' WHEN l.n % 300 = 0 THEN 'credited' ELSE 'paid' END,
      CASE WHEN l.ends = 'open' THEN NULL ELSE l.at END
    FROM life l ${IN_SHOP} JOIN buyer b ON b.n = l.buyer`,
  `INSERT INTO sale_line SELECT uuidv7(), l.id, x, g.id, g.sku, g.name, g.unit, 1000, l.total / 2, l.total / 2, 0, l.total / 2, g.tax_code,
      l.base / 2, l.tax / 2, 'IDR' FROM life l ${LINES}`,
  `INSERT INTO stock_movement SELECT uuidv7(), s.location_id, y.item_id, 'issue', -1000, -(l.base / 4), 'IDR', 'sale', l.id, y.id, l.day, l.at
    FROM life l ${IN_SHOP} JOIN sale_line y ON y.sale_id = l.id`,
  `INSERT INTO sale_tender SELECT uuidv7(), l.id, 1, CASE WHEN l.on_account THEN 'onAccount' ELSE 'cash' END, l.total, l.total, 0, 'IDR' FROM life l`,
  `INSERT INTO journal_entry SELECT l.entry_id, s.legal_entity_id, l.day, 'sale', 'sale', l.id, 'bench', l.at FROM life l ${IN_SHOP}`,
  `INSERT INTO journal_line SELECT l.entry_id, x.n, x.account, s.store_id, NULL, x.amount, 'IDR' FROM life l ${IN_SHOP}
    CROSS JOIN LATERAL (VALUES (1, CASE WHEN l.on_account THEN '1220' ELSE '1110' END, l.total), (2, '4110', -l.base), (3, '2310', -l.tax),
      (4, '5110', ${COST}), (5, '1310', -${COST})) x (n, account, amount) WHERE x.amount <> 0`,
  `INSERT INTO invoice SELECT l.invoice_id, s.legal_entity_id, r.id, l.n, 'INV-B-' || lpad(l.n::text, 8, '0'), '99' || lpad(l.n::text, 12, '0'),
      l.id, s.store_id, b.id, l.day, l.at, 'IDR', l.base, l.tax, l.total, 0, 'id'
    FROM life l ${IN_SHOP} JOIN buyer b ON b.n = l.buyer JOIN number_series r ON r.prefix = 'BENCH' AND r.legal_entity_id = s.legal_entity_id WHERE l.on_account`,
  `INSERT INTO receivable (invoice_id, customer_id, state, opened_at, outcome, closed_at)
    SELECT l.invoice_id, b.id, CASE WHEN l.ends = 'closed' THEN 'closed' ELSE 'open' END, l.at,
      CASE WHEN l.ends = 'closed' THEN 'paid' END, CASE WHEN l.ends = 'closed' THEN l.at END FROM life l JOIN buyer b ON b.n = l.buyer WHERE l.on_account`,
  `INSERT INTO open_item (id, invoice_id, customer_id, kind, instalment, due_on, currency, amount, open_amount, counts_from, settled_on, created_at)
    SELECT l.item_id, l.invoice_id, b.id, 'instalment', 1, l.day + 14, 'IDR', l.total, CASE WHEN l.ends = 'closed' THEN 0 ELSE l.total END, l.day,
      CASE WHEN l.ends = 'closed' THEN l.day + l.paid_after::int END, l.at FROM life l JOIN buyer b ON b.n = l.buyer WHERE l.on_account`,
  `INSERT INTO allocation (open_item_id, kind, payment_id, amount, currency, booked_on, booked_at, booked_by)
    SELECT l.item_id, 'payment', l.item_id, l.total, 'IDR', l.day + l.paid_after::int, l.at, 'bench' FROM life l WHERE l.on_account AND l.ends = 'closed'`,
  `WITH moved AS (
      SELECT gen_random_uuid() AS move_id, l.*, s.legal_entity_id, s.store_id, b.id AS customer_id, x.* FROM life l ${IN_SHOP} JOIN buyer b ON b.n = l.buyer
      CROSS JOIN LATERAL (VALUES ('invoice', l.invoice_id, l.day, '1210', '1220'), ('allocation', l.item_id, l.day + l.paid_after::int, '1120', '1210'))
        x (kind, document, booked, debit, credit) WHERE l.on_account AND (x.kind = 'invoice' OR l.ends = 'closed')),
    entries AS (INSERT INTO journal_entry SELECT m.move_id, legal_entity_id, booked, m.kind, m.kind, document, 'bench', at FROM moved m)
    INSERT INTO journal_line SELECT m.move_id, y.n, y.account, m.store_id, CASE WHEN y.account = '1210' THEN m.customer_id END, y.amount, 'IDR'
    FROM moved m CROSS JOIN LATERAL (VALUES (1, m.debit, m.total), (2, m.credit, -m.total)) y (n, account, amount)`,
] as const;
