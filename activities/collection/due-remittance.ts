import { commissionOf } from '../../domain/collection/commission.js';
import { parseCurrency, type CurrencyCode } from '../../domain/money/currency.js';
import { sumAmounts } from '../../domain/money/money.js';
import { multiplyRational } from '../../domain/money/rational.js';
import type { Transaction } from '../../prisma/database.js';
import { commissionScheduleOf, taxRateOf } from './commission-terms.js';
import { ageAtPlacement } from './report-event.js';

/** As many as one remittance may list over the wire. */
const PAYMENTS_MAX = 1_000;

type DuePayment = Readonly<{
  placementId: string;
  placementNumber: string;
  sequence: number;
  occurredAt: Date;
  amount: bigint;
}>;

export type DueRemittance = Readonly<{
  currency: CurrencyCode;
  gross: bigint;
  commission: bigint;
  taxOnCommission: bigint;
  net: bigint;
  /** The oldest first. */
  payments: readonly DuePayment[];
}>;

type DueRow = DuePayment &
  Readonly<{
    placedAmount: bigint;
    oldestDueOn: string;
    placedOn: string;
    commissionSchedule: unknown;
  }>;

/**
 * What the calling agency has collected and not paid over, with the commission that its remittance may keep; behind its
 * fence.
 *
 * @throws Refusal `CURRENCY_UNKNOWN`
 */
export async function dueRemittance(
  tx: Transaction,
  wanted: string | undefined,
): Promise<DueRemittance> {
  const agency = await tx.agency.findFirstOrThrow({
    select: { currency: true, commissionTaxBasisPoints: true },
  });
  const currency = parseCurrency(wanted ?? agency.currency);
  const rows = await readUnremitted(tx, currency);
  const commission = commissionOf(rows.map(commissioned)).total;
  const taxRate = taxRateOf(agency.commissionTaxBasisPoints);
  const taxOnCommission = multiplyRational(commission, taxRate, 'half-up');
  const gross = sumAmounts(rows.map(({ amount }) => amount));
  const payments = rows.map(({ placementId, placementNumber, sequence, occurredAt, amount }) => ({
    placementId,
    placementNumber,
    sequence,
    occurredAt,
    amount,
  }));
  const net = gross - commission - taxOnCommission;
  return { currency, gross, commission, taxOnCommission, net, payments };
}

function commissioned(row: DueRow) {
  const { amount, placedAmount, oldestDueOn, placedOn } = row;
  return {
    amount,
    placedAmount,
    schedule: commissionScheduleOf(row.commissionSchedule),
    daysPastDueAtPlacement: ageAtPlacement({ oldestDueOn, placedOn }),
  };
}

function readUnremitted(tx: Transaction, currency: string): Promise<DueRow[]> {
  return tx.$queryRaw<DueRow[]>`
    SELECT c.id AS "placementId", c.number AS "placementNumber", e.sequence,
      e.occurred_at AS "occurredAt", e.amount, c.placed_amount AS "placedAmount",
      c.oldest_due_on::text AS "oldestDueOn", c.placed_on::text AS "placedOn",
      c.commission_schedule AS "commissionSchedule"
    FROM placement_event e
    JOIN agency_case c ON c.id = e.placement_id
    WHERE e.type = 'payment' AND e.currency = ${currency}
      AND NOT EXISTS (SELECT 1 FROM remittance_line l WHERE l.event_id = e.id)
    ORDER BY e.occurred_at, e.id
    LIMIT ${PAYMENTS_MAX}`;
}
