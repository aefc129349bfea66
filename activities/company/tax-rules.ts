import type { CommandContext } from '../../domain/context.js';
import { Refusal } from '../../domain/refusal.js';
import { whyNoTaxRule } from '../../domain/tax/plan-tax-rule.js';
import type { TaxRule } from '../../domain/tax/tax-rule.js';
import type { Transaction } from '../../prisma/database.js';
import { dateOf } from '../../prisma/date-of.js';
import { companyDay, dayOf } from './company-day.js';
import { requestMasterChange } from './master-changes.js';

export type NewTaxRule = TaxRule & Readonly<{ label: Readonly<{ id: string; en: string }> }>;

/**
 * Asks for a tax rule that holds from a day on. Answers the id of the change.
 *
 * @throws Refusal `COMPANY_MISSING`, those of `whyNoTaxRule` and of `request_master_change`
 */
export async function askForTaxRule(
  tx: Transaction,
  ctx: CommandContext,
  { reason, ...rule }: NewTaxRule & Readonly<{ reason: string }>,
): Promise<string> {
  const today = await companyDay(tx, ctx.at);
  const { code } = rule;
  const rows = await tx.taxRule.findMany({ where: { code }, orderBy: { validFrom: 'desc' } });
  const rules = rows.map(({ kind, validFrom }) => ({
    kind: kind as TaxRule['kind'],
    validFrom: dayOf(validFrom),
  }));
  const lastSoldOn = rows.length === 0 ? undefined : await lastSaleFrom(tx, rule);
  const refusal = whyNoTaxRule(rule, { rules, lastSoldOn, today });
  if (refusal !== undefined) throw refusal;
  const [latest] = rows;
  return requestMasterChange(tx, ctx, {
    kind: 'tax-rule',
    subject: code,
    before: latest === undefined ? null : keptRow(latest),
    after: keptRule(rule),
    reason,
  });
}

/**
 * Asks to take back a tax rule that has not begun. Answers the id of the change.
 *
 * @throws Refusal `TAX_RULE_NOT_FOUND`, `TAX_RULE_IN_FORCE` and those of `request_master_change`
 */
export async function askToWithdrawTaxRule(
  tx: Transaction,
  ctx: CommandContext,
  { taxRuleId, reason }: Readonly<{ taxRuleId: string; reason: string }>,
): Promise<string> {
  const rule = await tx.taxRule.findUnique({ where: { id: taxRuleId } });
  if (rule === null) {
    const detail = 'There is no such rule.';
    throw new Refusal({ code: 'TAX_RULE_NOT_FOUND', param: 'taxRuleId', detail });
  }
  const { code } = rule;
  return requestMasterChange(tx, ctx, {
    kind: 'tax-rule',
    subject: code,
    before: keptRow(rule),
    after: { code, withdraw: taxRuleId },
    reason,
  });
}

/** A rule as `apply_tax_rule` reads it. */
export function keptRule({ code, kind, validFrom, rate, baseFactor, rounding, label }: NewTaxRule) {
  return {
    code,
    kind,
    validFrom: validFrom.toString(),
    rate: keptRatio(rate),
    baseFactor: keptRatio(baseFactor),
    rounding,
    label,
  };
}

function keptRatio({ numerator, denominator }: TaxRule['rate']) {
  return { numerator: Number(numerator), denominator: Number(denominator) };
}

type TaxRow = Awaited<ReturnType<Transaction['taxRule']['findMany']>>[number];

function keptRow(row: TaxRow) {
  return {
    code: row.code,
    kind: row.kind,
    validFrom: dayOf(row.validFrom).toString(),
    rate: { numerator: row.rateNumerator, denominator: row.rateDenominator },
    baseFactor: { numerator: row.baseNumerator, denominator: row.baseDenominator },
    rounding: row.rounding,
    label: { id: row.labelId, en: row.labelEn },
  };
}

/** The last day on which goods with the code were sold, from the day of the rule on: a store may be a day ahead. */
async function lastSaleFrom(tx: Transaction, { code, validFrom }: TaxRule) {
  const sale = await tx.sale.findFirst({
    where: { businessDate: { gte: dateOf(validFrom) }, lines: { some: { taxCode: code } } },
    orderBy: { businessDate: 'desc' },
    select: { businessDate: true },
  });
  return sale === null ? undefined : dayOf(sale.businessDate);
}
