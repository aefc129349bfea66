import { findFirstSale } from '../../cli/up/first-sale.js';
import { createTestDatabase } from '../support/database.js';

describe('findFirstSale', () => {
  it('finds nothing to try in empty books', async () => {
    const database = await createTestDatabase();
    await expect(findFirstSale(database.ownerUrl, 'JKT1-01')).resolves.toBeUndefined();
    await database.drop();
  });
});
