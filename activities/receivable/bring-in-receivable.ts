import { Temporal } from 'temporal-polyfill';
import { levelBefore } from '../../domain/dunning/level-before.js';
import type { CommandContext } from '../../domain/context.js';
import { accountCode } from '../../domain/ledger/accounts.js';
import { parseCurrency } from '../../domain/money/currency.js';
import { parseMoney, type MoneyOnWire } from '../../domain/money/money.js';
import { Refusal } from '../../domain/refusal.js';
import type { AnswerOf } from '../../prisma/commands/command.js';
import * as invoiceCommands from '../../prisma/commands/invoice.js';
import type * as receivableCommands from '../../prisma/commands/receivable.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { dunningPolicyOf } from '../dunning/dunning-policy-of.js';
import { openingDay } from '../ledger/opening-day.js';

export type OldReceivable = Readonly<{
  number: string;
  /** Number of the customer. */
  customer: string;
  /** Code of the store; the first one when it is left out. */
  store?: string | undefined;
  issuedOn: string;
  dueOn: string;
  open: MoneyOnWire;
  /** Letters that the customer has had; as our policy would have sent them when it is left out. */
  level?: number | undefined;
  lastNoticeOn?: string | undefined;
  /** The day of the opening balance; today when it is left out. */
  businessDate?: string | undefined;
}>;

/**
 * Brings in what is open of an invoice of another system, with a life of its own. The next letter keeps the distance of
 * the policy from today, and no level is sent again. Answers the id of the invoice.
 *
 * @throws Refusal `CUSTOMER_UNKNOWN`, `STORE_UNKNOWN`, `INVOICE_NUMBER_TAKEN`, `CURRENCY_MISMATCH`, `AMOUNT_NOT_POSITIVE`,
 * `INVOICE_DATES_INVALID`, `DUNNING_LEVEL_UNKNOWN`, those of `openingDay` and `parseMoney`
 */
export async function bringInReceivable(
  tx: Transaction,
  ctx: CommandContext,
  old: OldReceivable,
): Promise<string> {
  const customer = await customerOf(tx, old);
  const store = await storeOf(tx, old);
  const { legalEntity } = store;
  await refuseKnown(tx, old);
  const amount = amountOf(old, legalEntity.currency);
  const { today, businessDate } = await openingDay(tx, ctx, { legalEntity, ...old });
  checkDates(old, today);
  const { segment } = customer;
  const policy = await policyOf(tx, { segment, currency: legalEntity.currency, today });
  const dueOn = Temporal.PlainDate.from(old.dueOn);
  const level = old.level ?? levelBefore({ dueOn, open: amount }, policy, today);
  checkLevel(level, policy.levels.length);
  const { invoiceId } = await callIn(tx, invoiceCommands.bringInReceivable, [
    ctx,
    {
      number: old.number,
      customerId: customer.id,
      storeId: store.id,
      issuedOn: old.issuedOn,
      dueOn: old.dueOn,
      businessDate,
      currency: legalEntity.currency,
      amount: amount.toString(),
      level,
      lastNoticeOn: level === 0 ? null : (old.lastNoticeOn ?? today.toString()),
      line: LINE,
      accounts: { account: accountCode('receivables'), counter: accountCode('openingEquity') },
    },
  ]);
  return invoiceId;
}

/** Stands on documents where an invoice of ours has its goods. */
const LINE = { sku: '-', name: 'Saldo awal / Opening balance', unit: '-', taxCode: '-' };

async function customerOf(tx: Transaction, { customer: number }: OldReceivable) {
  const customer = await tx.customer.findUnique({ where: { number } });
  if (customer !== null) return customer;
  const detail = `There is no customer ${number}.`;
  throw new Refusal({ code: 'CUSTOMER_UNKNOWN', param: 'customer', detail });
}

async function storeOf(tx: Transaction, { store: code }: OldReceivable) {
  const store = await tx.store.findFirst({
    ...(code === undefined ? {} : { where: { code } }),
    include: { legalEntity: true },
    orderBy: { code: 'asc' },
  });
  if (store !== null) return store;
  const detail = code === undefined ? 'There is no store yet.' : `There is no store ${code}.`;
  throw new Refusal({ code: 'STORE_UNKNOWN', param: 'store', detail });
}

async function refuseKnown(tx: Transaction, { number }: OldReceivable): Promise<void> {
  if ((await tx.invoice.findUnique({ where: { number }, select: { id: true } })) === null) return;
  const detail = `The books have an invoice ${number}.`;
  throw new Refusal({ code: 'INVOICE_NUMBER_TAKEN', param: 'number', detail });
}

function amountOf({ open }: OldReceivable, currency: string): bigint {
  const money = parseMoney(open, 'open');
  if (money.currency !== currency) {
    const detail = `The books of this company are in ${currency}.`;
    throw new Refusal({ code: 'CURRENCY_MISMATCH', param: 'open.currency', detail });
  }
  if (money.amount > 0n) return money.amount;
  const detail = 'Only what is above zero is owed. What we owe a customer is no receivable.';
  throw new Refusal({ code: 'AMOUNT_NOT_POSITIVE', param: 'open', detail });
}

function checkDates({ issuedOn, dueOn, lastNoticeOn }: OldReceivable, today: Temporal.PlainDate) {
  const refused = (param: string, detail: string) =>
    new Refusal({ code: 'INVOICE_DATES_INVALID', param, detail });
  const day = today.toString();
  if (issuedOn > day) throw refused('issuedOn', 'The invoice would be of a day to come.');
  if (dueOn < issuedOn) throw refused('dueOn', 'It would have been due before it was issued.');
  if (lastNoticeOn !== undefined && lastNoticeOn > day)
    throw refused('lastNoticeOn', 'The last letter would be of a day to come.');
}

function checkLevel(level: number, levels: number): void {
  if (Number.isInteger(level) && level >= 0 && level <= levels) return;
  const detail = `The policy of this customer has ${levels} levels.`;
  throw new Refusal({ code: 'DUNNING_LEVEL_UNKNOWN', param: 'level', detail });
}

type PolicyRow = NonNullable<AnswerOf<typeof receivableCommands.receivableFacts>>['policy'];

type PolicyWanted = Readonly<{ segment: string; currency: string; today: Temporal.PlainDate }>;

async function policyOf(tx: Transaction, { segment, currency, today }: PolicyWanted) {
  const [{ policy }] = await tx.$queryRaw<[{ policy: PolicyRow }]>`
    SELECT dunning_policy_of(${segment}, ${currency}::char(3), ${today.toString()}::date) AS policy`;
  return dunningPolicyOf(policy, parseCurrency(currency));
}
