import type { CommandContext } from '../../domain/context.js';
import { accountCode } from '../../domain/ledger/accounts.js';
import type { MoneyOnWire } from '../../domain/money/money.js';
import { Refusal } from '../../domain/refusal.js';
import type { Clock } from '../../platform/clock.js';
import type { InputOf } from '../../prisma/commands/command.js';
import * as receivableCommands from '../../prisma/commands/receivable.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { businessDayOf } from '../business-day-of.js';
import { amountFor, lockInvoice } from './locked-invoice.js';

export type WriteOffWish = Readonly<{
  invoiceId: string;
  reason: string;
  /** When left out: all that is open. */
  amount: MoneyOnWire | undefined;
}>;

/**
 * Requests a write-off of part of an invoice from a second person. Answers the id of the request.
 *
 * @throws Refusal `INVOICE_NOT_FOUND`, `AMOUNT_NOT_POSITIVE`, those of `amountFor` and `request_write_off`.
 */
export async function requestWriteOff(
  tx: Transaction,
  ctx: CommandContext,
  { invoiceId, reason, amount }: WriteOffWish,
): Promise<string> {
  const invoice = await lockInvoice(tx, ctx, invoiceId);
  const wanted = amount === undefined ? undefined : amountFor(invoice, amount);
  if (wanted !== undefined && wanted.amount <= 0n) {
    const detail = 'What is written off is above zero.';
    throw new Refusal({ code: 'AMOUNT_NOT_POSITIVE', param: 'amount', detail });
  }
  const { writeOffId } = await callIn(tx, receivableCommands.requestWriteOff, [
    ctx,
    {
      invoiceId,
      reason,
      ...(wanted === undefined ? {} : { amount: wanted.amount.toString() }),
    },
  ]);
  return writeOffId;
}

export type WriteOffDecision = Readonly<{
  writeOffId: string;
  decision: InputOf<typeof receivableCommands.decideWriteOff>['decision'];
  clock: Clock;
}>;

/**
 * A second person approves a write-off or rejects it. @throws Refusal `WRITE_OFF_NOT_FOUND` and those of
 * `decide_write_off`.
 */
export async function decideWriteOff(
  tx: Transaction,
  ctx: CommandContext,
  { writeOffId, decision, clock }: WriteOffDecision,
): Promise<void> {
  const asked = await tx.writeOff.findUnique({ where: { id: writeOffId } });
  if (asked === null) {
    const detail = 'There is no such request.';
    throw new Refusal({ code: 'WRITE_OFF_NOT_FOUND', param: 'writeOffId', detail });
  }
  await callIn(tx, receivableCommands.decideWriteOff, [
    ctx,
    {
      writeOffId,
      decision,
      businessDate: await businessDayOf(tx, clock, { invoiceId: asked.invoiceId }),
      accounts: { badDebt: accountCode('badDebt'), receivables: accountCode('receivables') },
    },
  ]);
}
