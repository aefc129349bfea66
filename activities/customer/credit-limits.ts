import type { CommandContext } from '../../domain/context.js';
import { parseMoney, type MoneyOnWire } from '../../domain/money/money.js';
import { Refusal } from '../../domain/refusal.js';
import type { InputOf } from '../../prisma/commands/command.js';
import * as customerCommands from '../../prisma/commands/customer.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { requestMasterChange } from '../company/master-changes.js';
import { findCustomer } from './customers.js';

export type CreditLimit = Readonly<{
  customerId: string;
  limit: MoneyOnWire;
  /** The last day of the limit, ISO 8601; null: it has no end. */
  validUntil: string | null;
  reviewOn: string | null;
  reason: string;
}>;

export type LimitOutcome =
  Readonly<{ kind: 'set' }> | Readonly<{ kind: 'waits'; masterChangeId: string }>;

/**
 * Sets the credit limit of a customer. Above what one person alone may grant (`legal_entity.customer_credit_limit_amount`,
 * prisma/functions/customer/may_set_credit_limit.sql) it asks for a second person, and nothing changes until then.
 *
 * @throws Refusal `CUSTOMER_NOT_FOUND`, `CURRENCY_MISMATCH`, `LIMIT_NEGATIVE`, `CREDIT_LIMIT_IN_PAST`,
 * `MASTER_CHANGE_WAITING`, those of `parseMoney`
 */
export async function setCreditLimit(
  tx: Transaction,
  ctx: CommandContext,
  { customerId, limit, validUntil, reviewOn, reason }: CreditLimit,
): Promise<LimitOutcome> {
  const { number, currency } = await findCustomer(tx, customerId);
  const amount = limitOf(limit, currency);
  const wanted = { customerId, currency, limit: amount, validUntil, reviewOn, reason };
  const { kind } = await callIn(tx, customerCommands.setCreditLimit, [ctx, wanted]);
  if (kind === 'set') return { kind };
  const masterChangeId = await requestMasterChange(tx, ctx, {
    kind: 'credit-limit',
    subject: customerId,
    before: await presentLimit(tx, customerId),
    after: { number, ...wanted },
    reason,
  });
  return { kind: 'waits', masterChangeId };
}

/**
 * Blocks the credit line of a customer, or opens it again.
 *
 * @throws Refusal `CUSTOMER_NOT_FOUND`, `CREDIT_NOT_GRANTED`, `CREDIT_BLOCKED`, `CREDIT_NOT_BLOCKED`
 */
export async function setCreditStatus(
  tx: Transaction,
  ctx: CommandContext,
  change: InputOf<typeof customerCommands.setCreditStatus>,
): Promise<void> {
  await callIn(tx, customerCommands.setCreditStatus, [ctx, change]);
}

function limitOf(wire: MoneyOnWire, unit: string): string {
  const { amount, currency } = parseMoney(wire, 'limit');
  if (currency !== unit) {
    const detail = `The customer pays in ${unit}.`;
    throw new Refusal({ code: 'CURRENCY_MISMATCH', param: 'limit.currency', detail });
  }
  if (amount >= 0n) return amount.toString();
  const detail = 'A limit is zero or more.';
  throw new Refusal({ code: 'LIMIT_NEGATIVE', param: 'limit.amount', detail });
}

/** What holds until a second person agrees; null when the customer has no credit line. */
async function presentLimit(tx: Transaction, customerId: string) {
  const credit = await tx.customerCredit.findUnique({ where: { customerId } });
  if (credit === null) return null;
  const { currency, limitAmount, validUntil } = credit;
  const day = validUntil?.toISOString().slice(0, 10) ?? null;
  return { currency, limit: limitAmount.toString(), validUntil: day };
}
