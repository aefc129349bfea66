import { Temporal } from 'temporal-polyfill';
import type { CommandContext } from '../../domain/context.js';
import type { MoneyOnWire } from '../../domain/money/money.js';
import { disputedAmount } from '../../domain/receivable/dispute.js';
import { refusePromise } from '../../domain/receivable/promise.js';
import type { InputOf } from '../../prisma/commands/command.js';
import * as receivableCommands from '../../prisma/commands/receivable.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { amountFor, lockInvoice } from './locked-invoice.js';

export type PromiseMade = Readonly<{
  invoiceId: string;
  amount: MoneyOnWire;
  /** ISO 8601 day. */
  promisedFor: string;
  channel: InputOf<typeof receivableCommands.recordPromise>['channel'];
}>;

/**
 * Records that a customer promises to pay. Answers the id of the promise.
 *
 * @throws Refusal `INVOICE_NOT_FOUND`, those of `amountFor`, `refusePromise` and `record_promise`.
 */
export async function recordPromise(
  tx: Transaction,
  ctx: CommandContext,
  { invoiceId, amount: wire, promisedFor, channel }: PromiseMade,
): Promise<string> {
  const invoice = await lockInvoice(tx, ctx, invoiceId);
  const { amount, currency } = amountFor(invoice, wire);
  const until = Temporal.PlainDate.from(promisedFor);
  const { today, promiseRules: rules } = invoice;
  const notDemanded = disputedAmount(invoice.disputes) + invoice.held;
  const refusal = refusePromise({ amount, until }, { ...invoice, notDemanded }, { rules, today });
  if (refusal !== undefined) throw refusal;
  const { promiseId } = await callIn(tx, receivableCommands.recordPromise, [
    ctx,
    {
      invoiceId,
      amount: amount.toString(),
      currency,
      promisedOn: today.toString(),
      promisedFor: until.toString(),
      channel,
    },
  ]);
  return promiseId;
}

/** Withdraws a promise, so that it no longer holds reminders. @throws Refusal `PROMISE_NOT_FOUND`, `PROMISE_ENDED`. */
export async function withdrawPromise(
  tx: Transaction,
  ctx: CommandContext,
  promiseId: string,
): Promise<void> {
  await callIn(tx, receivableCommands.withdrawPromise, [ctx, { promiseId }]);
}
