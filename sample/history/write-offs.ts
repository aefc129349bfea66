import type { Temporal } from 'temporal-polyfill';
import { accountCode } from '../../domain/ledger/accounts.js';
import { staffContext, type World } from './world.js';
import * as receivableCommands from '../../prisma/commands/receivable.js';

const CONSIDERED_DAYS = 4;
/** The other requests still wait for a second person. */
const APPROVED_PERCENT = 60;

/** Some days after an agency gave up, the manager approves the write-off of the rest. */
export async function approveWriteOffs(
  world: World,
  { day, at }: Readonly<{ day: Temporal.PlainDate; at: Temporal.Instant }>,
): Promise<void> {
  const until = at.subtract({ hours: 24 * CONSIDERED_DAYS });
  const asked = await world.database.prisma.writeOff.findMany({
    where: { state: 'requested', requestedAt: { lte: new Date(until.epochMilliseconds) } },
    include: { invoice: { select: { saleId: true } } },
    orderBy: { requestedAt: 'asc' },
  });
  for (const { id: writeOffId, invoice } of asked) {
    if (!world.random.fork(`write-off of ${invoice.saleId}`).percent(APPROVED_PERCENT)) continue;
    const ctx = staffContext(world, { role: 'arManager', at, request: `write-off-${writeOffId}` });
    await world.database.call(receivableCommands.decideWriteOff, ctx, {
      writeOffId,
      decision: 'approved',
      businessDate: day.toString(),
      accounts: { badDebt: accountCode('badDebt'), receivables: accountCode('receivables') },
    });
  }
}
