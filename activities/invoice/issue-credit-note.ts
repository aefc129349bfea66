import type { CommandContext } from '../../domain/context.js';
import { needsSecondPerson } from '../../domain/invoice/credit-note.js';
import type { Money } from '../../domain/money/money.js';
import type { AnswerOf } from '../../prisma/commands/command.js';
import * as invoiceCommands from '../../prisma/commands/invoice.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { allowanceOfOne, loadCreditableInvoice, postedCredit } from './creditable-invoice.js';

export type CreditWish = Readonly<{
  invoiceId: string;
  amount: Money;
  reason: string;
  disputeId?: string | undefined;
  issuedOn: string;
}>;

export type IssuedCreditNote = AnswerOf<typeof invoiceCommands.issueCreditNote>;
export type RequestedCreditNote = AnswerOf<typeof invoiceCommands.requestCreditNote>;
export type CreditAnswer =
  | (IssuedCreditNote & Readonly<{ kind: 'issued' }>)
  | (RequestedCreditNote & Readonly<{ kind: 'requested' }>);

/**
 * Credits part of an invoice, or asks a second person when the amount is above what one person alone may credit.
 *
 * @throws Refusal `INVOICE_NOT_FOUND`, `CURRENCY_MISMATCH`, `CREDIT_NOT_POSITIVE`, `CREDIT_REASON_REQUIRED`,
 * `CREDIT_EXCEEDS_INVOICE`, `CREDIT_EXCEEDS_OPEN`, `DISPUTE_NOT_FOUND`, `DISPUTE_RESOLVED`, `CREDIT_NOTE_WAITING`.
 */
export async function creditInvoice(
  tx: Transaction,
  ctx: CommandContext,
  wish: CreditWish,
): Promise<CreditAnswer> {
  const invoice = await loadCreditableInvoice(tx, wish.invoiceId);
  const credit = postedCredit(invoice, wish);
  const { limit, used } = await allowanceOfOne(tx, {
    invoiceId: wish.invoiceId,
    day: wish.issuedOn,
  });
  if (!needsSecondPerson({ amount: wish.amount.amount, givenAlone: used, limit })) {
    return { kind: 'issued', ...(await issue(tx, ctx, { ...wish, ...credit })) };
  }
  const { invoiceId, amount, reason, disputeId } = wish;
  const input = { invoiceId, reason, disputeId, amount: amount.amount.toString() };
  const requested = await callIn(tx, invoiceCommands.requestCreditNote, [ctx, input]);
  return { kind: 'requested', ...requested };
}

function issue(
  tx: Transaction,
  ctx: CommandContext,
  {
    invoiceId,
    reason,
    disputeId,
    issuedOn,
    ...credit
  }: CreditWish & ReturnType<typeof postedCredit>,
): Promise<IssuedCreditNote> {
  const { netAmount, taxAmount, journal } = credit;
  const input = { invoiceId, reason, disputeId, issuedOn, netAmount, taxAmount, journal };
  return callIn(tx, invoiceCommands.issueCreditNote, [ctx, input]);
}
