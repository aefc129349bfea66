import type { AppParts } from '../../api/deps.js';
import { openDatabase, type Database } from '../../prisma/database.js';
import { startApi, type TestApi } from './api-client.js';
import type { TestDatabase } from './database.js';
import type { Shop } from './shop.js';
import { createShopBooks } from './shop-books.js';
import { PATIENT } from './patient.js';

export type OpenShop = Readonly<{
  books: TestDatabase;
  database: Database;
  shop: Shop;
  api: TestApi;
  close: () => Promise<void>;
}>;

/**
 * A migrated database with a shop in it and the API before it; `close` ends and drops all of it. The shop opens at
 * `opensAt`, or today.
 */
export async function openShop(
  options: Partial<AppParts> & Readonly<{ opensAt?: Date }> = {},
): Promise<OpenShop> {
  const { opensAt, ...parts } = options;
  const { books, shop } = await createShopBooks(opensAt);
  const database = openDatabase({ url: books.url, poolSize: 10, waits: PATIENT });
  const api = await startApi(database, parts);
  return {
    books,
    database,
    shop,
    api,
    close: async () => {
      await api.close();
      await database.close();
      await books.drop();
    },
  };
}
