import type { CommandContext } from '../../domain/context.js';
import * as ledgerCommands from '../../prisma/commands/ledger.js';
import type { Database } from '../../prisma/database.js';
import { isSettledInTime, noteHorizon } from '../audit/horizon.js';

export type Folding = Readonly<{
  database: Pick<Database, 'prisma' | 'call'>;
  ctx: CommandContext;
  /** How long to wait for transactions that are under way. */
  settleWithinMs?: number;
}>;

/** `waiting`: an earlier transaction is still open; the next pass adds the rest. */
export type Folded = Readonly<{ outcome: 'folded' | 'waiting'; foldedTo: bigint }>;

/** Added in one transaction: well under a second. */
const ENTRIES_MAX = 10_000;

/**
 * Adds to the sums that reports read what was booked since the last time. Positions do not commit in their order: an
 * entry behind those that are in the sums would never be counted. So only entries are added behind which none can
 * appear any more. Safe to repeat, and from several workers at once.
 */
export async function foldJournal({ database, ctx, settleWithinMs }: Folding): Promise<Folded> {
  const { foldedTo } = await database.prisma.ledgerFold.findFirstOrThrow();
  const newest = await database.prisma.journalEntry.aggregate({ _max: { position: true } });
  if ((newest._max.position ?? 0n) <= foldedTo) return { outcome: 'folded', foldedTo };
  const horizon = await noteHorizon(database.prisma, 'journal');
  if (!(await isSettledInTime({ prisma: database.prisma, settleWithinMs }, horizon)))
    return { outcome: 'waiting', foldedTo };
  for (;;) {
    const added = await database.call(ledgerCommands.foldJournal, ctx, {
      upTo: horizon.lastRow.toString(),
      entriesMax: ENTRIES_MAX,
    });
    if (!added.more) return { outcome: 'folded', foldedTo: BigInt(added.foldedTo) };
  }
}
