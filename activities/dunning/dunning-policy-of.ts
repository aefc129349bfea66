import { assertDunningPolicy, type DunningPolicy } from '../../domain/dunning/dunning-policy.js';
import type { CurrencyCode } from '../../domain/money/currency.js';
import type { AnswerOf } from '../../prisma/commands/command.js';
import type * as receivableCommands from '../../prisma/commands/receivable.js';
import { MATCH_POLICY } from '../matching/match-policy.js';

type Facts = NonNullable<AnswerOf<typeof receivableCommands.receivableFacts>>;

/** A policy as stored in the books; amounts in the smallest booked unit. */
type PolicyRow = NonNullable<Facts['policy']>;

/** The policy for a debt without a configured one: no letters, no agency, a person decides. */
const NO_POLICY: DunningPolicy = {
  levels: [],
  placement: undefined,
  transitDays: 0,
  smallRest: 0n,
  knownFees: [],
  customerMinimum: 0n,
  customerMinDays: 1,
  bankDataMaxAgeDays: undefined,
};

/** The policy as domain/dunning takes it. A bank data age of 0 days in the books switches that check off. */
export function dunningPolicyOf(row: PolicyRow | null, currency: CurrencyCode): DunningPolicy {
  if (row === null) return NO_POLICY;
  const policy: DunningPolicy = {
    levels: row.levels.map(({ level, daysPastDue, feeAmount, template }) => ({
      level,
      daysPastDue,
      minDaysSinceLast: row.minDaysSinceLast,
      feeAmount: BigInt(feeAmount) > 0n ? BigInt(feeAmount) : undefined,
      template,
    })),
    placement: placementRuleOf(row),
    transitDays: row.transitDays,
    smallRest: BigInt(row.smallRest),
    knownFees: MATCH_POLICY.knownFees[currency] ?? [],
    customerMinimum: BigInt(row.customerMinimum),
    customerMinDays: row.customerMinDays,
    bankDataMaxAgeDays: row.bankDataMaxAgeDays === 0 ? undefined : row.bankDataMaxAgeDays,
  };
  assertDunningPolicy(policy);
  return policy;
}

function placementRuleOf(row: PolicyRow): DunningPolicy['placement'] {
  if (row.placementDaysPastDue === null) return undefined;
  return {
    daysPastDue: row.placementDaysPastDue,
    minDaysSinceLast: row.minDaysSinceLast,
    minAmount: BigInt(row.placementMinimum),
  };
}
