import type { Prisma, Transaction } from '../../../../prisma/database.js';
import { wireDate, wireMoney } from '../../../wire.js';

const WHOLE = {
  lines: { include: { event: { select: { sequence: true } } } },
} as const satisfies Prisma.RemittanceInclude;

type Whole = Prisma.RemittanceGetPayload<{ include: typeof WHOLE }>;

/** A remittance of the calling agency; null when there is none or it is another agency's. */
export function readOwnRemittance(tx: Transaction, id: string): Promise<Whole | null> {
  return tx.remittance.findUnique({ where: { id }, include: WHOLE });
}

/** Remittances of the calling agency, the newest first. */
export function listOwnRemittances(
  tx: Transaction,
  { where, take }: Readonly<{ where: Prisma.RemittanceWhereInput; take: number }>,
): Promise<Whole[]> {
  return tx.remittance.findMany({ where, include: WHOLE, orderBy: { id: 'desc' }, take });
}

export function remittanceOnWire(row: Whole) {
  const { id, number, currency } = row;
  const inItsCurrency = (amount: bigint) => wireMoney(amount, currency);
  return {
    id,
    number,
    remittedOn: wireDate(row.remittedOn),
    gross: inItsCurrency(row.grossAmount),
    commission: inItsCurrency(row.commissionAmount),
    taxOnCommission: inItsCurrency(row.taxOnCommissionAmount),
    net: inItsCurrency(row.netAmount),
    state: row.state as 'reported' | 'settled',
    receivedAt: row.receivedAt.toISOString(),
    payments: row.lines.map(({ placementId, event, grossAmount, commissionAmount }) => ({
      placementId,
      sequence: event.sequence,
      gross: inItsCurrency(grossAmount),
      commission: inItsCurrency(commissionAmount),
    })),
  };
}
