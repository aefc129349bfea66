import type { Prisma } from '../../../prisma/database.js';
import { wireMoneyOrNull } from '../../wire.js';

/** The reports of a case in the agency's own count, each with the remittance that paid it over. */
export const REPORTS = {
  orderBy: { sequence: 'asc' },
  include: { remittanceLine: { select: { remittance: { select: { number: true } } } } },
} as const satisfies Prisma.PlacementEventFindManyArgs;

export type ReportRow = Prisma.PlacementEventGetPayload<Pick<typeof REPORTS, 'include'>>;

export function reportOnWire(event: ReportRow) {
  const { sequence, type, outOfOrder, content } = event;
  return {
    sequence,
    type,
    outOfOrder,
    content,
    occurredAt: event.occurredAt.toISOString(),
    receivedAt: event.receivedAt.toISOString(),
    amount: wireMoneyOrNull(event.amount, event.currency),
    commission: wireMoneyOrNull(event.commissionAmount, event.currency),
    remittance: event.remittanceLine?.remittance.number ?? null,
  };
}
