import { Temporal } from 'temporal-polyfill';
import type { CommandContext } from '../../domain/context.js';
import { Refusal } from '../../domain/refusal.js';
import { whyNoTaxRule } from '../../domain/tax/plan-tax-rule.js';
import type { TaxRule } from '../../domain/tax/tax-rule.js';
import type { Transaction } from '../../prisma/database.js';
import { dateOf } from '../../prisma/date-of.js';
import { companyDay, dayOf } from './company-day.js';

export type NewTaxRule = TaxRule & Readonly<{ label: Readonly<{ id: string; en: string }> }>;

/** The number of the advisory lock under which tax rules change. */
const TAX_LOCK = 5_016_219_384_737n;

/**
 * Adds a tax rule that holds from a day on. Answers its id.
 *
 * @throws Refusal `COMPANY_MISSING`, `TAX_RULE_EXISTS`, `TAX_RULE_IN_PAST`, `TAX_RULE_SENSELESS`
 */
export async function addTaxRule(
  tx: Transaction,
  ctx: CommandContext,
  rule: NewTaxRule,
): Promise<string> {
  const today = await lockTaxes(tx, ctx);
  const { code } = rule;
  const rows = await tx.taxRule.findMany({ where: { code } });
  const rules = rows.map(({ kind, validFrom }) => ({
    kind: kind as TaxRule['kind'],
    validFrom: dayOf(validFrom),
  }));
  const lastSoldOn = rows.length === 0 ? undefined : await lastSaleFrom(tx, rule);
  const refusal = whyNoTaxRule(rule, { rules, lastSoldOn, today });
  if (refusal !== undefined) throw refusal;
  const { id } = await tx.taxRule.create({
    data: {
      code,
      kind: rule.kind,
      validFrom: dateOf(rule.validFrom),
      rateNumerator: Number(rule.rate.numerator),
      rateDenominator: Number(rule.rate.denominator),
      baseNumerator: Number(rule.baseFactor.numerator),
      baseDenominator: Number(rule.baseFactor.denominator),
      rounding: rule.rounding,
      labelEn: rule.label.en,
      labelId: rule.label.id,
    },
  });
  return id;
}

/**
 * Takes back a tax rule that has not begun.
 *
 * @throws Refusal `COMPANY_MISSING`, `TAX_RULE_NOT_FOUND`, `TAX_RULE_IN_FORCE`
 */
export async function withdrawTaxRule(
  tx: Transaction,
  ctx: CommandContext,
  id: string,
): Promise<void> {
  const today = await lockTaxes(tx, ctx);
  const rule = await tx.taxRule.findUnique({ where: { id } });
  if (rule === null) {
    const detail = 'There is no such rule.';
    throw new Refusal({ code: 'TAX_RULE_NOT_FOUND', param: 'taxRuleId', detail });
  }
  const validFrom = dayOf(rule.validFrom);
  const soldOn = await lastSaleFrom(tx, { code: rule.code, validFrom });
  if (soldOn !== undefined || Temporal.PlainDate.compare(validFrom, today) <= 0) {
    const detail = 'The rule has begun: add another that begins later.';
    throw new Refusal({ code: 'TAX_RULE_IN_FORCE', param: 'taxRuleId', detail });
  }
  await tx.taxRule.delete({ where: { id } });
}

/** One change of the tax table at a time. Answers the day that it is for the company. */
async function lockTaxes(tx: Transaction, ctx: CommandContext): Promise<Temporal.PlainDate> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${TAX_LOCK})`;
  return companyDay(tx, ctx.at);
}

/** The last day on which goods with the code were sold, from the day of the rule on: a store may be a day ahead. */
async function lastSaleFrom(
  tx: Transaction,
  { code, validFrom }: Pick<TaxRule, 'code' | 'validFrom'>,
): Promise<Temporal.PlainDate | undefined> {
  const sale = await tx.sale.findFirst({
    where: { businessDate: { gte: dateOf(validFrom) }, lines: { some: { taxCode: code } } },
    orderBy: { businessDate: 'desc' },
    select: { businessDate: true },
  });
  return sale === null ? undefined : dayOf(sale.businessDate);
}
