import {
  setCreditLimit as set,
  setCreditStatus as setStatus,
} from '../../../activities/customer/credit-limits.js';
import {
  blockCreditRoute,
  openCreditRoute,
  setCreditLimitRoute,
} from '../../../contract/customer/credit-limits.js';
import { CREDIT_LINE_STATES } from '../../../contract/customer/customer-money.js';
import { known } from '../../../domain/known.js';
import type { Transaction } from '../../../prisma/database.js';
import { command } from '../../route.js';
import { wireDate, wireMoney } from '../../wire.js';
import { readChange } from '../company/master-changes.js';

export const setCreditLimit = command(setCreditLimitRoute).answers(
  async ({ params: { customerId }, body, tx, ctx }) => {
    const { kind } = await set(tx, ctx, { customerId, ...body });
    const line = await creditLine(tx, customerId);
    return kind === 'set' ? { status: 200, body: line } : { status: 202, body: line };
  },
);

export const blockCredit = command(blockCreditRoute).answers(
  async ({ params: { customerId }, body: { reason }, tx, ctx }) => {
    await setStatus(tx, ctx, { customerId, status: 'blocked', reason });
    return { status: 200, body: await creditLine(tx, customerId) };
  },
);

export const openCredit = command(openCreditRoute).answers(
  async ({ params: { customerId }, tx, ctx }) => {
    await setStatus(tx, ctx, { customerId, status: 'open', reason: null });
    return { status: 200, body: await creditLine(tx, customerId) };
  },
);

async function creditLine(tx: Transaction, customerId: string) {
  const { credit, currency } = await tx.customer.findUniqueOrThrow({
    where: { id: customerId },
    include: { credit: true },
  });
  const waiting = await tx.masterChange.findFirst({
    where: { kind: 'credit-limit', subject: customerId, state: 'requested' },
  });
  return {
    status: credit === null ? ('none' as const) : known(CREDIT_LINE_STATES, credit.status),
    limit: wireMoney(credit?.limitAmount ?? 0n, credit?.currency ?? currency),
    validUntil: dayOrNull(credit?.validUntil),
    reviewOn: dayOrNull(credit?.reviewOn),
    blockedReason: credit?.blockedReason ?? null,
    waiting: waiting === null ? null : await readChange(tx, waiting.id),
  };
}

function dayOrNull(day: Date | null | undefined): string | null {
  return day === null || day === undefined ? null : wireDate(day);
}
