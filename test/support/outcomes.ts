import { decideRepeats } from '../../activities/statement/decide-repeats.js';
import type { CashWorld } from './cash-world.js';
import { testContext } from './shop.js';

/** What a person says of the lines of a file that may repeat bookings. */
export async function decide(
  { clock, database }: CashWorld,
  statementId: string,
  decision: 'repeat' | 'new',
): ReturnType<typeof decideRepeats> {
  const ctx = testContext(clock.iso());
  return database.transaction(ctx, (tx) => decideRepeats(tx, ctx, { statementId, decision }));
}

export function linesOf({ database }: CashWorld, statementId: string) {
  return database.prisma.bankStatementLine.findMany({
    where: { statementId },
    orderBy: { position: 'asc' },
  });
}

export async function outcomes(world: CashWorld, statementId: string): Promise<string[]> {
  return (await linesOf(world, statementId)).map(({ outcome }) => outcome);
}

/** The amounts of the payments of a file, in the order of its lines. */
export async function paidBy({ database }: CashWorld, statementId: string): Promise<bigint[]> {
  const payments = await database.prisma.payment.findMany({
    where: { bankStatementLine: { statementId } },
    orderBy: [{ bankStatementLine: { position: 'asc' } }, { amount: 'asc' }],
  });
  return payments.map(({ amount }) => amount);
}
