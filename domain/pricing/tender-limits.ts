import { moneyToWire, type Money } from '../money/money.js';
import type { Finding } from './findings.js';
import type { RequestedTender, TenderType } from './sale-request.js';

/** What all tenders of a type may pay of one sale. */
export type TenderLimit = Readonly<{ type: TenderType; perSale: Money }>;

/**
 * One finding for each type of tender whose sum is beyond its limit, at the tender that goes beyond.
 *
 * A limit holds in its own currency only: with a daily exchange rate, a sale accepted in the morning could be refused
 * at noon.
 */
export function checkTenderLimits(
  tenders: readonly RequestedTender[],
  limits: readonly TenderLimit[],
): Finding[] {
  return limits.flatMap((limit) => checkLimit(tenders, limit));
}

function checkLimit(
  tenders: readonly RequestedTender[],
  { type, perSale }: TenderLimit,
): Finding[] {
  let given = 0n;
  let beyondAt: number | undefined;
  for (const [index, tender] of tenders.entries()) {
    if (tender.type !== type || tender.amount.currency !== perSale.currency) continue;
    given += tender.amount.amount;
    if (given > perSale.amount) beyondAt ??= index;
  }
  if (beyondAt === undefined) return [];
  const { amount, currency } = moneyToWire(perSale);
  return [
    {
      code: 'TENDER_LIMIT_EXCEEDED',
      param: `tenders[${beyondAt}].amount`,
      detail: `A sale takes at most ${amount} ${currency} by ${type}.`,
      asException: { kind: 'tender', expected: perSale.amount, given },
    },
  ];
}
