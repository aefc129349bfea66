import { openDatabase, type Database } from '../../prisma/database.js';
import { jakartaDay } from './a-sale.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { onceARun } from './once-a-run.js';
import { PATIENT } from './patient.js';
import { createShop, type Shop } from './shop.js';

export type ShopBooks = Readonly<{ books: TestDatabase; shop: Shop }>;

/** Books of their own with the shop of the tests, opened at a moment; without one, today. */
export function createShopBooks(at?: Date): Promise<ShopBooks> {
  const opensAt = at ?? new Date();
  const name = at === undefined ? `today-${jakartaDay(opensAt)}` : `${at.getTime()}`;
  return copyOfShop(`shop-${name}`, (database) => createShop(database, opensAt));
}

/** A copy of books that are prepared once a test run; `name` says how. */
export async function copyOfShop(
  name: string,
  prepare: (database: Database) => Promise<Shop>,
): Promise<ShopBooks> {
  const { from, shop } = await onceARun(name, async () => {
    const books = await createTestDatabase();
    const database = openDatabase({ url: books.url, poolSize: 2, waits: PATIENT });
    const made = await prepare(database);
    await database.close();
    return { from: books.name, shop: made };
  });
  return { books: await createTestDatabase(from), shop };
}
