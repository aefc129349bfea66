import { dateOf } from '../../prisma/date-of.js';
import { dayOf } from '../make-master-data.js';
import { openDispute, recordPromise } from './office.js';
import { takePokes } from './outbox.js';
import type { World } from './world.js';

const PROMISED_DAYS = 7;

/**
 * By chance the history may end without a running promise or an open dispute. Then one of each is made on the last day,
 * if a suitable invoice is overdue.
 */
export async function roundOff(world: World): Promise<void> {
  const { prisma } = world.database;
  const at = world.until;
  const today = dayOf(at);
  const overdue = await prisma.invoice.findMany({
    where: {
      issuedAt: { lte: new Date(at.epochMilliseconds) },
      receivable: { state: 'open' },
      openItems: { some: { openAmount: { gt: 0 }, dueOn: { lt: dateOf(today) } } },
      promises: { none: { state: 'open' } },
      disputes: { none: { state: 'open' } },
    },
    select: { id: true },
    orderBy: { number: 'desc' },
    take: 2,
  });
  const [first, second] = overdue;
  if (
    first !== undefined &&
    (await prisma.promiseToPay.count({ where: { state: 'open' } })) === 0
  ) {
    const promisedFor = today.add({ days: PROMISED_DAYS });
    await recordPromise(world, { invoiceId: first.id, at, promisedFor });
  }
  if (second !== undefined && (await prisma.dispute.count({ where: { state: 'open' } })) === 0) {
    await openDispute(world, { invoiceId: second.id, at });
  }
  await takePokes(world.database);
}
