import { Temporal } from 'temporal-polyfill';
import type { CommandContext } from '../../domain/context.js';
import { whyNoPolicy, type KnownPolicy } from '../../domain/dunning/plan-policy.js';
import { parseMoney, type MoneyOnWire } from '../../domain/money/money.js';
import { parseCurrency } from '../../domain/money/currency.js';
import { Refusal } from '../../domain/refusal.js';
import type { Transaction } from '../../prisma/database.js';
import { dateOf } from '../../prisma/date-of.js';
import { companyDay, dayOf } from './company-day.js';

/** A version of a policy as it is planned; shares in basis points. */
export type PolicyPlan = Readonly<{
  code: string;
  segment: string | null;
  currency: string;
  inForceFrom: string;
  transitDays: number;
  smallRest: MoneyOnWire;
  customerMinimum: MoneyOnWire;
  daysBetweenLetters: number;
  daysBetweenLettersToCustomer: number;
  bankDataMaxAgeDays: number;
  levels: readonly Readonly<{
    daysPastDue: number;
    fee: MoneyOnWire | null;
    template: string;
    channel: string;
  }>[];
  placement: Readonly<{ daysPastDue: number; minimum: MoneyOnWire }> | null;
  creditStopDays: number;
  promises: Readonly<{
    minimumShare: number;
    daysMax: number;
    inARow: number;
    inARowOfCustomer: number;
  }>;
  disputeMinimumShare: number;
  holdReviewDays: number;
}>;

/** The number of the advisory lock under which dunning policies change. */
const POLICY_LOCK = 5_016_219_384_738n;

/**
 * Plans a version of a dunning policy. Answers its id.
 *
 * @throws Refusal `COMPANY_MISSING`, those of `parseMoney`, `CURRENCY_MISMATCH` and those of `whyNoPolicy`
 */
export async function planDunningPolicy(
  tx: Transaction,
  ctx: CommandContext,
  plan: PolicyPlan,
): Promise<string> {
  const today = await lockPolicies(tx, ctx);
  const inForceFrom = Temporal.PlainDate.from(plan.inForceFrom);
  const rows = await tx.dunningPolicy.findMany();
  const refusal = whyNoPolicy({ ...plan, inForceFrom }, rows.map(knownOf), today);
  if (refusal !== undefined) throw refusal;
  const versions = rows.filter(({ code }) => code === plan.code).map(({ version }) => version);
  const version = Math.max(0, ...versions) + 1;
  const { id } = await tx.dunningPolicy.create({
    data: { ...columnsOf(plan), version, inForceFrom: dateOf(inForceFrom) },
  });
  return id;
}

/**
 * Takes back a version of a dunning policy that has not begun.
 *
 * @throws Refusal `COMPANY_MISSING`, `POLICY_NOT_FOUND`, `POLICY_IN_FORCE`
 */
export async function withdrawDunningPolicy(
  tx: Transaction,
  ctx: CommandContext,
  id: string,
): Promise<void> {
  const today = await lockPolicies(tx, ctx);
  const policy = await tx.dunningPolicy.findUnique({ where: { id } });
  if (policy === null) {
    const detail = 'There is no such version.';
    throw new Refusal({ code: 'POLICY_NOT_FOUND', param: 'policyId', detail });
  }
  if (Temporal.PlainDate.compare(knownOf(policy).inForceFrom, today) <= 0) {
    const detail = 'The version has begun: plan another that begins later.';
    throw new Refusal({ code: 'POLICY_IN_FORCE', param: 'policyId', detail });
  }
  await tx.dunningPolicyLevel.deleteMany({ where: { policyId: id } });
  await tx.dunningPolicy.delete({ where: { id } });
}

async function lockPolicies(tx: Transaction, ctx: CommandContext): Promise<Temporal.PlainDate> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${POLICY_LOCK})`;
  return companyDay(tx, ctx.at);
}

function knownOf(
  row: Omit<KnownPolicy, 'inForceFrom'> & Readonly<{ inForceFrom: Date }>,
): KnownPolicy {
  const { code, segment, currency, inForceFrom } = row;
  return { code, segment, currency, inForceFrom: dayOf(inForceFrom) };
}

function columnsOf(plan: PolicyPlan) {
  const { code, segment, creditStopDays, holdReviewDays, promises, placement } = plan;
  const currency = parseCurrency(plan.currency, 'currency');
  const amount = (wire: MoneyOnWire, param: string) => amountIn(wire, currency, param);
  return {
    code,
    segment,
    currency,
    minimumAmount: amount(plan.customerMinimum, 'customerMinimum'),
    toleranceAmount: amount(plan.smallRest, 'smallRest'),
    graceDays: plan.transitDays,
    staleBankDays: plan.bankDataMaxAgeDays,
    minimumDaysBetween: plan.daysBetweenLetters,
    customerDaysBetween: plan.daysBetweenLettersToCustomer,
    placementDaysPastDue: placement?.daysPastDue ?? null,
    placementMinimumAmount:
      placement === null ? 0n : amount(placement.minimum, 'placement.minimum'),
    creditStopDays,
    promiseMinimumBasisPoints: promises.minimumShare,
    promiseDaysMax: promises.daysMax,
    promisesInARow: promises.inARow,
    customerPromisesInARow: promises.inARowOfCustomer,
    disputeMinimumBasisPoints: plan.disputeMinimumShare,
    holdReviewDays,
    levels: {
      create: plan.levels.map(({ daysPastDue, fee, template, channel }, index) => ({
        level: index + 1,
        daysPastDue,
        feeAmount: fee === null ? 0n : amount(fee, `levels[${index}].fee`),
        currency,
        template,
        channel,
      })),
    },
  };
}

function amountIn(wire: MoneyOnWire, currency: string, param: string): bigint {
  const given = parseMoney(wire, param);
  if (given.currency !== currency) {
    const detail = `The amounts of the policy are in ${currency}.`;
    throw new Refusal({ code: 'CURRENCY_MISMATCH', param: `${param}.currency`, detail });
  }
  if (given.amount >= 0n) return given.amount;
  const detail = 'Amounts of a policy are zero or more.';
  throw new Refusal({ code: 'POLICY_SENSELESS', param: `${param}.amount`, detail });
}
