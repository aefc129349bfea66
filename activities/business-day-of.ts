import type { Clock } from '../platform/clock.js';
import type { Transaction } from '../prisma/database.js';
import { notFound } from '../domain/refusal.js';

/** The subject of a command; the zone of its legal entity decides the business day. */
export type Subject =
  | Readonly<{ paymentId: string }>
  | Readonly<{ allocationId: string }>
  | Readonly<{ invoiceId: string }>;

/** The business day of the legal entity that owns the subject, as `2026-11-22`. @throws Refusal `NOT_FOUND`. */
export async function businessDayOf(
  tx: Transaction,
  clock: Clock,
  subject: Subject,
): Promise<string> {
  const timeZone = await timeZoneOf(tx, subject);
  if (timeZone === undefined) throw notFound();
  return clock.today(timeZone).toString();
}

async function timeZoneOf(tx: Transaction, subject: Subject): Promise<string | undefined> {
  const select = { legalEntity: { select: { timeZone: true } } } as const;
  if ('paymentId' in subject) {
    const payment = await tx.payment.findUnique({ where: { id: subject.paymentId }, select });
    return payment?.legalEntity.timeZone;
  }
  if ('invoiceId' in subject) {
    const invoice = await tx.invoice.findUnique({ where: { id: subject.invoiceId }, select });
    return invoice?.legalEntity.timeZone;
  }
  const allocation = await tx.allocation.findUnique({
    where: { id: subject.allocationId },
    select: { openItem: { select: { invoice: { select } } } },
  });
  return allocation?.openItem.invoice.legalEntity.timeZone;
}
