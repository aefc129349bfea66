import { askForBankAccount } from '../../activities/company/bank-accounts.js';
import { decideMasterChange } from '../../activities/company/master-changes.js';
import type { Database } from '../../prisma/database.js';
import { testContext, type Shop } from './shop.js';

/** Adds a bank account of the company as it is done: one person asks, and another agrees. */
export async function addAnotherAccount(
  { database, shop }: Readonly<{ database: Database; shop: Shop }>,
  number: string,
  at?: string,
): Promise<void> {
  const as = (who: 'arManager' | 'owner') => ({
    ...testContext(at),
    actor: { kind: 'user', id: shop.users[who].id, name: who } as const,
  });
  const details = { number, name: 'Baru', bankName: 'Bank Contoh', onDocuments: true };
  await database.transaction(as('arManager'), async (tx) => {
    const wish = { ...details, currency: 'IDR', reason: 'test' };
    const masterChangeId = await askForBankAccount(tx, as('arManager'), wish);
    await decideMasterChange(tx, as('owner'), { masterChangeId, decision: 'approved' });
  });
}
