import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { withClient } from '../../cli/bootstrap-database.js';
import { accountCode } from '../../domain/ledger/accounts.js';
import { openDatabase } from '../../prisma/database.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { createShop } from '../support/shop.js';
import { limitQris } from '../support/tender-rules.js';

const migration = readFileSync('prisma/migrations/0063_tender_limits/migration.sql', 'utf8');

let books: TestDatabase;

beforeEach(async () => {
  books = await createTestDatabase();
});
afterEach(() => books.drop());

describe('a limit of a tender that was written down without a currency', () => {
  it('gets that of the legal entities, and the audit trail says so', async () => {
    const database = openDatabase({ url: books.url, poolSize: 2 });
    await createShop(database);
    await limitQris(database, 10_000_000n);
    await database.close();
    await withClient(books.ownerUrl, async (owner) => {
      await owner.query(`ALTER TABLE tender_rule DROP COLUMN per_sale_limit_currency,
        DROP CONSTRAINT tender_rule_limit`);
      await inOneTransaction(owner, migration);
      const { rows } = await owner.query('SELECT per_sale_limit_currency FROM tender_rule');
      expect(rows).toEqual([{ per_sale_limit_currency: 'IDR' }]);
      const trail = await owner.query(
        `SELECT origin, after FROM audit_row WHERE table_name = 'tender_rule' AND action = 'update'`,
      );
      expect(trail.rows).toEqual([
        { origin: 'migration 0063_tender_limits', after: { per_sale_limit_currency: 'IDR' } },
      ]);
    });
  });

  it('is no longer accepted', async () => {
    const database = openDatabase({ url: books.url, poolSize: 2 });
    await createShop(database);
    await database.close();
    await withClient(books.ownerUrl, async (owner) => {
      const bare = `INSERT INTO tender_rule (type, offline_allowed, per_sale_limit_amount, account_code)
        VALUES ('card', false, 1, '${accountCode('cardClearing')}')`;
      await expect(owner.query(bare)).rejects.toThrow('tender_rule_limit_in_a_currency');
    });
  });
});

async function inOneTransaction(owner: pg.Client, statements: string): Promise<void> {
  await owner.query('BEGIN');
  await owner.query(statements);
  await owner.query('COMMIT');
}
