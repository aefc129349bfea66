import type { CREDIT_REFUSALS } from '../../../contract/sale/capture-errors.js';
import type { RefusalFacts } from '../../../domain/refusal.js';
import { Prisma } from '../../../prisma/database.js';
import { creditWordsOf } from '../../http/credit-words.js';

export type CreditReason = Readonly<{
  code: (typeof CREDIT_REFUSALS)[number];
  detail: string;
  facts: RefusalFacts;
}>;

/**
 * SQL of the reasons against a sale of 0 on account, the weightiest first, by the rule that decides at the till. The
 * arguments are SQL: a customer id and a currency.
 */
export function creditReasonsOf(
  customerId: Prisma.Sql,
  currency: Prisma.Sql,
  at: string,
): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('code', r.code, 'detail', r.detail, 'facts', r.facts)
      ORDER BY r.weight), '[]')
    FROM credit_reasons(${customerId}, 0, ${currency}, ${at}::timestamptz, NULL) r)`;
}

/** The reasons in the answer, in the languages of cashiers too. */
export function reasonsOnWire(reasons: readonly CreditReason[]) {
  return reasons.map(({ facts, ...reason }) => ({
    ...reason,
    words: creditWordsOf(reason.code, facts),
  }));
}
