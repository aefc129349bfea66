import { Temporal } from 'temporal-polyfill';
import { companyDay } from '../../../activities/company/company-day.js';
import {
  askForTaxRule as ask,
  askToWithdrawTaxRule as askToWithdraw,
} from '../../../activities/company/tax-rules.js';
import {
  askForTaxRuleRoute,
  askToWithdrawTaxRuleRoute,
  listTaxRulesRoute,
} from '../../../contract/company/tax-rules.js';
import { rational, type Rounding } from '../../../domain/money/rational.js';
import type { TaxRule } from '../../../domain/tax/tax-rule.js';
import type { PrismaClient } from '../../../prisma/database.js';
import { command, route } from '../../route.js';
import { wireDate } from '../../wire.js';
import { datedStates } from './dated-state.js';
import { readChange } from './master-changes.js';

type Reader = Pick<PrismaClient, 'taxRule' | 'legalEntity'>;

export const listTaxRules = route(listTaxRulesRoute).answers(async ({ ctx }, { database }) => ({
  status: 200,
  body: { data: await taxRulesOnWire(database.prisma, ctx.at) },
}));

export const askForTaxRule = command(askForTaxRuleRoute).answers(async ({ body, tx, ctx }) => {
  const { rate, baseFactor } = body;
  const id = await ask(tx, ctx, {
    ...body,
    validFrom: Temporal.PlainDate.from(body.validFrom),
    rate: rational(BigInt(rate.numerator), BigInt(rate.denominator)),
    baseFactor: rational(BigInt(baseFactor.numerator), BigInt(baseFactor.denominator)),
  });
  return { status: 201, body: await readChange(tx, id) };
});

export const askToWithdrawTaxRule = command(askToWithdrawTaxRuleRoute).answers(
  async ({ params, body, tx, ctx }) => {
    const id = await askToWithdraw(tx, ctx, { ...params, ...body });
    return { status: 201, body: await readChange(tx, id) };
  },
);

async function taxRulesOnWire(prisma: Reader, at: string) {
  const today = (await companyDay(prisma, at)).toString();
  const rows = await prisma.taxRule.findMany({ orderBy: [{ code: 'asc' }, { validFrom: 'asc' }] });
  const states = datedStates(
    rows.map(({ code, validFrom: from }) => ({ code, from })),
    today,
  );
  return rows.map((row, index) => ({
    id: row.id,
    code: row.code,
    kind: row.kind as TaxRule['kind'],
    validFrom: wireDate(row.validFrom),
    rate: { numerator: row.rateNumerator, denominator: row.rateDenominator },
    baseFactor: { numerator: row.baseNumerator, denominator: row.baseDenominator },
    rounding: row.rounding as Rounding,
    label: { id: row.labelId, en: row.labelEn },
    state: states[index] ?? 'planned',
  }));
}
