import {
  addAlias as add,
  closeVirtualAccount as close,
  openVirtualAccount as open,
  revokeAlias as revoke,
} from '../../../activities/customer/payer-signs.js';
import {
  addAliasRoute,
  closeVirtualAccountRoute,
  endAliasRoute,
  listAliasesRoute,
  listVirtualAccountsRoute,
  openVirtualAccountRoute,
  undoAliasEndRoute,
  undoVirtualAccountEndRoute,
} from '../../../contract/customer/payer-signs.js';
import { Refusal } from '../../../domain/refusal.js';
import type { Prisma, PrismaClient, Transaction } from '../../../prisma/database.js';
import { command, route } from '../../route.js';

export const listAliases = route(listAliasesRoute).answers(
  async ({ params: { customerId } }, { database: { prisma } }) => {
    await expectCustomer(prisma, customerId);
    const rows = await prisma.customerAlias.findMany({
      where: { customerId },
      orderBy: [{ revokedAt: { sort: 'desc', nulls: 'first' } }, { id: 'asc' }],
    });
    return { status: 200, body: { data: rows.map(aliasOnWire) } };
  },
);

export const addAlias = command(addAliasRoute).answers(
  async ({ params: { customerId }, body: { account }, tx, ctx }) => ({
    status: 201,
    body: await readAlias(tx, await add(tx, ctx, { customerId, account })),
  }),
);

export const endAlias = command(endAliasRoute).answers(async ({ params, tx, ctx }) => {
  await revoke(tx, ctx, { ...params, revoked: true });
  return { status: 200, body: await readAlias(tx, params.aliasId) };
});

export const undoAliasEnd = command(undoAliasEndRoute).answers(async ({ params, tx, ctx }) => {
  await revoke(tx, ctx, { ...params, revoked: false });
  return { status: 200, body: await readAlias(tx, params.aliasId) };
});

export const listVirtualAccounts = route(listVirtualAccountsRoute).answers(
  async ({ params: { customerId } }, { database: { prisma } }) => {
    await expectCustomer(prisma, customerId);
    const rows = await prisma.virtualAccount.findMany({
      where: { customerId },
      include: WITH_INVOICE,
      orderBy: [{ closedAt: { sort: 'desc', nulls: 'first' } }, { id: 'asc' }],
    });
    return { status: 200, body: { data: rows.map(accountOnWire) } };
  },
);

export const openVirtualAccount = command(openVirtualAccountRoute).answers(
  async ({ params: { customerId }, body: { number, bank: bankCode, invoiceId }, tx, ctx }) => {
    const account = { customerId, number, bankCode, invoiceId: invoiceId ?? null };
    return { status: 201, body: await readAccount(tx, await open(tx, ctx, account)) };
  },
);

export const closeVirtualAccount = command(closeVirtualAccountRoute).answers(
  async ({ params, tx, ctx }) => {
    await close(tx, ctx, { ...params, closed: true });
    return { status: 200, body: await readAccount(tx, params.virtualAccountId) };
  },
);

export const undoVirtualAccountEnd = command(undoVirtualAccountEndRoute).answers(
  async ({ params, tx, ctx }) => {
    await close(tx, ctx, { ...params, closed: false });
    return { status: 200, body: await readAccount(tx, params.virtualAccountId) };
  },
);

async function expectCustomer(
  prisma: Pick<PrismaClient, 'customer'>,
  customerId: string,
): Promise<void> {
  if ((await prisma.customer.count({ where: { id: customerId } })) > 0) return;
  const detail = 'There is no such customer.';
  throw new Refusal({ code: 'CUSTOMER_NOT_FOUND', param: 'customerId', detail });
}

type AliasRow = Prisma.CustomerAliasGetPayload<object>;

async function readAlias(tx: Transaction, id: string) {
  return aliasOnWire(await tx.customerAlias.findUniqueOrThrow({ where: { id } }));
}

function aliasOnWire({ id, value, byHand, confirmations, createdAt, revokedAt }: AliasRow) {
  return {
    id,
    account: value,
    byHand,
    confirmations,
    createdAt: createdAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}

const WITH_INVOICE = { invoice: { select: { id: true, number: true } } } as const;

type AccountRow = Prisma.VirtualAccountGetPayload<{ include: typeof WITH_INVOICE }>;

async function readAccount(tx: Transaction, id: string) {
  const where = { id };
  return accountOnWire(await tx.virtualAccount.findUniqueOrThrow({ where, include: WITH_INVOICE }));
}

function accountOnWire({ id, number, bankCode, invoice, createdAt, closedAt }: AccountRow) {
  return {
    id,
    number,
    bank: bankCode,
    invoice,
    createdAt: createdAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
  };
}
