import type { Transaction } from '../../../../prisma/database.js';
import { writeOffOnWire } from './write-off-on-wire.js';

/** A write-off with the amount it settled. */
export async function readWriteOff(tx: Transaction, id: string) {
  const writeOff = await tx.writeOff.findUniqueOrThrow({
    where: { id },
    include: { allocations: { where: { reversedAt: null }, select: { amount: true } } },
  });
  return writeOffOnWire(writeOff);
}
