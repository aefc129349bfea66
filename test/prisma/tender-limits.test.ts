import { withClient } from '../../cli/bootstrap-database.js';
import { accountCode } from '../../domain/ledger/accounts.js';
import { openDatabase } from '../../prisma/database.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { createShop } from '../support/shop.js';
import { PATIENT } from '../support/patient.js';

let books: TestDatabase;

beforeEach(async () => {
  books = await createTestDatabase();
});
afterEach(() => books.drop());

describe('a limit of a tender without a currency', () => {
  it('is refused by the table', async () => {
    const database = openDatabase({ url: books.url, poolSize: 2, waits: PATIENT });
    await createShop(database);
    await database.close();
    await withClient(books.ownerUrl, async (owner) => {
      const bare = `INSERT INTO tender_rule (type, offline_allowed, per_sale_limit_amount, account_code)
        VALUES ('card', false, 1, '${accountCode('cardClearing')}')`;
      await expect(owner.query(bare)).rejects.toThrow('tender_rule_limit_in_a_currency');
    });
  });
});
