import { Temporal } from 'temporal-polyfill';
import type { CurrencyCode } from '../money/currency.js';
import type { NextStep } from './decide-next-step.js';
import type { LetterDeadline } from './letter-deadline.js';
import type { DunnedItem } from './receivable-facts.js';

/** One invoice of the customer, with the next step that was decided for it. */
export type NoticeCandidate = Readonly<{
  invoiceId: string;
  invoiceNumber: string;
  currency: CurrencyCode;
  step: NextStep;
}>;

export type NoticeCustomer = Readonly<{
  customerId: string;
  lastNoticeOn: Temporal.PlainDate | undefined;
  /** Days between two notices to this customer. */
  minDays: number;
}>;

type NoticeLine = Readonly<
  LetterDeadline & {
    invoiceId: string;
    invoiceNumber: string;
    level: number;
    openAmount: bigint;
    /** Money that we hold for it and have not allocated. */
    heldAmount: bigint;
    /** What the customer disputes of it or has promised. */
    asideAmount: bigint;
    feeAmount: bigint | undefined;
    items: readonly DunnedItem[];
  }
>;

export type Notice = Readonly<{
  /** `reminder:{customerId}:{businessDay}:{level}:{currency}`: sent once, however often it is tried. */
  key: string;
  customerId: string;
  currency: CurrencyCode;
  /** The highest level among the lines sets the tone of the letter. */
  level: number;
  template: string;
  lines: readonly NoticeLine[];
  /** The open amount; the letter asks for it less the money that we hold and what is disputed or promised. */
  total: bigint;
}>;

export type NoticeDecision =
  | Readonly<{ kind: 'notices'; notices: readonly Notice[] }>
  | Readonly<{ kind: 'too-soon'; until: Temporal.PlainDate }>
  | Readonly<{ kind: 'nothing-due' }>;

/**
 * One notice per customer and currency with everything that is due for a reminder today, oldest debt first. Invoices
 * that are held, disputed, promised or not due are not on it. Each line keeps its own level; the invoice reaches it
 * when the notice is sent.
 */
export function composeNotice(
  customer: NoticeCustomer,
  candidates: readonly NoticeCandidate[],
  today: Temporal.PlainDate,
): NoticeDecision {
  const lines = candidates.flatMap(toLine).toSorted(byAge);
  if (lines.length === 0) return { kind: 'nothing-due' };
  const allowedFrom = customer.lastNoticeOn?.add({ days: customer.minDays });
  if (allowedFrom !== undefined && Temporal.PlainDate.compare(allowedFrom, today) > 0) {
    return { kind: 'too-soon', until: allowedFrom };
  }
  const currencies = [...new Set(lines.map(({ currency }) => currency))].toSorted();
  const notices = currencies.map((currency) =>
    toNotice(
      lines.filter((line) => line.currency === currency),
      { customerId: customer.customerId, currency, today },
    ),
  );
  return { kind: 'notices', notices };
}

/** A line with the fields that decide which letter it belongs to. */
type DatedLine = Readonly<{
  line: NoticeLine;
  currency: CurrencyCode;
  template: string;
  dueOn: Temporal.PlainDate;
}>;

function toLine({ step, currency, ...invoice }: NoticeCandidate): readonly DatedLine[] {
  if (step.kind !== 'remind') return [];
  const { level, template, feeAmount, items, held: heldAmount, aside: asideAmount } = step;
  const { payBy, follows, remindedOn } = step;
  const [oldest] = items;
  if (oldest === undefined) return [];
  const openAmount = items.reduce((total, { open }) => total + open, 0n);
  const amounts = { openAmount, heldAmount, asideAmount, feeAmount };
  const line = { ...invoice, level, ...amounts, items, payBy, follows, remindedOn };
  return [{ line, currency, template, dueOn: oldest.dueOn }];
}

function toNotice(
  dated: readonly DatedLine[],
  {
    customerId,
    currency,
    today,
  }: Readonly<{ customerId: string; currency: CurrencyCode; today: Temporal.PlainDate }>,
): Notice {
  const highest = dated.reduce((one, other) => (other.line.level > one.line.level ? other : one));
  const { level } = highest.line;
  return {
    key: `reminder:${customerId}:${today.toString()}:${level}:${currency}`,
    customerId,
    currency,
    level,
    template: highest.template,
    lines: dated.map(({ line }) => line),
    total: dated.reduce((total, { line }) => total + line.openAmount, 0n),
  };
}

function byAge(a: DatedLine, b: DatedLine): number {
  const dates = Temporal.PlainDate.compare(a.dueOn, b.dueOn);
  if (dates !== 0) return dates;
  return a.line.invoiceNumber < b.line.invoiceNumber ? -1 : 1;
}
