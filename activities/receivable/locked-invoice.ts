import { Temporal } from 'temporal-polyfill';
import type { CommandContext } from '../../domain/context.js';
import { parseCurrency, type CurrencyCode } from '../../domain/money/currency.js';
import { parseMoney, type Money, type MoneyOnWire } from '../../domain/money/money.js';
import type { Dispute } from '../../domain/receivable/dispute.js';
import type { PromisedInvoice, PromiseRules } from '../../domain/receivable/promise.js';
import { Refusal } from '../../domain/refusal.js';
import * as receivableCommands from '../../prisma/commands/receivable.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { promiseRulesOf } from './promise-rules.js';

/** An invoice, locked until the command ends. */
export type LockedInvoice = Readonly<{
  openAmount: bigint;
  currency: CurrencyCode;
  /** Today in the zone of the legal entity. */
  today: Temporal.PlainDate;
  /** The running promises. */
  running: number;
  inARow: PromisedInvoice['inARow'];
  items: PromisedInvoice['items'];
  /** Money that we hold for it and have not allocated. */
  held: bigint;
  disputes: readonly Dispute[];
  promiseRules: PromiseRules;
  disputeMinimumBasisPoints: bigint;
}>;

/** @throws Refusal `INVOICE_NOT_FOUND`. */
export async function lockInvoice(
  tx: Transaction,
  ctx: CommandContext,
  invoiceId: string,
): Promise<LockedInvoice> {
  const row = await callIn(tx, receivableCommands.lockInvoice, [ctx, { invoiceId }]);
  return {
    openAmount: BigInt(row.openAmount),
    currency: parseCurrency(row.currency),
    today: Temporal.Instant.from(ctx.at).toZonedDateTimeISO(row.zone).toPlainDate(),
    running: row.runningPromises,
    inARow: row.promisesInARow,
    items: row.items.map(({ dueOn, open }) => ({
      dueOn: Temporal.PlainDate.from(dueOn),
      open: BigInt(open),
    })),
    held: BigInt(row.held),
    promiseRules: promiseRulesOf(row.policy),
    disputeMinimumBasisPoints: BigInt(row.policy?.disputeMinimumBasisPoints ?? 0),
    disputes: row.disputes.map(({ disputeId, amount }) => ({
      disputeId,
      amount: BigInt(amount),
      standing: 'open',
    })),
  };
}

/**
 * An amount of a request about an invoice.
 *
 * @throws Refusal those of `parseMoney`, `CURRENCY_MISMATCH`.
 */
export function amountFor({ currency }: Pick<LockedInvoice, 'currency'>, wire: MoneyOnWire): Money {
  const amount = parseMoney(wire, 'amount');
  if (amount.currency === currency) return amount;
  throw new Refusal({
    code: 'CURRENCY_MISMATCH',
    param: 'amount.currency',
    detail: `The invoice is in ${currency}.`,
  });
}
