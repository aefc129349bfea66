import { Temporal } from 'temporal-polyfill';
import type { CREDIT_REFUSALS } from '../../../contract/sale/capture-errors.js';
import { formatMoney } from '../../../domain/money/format-money.js';
import type { CurrencyCode } from '../../../domain/money/currency.js';
import { money, type Money } from '../../../domain/money/money.js';

/*
 * The oracle of the credit decision. The rule in force needs the lock of the credit line and is SQL:
 * `credit_reasons`, with `credit_exposure` and `overdue_invoices` (`prisma/functions/receivable`). The test
 * beside this file holds both equal over random books.
 */

export type CreditLine = Readonly<{
  currency: CurrencyCode;
  limit: bigint;
  status: 'open' | 'blocked';
  /** The last day of the limit; undefined has no end. */
  validUntil: Temporal.PlainDate | undefined;
}>;

export type OwedInvoice = Readonly<{
  number: string;
  /** What its customer disputes of it. */
  disputed: bigint;
  items: readonly Readonly<{ dueOn: Temporal.PlainDate; open: bigint }>[];
}>;

/** What the books say of one customer, all of it in `currency`. */
export type CreditBooks = Readonly<{
  currency: CurrencyCode;
  today: Temporal.PlainDate;
  line: CreditLine | undefined;
  invoices: readonly OwedInvoice[];
  /** Sold on account and not invoiced yet, without what is asked for. */
  notInvoiced: bigint;
  /** An agency has one of the invoices. */
  isPlaced: boolean;
  policy: Readonly<{ smallRest: bigint; creditStopDays: number }> | undefined;
}>;

export type CreditReason = Readonly<{
  code: (typeof CREDIT_REFUSALS)[number];
  detail: string;
}>;

/** Every reason why the customer gets no `request` more on account, the weightiest first. */
export function decideCredit(books: CreditBooks, request: Money): CreditReason[] {
  const { line, today, isPlaced } = books;
  const reasons: (CreditReason | undefined)[] = [
    notGranted(line, request),
    line?.status === 'blocked'
      ? { code: 'CUSTOMER_BLOCKED', detail: 'The credit line of the customer is blocked.' }
      : undefined,
    line?.validUntil !== undefined && isAfter(today, line.validUntil)
      ? {
          code: 'CREDIT_EXPIRED',
          detail: `The credit limit of the customer ended on ${dayText(line.validUntil)}.`,
        }
      : undefined,
    isPlaced
      ? { code: 'CUSTOMER_PLACED', detail: 'A collection agency has an invoice of the customer.' }
      : undefined,
    overdueTooLong(books),
    exceeded(books, request),
  ];
  return reasons.filter((reason) => reason !== undefined);
}

/** The first day on which more than a small rest was due and is not paid; undefined when nothing is overdue. */
export function overdueSince(
  { items, disputed }: OwedInvoice,
  { policy, today }: Pick<CreditBooks, 'policy' | 'today'>,
): Temporal.PlainDate | undefined {
  const days = items
    .map(({ dueOn }) => dueOn)
    .filter((day) => isAfter(today, day))
    .toSorted((a, b) => Temporal.PlainDate.compare(a, b));
  return days.find((day) => {
    const due = items.filter(({ dueOn }) => !isAfter(dueOn, day));
    return due.reduce((sum, { open }) => sum + open, 0n) > (policy?.smallRest ?? 0n) + disputed;
  });
}

function notGranted(line: CreditLine | undefined, request: Money): CreditReason | undefined {
  const code = 'CREDIT_NOT_GRANTED';
  if (line === undefined) return { code, detail: 'The customer has no credit line.' };
  if (line.currency === request.currency) return undefined;
  return { code, detail: `Credit was granted in ${line.currency}, not in ${request.currency}.` };
}

function overdueTooLong(books: CreditBooks): CreditReason | undefined {
  const { policy, today, invoices } = books;
  if (policy === undefined) return undefined;
  const [worst] = invoices
    .flatMap((invoice) => {
      const since = overdueSince(invoice, books);
      return since === undefined ? [] : [{ number: invoice.number, since }];
    })
    .filter(({ since }) => since.until(today, { largestUnit: 'days' }).days > policy.creditStopDays)
    .toSorted(
      (a, b) => Temporal.PlainDate.compare(a.since, b.since) || (a.number < b.number ? -1 : 1),
    );
  if (worst === undefined) return undefined;
  const days = policy.creditStopDays;
  return {
    code: 'CREDIT_OVERDUE',
    detail: `Invoice ${worst.number} is overdue since ${dayText(worst.since)}; after ${days} days nothing more is sold on account.`,
  };
}

function exceeded(books: CreditBooks, request: Money): CreditReason | undefined {
  const { line, currency } = books;
  if (line?.currency !== request.currency) return undefined;
  const owed = books.invoices
    .flatMap(({ items }) => items)
    .reduce((sum, { open }) => sum + open, books.notInvoiced);
  const used = line.currency === currency ? owed : 0n;
  if (used + request.amount <= line.limit) return undefined;
  const text = (amount: bigint): string => formatMoney(money(amount, line.currency), 'en');
  const more = request.amount > 0n ? `; the sale needs ${text(request.amount)} more` : '';
  return {
    code: 'CREDIT_EXCEEDED',
    detail: `${text(used)} of the limit of ${text(line.limit)} is used${more}.`,
  };
}

function dayText(day: Temporal.PlainDate): string {
  return day.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
}

function isAfter(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) > 0;
}
