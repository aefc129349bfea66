import { mergeCustomers as merge, undoCustomerMerge } from '../../../activities/customer/merges.js';
import {
  mergeCustomersRoute,
  readMergeRoute,
  undoMergeRoute,
} from '../../../contract/customer/merges.js';
import { Refusal } from '../../../domain/refusal.js';
import type { PrismaClient } from '../../../prisma/database.js';
import { command, route } from '../../route.js';

export const mergeCustomers = command(mergeCustomersRoute).answers(async ({ body, tx, ctx }) => ({
  status: 201,
  body: await mergeOnWire(tx, await merge(tx, ctx, body)),
}));

export const readMerge = route(readMergeRoute).answers(
  async ({ params: { mergeId } }, { database }) => ({
    status: 200,
    body: await mergeOnWire(database.prisma, mergeId),
  }),
);

export const undoMerge = command(undoMergeRoute).answers(
  async ({ params: { mergeId }, body: { reason }, tx, ctx }) => {
    await undoCustomerMerge(tx, ctx, { mergeId, reason });
    return { status: 200, body: await mergeOnWire(tx, mergeId) };
  },
);

const NAME = { select: { id: true, number: true, name: true } } as const;

/** As merge_customers notes what moved. */
type Moved = Readonly<
  Record<'contacts' | 'aliases' | 'revokedAliases' | 'virtualAccounts', readonly string[]>
>;

async function mergeOnWire(
  prisma: Pick<PrismaClient, 'customerMerge' | 'sale' | 'payment'>,
  id: string,
) {
  const row = await prisma.customerMerge.findUnique({
    where: { id },
    include: { kept: NAME, merged: NAME },
  });
  if (row === null) {
    const detail = 'There is no such merge.';
    throw new Refusal({ code: 'MERGE_NOT_FOUND', param: 'mergeId', detail });
  }
  const { kept, merged, reason, undoneReason, undoneAt } = row;
  const moved = row.moved as unknown as Moved;
  const since = { gt: row.mergedAt, ...(undoneAt === null ? {} : { lte: undoneAt }) };
  const sales = await prisma.sale.count({ where: { customerId: kept.id, bookedAt: since } });
  const payments = await prisma.payment.count({
    where: { customerId: kept.id, receivedAt: since },
  });
  return {
    id,
    kept,
    merged,
    reason,
    mergedAt: row.mergedAt.toISOString(),
    moved: {
      contacts: moved.contacts.length,
      payers: moved.aliases.length + moved.revokedAliases.length,
      virtualAccounts: moved.virtualAccounts.length,
    },
    undone:
      undoneAt === null || undoneReason === null
        ? null
        : { reason: undoneReason, at: undoneAt.toISOString() },
    cameAfter: { sales, payments },
  };
}
