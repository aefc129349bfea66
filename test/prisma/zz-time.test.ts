import { openDatabase } from '../../prisma/database.js';
import { createTestDatabase } from '../support/database.js';
import { createShop } from '../support/shop.js';
import { brokenInvariants } from '../support/books.js';
it('times', async () => {
  for (let i = 0; i < 3; i++) {
    const t0 = performance.now(); const c0 = process.cpuUsage();
    const books = await createTestDatabase();
    const t1 = performance.now();
    const database = openDatabase({ url: books.url });
    await createShop(database);
    const t2 = performance.now(); const c = process.cpuUsage(c0);
    await brokenInvariants({ database });
    const t3 = performance.now();
    await brokenInvariants({ database });
    const t4 = performance.now();
    console.log('copy', t1 - t0, 'shop', t2 - t1, 'cpu', c.user / 1000, 'verify', t3 - t2, t4 - t3);
    await database.close();
    await books.drop();
  }
});
