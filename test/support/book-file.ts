import { receiveStatement } from '../../activities/statement/receive-statement.js';
import { createCashApplicationActivities } from '../../activities/statement/statement-activities.js';
import type { TradingBooks } from './trading-books.js';
import { testContext } from './shop.js';

/** Receives a bank file of a feed, reads it and matches its payments. */
export async function bookFile(
  { database, clock }: Pick<TradingBooks, 'database' | 'clock'>,
  content: Uint8Array,
): Promise<void> {
  const ctx = testContext(clock.iso());
  const file = { content: Buffer.from(content), bankAccountId: undefined, source: 'feed' as const };
  const { id } = await database.transaction(ctx, (tx) => receiveStatement(tx, ctx, file));
  const activities = createCashApplicationActivities({ database, clock, hint: () => undefined });
  await activities.readBankStatement({ statementId: id });
  await activities.matchStatement({ statementId: id });
}
