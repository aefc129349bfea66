import { isValidReference } from '../invoice/payment-reference.js';
import { parseDocumentNumber } from '../invoice/document-number.js';
import { extractReferences, type ReferenceCandidate } from './extract-references.js';
import type { MatchContext, ReferenceFinding } from './match-context.js';
import type { MatchDecision, MatchPolicy, NoMatchReason, OpenItem, Payment } from './matching.js';
import { repairReferences } from './repair-references.js';
import type { Money } from '../money/money.js';
import { referenceKey } from './reference-key.js';
import { decideByPayer, findDuplicate } from './match-by-payer.js';
import { decideByReference } from './match-by-reference.js';
import { asWritten, offerCompleted } from './complete-references.js';
import { bookIfPayerAgrees } from './sure-by-payer.js';
import { readShortReferences, type ShortReferences } from './short-references.js';

/**
 * Finds what a payment pays. Pure: the same payment, books and policy give the same decision.
 *
 * A payment that names our own numbers and equals their open amount is booked without a person, when there is no
 * `Doubt`; so is one of a known payer whose open items come to it in one way only (`bookIfPayerAgrees`). Everything
 * else is suggested with its evidence, held as a possible duplicate, or left unidentified with the reasons. Allocations never exceed the payment
 * nor an item's open amount.
 */
export function matchPayment(
  payment: Payment,
  context: MatchContext,
  policy: MatchPolicy,
): MatchDecision {
  return bookIfPayerAgrees(payment, findWhatItPays(payment, context, policy), { context, policy });
}

function findWhatItPays(
  payment: Payment,
  context: MatchContext,
  policy: MatchPolicy,
): MatchDecision {
  if (payment.amount.amount <= 0n) return { kind: 'none', reasons: ['not-money-in'] };
  const candidates = candidatesOf(payment, context);
  const short = readShortReferences([...payment.references, payment.text], context.seriesPrefixes);
  const found = withListed(findingsOf(candidates, context), short, context);
  if (found.some(({ open }) => open.length > 0)) {
    return (
      offerCompleted(payment, { firm: found, short }, { context, policy }) ??
      decideByReference(payment, found, { context, policy })
    );
  }
  const rival = findDuplicate(
    payment,
    found.flatMap(({ settled }) => settled),
    policy,
  );
  if (rival !== undefined) {
    return {
      kind: 'hold',
      reason: 'possible-duplicate',
      rivalPaymentId: rival.paymentId,
      customerId: rival.customerId,
      evidence: found.map(({ evidence }) => evidence),
      suggestions: [],
    };
  }
  const offered =
    offerCompleted(payment, { firm: found, short }, { context, policy }) ??
    (found.length === 0 ? offerRepaired(payment, context, policy) : undefined);
  if (offered !== undefined) return offered;
  const reason = whyNotByReference(candidates, found);
  return decideByPayer(payment, reason, { context, policy });
}

/** A number that was broken on its way is offered where the amount fits what is open on it, and never booked. */
function offerRepaired(
  payment: Payment,
  context: MatchContext,
  policy: MatchPolicy,
): MatchDecision | undefined {
  const texts = [...payment.references, payment.text];
  const candidates = repairReferences(texts, context.seriesPrefixes);
  const found = findingsOf(candidates, context)
    .filter(({ open }) => isPaidExactly(open, payment.amount))
    .map(({ evidence, ...finding }) => ({ ...finding, evidence: asWritten(evidence, 'repaired') }));
  return found.length === 0 ? undefined : decideByReference(payment, found, { context, policy });
}

function isPaidExactly(open: readonly OpenItem[], { amount, currency }: Money): boolean {
  const fits = (items: readonly OpenItem[]): boolean =>
    items.reduce((total, item) => total + item.open.amount, 0n) === amount;
  return (
    open.every((item) => item.open.currency === currency) &&
    (fits(open) || open.some((item) => fits([item])))
  );
}

function candidatesOf(payment: Payment, context: MatchContext): readonly ReferenceCandidate[] {
  const { virtualAccount, references, text } = payment;
  const given = virtualAccount === undefined ? references : [virtualAccount, ...references];
  const whole = given.map((written) => ({ key: referenceKey(written), written }));
  return [...whole, ...extractReferences([...references, text], context.seriesHeads)];
}

/** Each invoice once, even when it is named several times or by several numbers. */
function findingsOf(
  candidates: readonly ReferenceCandidate[],
  context: MatchContext,
): readonly ReferenceFinding[] {
  const found = new Map<string, ReferenceFinding>();
  for (const candidate of candidates) {
    const finding = context.findReference(candidate);
    if (finding !== undefined && !found.has(finding.reference)) {
      found.set(finding.reference, finding);
    }
  }
  return [...found.values()];
}

/** Those of a list too: all their digits are written, and the check digit holds. */
function withListed(
  found: readonly ReferenceFinding[],
  { listed }: ShortReferences,
  context: MatchContext,
): readonly ReferenceFinding[] {
  const before = new Set(found.map(({ reference }) => reference));
  const more = findingsOf(listed, context).filter(({ reference }) => !before.has(reference));
  return [
    ...found,
    ...more.map((one) => ({ ...one, evidence: asWritten(one.evidence, 'listed') })),
  ];
}

function whyNotByReference(
  candidates: readonly ReferenceCandidate[],
  found: readonly ReferenceFinding[],
): NoMatchReason {
  if (found.length > 0) return 'reference-already-paid';
  const looksLikeOurs = candidates.some(
    ({ key, written }) => isValidReference(key) || parseDocumentNumber(written) !== undefined,
  );
  return looksLikeOurs ? 'reference-unknown' : 'no-reference';
}
