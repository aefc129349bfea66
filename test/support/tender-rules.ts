import { accountCode } from '../../domain/ledger/accounts.js';
import type { Database } from '../../prisma/database.js';
import { testContext } from './shop.js';

/** So much, in rupiah, may be paid of one sale by QRIS. */
export async function limitQris(database: Database, rupiah: bigint): Promise<void> {
  const limit = { perSaleLimitAmount: rupiah, perSaleLimitCurrency: 'IDR' };
  const rule = { type: 'qris', offlineAllowed: false, accountCode: accountCode('qrisClearing') };
  await database.transaction(testContext(), (tx) =>
    tx.tenderRule.upsert({
      where: { type: 'qris' },
      create: { ...rule, ...limit },
      update: limit,
    }),
  );
}
