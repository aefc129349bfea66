import { accountCode } from '../../domain/ledger/accounts.js';
import * as dunningCommands from '../../prisma/commands/dunning.js';
import type { OwingShop } from './owing-shop.js';

type Letter = Readonly<{
  invoiceId: string;
  amount: bigint;
  level?: number;
  businessDay: string;
  payBy?: string;
}>;

/** A reminder about one invoice, begun and not yet sent; answers its id. */
export async function openLetter(
  { call, database }: Pick<OwingShop, 'call' | 'database'>,
  { invoiceId, amount, level = 1, businessDay, payBy = '2026-07-08' }: Letter,
): Promise<string> {
  const { customerId } = await database.prisma.invoice.findUniqueOrThrow({
    where: { id: invoiceId },
  });
  const total = amount.toString();
  const line = { invoiceId, level, openAmount: total, heldAmount: '0', asideAmount: '0', payBy };
  const { noticeId } = await call(dunningCommands.openNotice, {
    customerId,
    currency: 'IDR',
    businessDay,
    level,
    total,
    lines: [{ ...line, follows: 'reminder', remindedOn: null }],
  });
  return noticeId;
}

type End = Readonly<{ outcome?: 'sent' | 'failed'; knownFees?: string[] }>;

/** Its end, with the fee that its level takes. */
export function closeLetter(
  { call }: Pick<OwingShop, 'call'>,
  noticeId: string,
  end: End = {},
): Promise<unknown> {
  return call(dunningCommands.closeNotice, {
    noticeId,
    outcome: 'sent',
    ...end,
    accounts: {
      receivables: accountCode('receivables'),
      dunningFees: accountCode('dunningFees'),
    },
  });
}
