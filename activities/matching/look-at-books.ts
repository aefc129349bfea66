import { buildMatchContext } from '../../domain/matching/match-context.js';
import { matchPayments } from '../../domain/matching/match-run.js';
import type { MatchDecision, MatchPolicy, OpenItem } from '../../domain/matching/matching.js';
import {
  virtualAccountsNamed,
  withVirtualAccount,
  type PaymentAsTold,
} from '../../domain/matching/virtual-account.js';
import type { Database } from '../../prisma/database.js';
import type { Candidates } from './findings.js';
import {
  loadMatchFacts,
  loadVirtualAccountNumbers,
  referenceKeysOf,
  type BooksToMatch,
} from './load-match-facts.js';

export type BooksSeen = Readonly<{
  decisions: ReadonlyMap<string, MatchDecision>;
  openItems: ReadonlyMap<string, OpenItem>;
  /** What a payment names: customers who may have paid, and what may be numbers of ours. */
  candidatesOf: (payment: PaymentAsTold) => Candidates;
}>;

/** What there is to look with: of a bank file, or of payments that are matched again. */
export type Looking = Readonly<{ database: Database; books: BooksToMatch; policy: MatchPolicy }>;

/** One look at the books for some payments. */
export async function lookAtBooks(
  { database, books, policy }: Looking,
  told: readonly PaymentAsTold[],
): Promise<BooksSeen> {
  const ours = await loadVirtualAccountNumbers(database, told.flatMap(virtualAccountsNamed));
  const payments = told.map((payment) => withVirtualAccount(payment, ours));
  const byId = new Map(payments.map((payment) => [payment.id, payment]));
  const facts = await loadMatchFacts(database, books, payments);
  const context = buildMatchContext(facts);
  return {
    decisions: matchPayments(payments, context, policy),
    openItems: new Map([...facts.sameAmounts, ...facts.openItems].map((item) => [item.id, item])),
    candidatesOf: (one) => {
      const payment = byId.get(one.id) ?? withVirtualAccount(one, ours);
      const numbers = [...referenceKeysOf([payment], books), ...virtualAccountsNamed(one)];
      return {
        customers: context
          .payersOf(payment)
          .map(({ customerId }) => customerId)
          .toSorted(),
        numbers: [...new Set(numbers)].toSorted().slice(0, NUMBERS_MAX),
      };
    },
  };
}

/** A payment that names more numbers than this is a list, and found by its customer. */
const NUMBERS_MAX = 100;
