import { equationText } from '../../domain/matching/equation.js';
import type {
  Doubt,
  Evidence,
  MatchDecision,
  OpenItem,
  Suggestion,
} from '../../domain/matching/matching.js';
import { questionOf, type Question } from '../../domain/matching/question.js';
import { weigh, type Weighing } from '../../domain/matching/weigh.js';
import type { InputOf } from '../../prisma/commands/command.js';
import type * as paymentCommands from '../../prisma/commands/payment.js';

/** A finding for one payment, in the input of `book_bank_line` and `match_payments_again`. */
export type Finding = InputOf<
  typeof paymentCommands.matchPaymentsAgain
>['payments'][number]['finding'];

/** What matching thought of: a change of these customers or invoices is a reason to match again. */
export type Candidates = Exclude<Finding, { kind: 'book' }>['candidates'];

/** A suggestion as the books keep it and the API shows it. Amounts are decimal strings in booked units. */
export type StoredSuggestion = Exclude<Finding, { kind: 'book' }>['suggestions'][number];

export type FindingWorld = Readonly<{
  openItems: ReadonlyMap<string, OpenItem>;
  /**
   * Maps the rival of a possible duplicate to its id in the books; it may be an earlier payment of
   * the same file.
   */
  rivalIdOf: (paymentId: string) => string;
}>;

/**
 * Turns a decision of the matcher into plain data with everything a person needs to check it, and with all that
 * matching thought of: what the payment itself names (`named`), and whom it is suggested for.
 */
export function findingOf(
  decision: MatchDecision,
  named: Candidates,
  world: FindingWorld,
): Finding {
  switch (decision.kind) {
    case 'book': {
      const { allocations, evidence, equation, rivals } = decision;
      const weighing = weigh({ ...decision, doubts: [] }, rivals);
      return {
        kind: 'book',
        items: allocations.map(({ openItemId, amount }) => ({
          openItemId,
          amount: amount.toString(),
        })),
        evidence: {
          by: 'matcher',
          evidence: plain(evidence),
          equation: equationText(equation),
          weighing: plain(weighing),
        },
      };
    }
    case 'suggest': {
      const { suggestions } = decision;
      return {
        kind: 'suggest',
        customerId: onlyCustomer(suggestions),
        reasons: {
          doubts: [...new Set(suggestions.flatMap(({ doubts }) => doubts))],
          ...asked(decision),
        },
        suggestions: stored(suggestions, 'match', world),
        candidates: withCustomersOf(suggestions, named),
      };
    }
    case 'hold': {
      const { customerId, reason, rivalPaymentId, evidence, suggestions } = decision;
      return {
        kind: 'hold',
        customerId,
        reasons: {
          reason,
          rivalPaymentId: world.rivalIdOf(rivalPaymentId),
          evidence: plain(evidence),
        },
        suggestions: stored(suggestions, 'possible-duplicate', world),
        candidates: withCustomersOf(suggestions, named),
      };
    }
    case 'none':
      return {
        kind: 'none',
        customerId: undefined,
        reasons: { reasons: decision.reasons, ...asked(decision) },
        suggestions: [],
        candidates: named,
      };
  }
}

function withCustomersOf(
  suggestions: readonly Suggestion[],
  { customers, numbers }: Candidates,
): Candidates {
  const all = [...customers, ...suggestions.map(({ customerId }) => customerId)];
  return { customers: [...new Set(all)].filter((one) => one !== '').toSorted(), numbers };
}

/**
 * Turns a booking into a suggestion: when the books kept changing during attempts to book, or when a person should see
 * it for the reasons in `doubts`.
 */
export function asSuggestion(
  decision: MatchDecision,
  doubts: readonly Doubt[] = [],
): MatchDecision {
  if (decision.kind !== 'book') return decision;
  const { customerId, allocations, evidence, equation } = decision;
  return {
    kind: 'suggest',
    suggestions: [{ customerId, allocations, evidence, doubts, equation }],
  };
}

/** What a person is asked about the payment, when there is one question. */
function asked(decision: MatchDecision): Readonly<{ question?: Question }> {
  const question = questionOf(decision);
  return question === undefined ? {} : { question };
}

function stored(
  suggestions: readonly Suggestion[],
  kind: StoredSuggestion['kind'],
  world: FindingWorld,
): readonly StoredSuggestion[] {
  return suggestions.map((one) => ({
    kind,
    ...storedSuggestion(one, weigh(one, suggestions), world),
  }));
}

function storedSuggestion(
  suggestion: Suggestion,
  weighing: Weighing,
  { openItems }: FindingWorld,
): Omit<StoredSuggestion, 'kind'> {
  const { customerId, allocations, evidence, doubts, equation } = suggestion;
  return {
    items: allocations.flatMap(({ openItemId, amount }) => {
      const item = openItems.get(openItemId);
      if (item === undefined) return [];
      const { invoiceId, invoiceNumber, instalment, open } = item;
      return [
        {
          openItemId,
          invoiceId,
          invoiceNumber,
          instalment,
          amount: amount.toString(),
          open: open.amount.toString(),
        },
      ];
    }),
    reasons: { customerId, evidence: plain(evidence), doubts, weighing: plain(weighing) },
    equation: equationText(equation),
  };
}

/** The payer, when there is only one possible. The amount alone says nothing of the payer. */
function onlyCustomer(suggestions: readonly Suggestion[]): string | undefined {
  if (suggestions.some(({ doubts }) => doubts.includes('payer-unknown'))) return undefined;
  const customers = new Set(suggestions.map(({ customerId }) => customerId));
  const [customerId] = customers;
  return customers.size === 1 && customerId !== '' ? customerId : undefined;
}

/** JSON has no bigint: amounts inside evidence become decimal strings. */
function plain(facts: readonly Evidence[]): StoredSuggestion['reasons']['evidence'];
function plain(facts: Weighing): StoredSuggestion['reasons']['weighing'];
function plain(facts: unknown): unknown {
  const text = JSON.stringify(facts, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  return JSON.parse(text) as unknown;
}
