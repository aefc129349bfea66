import { equationText } from '../../domain/matching/equation.js';
import type { MatchDecision, OpenItem, Suggestion } from '../../domain/matching/matching.js';
import type { InputOf } from '../../prisma/commands/command.js';
import type * as statementCommands from '../../prisma/commands/statement.js';

/** A finding for one payment of a line, in the input of `book_bank_line`. */
export type Finding = InputOf<typeof statementCommands.bookBankLine>['payments'][number]['finding'];

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

/** Turns a decision of the matcher into plain data with everything a person needs to check it. */
export function findingOf(decision: MatchDecision, world: FindingWorld): Finding {
  switch (decision.kind) {
    case 'book': {
      const { allocations, evidence, equation } = decision;
      return {
        kind: 'book',
        items: allocations.map(({ openItemId, amount }) => ({
          openItemId,
          amount: amount.toString(),
        })),
        evidence: { by: 'matcher', evidence: plain(evidence), equation: equationText(equation) },
      };
    }
    case 'suggest': {
      const { suggestions } = decision;
      return {
        kind: 'suggest',
        customerId: onlyCustomer(suggestions),
        reasons: { doubts: [...new Set(suggestions.flatMap(({ doubts }) => doubts))] },
        suggestions: suggestions.map((one) => storedSuggestion(one, 'match', world)),
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
        suggestions: suggestions.map((one) => storedSuggestion(one, 'possible-duplicate', world)),
      };
    }
    case 'none':
      return {
        kind: 'none',
        customerId: undefined,
        reasons: { reasons: decision.reasons },
        suggestions: [],
      };
  }
}

/** Turns a booking into a suggestion: used when the books kept changing during attempts to book. */
export function asSuggestion(decision: MatchDecision): MatchDecision {
  if (decision.kind !== 'book') return decision;
  const { customerId, allocations, evidence, equation } = decision;
  return {
    kind: 'suggest',
    suggestions: [{ customerId, allocations, evidence, doubts: [], equation }],
  };
}

function storedSuggestion(
  suggestion: Suggestion,
  kind: StoredSuggestion['kind'],
  { openItems }: FindingWorld,
): StoredSuggestion {
  const { customerId, allocations, evidence, doubts, equation } = suggestion;
  return {
    kind,
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
    reasons: { customerId, evidence: plain(evidence), doubts },
    equation: equationText(equation),
  };
}

/** The payer, when there is only one possible. */
function onlyCustomer(suggestions: readonly Suggestion[]): string | undefined {
  const customers = new Set(suggestions.map(({ customerId }) => customerId));
  const [customerId] = customers;
  return customers.size === 1 && customerId !== '' ? customerId : undefined;
}

type Evidence = StoredSuggestion['reasons']['evidence'];

/** JSON has no bigint: amounts inside evidence become decimal strings. */
function plain(evidence: unknown): Evidence {
  const text = JSON.stringify(evidence, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  return JSON.parse(text) as Evidence;
}
