import type { Database } from '../../prisma/database.js';

/** What each account of the ledger has, by its code; accounts of zero are left out. */
export async function accountBalances({ prisma }: Database): Promise<Map<string, bigint>> {
  const rows = await prisma.journalLine.groupBy({ by: ['accountCode'], _sum: { amount: true } });
  return new Map(
    rows.flatMap(({ accountCode, _sum: { amount } }) =>
      amount === null || amount === 0n ? [] : [[accountCode, amount] as const],
    ),
  );
}
