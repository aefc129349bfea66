import { buildMatchContext } from '../../domain/matching/match-context.js';
import { matchPayments } from '../../domain/matching/match-run.js';
import type {
  MatchDecision,
  MatchPolicy,
  OpenItem,
  Payment,
} from '../../domain/matching/matching.js';
import type { Database } from '../../prisma/database.js';
import type { Candidates } from './findings.js';
import { loadMatchFacts, referenceKeysOf, type BooksToMatch } from './load-match-facts.js';

export type BooksSeen = Readonly<{
  decisions: ReadonlyMap<string, MatchDecision>;
  openItems: ReadonlyMap<string, OpenItem>;
  /** What a payment names: customers who may have paid, and what may be numbers of ours. */
  candidatesOf: (payment: Payment) => Candidates;
}>;

/** What there is to look with: of a bank file, or of payments that are matched again. */
export type Looking = Readonly<{ database: Database; books: BooksToMatch; policy: MatchPolicy }>;

/** One look at the books for some payments. */
export async function lookAtBooks(
  { database, books, policy }: Looking,
  payments: readonly Payment[],
): Promise<BooksSeen> {
  const facts = await loadMatchFacts(database, books, payments);
  const context = buildMatchContext(facts);
  return {
    decisions: matchPayments(payments, context, policy),
    openItems: new Map([...facts.sameAmounts, ...facts.openItems].map((item) => [item.id, item])),
    candidatesOf: (payment) => ({
      customers: context
        .payersOf(payment)
        .map(({ customerId }) => customerId)
        .toSorted(),
      numbers: referenceKeysOf([payment], books).toSorted().slice(0, NUMBERS_MAX),
    }),
  };
}

/** A payment that names more numbers than this is a list, and found by its customer. */
const NUMBERS_MAX = 100;
