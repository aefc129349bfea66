import type { Temporal } from 'temporal-polyfill';
import type { NextStep } from './decide-next-step.js';
import type { LetterDeadline } from './letter-deadline.js';

/** One invoice as it stands in a composed notice. */
export type PlannedLine = Readonly<{
  invoiceId: string;
  level: number;
  openAmount: bigint;
  heldAmount: bigint;
  asideAmount: bigint;
  payBy: Temporal.PlainDate;
  follows: LetterDeadline['follows'];
}>;

/** The same invoice decided again from the books, in the transaction that sends. */
export type CurrentLine = Readonly<{ invoiceId: string; step: NextStep }>;

type WithheldLine = Readonly<{ invoiceId: string; because: string }>;

export type GateDecision =
  | Readonly<{ kind: 'send' }>
  /** Something is still due, but not what the notice says: it is composed anew. */
  | Readonly<{ kind: 'compose-again'; changed: readonly WithheldLine[] }>
  | Readonly<{ kind: 'withhold'; changed: readonly WithheldLine[] }>;

/**
 * The last check before a notice is sent: a customer who paid, promised or disputed a minute ago gets no reminder, and
 * no notice shows an amount that is no longer open, or asks for money that has come. The caller locks the items, decides each line again and acts on
 * this answer in the same transaction.
 */
export function noticeGate(
  planned: readonly PlannedLine[],
  current: readonly CurrentLine[],
): GateDecision {
  const now = new Map(current.map(({ invoiceId, step }) => [invoiceId, step]));
  const changed = planned.flatMap((line) => {
    const because = whyChanged(line, now.get(line.invoiceId));
    return because === undefined ? [] : [{ invoiceId: line.invoiceId, because }];
  });
  if (planned.length > 0 && changed.length === 0) return { kind: 'send' };
  const isAnyDue = planned.some(({ invoiceId }) => now.get(invoiceId)?.kind === 'remind');
  return { kind: isAnyDue ? 'compose-again' : 'withhold', changed };
}

function whyChanged(line: PlannedLine, step: NextStep | undefined): string | undefined {
  if (step === undefined) return 'unknown';
  if (step.kind === 'hold') return step.reason;
  if (step.kind !== 'remind') return step.kind;
  if (step.level !== line.level) return 'level';
  if (!step.payBy.equals(line.payBy) || step.follows !== line.follows) return 'deadline';
  const open = step.items.reduce((total, item) => total + item.open, 0n);
  const isSame =
    open === line.openAmount && step.held === line.heldAmount && step.aside === line.asideAmount;
  return isSame ? undefined : 'amount';
}
