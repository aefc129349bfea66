import type { PromiseRules } from '../../domain/receivable/promise.js';
import type { AnswerOf } from '../../prisma/commands/command.js';
import type * as receivableCommands from '../../prisma/commands/receivable.js';

type PolicyRow = AnswerOf<typeof receivableCommands.lockInvoice>['policy'];

/** Without a dunning policy there are no letters that a promise could hold up, so only its day is limited. */
const NO_POLICY: PromiseRules = {
  maxDays: 60,
  minimumBasisPoints: 0n,
  maxInARow: 2,
  maxInARowOfCustomer: 10,
};

/** The limits of promises in the customer's dunning policy. */
export function promiseRulesOf(policy: PolicyRow): PromiseRules {
  if (policy === null) return NO_POLICY;
  return {
    maxDays: policy.promiseDaysMax,
    minimumBasisPoints: BigInt(policy.promiseMinimumBasisPoints),
    maxInARow: policy.promisesInARow,
    maxInARowOfCustomer: policy.customerPromisesInARow,
  };
}
