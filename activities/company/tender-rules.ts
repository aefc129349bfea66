import type { TenderType } from '../../domain/pricing/sale-request.js';
import { parseMoney, type MoneyOnWire } from '../../domain/money/money.js';
import { Refusal } from '../../domain/refusal.js';
import type { Transaction } from '../../prisma/database.js';
import { companyOf } from './stores.js';

export type TenderRuleChange = Readonly<{
  type: TenderType;
  offlineAllowed: boolean;
  perSaleLimit: MoneyOnWire | null;
}>;

/**
 * Changes limit and use of a tender.
 *
 * @throws Refusal `COMPANY_MISSING`, `TENDER_RULE_NOT_FOUND`, `CURRENCY_MISMATCH`, `AMOUNT_NOT_POSITIVE`
 */
export async function changeTenderRule(
  tx: Transaction,
  { type, offlineAllowed, perSaleLimit }: TenderRuleChange,
): Promise<void> {
  const { currency } = await companyOf(tx);
  const limit = perSaleLimit === null ? null : limitOf(perSaleLimit, currency);
  const { count } = await tx.tenderRule.updateMany({
    where: { type },
    data: {
      offlineAllowed,
      perSaleLimitAmount: limit,
      perSaleLimitCurrency: limit === null ? null : currency,
    },
  });
  if (count > 0) return;
  const detail = `There is no rule for ${type}.`;
  throw new Refusal({ code: 'TENDER_RULE_NOT_FOUND', param: 'type', detail });
}

/** A tender that nobody may use has no limit of zero: then no till could say why. */
function limitOf(given: MoneyOnWire, currency: string): bigint {
  const limit = parseMoney(given, 'perSaleLimit');
  if (limit.currency !== currency) {
    const detail = `The limit is an amount in ${currency}.`;
    throw new Refusal({ code: 'CURRENCY_MISMATCH', param: 'perSaleLimit.currency', detail });
  }
  if (limit.amount > 0n) return limit.amount;
  const detail = 'The limit is above zero; null means that there is none.';
  throw new Refusal({ code: 'AMOUNT_NOT_POSITIVE', param: 'perSaleLimit.amount', detail });
}
