import { Temporal } from 'temporal-polyfill';
import type { CommandContext } from '../../domain/context.js';
import { whyNoPolicy, type KnownPolicy } from '../../domain/dunning/plan-policy.js';
import { parseMoney, type MoneyOnWire } from '../../domain/money/money.js';
import { parseCurrency } from '../../domain/money/currency.js';
import { Refusal } from '../../domain/refusal.js';
import type { InputOf } from '../../prisma/commands/command.js';
import type { proposeDunningPolicies } from '../../prisma/commands/dunning.js';
import type { Prisma, Transaction } from '../../prisma/database.js';
import { companyDay, dayOf } from './company-day.js';
import { requestMasterChange } from './master-changes.js';

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

/** A version as `apply_dunning_policy` reads it. */
export type PolicyVersion = InputOf<typeof proposeDunningPolicies>['policies'][number];

/**
 * Asks for a version of a dunning policy. Answers the id of the change.
 *
 * @throws Refusal `COMPANY_MISSING`, those of `parseMoney`, `CURRENCY_MISMATCH`, those of `whyNoPolicy` and of
 * `request_master_change`
 */
export async function askForDunningPolicy(
  tx: Transaction,
  ctx: CommandContext,
  { reason, ...plan }: PolicyPlan & Readonly<{ reason: string }>,
): Promise<string> {
  const today = await companyDay(tx, ctx.at);
  const inForceFrom = Temporal.PlainDate.from(plan.inForceFrom);
  const rows = await tx.dunningPolicy.findMany();
  const refusal = whyNoPolicy({ ...plan, inForceFrom }, rows.map(knownOf), today);
  if (refusal !== undefined) throw refusal;
  return requestMasterChange(tx, ctx, {
    kind: 'dunning-policy',
    subject: plan.code,
    before: await latestVersion(tx, plan.code),
    after: versionOf(plan),
    reason,
  });
}

/**
 * Asks to take back a version of a dunning policy that has not begun. Answers the id of the change.
 *
 * @throws Refusal `POLICY_NOT_FOUND`, `POLICY_IN_FORCE` and those of `request_master_change`
 */
export async function askToWithdrawPolicy(
  tx: Transaction,
  ctx: CommandContext,
  { policyId, reason }: Readonly<{ policyId: string; reason: string }>,
): Promise<string> {
  const policy = await tx.dunningPolicy.findUnique({
    where: { id: policyId },
    include: { levels: { orderBy: { level: 'asc' } } },
  });
  if (policy === null) {
    const detail = 'There is no such version.';
    throw new Refusal({ code: 'POLICY_NOT_FOUND', param: 'policyId', detail });
  }
  const { code } = policy;
  return requestMasterChange(tx, ctx, {
    kind: 'dunning-policy',
    subject: code,
    before: keptVersion(policy),
    after: { code, withdraw: policyId },
    reason,
  });
}

async function latestVersion(tx: Transaction, code: string) {
  const row = await tx.dunningPolicy.findFirst({
    where: { code },
    orderBy: { inForceFrom: 'desc' },
    include: { levels: { orderBy: { level: 'asc' } } },
  });
  return row === null ? null : keptVersion(row);
}

type PolicyRow = Prisma.DunningPolicyGetPayload<{ include: { levels: true } }>;

function keptVersion({ id: _id, version: _version, levels, ...row }: PolicyRow): PolicyVersion {
  return {
    ...row,
    inForceFrom: dayOf(row.inForceFrom).toString(),
    minimumAmount: row.minimumAmount.toString(),
    toleranceAmount: row.toleranceAmount.toString(),
    placementMinimumAmount: row.placementMinimumAmount.toString(),
    levels: levels.map(({ daysPastDue, feeAmount, template, channel }) => ({
      daysPastDue,
      feeAmount: feeAmount.toString(),
      template,
      channel,
    })),
  };
}

function knownOf(
  row: Omit<KnownPolicy, 'inForceFrom'> & Readonly<{ inForceFrom: Date }>,
): KnownPolicy {
  const { code, segment, currency, inForceFrom } = row;
  return { code, segment, currency, inForceFrom: dayOf(inForceFrom) };
}

function versionOf(plan: PolicyPlan): PolicyVersion {
  const { code, segment, inForceFrom, creditStopDays, holdReviewDays, promises, placement } = plan;
  const currency = parseCurrency(plan.currency, 'currency');
  const amount = (wire: MoneyOnWire, param: string) => amountIn(wire, currency, param).toString();
  return {
    code,
    segment,
    currency,
    inForceFrom,
    minimumAmount: amount(plan.customerMinimum, 'customerMinimum'),
    toleranceAmount: amount(plan.smallRest, 'smallRest'),
    graceDays: plan.transitDays,
    staleBankDays: plan.bankDataMaxAgeDays,
    minimumDaysBetween: plan.daysBetweenLetters,
    customerDaysBetween: plan.daysBetweenLettersToCustomer,
    placementDaysPastDue: placement?.daysPastDue ?? null,
    placementMinimumAmount:
      placement === null ? '0' : amount(placement.minimum, 'placement.minimum'),
    creditStopDays,
    promiseMinimumBasisPoints: promises.minimumShare,
    promiseDaysMax: promises.daysMax,
    promisesInARow: promises.inARow,
    customerPromisesInARow: promises.inARowOfCustomer,
    disputeMinimumBasisPoints: plan.disputeMinimumShare,
    holdReviewDays,
    levels: plan.levels.map(({ daysPastDue, fee, template, channel }, index) => ({
      daysPastDue,
      feeAmount: fee === null ? '0' : amount(fee, `levels[${index}].fee`),
      template,
      channel,
    })),
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
