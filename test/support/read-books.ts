import type pg from 'pg';
import type { Database } from '../../prisma/database.js';
import { testContext, type Shop } from './shop.js';

/** What is left to pay of an invoice, all its items together. */
export async function openAmountOf(database: Database, invoiceId: string): Promise<bigint> {
  const { _sum } = await database.prisma.openItem.aggregate({
    where: { invoiceId },
    _sum: { openAmount: true },
  });
  return _sum.openAmount ?? 0n;
}

/** What PostgreSQL says to a statement; nothing of it stays. */
export async function refusalOf(client: pg.Client, statement: string): Promise<string> {
  try {
    await client.query('BEGIN');
    await client.query(statement);
    return 'it went through';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await client.query('ROLLBACK');
  }
}

/** Opens an accounting period of the shop's legal entity; answers its id. */
export async function openPeriod(
  { database, shop, at }: Readonly<{ database: Database; shop: Shop; at?: string }>,
  [startsOn, endsOn]: readonly [string, string],
): Promise<string> {
  const { id } = await database.transaction(testContext(at), (tx) =>
    tx.accountingPeriod.create({
      data: {
        legalEntityId: shop.legalEntityId,
        startsOn: new Date(startsOn),
        endsOn: new Date(endsOn),
        state: 'open',
      },
    }),
  );
  return id;
}
