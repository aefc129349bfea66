import { mergeCustomers as merge, undoCustomerMerge } from '../../../activities/customer/merges.js';
import {
  listMergesRoute,
  mergeCustomersRoute,
  readMergeRoute,
  undoMergeRoute,
} from '../../../contract/customer/merges.js';
import { Refusal } from '../../../domain/refusal.js';
import type { Prisma, PrismaClient } from '../../../prisma/database.js';
import { olderThan, pageOf, positionById, UUID_FORM } from '../../http/cursor.js';
import { command, route } from '../../route.js';

export const mergeCustomers = command(mergeCustomersRoute).answers(async ({ body, tx, ctx }) => ({
  status: 201,
  body: await mergeOnWire(tx, await merge(tx, ctx, body)),
}));

export const listMerges = route(listMergesRoute).answers(
  async ({ query: { customer, limit, cursor } }, { database: { prisma } }) => {
    const rows = await prisma.customerMerge.findMany({
      where: {
        ...olderThan(cursor),
        ...(customer === undefined
          ? {}
          : { OR: [{ kept: named(customer) }, { merged: named(customer) }] }),
      },
      include: { kept: NAME, merged: NAME },
      orderBy: { id: 'desc' },
      take: limit + 1,
    });
    return {
      status: 200,
      body: pageOf(rows, { limit, positionOf: positionById, show: headOnWire }),
    };
  },
);

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
  const { kept, undoneAt } = row;
  const moved = row.moved as unknown as Moved;
  const since = { gt: row.mergedAt, ...(undoneAt === null ? {} : { lte: undoneAt }) };
  const sales = await prisma.sale.count({ where: { customerId: kept.id, bookedAt: since } });
  const payments = await prisma.payment.count({
    where: { customerId: kept.id, receivedAt: since },
  });
  return {
    ...headOnWire(row),
    moved: {
      contacts: moved.contacts.length,
      payers: moved.aliases.length + moved.revokedAliases.length,
      virtualAccounts: moved.virtualAccounts.length,
    },
    cameAfter: { sales, payments },
  };
}

/** A customer by id or number. */
function named(customer: string): Prisma.CustomerWhereInput {
  return UUID_FORM.test(customer) ? { id: customer } : { number: customer };
}

type Name = Readonly<{ id: string; number: string; name: string }>;
type HeadRow = Readonly<{
  id: string;
  kept: Name;
  merged: Name;
  reason: string;
  mergedAt: Date;
  undoneReason: string | null;
  undoneAt: Date | null;
}>;

function headOnWire({ id, kept, merged, reason, mergedAt, undoneReason, undoneAt }: HeadRow) {
  return {
    id,
    kept,
    merged,
    reason,
    mergedAt: mergedAt.toISOString(),
    undone:
      undoneAt === null || undoneReason === null
        ? null
        : { reason: undoneReason, at: undoneAt.toISOString() },
  };
}
