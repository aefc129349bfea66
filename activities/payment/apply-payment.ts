import type { Role } from '../../contract/roles.js';
import type { CommandContext } from '../../domain/context.js';
import { accountCode } from '../../domain/ledger/accounts.js';
import { accountOfDeduction, type DeductionKind } from '../../domain/ledger/deductions.js';
import type { CurrencyCode } from '../../domain/money/currency.js';
import type { Money } from '../../domain/money/money.js';
import { Refusal } from '../../domain/refusal.js';
import type { AnswerOf } from '../../prisma/commands/command.js';
import * as paymentCommands from '../../prisma/commands/payment.js';
import { callIn, type Transaction } from '../../prisma/database.js';

export type ApplyPayment = Readonly<{
  paymentId: string;
  bookedOn: string;
  role: Role;
  items: readonly Readonly<{ openItemId: string; amount: Money }>[];
  deductions: readonly Readonly<{
    openItemId: string;
    kind: DeductionKind;
    amount: Money;
    documentReference?: string | undefined;
  }>[];
}>;

export type Applied = AnswerOf<typeof paymentCommands.applyPayment>;

/**
 * The most that a clerk may deduct with one payment: the largest usual transfer fee and a rounding. Larger deductions
 * need a manager, because they settle a debt without money.
 */
const CLERK_LIMIT: Readonly<Partial<Record<CurrencyCode, bigint>>> = {
  AUD: 3_000n,
  IDR: 10_000n,
  MYR: 1_000n,
  SGD: 3_000n,
  USD: 3_000n,
};

/**
 * Applies a payment to open items as a person decided, with the payer's deductions.
 *
 * @throws Refusal `ALLOCATION_NOT_POSITIVE`, `OPEN_ITEM_REPEATED`, `CURRENCY_MISMATCH`,
 * and from the books `PAYMENT_NOT_FOUND`, `PAYMENT_REVERSED`, `ALLOCATION_EXCEEDS_PAYMENT`, `ALLOCATION_EXCEEDS_OPEN`,
 * `OPEN_ITEM_NOT_FOUND`, `LEGAL_ENTITY_MISMATCH`, `DEDUCTION_ABOVE_LIMIT`, `DEDUCTION_DOCUMENT_INVALID`,
 * `DEDUCTION_WITHOUT_PAYMENT`, `DEDUCTION_WITH_SURPLUS`, `WITHHOLDING_ABOVE_RATE`.
 */
export async function applyPayment(
  tx: Transaction,
  ctx: CommandContext,
  wish: ApplyPayment,
): Promise<Applied> {
  const { paymentId, bookedOn, items, deductions } = wish;
  const payment = await tx.payment.findUnique({
    where: { id: paymentId },
    select: { currency: true },
  });
  if (payment === null) {
    throw new Refusal({
      code: 'PAYMENT_NOT_FOUND',
      param: 'paymentId',
      detail: 'There is no such payment.',
    });
  }
  checkAmounts(wish, payment.currency);
  return callIn(tx, paymentCommands.applyPayment, [
    ctx,
    {
      paymentId,
      bookedOn,
      aloneMax: aloneMaxOf(wish),
      items: items.map(({ openItemId, amount }) => ({
        openItemId,
        amount: amount.amount.toString(),
      })),
      deductions: deductions.map(({ amount, ...deduction }) => ({
        ...deduction,
        amount: amount.amount.toString(),
        account: accountCode(accountOfDeduction(deduction.kind)),
      })),
      evidence: { by: 'person', actor: ctx.actor.id },
      accounts: {
        unappliedCash: accountCode('unappliedCash'),
        receivables: accountCode('receivables'),
      },
    },
  ]);
}

function checkAmounts({ items, deductions }: ApplyPayment, currency: string): void {
  const named = new Set<string>();
  for (const [index, { openItemId }] of items.entries()) {
    if (named.has(openItemId)) {
      const detail = 'Name each open item once, with the whole amount.';
      throw new Refusal({ code: 'OPEN_ITEM_REPEATED', param: `items[${index}].openItem`, detail });
    }
    named.add(openItemId);
  }
  const amounts = [
    ...items.map(({ amount }, index) => ({ amount, param: `items[${index}].amount` })),
    ...deductions.map(({ amount }, index) => ({ amount, param: `deductions[${index}].amount` })),
  ];
  for (const { amount, param } of amounts) {
    if (amount.currency !== currency) {
      throw new Refusal({
        code: 'CURRENCY_MISMATCH',
        param,
        detail: `The payment is in ${currency}.`,
      });
    }
    if (amount.amount <= 0n) {
      throw new Refusal({
        code: 'ALLOCATION_NOT_POSITIVE',
        param,
        detail: 'Every amount is above zero.',
      });
    }
  }
}

function aloneMaxOf({ role, deductions }: ApplyPayment): string | undefined {
  const [first] = deductions;
  if (role !== 'arClerk' || first === undefined) return undefined;
  return (CLERK_LIMIT[first.amount.currency] ?? 0n).toString();
}
