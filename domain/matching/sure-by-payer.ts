import type { MatchContext } from './match-context.js';
import { findDuplicate } from './match-by-payer.js';
import type {
  Doubt,
  Evidence,
  MatchDecision,
  MatchPolicy,
  Payment,
  PayerSign,
  Suggestion,
} from './matching.js';
import { isSure } from './weigh.js';

type Run = Readonly<{ context: MatchContext; policy: MatchPolicy }>;

/** Of these a known payer and a proved sum leave nothing; any other doubt is for a person. */
const SETTLED_DOUBTS: ReadonlySet<Doubt> = new Set([
  'no-reference',
  'reference-repaired',
  'reference-completed',
]);

/** Without any number of ours, a round amount may pay something that is not in the books yet. */
const ROUND_AMOUNT = 100_000n;

/**
 * Books the first suggestion when two signs agree that do not depend on each other: the payer is known by a sign that
 * the policy takes, and the open items of this customer come to the payment in one way only, all ways tried. A number that is
 * broken, cut or short and agrees stands for the proved sum. Everything else stays a suggestion: a rival within ten times the odds,
 * an equal payment of this customer within the duplicate window, an amount above the limit.
 */
export function bookIfPayerAgrees(
  payment: Payment,
  decision: MatchDecision,
  { context, policy }: Run,
): MatchDecision {
  if (decision.kind !== 'suggest') return decision;
  const [first, ...rivals] = decision.suggestions;
  if (first === undefined || !first.doubts.every((doubt) => SETTLED_DOUBTS.has(doubt))) {
    return decision;
  }
  const reading = withPayer(payment, first, context);
  if (!isKnown(payment, reading, { context, policy }) || !isExplained(reading, payment))
    return decision;
  const limit = policy.autoBookMax[payment.amount.currency];
  if (limit === undefined || payment.amount.amount > limit) return decision;
  if (!isSure(reading, rivals) || isRepeated(payment, reading, { context, policy }))
    return decision;
  const { customerId, allocations, evidence, equation } = reading;
  return { kind: 'book', customerId, allocations, evidence, equation, rivals };
}

/** Whether a booking rests on numbers of ours that were written in full, whoever paid. */
export function isNamedInFull({ evidence }: Readonly<{ evidence: readonly Evidence[] }>): boolean {
  const named = evidence.flatMap((one) => (one.kind === 'reference' ? [one.how] : []));
  return named.length > 0 && !named.some((how) => UNSURE.has(how));
}

const UNSURE: ReadonlySet<string> = new Set(['completed', 'repaired', 'cut']);

/** A suggestion by its numbers says nothing of the payer yet. */
function withPayer(payment: Payment, first: Suggestion, { payersOf }: MatchContext): Suggestion {
  if (first.evidence.some(({ kind }) => SIGNS.has(kind))) return first;
  const payer = payersOf(payment).find(({ customerId }) => customerId === first.customerId);
  return payer === undefined ? first : { ...first, evidence: [payer.evidence, ...first.evidence] };
}

const SIGNS: ReadonlySet<string> = new Set<PayerSign>([
  'virtual-account',
  'account-alias',
  'payer-name',
]);

/**
 * By a sign that the policy takes. A name must be the whole name of this customer and of no other; beside a number that
 * was broken or short it is always enough.
 */
function isKnown(
  payment: Payment,
  { evidence, customerId }: Suggestion,
  { context, policy: { signsThatBook } }: Run,
): boolean {
  if (signsThatBook.length === 0) return false;
  const isNumbered = evidence.some(({ kind }) => kind === 'reference');
  return evidence.some((one) => {
    if (one.kind !== 'payer-name') return signsThatBook.some((sign) => sign === one.kind);
    if (one.how !== 'equal' || !(isNumbered || signsThatBook.includes(one.kind))) return false;
    return context.payersOf(payment).every((payer) => payer.customerId === customerId);
  });
}

/** By its numbers and their sum, or by the only set of items that comes to it. */
function isExplained({ evidence, counted }: Suggestion, { amount }: Payment): boolean {
  if (evidence.some(({ kind }) => kind === 'reference')) {
    return evidence.some(({ kind }) => kind === 'amount-equals' || kind === 'only-combination');
  }
  const isByAccount = evidence.some(({ kind }) => kind === 'virtual-account');
  const isRound = amount.currency === 'IDR' && amount.amount % ROUND_AMOUNT === 0n;
  return counted?.solutions === 1 && counted.isProved && (isByAccount || !isRound);
}

/** Whether the customer paid as much a short time before: then it may be the same money meant twice. */
function isRepeated(
  payment: Payment,
  { customerId }: Suggestion,
  { context, policy }: Run,
): boolean {
  const before = context.settledBy(customerId, payment.amount);
  return findDuplicate(payment, before, policy) !== undefined;
}
